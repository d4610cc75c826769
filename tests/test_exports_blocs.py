"""Blocs: allies together, opponents apart, whatever the order, with those who follow one of them."""

import random

import networkx as nx
import pytest

from graphbuild.exports import blocs, records


def rows(*edges):
    """Edges (source, relation, target, quad class) as records."""
    graph = nx.MultiDiGraph()
    for source, relation, target, quad in edges:
        graph.add_edge(source, target, relation, quad=quad)
    return records.edges(graph)


def ties(*edges):
    return blocs.ties(rows(*edges))


def camp(*members):
    return [
        (one, "supports", other, "verbal cooperation") for i, one in enumerate(members) for other in members[i + 1 :]
    ]


TWO = [*camp("a", "b", "c"), *camp("x", "y", "z"), ("a", "attacks", "x", "material conflict")]


def groups(*edges):
    found = {}
    for node, head in blocs.blocs(ties(*edges), blocs.homes(rows(*edges))).items():
        found.setdefault(head, set()).add(node)
    return sorted(sorted(group) for group in found.values())


def test_allies_make_a_bloc():
    assert groups(*TWO) == [["a", "b", "c"], ["x", "y", "z"]]


def test_a_bloc_has_the_name_of_its_foremost_node():
    assert blocs.blocs(ties(*TWO), {})["b"] == "a"


def test_who_holds_an_office_follows_and_who_attacks_does_not():
    followers = ("p", "holds_office_in", "b", "structural"), ("q", "attacks", "b", "material conflict")
    assert groups(*TWO, *followers) == [["a", "b", "c", "p"], ["q"], ["x", "y", "z"]]


def test_conflict_outweighs_what_was_said():
    edges = ("a", "meets", "b", "verbal cooperation"), ("b", "invades", "a", "material conflict")
    assert ties(*edges)["a", "b"] < 0
    assert groups(*edges) == [["a"], ["b"]]


def test_who_speaks_with_the_other_side_stays_with_his_own():
    talks = (
        ("p", "holds_office_in", "a", "structural"),
        *(("p", "talks_with", who, "verbal cooperation") for who in "xyz"),
    )
    assert groups(*TWO, *talks) == [["a", "b", "c", "p"], ["x", "y", "z"]]


def test_homes_are_found_step_by_step_and_circles_end():
    steps = ("p", "holds_office_in", "t", "structural"), ("t", "located_in", "b", "structural")
    assert groups(*TWO, *steps) == [["a", "b", "c", "p", "t"], ["x", "y", "z"]]
    circle = ("u", "located_in", "v", "structural"), ("v", "located_in", "u", "structural")
    assert groups(*circle) == [["u", "v"]]


def test_of_two_homes_the_one_that_more_articles_assert():
    graph = nx.MultiDiGraph()
    graph.add_edge("p", "a", "holds_office_in", weight=1)
    graph.add_edge("p", "b", "holds_office_in", weight=3)
    graph.add_edge("q", "a", "holds_office_in", weight=3, status="denied")
    assert blocs.homes(records.edges(graph)) == {"p": "b"}


def test_neighbours_are_no_allies():
    known = ties(("a", "borders", "b", "structural"), ("a", "allied_with", "c", "structural"))
    assert known["a", "b"] < known["a", "c"] / 3


def test_hidden_edges_tie_only_those_who_have_no_others():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "supports", quad="verbal cooperation")
    graph.add_edge("a", "b", "attacks", quad="material conflict", status="denied")
    graph.add_edge("a", "c", "attacks", quad="material conflict", status="denied")
    known = blocs.ties(records.edges(graph))
    assert known == {("a", "b"): 1.0, ("a", "c"): blocs.FAINT}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_matter(seed):
    chance = random.Random(seed)
    pairs = {
        (f"n{a}", f"n{b}"): chance.choice([1.0, 1.5, -1.0])
        for b in range(40)
        for a in range(b)
        if chance.random() < 0.1
    }
    turned = list(pairs.items())
    chance.shuffle(turned)
    assert blocs.blocs(dict(turned), {}) == blocs.blocs(pairs, {})
    assert blocs.blocs(pairs, {}).keys() == {node for pair in pairs for node in pair}


def test_numbers_go_to_blocs_of_more_than_one_country():
    edges = *TWO, ("p", "holds_office_in", "l", "structural"), ("l", "has", "m", "structural")
    types = dict.fromkeys("abx", "country") | dict.fromkeys("cyz", "organization") | {"l": "country", "p": "person"}
    found = blocs.blocs(ties(*edges), blocs.homes(rows(*edges)))
    assert blocs.numbered(found, ties(*edges), types) == dict.fromkeys("abc", 0) | dict.fromkeys("xyz", 1)


def test_nothing_ties_nothing():
    assert blocs.ties([]) == {}
    assert blocs.blocs({}, {}) == {}
    assert blocs.numbered({}, {}, {}) == {}
