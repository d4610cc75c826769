"""Which nodes matter most: what a first look at a large graph shows, and whose names come before others'."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graphbuild.model import HIDDEN

START = 80
"""The nodes that a page of a large graph opens on."""
LARGE = 180
"""More nodes with relations than these are too many for a first look."""


def strengths(edges: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Node → the weight of its relations to others, an edge of many articles counting for a few; hidden ones do not."""
    found: dict[str, float] = defaultdict(float)
    for edge in edges:
        if edge["status"] not in HIDDEN and edge["source"] != edge["target"]:
            for end in (edge["source"], edge["target"]):
                found[end] += 1 + math.log2(max(edge["weight"], 1))
    return dict(found)


def ranking(edges: list[dict[str, Any]]) -> list[str]:
    """The nodes that have relations, the most connected first, but none before a node that it has a relation with.

    So the first nodes of the list, however many, are never drawn alone.
    """
    strength = strengths(edges)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge["source"] in strength and edge["target"] in strength and edge["status"] not in HIDDEN:
            neighbours[edge["source"]].add(edge["target"])
            neighbours[edge["target"]].add(edge["source"])
    ranked: dict[str, None] = {}
    seen: set[str] = set()
    for node in sorted(strength, key=lambda node: (-strength[node], node)):
        seen.add(node)
        near = (neighbours[node] - {node}) & seen
        if near:
            early = sorted(near - ranked.keys(), key=lambda other: (-strength[other], other))
            ranked |= dict.fromkeys([*early, node])
    return list(ranked)


def start(edges: list[dict[str, Any]]) -> list[str]:
    """The nodes that the page of a large graph opens on; none where all can be shown."""
    ranked = ranking(edges)
    return ranked[:START] if len(ranked) > LARGE else []
