"""Who is whose: the graph with the officials and places of a country drawn together in that country."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

import networkx as nx

from graphbuild import edges
from graphbuild.edges import Graph
from graphbuild.model import EntityType, Modality, Polarity, Statement

OWNERSHIP = {
    EntityType.PERSON: frozenset({"holds_office_in"}),
    EntityType.PLACE: frozenset({"located_in", "capital_of"}),
}
"""The relations that tell whose an entity is, by its type. Organizations stand for themselves: a seat owns no one, and
armies and ministries are their country from the start."""


def owners(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Entity → the country it belongs to, by what the articles themselves say; the undecided are left out.

    An entity goes where most asserted statements put it, a person by offices still held; steps are followed (a mayor
    to the town, the town to its country). Where two are named equally often there is no owner.
    """
    types = {node: EntityType(data["type"]) for node, data in graph.nodes(data=True)}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for s in edges.statements(graph):
        holds = s.modality == Modality.ASSERTED and s.polarity == Polarity.POSITIVE and not s.former
        if holds and s.relation in OWNERSHIP.get(types[s.source], ()):
            votes[s.source][s.target] += 1
    nearest = {node: owner for node, targets in votes.items() if (owner := _most(targets))}
    found = ((node, _country(node, nearest, types)) for node in sorted(nearest))
    return {node: country for node, country in found if country}


def rolled_up(graph: Graph) -> Graph:
    """A graph in which every entity of ``owners`` is its country; « Lavrov rencontre Blinken » is an edge RUS–USA.

    Statements keep their id, quote and spans; what then holds between a country and itself is left out. The given
    graph is not changed.
    """
    home = owners(graph)
    view: Graph = graph.__class__(**{**graph.graph, "part": (*graph.graph.get("part", ()), "rolled up into countries")})
    for node, data in graph.nodes(data=True):
        if node not in home:
            view.add_node(node, **data)
    for node, country in home.items():
        held, own = view.nodes[country], graph.nodes[node]
        held["articles"] = sorted({*held["articles"], *own["articles"]})
        held["mentions"] += own["mentions"]
    moved = (_move(statement, home) for statement in edges.statements(graph))
    edges.add_edges(view, (statement for statement in moved if statement.source != statement.target))
    return view


def _most(votes: Counter[str]) -> str | None:
    """The most named one, if it is one."""
    ranked = votes.most_common(2)
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _country(node: str, nearest: Mapping[str, str], types: Mapping[str, EntityType]) -> str | None:
    seen = {node}
    while (step := nearest.get(node)) and step not in seen:
        if types[step] == EntityType.COUNTRY:
            return step
        seen.add(step)
        node = step
    return None


def _move(statement: Statement, home: Mapping[str, str]) -> Statement:
    source, target = statement.source, statement.target
    return replace(statement, source=home.get(source, source), target=home.get(target, target))
