"""Where the nodes are drawn: a pure function of the graph, always the same, so that no browser has to search.

A node begins at a place that only its name decides, is drawn to the middle of those it is related with, then to its
bloc; forces do the rest in small steps. So a few statements more or less move the picture little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graphbuild.exports import blocs, forces, importance, packing, records
from graphbuild.exports.forces import Points
from graphbuild.model import HIDDEN

Place = tuple[int, int]
Pair = tuple[str, str]

RATIO = 1.5
"""Width to height of the drawing: screens are wider than high; the page stretches it to other shapes."""
CORE = 700
"""The nodes with the strongest ties that push each other apart; the others are set around their neighbours."""
SMALL = 200
"""Up to so many nodes, none is left lying on an edge between two others."""
MAIN = 0.66
"""The part of the drawing that the largest component takes, where it has most of the nodes."""
TOGETHER = 0.2
"""How much of the way to the middle of its bloc a node goes before the forces act."""


@dataclass(frozen=True)
class Ground:
    """What a layout goes by: the names' boxes, the ties, the blocs, and where each node of many ties begins."""

    labels: dict[str, str]
    edges: list[dict[str, Any]]
    ties: dict[Pair, float]
    blocs: dict[str, str]
    begin: dict[str, tuple[float, float]]


def positions(graph: nx.MultiDiGraph) -> dict[str, Place]:
    """A place (x, y) in pixels for every node, y growing downwards; depends on nothing but the graph's content."""
    ground = _ground(graph)
    linked = {edge[end] for edge in ground.edges for end in ("source", "target")}
    places = _packed(_components(sorted(linked), ground.edges), ground.ties, ground)
    places |= _rows([node for node in ground.labels if node not in linked], places, ground.labels)
    return {node: places[node] for node in ground.labels}


def start(graph: nx.MultiDiGraph) -> dict[str, Place]:
    """Places for the nodes that the page of a large graph opens on, without the others; {} for a small one."""
    ground = _ground(graph)
    nodes = set(importance.start(ground.edges))
    ties = {pair: tie for pair, tie in ground.ties.items() if nodes.issuperset(pair)}
    degrees = _degrees(ties)
    parts = _components(sorted({edge[end] for edge in ground.edges for end in ("source", "target")}), ground.edges)
    parts = [sorted(nodes.intersection(part), key=lambda node: (-degrees[node], node)) for part in parts]
    return _packed(sorted(filter(None, parts), key=lambda part: (-len(part), part)), ties, ground)


def _ground(graph: nx.MultiDiGraph) -> Ground:
    edges, nodes = records.edges(graph), records.nodes(graph)
    labels = {node: max(str(data["label"]), str(data["label_fr"]), key=len) for node, data in nodes}
    ties = blocs.ties(edges)
    degrees = _degrees(ties)
    inner = [node for node in sorted(degrees) if degrees[node] > 1]
    places = forces.blurred(forces.scattered(inner), _links(inner, ties)).tolist()
    return Ground(
        labels, edges, ties, blocs.blocs(ties, blocs.homes(edges)), dict(zip(inner, map(tuple, places), strict=True))
    )


def _degrees(ties: Iterable[Pair]) -> Counter[str]:
    return Counter(node for pair in ties for node in pair)


def _links(nodes: list[str], ties: dict[Pair, float]) -> forces.Links:
    """The ties among nodes, by their numbers."""
    numbers = {node: number for number, node in enumerate(nodes)}
    return forces.links(
        [(numbers[a], numbers[b], tie) for (a, b), tie in ties.items() if a in numbers and b in numbers]
    )


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


def _packed(parts: list[list[str]], ties: dict[Pair, float], ground: Ground) -> dict[str, Place]:
    """Places for all components: the largest for itself, the others in a band beside or below it."""
    if not parts:
        return {}
    of = {node: number for number, part in enumerate(parts) for node in part}
    own: list[dict[Pair, float]] = [{} for _ in parts]
    for (a, b), tie in ties.items():
        if of[a] == of[b]:
            own[of[a]][a, b] = tie
    degrees = _degrees(ties)
    sizes = [np.array([_box(ground.labels[node], degrees[node]) for node in part]) for part in parts]
    drawn = [_component(part, own[i], sizes[i], ground) for i, part in enumerate(parts)]
    boxes = [_bounds(points, sizes[i]) for i, points in enumerate(drawn)]
    taken = [(float(box[2] - box[0]) + 16, float(box[3] - box[1]) + 16) for box in boxes]
    if 2 * len(parts[0]) > len(of) and len(parts) > 1:
        factor = math.sqrt(max(1.0, MAIN / (1 - MAIN) * sum(w * h for w, h in taken[1:]) / (taken[0][0] * taken[0][1])))
        drawn[0] = drawn[0] * factor
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
    return np.concatenate([(points - sizes).min(axis=0), (points + sizes).max(axis=0)])


def _component(ranked: list[str], ties: dict[Pair, float], sizes: Points, ground: Ground) -> Points:
    """Places for nodes that hang together, those with most edges first."""
    if len(ranked) <= 3:  # in a line, the one with most edges in the middle
        reach = max(60.0, float(sizes[0, 0] + sizes[1:, 0].max(initial=0)))
        return np.array([(0, 0), (-reach, 0), (reach, 0)], dtype=np.float64)[: len(ranked)]
    near: dict[str, list[str]] = defaultdict(list)
    strength: dict[str, float] = defaultdict(float)
    for (a, b), tie in ties.items():
        near[a].append(b)
        near[b].append(a)
        strength[a] += abs(tie)
        strength[b] += abs(tie)
    inner = {node for node in ranked if len(near[node]) > 1}
    inner |= {node for node in ranked if node in ground.begin and inner.isdisjoint(near[node])}
    core = sorted(sorted(inner, key=lambda node: (-strength[node], node))[:CORE])
    found = dict(zip(core, _core(core, ties, near, strength, ground), strict=True))
    _surround(found, sorted(ranked, key=lambda node: (-strength[node], node)), near)
    points = np.array([found[node] for node in ranked])
    points = forces.even(points, packing.side(2.5 * float((4 * sizes[:, 0] * sizes[:, 1]).sum()), RATIO), 0.7)
    points = forces.apart(points, sizes, 120 if len(ranked) <= 400 else 60, exact=True)
    if len(ranked) <= SMALL:
        index = {node: number for number, node in enumerate(ranked)}
        points = forces.clear(points, sizes, np.array([(index[a], index[b]) for a, b in ties]), 18.0)
    return points


def _core(
    core: list[str], ties: dict[Pair, float], near: dict[str, list[str]], strength: dict[str, float], ground: Ground
) -> Points:
    """Places for the nodes that hold the others together, blocs beside each other."""
    numbers = {head: number for number, head in enumerate(sorted({ground.blocs[node] for node in core}))}
    groups = np.array([numbers[ground.blocs[node]] for node in core], dtype=np.intp)
    weight = np.array([strength[node] + 1 for node in core])
    points = forces.grouped(np.array([ground.begin[node] for node in core]), groups, weight, TOGETHER)
    inside = set(core)
    followers = [sum(other not in inside for other in near[node]) for node in core]
    room = np.array([1 + 0.25 * len(near[node]) + 0.5 * own for node, own in zip(core, followers, strict=True)])
    return forces.spring(points, _links(core, ties), groups, np.sqrt(room), RATIO)


def _surround(found: dict[str, Points], ranked: list[str], near: dict[str, list[str]]) -> None:
    """Adds the nodes that have no place yet, each around the middle of its neighbours that have one."""
    rest = [node for node in ranked if node not in found]
    crowd = Counter(other for node in rest for other in near[node])
    turns = dict(zip(rest, forces.scattered(rest), strict=True))
    while rest:
        ready = [node for node in rest if any(other in found for other in near[node])] or rest
        for node in ready:
            hosts = [other for other in near[node] if other in found]
            reach = 60 + 22 * math.sqrt(max((crowd[other] for other in hosts), default=0))
            middle = np.mean([found[other] for other in hosts], axis=0) if hosts else np.zeros(2)
            found[node] = middle + turns[node] * reach
        rest = [node for node in rest if node not in found]


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
