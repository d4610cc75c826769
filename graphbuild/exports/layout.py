"""Where the nodes are drawn: a pure function of the graph, always the same, so that no browser has to search."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphbuild.exports import palette, records

Points = NDArray[np.float32]

PULL = {
    "structural": 1.4,
    "verbal cooperation": 1.0,
    "material cooperation": 1.1,
    "verbal conflict": 0.35,
    "material conflict": 0.3,
}
"""How strongly an edge draws its nodes together: allies end up side by side, adversaries face to face."""

SPACE = 150.0
"""The wished length of an edge, in pixels."""
CORE = 900
"""The nodes with most edges that push each other apart; the others are set around their neighbours."""
SMALL = 200
"""Up to so many nodes, none is left lying on an edge between two others."""
SEED = 20220224


def positions(graph: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """A place (x, y) in pixels for every node, y growing downwards; depends on nothing but the graph's content."""
    nodes = records.nodes(graph)
    pulls = _pulls(records.edges(graph))
    linked = {node for pair in pulls for node in pair}
    labels = {node: max(str(data["label"]), str(data["label_fr"]), key=len) for node, data in nodes}
    drawn = [node for node, _ in nodes if node in linked]
    places = _spread(drawn, pulls, labels)
    alone = [node for node, _ in nodes if node not in linked]
    places |= _rows(alone, places, labels)
    return {node: places[node] for node, _ in nodes}


def _pulls(edges: Iterable[dict[str, Any]]) -> dict[tuple[str, str], float]:
    """Pair of nodes → how strongly all edges between them draw them together."""
    pulls: dict[tuple[str, str], float] = defaultdict(float)
    for edge in edges:
        if edge["source"] != edge["target"]:
            pair = min(edge["source"], edge["target"]), max(edge["source"], edge["target"])
            faint = 0.15 if edge["status"] in palette.HIDDEN else 1.0
            pulls[pair] += faint * PULL.get(edge["quad"], 1.0) * (1 + 0.25 * math.log1p(edge["weight"]))
    return {pair: min(pull, 4.0) for pair, pull in sorted(pulls.items())}


def _spread(
    nodes: list[str], pulls: dict[tuple[str, str], float], labels: dict[str, str]
) -> dict[str, tuple[int, int]]:
    """Places for nodes that have edges: forces for the core, the others around it, then nothing on top of another."""
    if not nodes:
        return {}
    degrees = dict.fromkeys(nodes, 0)
    for pair in pulls:
        for node in pair:
            degrees[node] += 1
    ranked = sorted(nodes, key=lambda node: (-degrees[node], node))
    core = {node: number for number, node in enumerate(ranked[:CORE])}
    links = [(core[a], core[b], pull) for (a, b), pull in pulls.items() if a in core and b in core]
    points = _forces(len(core), links)
    if len(ranked) > CORE:
        points = _around(points, ranked, pulls)
    sizes = np.array([_box(labels[node]) for node in ranked], dtype=np.float32)
    points = _apart(points * np.float32(_stretch(points, sizes)), sizes)
    if len(ranked) <= SMALL:
        index = {node: number for number, node in enumerate(ranked)}
        points = _clear(points, sizes, np.array([(index[a], index[b]) for a, b in pulls]))
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(ranked, points, strict=True)}


def _box(label: str) -> tuple[float, float]:
    """Half the width and height of a node with its label below, and some air."""
    return max(26.0, 4.2 * min(len(label), 28) + 12.0), 34.0


def _forces(count: int, links: list[tuple[int, int, float]]) -> Points:
    """Fruchterman and Reingold's springs, with a pull to the middle that holds unconnected parts together."""
    angle = np.arange(count, dtype=np.float32) * np.float32(math.pi * (3 - math.sqrt(5)))
    jitter = np.random.default_rng(SEED).uniform(0.9, 1.1, count).astype(np.float32)
    radius = SPACE * 0.6 * np.sqrt(np.arange(count, dtype=np.float32) + 0.5) * jitter
    x, y = radius * np.cos(angle), radius * np.sin(angle)
    matrix = np.zeros((count, count), dtype=np.float32)
    for a, b, pull in links:
        matrix[a, b] = matrix[b, a] = pull / SPACE
    steps = 300 if count <= 150 else 160 if count <= 400 else 80
    for step in range(steps):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        square = dx * dx
        square += dy * dy
        np.maximum(square, 25.0, out=square)
        force = np.float32(SPACE**2) / square
        force -= matrix * np.sqrt(square)
        force_x, force_y = (force * dx).sum(axis=1), (force * dy).sum(axis=1)
        gravity = np.float32(0.02 * math.sqrt(count) + 0.04)
        force_x -= gravity * x * np.float32(0.8)  # screens are wider than high
        force_y -= gravity * y * np.float32(1.2)
        length = np.maximum(np.hypot(force_x, force_y), np.float32(1e-6))
        heat = np.float32(SPACE * 1.5 * (1 - step / steps) ** 1.5 + 1)
        scale = np.minimum(length, heat) / length
        x, y = x + force_x * scale, y + force_y * scale
    return np.stack([x, y], axis=1)


def _around(points: Points, ranked: list[str], pulls: dict[tuple[str, str], float]) -> Points:
    """Adds the nodes outside the core, each on a spiral around the middle of its neighbours that have a place."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for a, b in pulls:
        neighbours[a].append(b)
        neighbours[b].append(a)
    places = dict(zip(ranked, points, strict=False))
    spiral = np.random.default_rng(SEED).uniform(0, 2 * math.pi, len(ranked))
    far = np.float32(np.abs(points).max() + SPACE)
    for number, node in enumerate(ranked[len(points) :]):
        near = [places[other] for other in neighbours[node] if other in places]
        turn = np.array([math.cos(spiral[number]), math.sin(spiral[number])], dtype=np.float32)
        places[node] = np.mean(near, axis=0) + turn * np.float32(SPACE) if near else turn * far
    return np.array([places[node] for node in ranked], dtype=np.float32)


def _apart(points: Points, sizes: Points, rounds: int = 0) -> Points:
    """Moves boxes until none covers another, each pair along its shallower overlap."""
    points = points.copy()
    for _ in range(rounds or (120 if len(points) <= 400 else 40)):
        first, second = _close(points, sizes)
        if not len(first):
            break
        room = sizes[first] + sizes[second]
        move = (_along_axis if len(points) <= SMALL else _along_line)(points[second] - points[first], room)
        if not move.any():
            break
        np.add.at(points, second, move)
        np.add.at(points, first, -move)
    return points


def _along_axis(delta: Points, room: Points) -> Points:
    """Half of what boxes overlap, in the direction in which they overlap less: nothing is left on top of another."""
    overlap = room - np.abs(delta)
    across = overlap[:, 0] < overlap[:, 1]
    sign = np.where(delta >= 0, np.float32(0.5), np.float32(-0.5))
    move = np.where(np.stack([across, ~across], axis=1), overlap * sign, np.float32(0))
    moved: Points = np.where((overlap > 0.5).all(axis=1, keepdims=True), move, np.float32(0))
    return moved


def _along_line(delta: Points, room: Points) -> Points:
    """What ellipses overlap, along the line between their middles: crowds spread evenly, not in rows and columns."""
    scaled = delta / room
    length = np.maximum(np.hypot(scaled[:, 0], scaled[:, 1]), np.float32(0.01))
    lack = np.maximum(np.float32(1.05) - length, np.float32(0)) / length
    moved: Points = delta * lack[:, None] * np.float32(0.3)
    return moved


def _clear(points: Points, sizes: Points, ends: NDArray[np.intp]) -> Points:
    """Moves nodes off the straight lines between others, without letting boxes cover each other again."""
    node = np.arange(len(points))[:, None]
    own = (node == ends[None, :, 0]) | (node == ends[None, :, 1])
    for _ in range(60):
        a, b = points[ends[:, 0]], points[ends[:, 1]]
        along = b - a
        length = np.maximum((along * along).sum(axis=1), np.float32(1))
        middle = points + np.array([0, 8], dtype=np.float32)  # of node and label together
        share = ((middle[:, None] - a[None]) * along[None]).sum(axis=2) / length
        gap = middle[:, None] - (a[None] + np.clip(share, 0, 1)[..., None] * along[None])
        distance = np.sqrt((gap * gap).sum(axis=2))
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.sqrt(length)[:, None]
        way = np.where((distance > 1)[..., None], gap / np.maximum(distance, 1)[..., None], across[None])
        lack = np.where(own, 0, np.maximum(np.float32(34) - distance, 0)).astype(np.float32)
        if not lack.any():
            break
        points = points + (way * lack[..., None]).sum(axis=1) * np.float32(0.5)
        points = _apart(points, sizes, rounds=10)
    return points


def _close(points: Points, sizes: Points) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of boxes that may touch: neighbours in the order of x."""
    order = np.argsort(points[:, 0], kind="stable")
    x, reach = points[order, 0], 2 * float(sizes[:, 0].max())
    ends = np.searchsorted(x, x + np.float32(reach), side="right")
    counts = ends - np.arange(len(x)) - 1
    first = np.repeat(np.arange(len(x)), counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[first], order[second]


def _stretch(points: Points, sizes: Points) -> float:
    """The factor that gives the boxes about three times the room that they need."""
    if len(points) < 2:
        return 1.0
    width, height = (float(side) + SPACE for side in points.max(axis=0) - points.min(axis=0))
    need = 3.0 * float((4 * sizes[:, 0] * sizes[:, 1]).sum())
    return max(0.6, min(4.0, math.sqrt(need / (width * height))))


def _rows(alone: list[str], places: dict[str, tuple[int, int]], labels: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Places for nodes without edges: lines of text below the others."""
    left, right = (
        min((x for x, _ in places.values()), default=-500),
        max((x for x, _ in places.values()), default=500),
    )
    right = max(right, left + 900)
    x, y = float(left), max((y for _, y in places.values()), default=0) + 180
    found = {}
    for node in alone:
        half, _ = _box(labels[node])
        if x + 2 * half > right and x > left:
            x, y = float(left), y + 80
        found[node] = (round(x + half), y)
        x += 2 * half
    return found
