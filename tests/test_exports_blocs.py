"""Blocs: allies together, opponents apart, whatever the order, with those who follow one of them."""

import random

import networkx as nx
import pytest

from graphbuild.exports import blocs, records


def ties(*edges):
    """Ties of edges (source, relation, target, quad class)."""
    graph = nx.MultiDiGraph()
    for source, relation, target, quad in edges:
        graph.add_edge(source, target, relation, quad=quad)
    return blocs.ties(records.edges(graph))


def camp(*members):
    return [
        (one, "supports", other, "verbal cooperation") for i, one in enumerate(members) for other in members[i + 1 :]
    ]


TWO = [*camp("a", "b", "c"), *camp("x", "y", "z"), ("a", "attacks", "x", "material conflict")]


def groups(known):
    found = {}
    for node, head in blocs.blocs(known).items():
        found.setdefault(head, set()).add(node)
    return sorted(sorted(group) for group in found.values())


def test_allies_make_a_bloc():
    assert groups(ties(*TWO)) == [["a", "b", "c"], ["x", "y", "z"]]


def test_a_bloc_has_the_name_of_its_foremost_node():
    assert blocs.blocs(ties(*TWO))["b"] == "a"


def test_who_holds_an_office_follows_and_who_attacks_does_not():
    known = ties(*TWO, ("p", "holds_office_in", "b", "structural"), ("q", "attacks", "b", "material conflict"))
    assert groups(known) == [["a", "b", "c", "p"], ["q"], ["x", "y", "z"]]


def test_conflict_outweighs_what_was_said():
    known = ties(("a", "meets", "b", "verbal cooperation"), ("b", "invades", "a", "material conflict"))
    assert known["a", "b"] < 0
    assert groups(known) == [["a"], ["b"]]


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
    assert blocs.blocs(dict(turned)) == blocs.blocs(pairs)
    assert blocs.blocs(pairs).keys() == {node for pair in pairs for node in pair}


def test_numbers_go_to_blocs_of_more_than_one_country():
    known = ties(*TWO, ("p", "holds_office_in", "l", "structural"), ("l", "has", "m", "structural"))
    types = dict.fromkeys("abx", "country") | dict.fromkeys("cyz", "organization") | {"l": "country", "p": "person"}
    assert blocs.numbered(known, types) == dict.fromkeys("abc", 0) | dict.fromkeys("xyz", 1)


def test_nothing_ties_nothing():
    assert blocs.ties([]) == {}
    assert blocs.blocs({}) == {}
    assert blocs.numbered({}, {}) == {}
