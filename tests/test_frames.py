"""DataFrames: columns, types, labels, and how the three fit together."""

import sys

import networkx as nx
import pytest

from graphbuild import frames
from graphbuild.errors import GraphbuildError, MissingLibrary
from graphbuild.graph import KnowledgeGraph

pandas = pytest.importorskip("pandas")


def test_one_row_each(press_graph):
    found = press_graph.to_pandas()
    assert repr(found) == "<Frames: 47 statements, 27 entities, 44 edges>"
    assert tuple(found.statements.columns) == frames.STATEMENTS
    assert tuple(found.entities.columns) == frames.ENTITIES
    assert tuple(found.edges.columns) == frames.EDGES


def test_the_three_fit_together(press_graph):
    statements, entities, edges = press_graph.to_pandas()
    assert set(statements.edge) == set(edges.id)
    assert {*statements.source, *statements.target} <= set(entities.id)
    joined = statements[statements.modality.eq("asserted") & statements.polarity.eq("positive")]
    counted = joined.groupby("edge").origin.nunique()
    weights = edges.set_index("id").weight
    assert counted.to_dict() == weights[weights > 0].to_dict()


def test_a_statement_says_who_whom_when_and_where(press_graph):
    statements = press_graph.to_pandas().statements
    row = statements[statements.relation.eq("invades")].iloc[0]
    assert (row.source_label, row.relation_label, row.target_label) == ("Russia", "invades", "Ukraine")
    assert (row.date, row.date_basis) == (pandas.Timestamp("2022-02-24"), "explicit")
    assert row.article_date == pandas.Timestamp("2022-02-26")
    assert (row.title, row.url, row.origin) == ("L'été de la guerre", "https://example.org/a?x=1&y=2", "article-1")
    other = statements[statements.article.eq("article-2")].iloc[0]
    assert (str(other.date.date()), other.date_basis, other.publisher) == ("2022-03-02", "publication", "Le Journal")
    undated = statements[statements.article.eq("article-4")]
    assert undated.date.isna().all()
    assert undated.date_basis.isna().all()
    said = statements[statements.speaker.notna() & statements.target.eq("NATO")].iloc[0]
    assert (said.speaker, said.speaker_label) == ("Vladimir Poutine", "Vladimir Putin")


def test_labels_in_french(press_graph):
    statements, entities, edges = press_graph.to_pandas("fr")
    assert "Russie" in set(statements.source_label)
    assert "sanctionne" in set(statements.relation_label)
    assert entities.set_index("id").label["USA"] == "États-Unis"
    assert {"Corée du Nord", "livre des armes à"} <= {*edges.source_label, *edges.label}


def test_types_are_the_same_for_an_empty_graph(press_graph):
    for full, empty in zip(press_graph.to_pandas(), KnowledgeGraph().to_pandas(), strict=True):
        assert len(empty) == 0
        assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert str(press_graph.to_pandas().edges.first_date.dtype) == "datetime64[s]"


def test_entities_count_edges_and_articles(press_graph):
    row = press_graph.to_pandas().entities.set_index("id").loc["Wagner"]
    assert (row.type, row.label, row.edges, row.articles) == ("organization", "Wagner Group", 2, 1)


def test_graphs_that_others_made():
    found = frames.to_pandas(nx.MultiDiGraph([("a", "b"), (1, "b")]))
    assert [len(frame) for frame in found] == [0, 3, 2]


def test_dyads_as_frames(press_graph):
    table = press_graph.balance().to_pandas("fr")
    assert list(table.columns[:4]) == ["a", "b", "a_label", "b_label"]
    assert (table.a_label[0], table.volume[0], table.net[0]) == ("Russie", 3, -1.0)
    line = press_graph.timeline("RUS", "UKR", "month").to_pandas()
    assert line.material_conflict.tolist() == [1, 1]
    assert line.start[0] == pandas.Timestamp("2022-02-01")


def test_without_pandas_the_message_says_what_to_install(press_graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(
        MissingLibrary, match=r'needs pandas, .*: python -m pip install "graphbuild\[notebook\]"'
    ) as found:
        press_graph.to_pandas()
    assert isinstance(found.value, GraphbuildError)
