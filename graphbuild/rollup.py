"""The graph with the officials and places of a country drawn together in that country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import networkx as nx

from graphbuild import edges, ownership
from graphbuild.edges import Graph
from graphbuild.model import Statement


def owners(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Entity → the country it belongs to; see ``ownership.owners``."""
    types = {node: data.get("type", "") for node, data in graph.nodes(data=True)}
    return ownership.owners(types, edges.statements(graph))


def rolled_up(graph: Graph) -> Graph:
    """A graph in which every entity of ``owners`` is its country; « Lavrov rencontre Blinken » is an edge RUS–USA.

    Statements keep their id, quote and spans; what then holds between a country and itself is left out, and so are
    edges that no statement stands behind. The given graph is not changed.
    """
    home = owners(graph)
    view: Graph = graph.__class__(**{**graph.graph, "part": (*graph.graph.get("part", ()), "rolled up into countries")})
    for node, data in graph.nodes(data=True):
        if node not in home:
            view.add_node(node, **data)
    for node, country in home.items():
        held, own = view.nodes[country], graph.nodes[node]
        held["articles"] = sorted({*held.get("articles", ()), *own.get("articles", ())})
        held["mentions"] = held.get("mentions", 0) + own.get("mentions", 0)
    moved = (_move(statement, home) for statement in edges.statements(graph))
    edges.add_edges(view, (statement for statement in moved if statement.source != statement.target))
    return view


def _move(statement: Statement, home: Mapping[str, str]) -> Statement:
    source, target = statement.source, statement.target
    return replace(statement, source=home.get(source, source), target=home.get(target, target))
