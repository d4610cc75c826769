"""Filters: what passes, what the new graph counts, and that the old one stays as it was."""

import copy
import datetime as dt
from dataclasses import replace
from itertools import permutations

import networkx as nx
import pytest
from conftest import SENTENCES, make_build
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild import views
from graphbuild.errors import QueryError
from graphbuild.graph import KnowledgeGraph, to_graph
from graphbuild.model import When

WEAPONS = "sends_weapons_to IRN RUS"


def weapons(*modalities, article=range(1, 6)):
    lines = [f"{n} {WEAPONS} {m} : [S L'Iran] [T livre] à [O la Russie]." for n, m in zip(article, modalities)]  # noqa: B905
    return to_graph(make_build(lines))


def quotes(graph):
    return [s.quote for s in graph.statements()]


def dated(*whens):
    """A graph of statements with these intervals, in an article of 2022-03-02 or (None, None) in one without a date."""
    build = make_build([f"{2 if when else 4} {WEAPONS} : [S L'Iran] [T livre] à [O Moscou]." for when in whens])
    dates = iter([when for when in whens if when] + [None] * len(whens))
    made = [
        replace(s, date=None if not (when := next(dates)) else When(*map(dt.date.fromisoformat, when), "explicit"))
        for s in build.statements
    ]
    return to_graph(replace(build, statements=tuple(made)))


# --- time -----------------------------------------------------------------------------------------------------------------


def test_since_takes_the_day_itself(press_graph):
    part = press_graph.since("2022-03-02")
    assert {s.article for s in part.statements()} == {"article-2", "article-3"}
    assert press_graph.since("2022-03-03").number_of_edges() < part.number_of_edges()
    assert press_graph.since(dt.date(2022, 3, 2)).statements() == part.statements()


def test_until_takes_the_day_itself(press_graph):
    assert {s.article for s in press_graph.until("2022-02-26").statements()} == {"article-1"}
    assert len(press_graph.until("2022-02").statements()) == len(press_graph.until("2022-02-28").statements())


def test_the_date_in_the_text_comes_before_that_of_the_article(press_graph):
    assert "invades" in {s.relation for s in press_graph.until("2022-02-24").statements()}
    assert len(press_graph.until("2022-02-24").statements()) == 1


def test_between_takes_whole_months_and_years(press_graph):
    assert {s.article for s in press_graph.between("2022-03", "2022-11").statements()} == {"article-2", "article-3"}
    assert (
        press_graph.between("2022", "2022").statements() == press_graph.between("2022-01-01", "2022-12-31").statements()
    )


def test_an_imprecise_date_passes_where_it_may_lie_within():
    graph = dated(("2022-01-01", "2022-12-31"))
    assert (
        graph.between("2022-06", "2022-06").size()
        == graph.since("2022-12").size()
        == graph.until("2022-01-01").size()
        == 1
    )
    assert graph.since("2023").size() == graph.until("2021").size() == 0


def test_what_is_undated_is_left_out_unless_asked_for(press_graph):
    assert "article-4" not in {s.article for s in press_graph.since("1000").statements()}
    kept = press_graph.since("2022-11", undated=True)
    assert {s.article for s in kept.statements()} == {"article-3", "article-4"}
    assert (
        press_graph.until("1000", undated=True).statements()
        == press_graph.between("1000", "1001", undated=True).statements()
    )


def test_edges_count_what_passed(press_graph):
    assert press_graph.edges["EU", "RUS", "sanctions"]["weight"] == 2
    data = press_graph.since("2022-11").edges["EU", "RUS", "sanctions"]
    assert (data["weight"], data["articles"], data["n_asserted"], data["first_date"]) == (1, 1, 1, "2022-11-05")
    part = weapons("asserted", "possible").since("2022-03")
    assert part.edges["IRN", "RUS", "sends_weapons_to"]["status"] == "possible"


def test_wrong_dates_are_refused(press_graph):
    with pytest.raises(QueryError, match="no date: 'hier'"):
        press_graph.since("hier")
    with pytest.raises(QueryError, match="between 2023 and 2022 there is no day"):
        press_graph.between("2023", "2022")


# --- relations, actors, modality, number -------------------------------------------------------------------------------------


def test_relations(press_graph):
    part = press_graph.relations("sends_weapons_to", "gives aid to")
    assert {key for *_, key in part.edges(keys=True)} == {"sends_weapons_to", "gives_aid_to"}
    assert press_graph.relations().size() == 0
    with pytest.raises(QueryError, match="did you mean sanctions"):
        press_graph.relations("santions")


def test_a_dyad_is_both_directions(press_graph):
    part = press_graph.dyad("Russie", "Ukraine")
    assert set(part) == {"RUS", "UKR"}
    assert {s.relation for s in part.statements()} >= {"invades", "accuses", "talks_with"}
    assert part.statements() == press_graph.dyad("UKR", "RUS").statements()


def test_asserted_only_drops_the_other_statements_of_an_edge():
    graph = weapons("asserted", "possible", "denied").asserted_only()
    data = graph.edges["IRN", "RUS", "sends_weapons_to"]
    assert (data["n_asserted"], data["n_possible"], data["n_denied"]) == (1, 0, 0)
    assert weapons("planned", "possible", "requested", "hypothetical", "denied").asserted_only().size() == 0


def test_asserted_in_the_articles_own_voice(press_graph):
    assert press_graph.asserted_only().has_edge("RUS", "NATO", "accuses")
    assert not press_graph.asserted_only(attributed=False).has_edge("RUS", "NATO", "accuses")
    assert not press_graph.asserted_only(attributed=False).has_edge("RUS", "FIN", "threatens")


@pytest.mark.parametrize(
    ("modalities", "articles", "number"),
    [
        (["asserted", "asserted"], (1, 2), 2),
        (["asserted", "asserted"], (1, 5), 1),  # a near copy
        (["asserted", "asserted"], (1, 1), 1),
        (["asserted", "possible"], (1, 2), 1),
        (["asserted", "denied"], (1, 2), 1),
        (["planned", "planned", "possible"], (1, 2, 3), 2),
        (["denied", "denied", "denied"], (1, 2, 3), 3),
    ],
)
def test_min_articles_counts_those_that_bear_out_the_status(modalities, articles, number):
    graph = weapons(*modalities, article=articles)
    for least in (1, 2, 3):
        part = graph.min_articles(least)
        assert quotes(part) == (quotes(graph) if number >= least else [])


@pytest.mark.parametrize("number", [0, -1, 1.5, "2", None])
def test_min_articles_takes_numbers(number, press_graph):
    with pytest.raises(QueryError, match=r"a whole number from 1 on, not"):
        press_graph.min_articles(number)


def test_filters_chain(press_graph):
    part = press_graph.since("2022-02-24").relations("sanctions", "sends_weapons_to").min_articles(2)
    assert list(part.edges(keys=True)) == [("EU", "RUS", "sanctions")]
    assert part.graph["part"] == (
        "since 2022-02-24",
        "relations: sanctions, sends_weapons_to",
        "2 or more independent articles",
    )
    assert isinstance(part, KnowledgeGraph)


def test_roll_up_comes_first(press_graph):
    assert press_graph.rolled_up().relations("talks_with").has_edge("FRA", "RUS")
    assert not press_graph.relations("talks_with").rolled_up().has_edge("FRA", "RUS")


def test_parts_that_have_both_ways_or_views_of_graphs(press_graph):
    both = press_graph.both_ways().relations("talks_with")
    assert both.number_of_edges() == press_graph.relations("talks_with").number_of_edges()
    near = nx.ego_graph(press_graph, "NATO", undirected=True).relations("member_of")
    assert near.number_of_edges() == press_graph.relations("member_of").dyad("NATO", "FRA").size() + 6


def test_graphs_without_statements_have_no_parts():
    assert views.since(nx.MultiDiGraph([("a", "b")]), "2022").size() == 0
    assert KnowledgeGraph().asserted_only().min_articles(1).size() == 0


# --- what always holds --------------------------------------------------------------------------------------------------------

FILTERS = {
    "since": lambda g: g.since("2022-03"),
    "until": lambda g: g.until("2022-03"),
    "relations": lambda g: g.relations("sanctions", "sends_weapons_to", "talks_with", "structural"),
    "asserted": lambda g: g.asserted_only(),
    "own voice": lambda g: g.asserted_only(attributed=False),
    "dyad": lambda g: g.dyad("RUS", "UKR") if {"RUS", "UKR"} <= set(g) else g.relations(),
}
SOME = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map(lambda lines: to_graph(make_build(lines)))


def same(a, b):
    return dict(a.nodes(data=True)) == dict(b.nodes(data=True)) and list(a.edges(keys=True, data=True)) == list(
        b.edges(keys=True, data=True)
    )


@settings(deadline=None)
@given(SOME, st.sampled_from(list(permutations(FILTERS, 2))))
def test_filters_commute(graph, names):
    one, other = (FILTERS[name] for name in names)
    assert same(one(other(graph)), other(one(graph)))
    assert same(one(one(graph)), one(graph))


@settings(deadline=None)
@given(SOME)
def test_min_articles_commutes_with_relations_and_asserted_only(graph):
    for name in ("relations", "asserted"):
        assert same(FILTERS[name](graph).min_articles(2), FILTERS[name](graph.min_articles(2)))


@settings(deadline=None)
@given(SOME, st.sampled_from(sorted(FILTERS)))
def test_filters_invent_nothing_and_change_nothing(graph, name):
    before = copy.deepcopy((graph.graph, dict(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))
    part = FILTERS[name](graph)
    known = graph.statements()
    assert all(s in known for s in part.statements())
    assert set(part) <= set(graph)
    assert set(part.graph["articles"]) == {s.article for s in part.statements()}
    assert before == (graph.graph, dict(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)))


@settings(deadline=None)
@given(SOME)
def test_all_relations_are_all_edges(graph):
    everything = graph.relations(*graph.graph["relations"])
    assert list(everything.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert set(everything) == set(graph) - set(nx.isolates(graph))
