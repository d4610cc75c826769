"""The graph as a view of the statements."""

import datetime as dt
from dataclasses import replace

import networkx as nx
import pytest
from conftest import make_build

from graphbuild.errors import QueryError
from graphbuild.graph import HIDDEN, STATUS, Evidence, KnowledgeGraph, order, to_graph
from graphbuild.model import Article, Modality, Polarity


def edge(lines, a, b, relation, change=lambda build: build):
    return to_graph(change(make_build(lines))).edges[a, b, relation]


def weapons(*modalities):
    """A build of statements on the same edge, one per article."""
    return [
        f"{n} sends_weapons_to IRN RUS {m} : [S L'Iran] [T livre des drones] à [O la Russie]."
        for n, m in enumerate(modalities, start=1)
    ]


def test_statements_of_one_kind_are_one_edge(press_graph):
    data = press_graph.edges["USA", "UKR", "sends_weapons_to"]
    assert len(data["evidence"]) == 1
    data = edge(weapons("asserted", "possible", "asserted"), "IRN", "RUS", "sends_weapons_to")
    assert len(data["evidence"]) == 3


def test_counts_by_modality():
    data = edge(
        weapons("asserted", "planned", "possible", "requested", "hypothetical"), "IRN", "RUS", "sends_weapons_to"
    )
    assert [data[f"n_{m}"] for m in Modality] == [1, 1, 1, 1, 1]
    assert (data["n_denied"], data["articles"], data["weight"]) == (0, 5, 1)


def test_what_is_denied_counts_as_denied_only():
    data = edge(weapons("denied", "asserted"), "IRN", "RUS", "sends_weapons_to")
    assert (data["n_denied"], data["n_asserted"], data["articles"], data["weight"]) == (1, 1, 2, 1)
    assert sum(data[f"n_{m}"] for m in Modality) == 1


@pytest.mark.parametrize(
    ("modalities", "status"),
    [
        (["asserted", "denied"], "asserted"),
        (["planned", "possible"], "planned"),
        (["possible", "requested"], "possible"),
        (["requested", "hypothetical"], "requested"),
        (["hypothetical", "denied"], "hypothetical"),
        (["denied"], "denied"),
        (["denied", "denied"], "denied"),
    ],
)
def test_status_is_the_most_committed(modalities, status):
    assert edge(weapons(*modalities), "IRN", "RUS", "sends_weapons_to")["status"] == status


def test_statuses_are_complete():
    assert set(STATUS) == set(Modality)
    assert {*map(str, Modality), "denied"} >= HIDDEN


def test_near_copies_count_once():
    lines = [line.replace("3 ", "5 ", 1) for line in weapons("asserted", "asserted", "asserted")]
    data = edge(lines, "IRN", "RUS", "sends_weapons_to")
    assert (data["articles"], data["weight"]) == (3, 2)


def test_weight_counts_articles_that_assert():
    assert edge(weapons("planned", "denied"), "IRN", "RUS", "sends_weapons_to")["weight"] == 0


def test_two_statements_of_one_article_weigh_once():
    lines = weapons("asserted") * 2
    data = edge(lines, "IRN", "RUS", "sends_weapons_to")
    assert (data["n_asserted"], data["weight"], data["articles"]) == (2, 1, 1)


def test_score_is_the_highest():
    data = edge(weapons("asserted", "asserted"), "IRN", "RUS", "sends_weapons_to")
    assert data["score"] == 0.87654
    assert "score" not in edge(weapons("asserted", "asserted")[1:], "IRN", "RUS", "sends_weapons_to")


def test_dates_are_of_what_is_said_else_of_publication(press_graph):
    data = press_graph.edges["RUS", "UKR", "invades"]
    assert (data["first_date"], data["last_date"]) == ("2022-02-24", "2022-03-02")
    assert "first_date" not in press_graph.edges["GBR", "UKR", "sends_weapons_to"]


def test_evidence_is_in_order(press_graph):
    for *_, data in press_graph.edges(data=True):
        assert data["evidence"] == sorted(data["evidence"], key=order)


# --- symmetric relations --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("a", "b"), [("RUS", "UKR"), ("UKR", "RUS")])
def test_a_symmetric_edge_runs_in_canonical_order(a, b):
    line = f"1 talks_with {a} {b} : [S Moscou] [T parle] à [O Kiev]."
    graph = to_graph(make_build([line]))
    assert list(graph.edges(keys=True)) == [("RUS", "UKR", "talks_with")]
    data = graph.edges["RUS", "UKR", "talks_with"]
    assert (data["directed"], data["id"]) == (False, "RUS|talks_with|UKR")


def test_both_directions_of_a_symmetric_relation_are_one_edge():
    lines = [f"{n} talks_with {p} : [S X] [T parle] à [O Y]." for n, p in ((1, "RUS UKR"), (2, "UKR RUS"))]
    assert edge(lines, "RUS", "UKR", "talks_with")["articles"] == 2


def test_other_edges_keep_their_direction(press_graph):
    assert press_graph.has_edge("RUS", "UKR", "attacks")
    assert not press_graph.has_edge("UKR", "RUS", "attacks")
    assert press_graph.edges["RUS", "UKR", "attacks"]["directed"] is True


def test_both_ways_adds_the_way_back_of_symmetric_edges_only(press_graph):
    both = press_graph.both_ways()
    symmetric = [(u, v, k) for u, v, k, d in press_graph.edges(keys=True, data=True) if not d["directed"]]
    assert symmetric
    assert all(both.has_edge(v, u, k) for u, v, k in symmetric)
    assert both.number_of_edges() == press_graph.number_of_edges() + len(symmetric)
    assert isinstance(both, KnowledgeGraph)


def test_both_ways_leaves_the_graph_alone(press_graph):
    before = press_graph.number_of_edges()
    press_graph.both_ways()
    assert press_graph.number_of_edges() == before


def test_both_ways_counts_no_statement_twice(press_graph):
    assert press_graph.both_ways().statements() == press_graph.statements()
    a, b = press_graph.both_ways().evidence("RUS", "UKR"), press_graph.evidence("RUS", "UKR")
    assert list(a) == list(b)


# --- evidence -------------------------------------------------------------------------------------------------------------


def test_evidence_in_either_direction(press_graph):
    one, other = press_graph.evidence("USA", "FRA"), press_graph.evidence("FRA", "USA")
    assert list(one) == list(other)
    assert [s.relation for s in one] == ["allied_with"]


def test_evidence_of_one_relation(press_graph):
    assert {s.relation for s in press_graph.evidence("RUS", "UKR", "attacks")} == {"attacks"}
    assert press_graph.evidence("RUS", "UKR", "sanctions") == []
    assert len(press_graph.evidence("RUS", "UKR")) > len(press_graph.evidence("RUS", "UKR", "attacks"))


def test_evidence_of_strangers_is_empty(press_graph):
    assert press_graph.evidence("IRN", "FRA") == []


def test_evidence_of_a_node_that_does_not_exist(press_graph):
    with pytest.raises(QueryError, match=r"no actor 'ZEM' in this graph; ids look like \['BLR'"):
        press_graph.evidence("RUS", "ZEM")


def test_evidence_is_in_order_of_date(press_graph):
    found = press_graph.evidence("RUS", "UKR")
    days = [(s.date.end if s.date else press_graph.graph["articles"][s.article].date) or dt.date.max for s in found]
    assert len(found) > 3
    assert days == sorted(days)


def test_evidence_of_articles_that_are_gone(press_graph):
    press_graph.graph.clear()
    assert len(press_graph.evidence("RUS", "UKR")) > 3


def test_statements_are_those_of_the_build(press_graph, press_build):
    assert press_graph.statements() == list(press_build.statements)


# --- nodes and views -------------------------------------------------------------------------------------------------------


def test_nodes_carry_what_is_known(press_graph, press_build):
    assert set(press_graph) == {e.id for e in press_build.entities}
    russia = press_graph.nodes["RUS"]
    assert (russia["type"], russia["label"], russia["name"], russia["label_fr"]) == (
        "country",
        "Russia",
        "Russia",
        "Russie",
    )
    assert russia["wikidata"] == "Q159"
    assert "wikidata" not in press_graph.nodes["UKR"]


def test_the_graph_knows_its_articles_relations_and_manifest(press_graph, press_build):
    assert list(press_graph.graph["articles"]) == [a.id for a in press_build.articles]
    assert press_graph.graph["relations"] == press_build.relations
    assert press_graph.graph["manifest"] == press_build.manifest
    assert press_graph.graph["manifest"] is not press_build.manifest


VIEWS = {
    "subgraph": lambda g: g.subgraph(["RUS", "UKR", "FRA"]),
    "a copy of a subgraph": lambda g: g.subgraph(["RUS", "UKR", "FRA"]).copy(),
    "ego_graph": lambda g: nx.ego_graph(g, "RUS", undirected=True),
    "edge_subgraph": lambda g: g.edge_subgraph([("RUS", "UKR", "attacks"), ("FRA", "UKR", "supports")]),
    "reverse": lambda g: g.reverse(),
    "copy": lambda g: g.copy(),
}


@pytest.mark.parametrize("view", VIEWS)
def test_views_keep_evidence_and_display(view, press_graph):
    made = VIEWS[view](press_graph)
    assert isinstance(made, KnowledgeGraph)
    found = made.evidence("UKR", "RUS", "attacks")
    assert isinstance(found, Evidence)
    assert [s.relation for s in found] == ["attacks"]
    assert "<" in made._repr_html_()
    assert "<" in found._repr_html_()
    assert str(made.number_of_nodes()) in repr(made)
    assert made.graph["relations"]


def test_an_empty_build_is_an_empty_graph(press_build):
    graph = to_graph(replace(press_build, entities=(), statements=(), articles=()))
    assert (len(graph), graph.statements(), graph.both_ways().size()) == (0, [], 0)
    assert repr(graph) == "<KnowledgeGraph: 0 nodes, 0 edges>"


def test_the_order_of_statements_does_not_matter(press_build):
    turned = replace(press_build, statements=press_build.statements[::-1])
    a, b = to_graph(press_build), to_graph(turned)
    assert list(a.edges(keys=True)) == list(b.edges(keys=True))
    assert nx.utils.graphs_equal(a, b)


def test_polarity_is_not_modality(press_build):
    denied = [s for s in press_build.statements if s.polarity == Polarity.NEGATIVE]
    assert denied
    assert all(s.modality == Modality.ASSERTED for s in denied)


def test_a_graph_without_dates(press_build):
    bare = replace(
        press_build,
        articles=tuple(Article(a.text, a.id) for a in press_build.articles),
        statements=tuple(replace(s, date=None) for s in press_build.statements),
    )
    graph = to_graph(bare)
    assert all("first_date" not in d for *_, d in graph.edges(data=True))
    assert len(graph.evidence("RUS", "UKR")) > 3


def test_what_a_file_calls_a_filter_cannot_act_on_a_terminal(press_graph):
    press_graph.graph["part"] = ("since 2022", "\x1b[31m\u202ered" + "x" * 100)
    assert "; since 2022; [31mredx" in repr(press_graph)
    assert len(repr(press_graph)) < 200
