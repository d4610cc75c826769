"""Statements as edges, and the graph of some of them."""

from conftest import make_build

from graphbuild import edges
from graphbuild.graph import KnowledgeGraph, to_graph
from graphbuild.model import HIDDEN


def chosen(graph, *relations):
    return [s for s in graph.statements() if s.relation in relations]


def test_a_part_has_the_nodes_that_its_edges_join(press_graph):
    part = edges.part(press_graph, chosen(press_graph, "sanctions"), "sanctions only")
    assert isinstance(part, KnowledgeGraph)
    assert set(part) == {"EU", "USA", "RUS", "BLR"}
    assert {key for *_, key in part.edges(keys=True)} == {"sanctions"}
    assert part.nodes["RUS"]["label_fr"] == "Russie"


def test_a_part_has_the_articles_of_its_statements(press_graph):
    part = edges.part(press_graph, chosen(press_graph, "sanctions"), "sanctions only")
    assert list(part.graph["articles"]) == ["article-2", "article-3"]
    assert part.nodes["RUS"]["articles"] == ["article-2", "article-3"]
    assert len(press_graph.nodes["RUS"]["articles"]) == 4
    assert part.nodes["RUS"]["mentions"] == press_graph.nodes["RUS"]["mentions"]


def test_a_part_says_what_it_is_a_part_of(press_graph):
    part = edges.part(edges.part(press_graph, press_graph.statements(), "one"), [], "two")
    assert part.graph["part"] == ("one", "two")
    assert repr(part) == "<KnowledgeGraph: 0 nodes, 0 edges; one; two>"
    assert "part" not in press_graph.graph


def test_edges_of_all_statements_are_the_edges(press_graph):
    part = edges.part(press_graph, press_graph.statements(), "all")
    assert list(part.edges(keys=True, data=True)) == list(press_graph.edges(keys=True, data=True))


def test_an_original_that_is_not_in_the_part_still_makes_copies_one():
    lines = [f"{n} supports FRA UKR : [S Paris] [T soutient] [O Kiev]." for n in (1, 5)]
    graph = to_graph(make_build(lines))
    (copy,) = (s for s in graph.statements() if s.article == "article-5")
    assert edges.origin(copy, graph.graph["articles"]) == "article-1"
    assert edges.origin(copy, edges.part(graph, [copy], "copy").graph["articles"]) == "article-1"
    assert edges.origin(copy, {}) == "article-5"


def test_an_interval_is_of_what_is_said_else_of_the_article(press_graph):
    articles = press_graph.graph["articles"]
    dated = next(s for s in press_graph.statements() if s.date)
    assert [str(day) for day in edges.interval(dated, articles)] == ["2022-02-24"] * 2
    undated = next(s for s in press_graph.statements() if s.article == "article-2")
    assert [str(day) for day in edges.interval(undated, articles)] == ["2022-03-02"] * 2
    assert edges.interval(undated, {}) is None


def test_the_status_is_hidden_where_nothing_is_said_to_be_so(press_graph):
    assert edges.status([s for s in press_graph.statements() if s.target == "NATO" and s.source == "UKR"]) in HIDDEN
    assert edges.status([]) == "denied"
