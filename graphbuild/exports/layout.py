"""Where the nodes are drawn: a pure function of the graph, always the same, so that no browser has to search."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np

from graphbuild.exports import forces, importance, packing, records
from graphbuild.exports.forces import Points
from graphbuild.model import HIDDEN

Place = tuple[int, int]
Pulls = dict[tuple[str, str], float]

PULL = {
    "structural": 1.4,
    "verbal cooperation": 1.0,
    "material cooperation": 1.1,
    "verbal conflict": 0.35,
    "material conflict": 0.3,
}
"""How strongly an edge draws its nodes together: allies end up side by side, adversaries face to face."""

RATIO = 1.5
"""Width to height of the drawing: screens are wider than high; the page stretches it to other shapes."""
CORE = 900
"""The nodes with most edges that push each other apart; the others are set around their neighbours."""
SMALL = 200
"""Up to so many nodes, none is left lying on an edge between two others."""
MAIN = 0.66
"""The part of the drawing that the largest component takes, where it has most of the nodes."""


def positions(graph: nx.MultiDiGraph, known: Mapping[str, Place] | None = None) -> dict[str, Place]:
    """A place (x, y) in pixels for every node, y growing downwards; depends on nothing but the graph's content.

    ``known`` are places of some nodes, such as those of ``start``, that the drawing of all shall remind of.
    """
    edges, (nodes, labels) = records.edges(graph), _nodes(graph)
    pulls = _pulls(edges)
    linked = {edge[end] for edge in edges for end in ("source", "target")}
    places = _packed(_components([node for node in nodes if node in linked], edges), pulls, labels, known or {})
    places |= _rows([node for node in nodes if node not in linked], places, labels)
    return {node: places[node] for node in nodes}


def start(graph: nx.MultiDiGraph) -> dict[str, Place]:
    """Places for the nodes that the page of a large graph opens on, without the others; {} for a small one."""
    edges, (_, labels) = records.edges(graph), _nodes(graph)
    nodes = set(importance.start(edges))
    among = [e for e in edges if e["source"] in nodes and e["target"] in nodes and e["status"] not in HIDDEN]
    return _packed(_components(sorted(nodes), among), _pulls(among), labels, {})


def _nodes(graph: nx.MultiDiGraph) -> tuple[list[str], dict[str, str]]:
    """The nodes' ids, and the longer of the labels of each."""
    nodes = records.nodes(graph)
    return [node for node, _ in nodes], {
        node: max(str(data["label"]), str(data["label_fr"]), key=len) for node, data in nodes
    }


def _pulls(edges: Iterable[dict[str, Any]]) -> Pulls:
    """Pair of nodes → how strongly all edges between them draw them together; below zero where all are conflicts."""
    pulls: Pulls = defaultdict(float)
    friendly = set()
    for edge in edges:
        if edge["source"] != edge["target"]:
            pair = min(edge["source"], edge["target"]), max(edge["source"], edge["target"])
            pull = PULL.get(edge["quad"], 1.0)
            faint = 0.15 if edge["status"] in HIDDEN else 1.0
            pulls[pair] += faint * pull * (1 + 0.25 * math.log1p(edge["weight"]))
            if pull >= 1:
                friendly.add(pair)
    return {pair: min(pull, 4.0) if pair in friendly else -min(pull, 1.0) for pair, pull in sorted(pulls.items())}


def _components(nodes: list[str], edges: Iterable[dict[str, Any]]) -> list[list[str]]:
    """The parts that nothing connects, the largest first, the nodes of each with those of most edges first.

    Edges that views hide at first hold nothing together but the nodes that have no others.
    """
    shown = [(edge["source"], edge["target"]) for edge in edges if edge["status"] not in HIDDEN]
    firm = {node for pair in shown for node in pair}
    pairs = [(edge["source"], edge["target"]) for edge in edges]
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from([*shown, *((a, b) for a, b in pairs if a not in firm or b not in firm)])
    parts = [sorted(part, key=lambda node: (-graph.degree(node), node)) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), part))


def _packed(
    parts: list[list[str]], pulls: Pulls, labels: dict[str, str], known: Mapping[str, Place]
) -> dict[str, Place]:
    """Places for all components: the largest for itself, the others in a band beside or below it."""
    if not parts:
        return {}
    of = {node: number for number, part in enumerate(parts) for node in part}
    own: list[Pulls] = [{} for _ in parts]
    for (a, b), pull in pulls.items():
        if of[a] == of[b]:
            own[of[a]][a, b] = pull
    degrees = Counter(node for pair in pulls for node in pair)
    sizes = [np.array([_box(labels[node], degrees[node]) for node in part], dtype=np.float32) for part in parts]
    drawn = [_component(part, own[i], sizes[i], known) for i, part in enumerate(parts)]
    boxes = [_bounds(points, sizes[i]) for i, points in enumerate(drawn)]
    taken = [(float(box[2] - box[0]) + 16, float(box[3] - box[1]) + 16) for box in boxes]
    if 2 * len(parts[0]) > len(of) and len(parts) > 1:
        factor = math.sqrt(max(1.0, MAIN / (1 - MAIN) * sum(w * h for w, h in taken[1:]) / (taken[0][0] * taken[0][1])))
        drawn[0] = drawn[0] * np.float32(factor)
        boxes[0] = _bounds(drawn[0], sizes[0])
        taken[0] = float(boxes[0][2] - boxes[0][0]) + 16, float(boxes[0][3] - boxes[0][1]) + 16
        corners, whole = packing.around(taken[0], taken[1:], RATIO)
        corners = [(0.0, 0.0), *corners]
    else:
        area = sum(w * h for w, h in taken)
        corners, whole = packing.shelves(taken, max(packing.side(area * 1.15, RATIO)[0], taken[0][0]))
    places = {}
    for part, points, box, (left, top) in zip(parts, drawn, boxes, corners, strict=True):
        for node, (x, y) in zip(part, points, strict=True):
            places[node] = round(float(x - box[0]) + left - whole[0] / 2), round(float(y - box[1]) + top - whole[1] / 2)
    return places


def _box(label: str, degree: int = 0) -> tuple[float, float]:
    """Half the width and height of a node with its label below, and some air: more for one of many edges."""
    air = 1 + min(degree, 20) / 40
    return max(20.0, 3.3 * min(len(label), 24) + 8.0) * air, 19.0 * air


def _bounds(points: Points, sizes: Points) -> Points:
    """Left, top, right and bottom of all boxes."""
    bounds: Points = np.concatenate([(points - sizes).min(axis=0), (points + sizes).max(axis=0)])
    return bounds


def _component(ranked: list[str], pulls: Pulls, sizes: Points, known: Mapping[str, Place]) -> Points:
    """Places for nodes that hang together, those with most edges first."""
    if len(ranked) <= 3:  # in a line, the one with most edges in the middle
        reach = np.float32(max(60.0, float(sizes[0, 0] + sizes[1:, 0].max(initial=0))))
        return np.array([(0, 0), (-reach, 0), (reach, 0)], dtype=np.float32)[: len(ranked)]
    core = {node: number for number, node in enumerate(ranked[:CORE])}
    links = [(core[a], core[b], pull) for (a, b), pull in pulls.items() if a in core and b in core]
    points = forces.spring(len(core), links, RATIO, _begin(ranked[:CORE], pulls, known))
    if len(ranked) > CORE:
        points = _around(points, ranked, pulls)
    need = 2.2 * float((4 * sizes[:, 0] * sizes[:, 1]).sum())
    points = forces.even(points, packing.side(need, RATIO), 0.75)
    points = forces.apart(points, sizes, 120 if len(ranked) <= 400 else 40, len(ranked) <= SMALL)
    if len(ranked) <= SMALL:
        index = {node: number for number, node in enumerate(ranked)}
        points = forces.clear(points, sizes, np.array([(index[a], index[b]) for a, b in pulls]), 18.0)
    return points


def _begin(ranked: list[str], pulls: Pulls, known: Mapping[str, Place]) -> Points | None:
    """Places to start from, where enough of them are known: the others around their neighbours."""
    first = [node for node in ranked if node in known]
    if len(first) < 10:
        return None
    points = np.array([known[node] for node in first], dtype=np.float32)
    points *= np.float32(math.sqrt(len(ranked) / len(first)))
    ordered = [*first, *(node for node in ranked if node not in known)]
    found = dict(zip(ordered, _around(points, ordered, pulls), strict=True))
    return np.array([found[node] for node in ranked], dtype=np.float32)


def _around(points: Points, ranked: list[str], pulls: Pulls) -> Points:
    """Adds the nodes that have no place yet, each on a circle around the middle of its neighbours that have one."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for a, b in pulls:
        neighbours[a].append(b)
        neighbours[b].append(a)
    places = dict(zip(ranked, points, strict=False))
    turns = np.random.default_rng(forces.SEED).uniform(0, 2 * math.pi, len(ranked))
    far = np.float32(np.abs(points).max() + forces.SPACE)
    for number, node in enumerate(ranked[len(points) :]):
        near = [places[other] for other in neighbours[node] if other in places]
        turn = np.array([math.cos(turns[number]), math.sin(turns[number])], dtype=np.float32)
        places[node] = np.mean(near, axis=0) + turn * np.float32(forces.SPACE) if near else turn * far
    return np.array([places[node] for node in ranked], dtype=np.float32)


def _rows(alone: list[str], places: dict[str, Place], labels: dict[str, str]) -> dict[str, Place]:
    """Places for nodes without edges: lines of text below the others."""
    left, right = (
        min((x for x, _ in places.values()), default=-500),
        max((x for x, _ in places.values()), default=500),
    )
    right = max(right, left + 900)
    x, y = float(left), max((y for _, y in places.values()), default=0) + 110
    found = {}
    for node in alone:
        half, high = _box(labels[node])
        if x + 2 * half > right and x > left:
            x, y = float(left), y + round(2.2 * high)
        found[node] = (round(x + half), y)
        x += 2 * half
    return found
