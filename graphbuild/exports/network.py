"""The graph as a pyvis network that cannot do what makes pyvis pages unsafe, online or slow."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network

from graphbuild import ownership
from graphbuild.exports import blocs, evidence, files, html, importance, layout, palette, records
from graphbuild.model import HIDDEN


class EvidenceNetwork(Network):  # type: ignore[misc]
    """A ``pyvis.network.Network`` that writes our page: nothing loaded, nothing executed, no physics, UTF-8."""

    def __init__(self, page: dict[str, Any]) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.page = page
        self.toggle_physics(False)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """The page; the arguments are pyvis' own and change nothing."""
        self.html = html.assemble({**self.page, "nodes": self.nodes, "edges": self.edges})
        return self.html

    def write_html(
        self, name: str | Path, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Writes the page to a file, and to no other."""
        files.replace(Path(name), self.generate_html())

    def show(self, name: str | Path, local: bool = True, notebook: bool = False) -> None:
        """Writes the page to a file."""
        self.write_html(name)


def to_pyvis(graph: nx.MultiDiGraph, lang: str | None = None, title: str = "") -> EvidenceNetwork:
    """A network with a place, shape and colour for every node, and parallel edges apart; the graph is not changed."""
    nodes, edges = dict(records.nodes(graph)), _once(records.edges(graph))
    articles = records.articles(graph)
    network = EvidenceNetwork(html.about(graph, lang, title))
    start = layout.start(graph)
    places, standings = layout.positions(graph), _standings(edges, start)
    ties = blocs.ties(edges)
    own = blocs.numbered(
        blocs.blocs(ties, blocs.homes(edges)), ties, {node: data["type"] for node, data in nodes.items()}
    )
    for node, data in nodes.items():
        x, y = places[node]
        network.add_node(node, **_node(data), x=x, y=y, bloc=own.get(node), **standings.get(node, {"size": 4.0}))
    cards: list[dict[str, Any]] = []
    for edge in edges:
        found = [evidence.card(statement, articles) for statement in edge["evidence"]]
        numbers = list(range(len(cards), len(cards) + len(found)))
        cards += found
        network.add_edge(edge["source"], edge["target"], **_edge(edge, nodes), evidence=numbers)
    network.page["statements"] = cards
    network.page["owners"] = ownership.owners(
        {node: data["type"] for node, data in nodes.items()}, records.statements(graph)
    )
    used = {card["article"] for card in cards if "article" in card}
    network.page["articles"] = {name: html.reference(articles[name]) for name in sorted(used)}
    return network


def _once(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The edges without the way back of symmetric ones (see ``KnowledgeGraph.both_ways``)."""
    known = {(edge["source"], edge["key"], edge["target"]) for edge in edges}
    return [
        edge
        for edge in edges
        if edge["directed"]
        or edge["source"] <= edge["target"]
        or (edge["target"], edge["key"], edge["source"]) not in known
    ]


def _standings(edges: list[dict[str, Any]], start: dict[str, tuple[int, int]]) -> dict[str, dict[str, Any]]:
    """Node with relations → rank and radius, both by importance, and where it is drawn at first when many are not."""
    strengths = importance.strengths(edges)
    found: dict[str, dict[str, Any]] = {}
    for rank, node in enumerate(importance.ranking(edges)):
        found[node] = {"rank": rank, "size": round(min(3.2 + 1.25 * math.sqrt(strengths[node]), 14.0), 1)}
        if node in start:
            found[node]["start"] = list(start[node])
    return found


def _node(data: dict[str, Any]) -> dict[str, Any]:
    labels = {"en": evidence.visible(str(data["label"])), "fr": evidence.visible(str(data["label_fr"]))}
    return {
        "label": evidence.short(labels["en"], 32) or "?",
        "labels": labels,
        "type": str(data["type"]),
        "aliases": [evidence.visible(str(alias)) for alias in data["aliases"]],
        "mentions": data["mentions"],
        "articles": len(data["articles"]),
        "wikidata": data.get("wikidata"),
        "shape": palette.shape(data["type"]),
        "color": palette.type_colour(data["type"]),
    }


def _edge(edge: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    label = evidence.visible(str(edge["label"]))
    ends = [evidence.short(str(nodes[edge[end]]["label"]), 60) for end in ("source", "target")]
    counts = {status: edge[f"n_{status}"] for status in palette.STATUSES if edge[f"n_{status}"]}
    return {
        "id": edge["id"],
        "title": f"{ends[0]} – {label} – {ends[1]}\n{edge['status']}",
        "labels": {"en": label, "fr": evidence.visible(str(edge["label_fr"]))},
        "relation": edge["relation"],
        "quad": edge["quad"],
        "status": edge["status"],
        "counts": counts,
        "weight": edge["weight"],
        "articles": edge["articles"],
        "dates": [edge["first_date"], edge["last_date"]] if edge.get("first_date") else None,
        "color": palette.quad_colour(edge["quad"]),
        "width": round(min(1.4 + math.log2(1 + edge["weight"]), 5.0), 1),
        "dashes": list(palette.DASHES.get(edge["status"], ())) or False,
        "arrows": "to" if edge["directed"] else "",
        "hidden": edge["status"] in HIDDEN,
    }
