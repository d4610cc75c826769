"""Who stands with whom: what all edges between two nodes come to, and the blocs that nodes make by it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graphbuild.model import HIDDEN, EntityType

Ties = Mapping[tuple[str, str], float]
Near = dict[str, dict[str, float]]

QUADS = {
    "structural": 1.0,
    "verbal cooperation": 1.0,
    "material cooperation": 1.3,
    "verbal conflict": -1.0,
    "material conflict": -1.5,
}
"""What an edge says of two nodes, by its quad class: above zero they stand together, below zero apart."""
RELATIONS = {
    "allied_with": 2.0,
    "member_of": 1.5,
    "holds_office_in": 1.5,
    "capital_of": 1.5,
    "located_in": 1.5,
    "borders": 0.3,
}
"""The same for relations that say more, or less, than the others of their quad class: neighbours are no allies."""

BELONGING = ("holds_office_in", "located_in", "capital_of")
"""The relations by which an entity stands for another."""

FAINT = 0.2
"""The least that a tie counts, and what one counts that only hidden edges make."""
ROUNDS = 20


def ties(edges: Iterable[dict[str, Any]]) -> dict[tuple[str, str], float]:
    """Pair of nodes → how firmly they stand together, below zero apart, by all edges between them; sorted.

    Hidden edges count for nodes that have no others, so that these too have a place.
    """
    edges = [edge for edge in edges if edge["source"] != edge["target"]]
    firm = {edge[end] for edge in edges if edge["status"] not in HIDDEN for end in ("source", "target")}
    found: dict[tuple[str, str], float] = defaultdict(float)
    for edge in edges:
        a, b = sorted((edge["source"], edge["target"]))
        if edge["status"] not in HIDDEN:
            sure = 1.0 if edge["status"] == "asserted" else 0.4
            often = 1 + 0.5 * math.log2(max(edge["weight"], 1))
            found[a, b] += sure * often * RELATIONS.get(edge["relation"], QUADS.get(edge["quad"], 1.0))
        elif not {a, b} <= firm:
            found[a, b] += 0.0
    return {pair: _clipped(tie) for pair, tie in sorted(found.items())}


def _clipped(tie: float) -> float:
    """No tie is so weak that it does not show, none so strong that others do not count."""
    return max(FAINT, min(tie, 4.0)) if tie > -FAINT else max(tie, -3.0)


def homes(edges: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Node → the one it stands for: whose office it holds or where it lies, by the edge that most articles assert."""
    found: dict[str, dict[str, Any]] = {}
    for edge in edges:
        if edge["relation"] in BELONGING and edge["status"] not in HIDDEN and edge["source"] != edge["target"]:
            other = found.setdefault(edge["source"], edge)
            if (-edge["weight"], edge["target"]) < (-other["weight"], other["target"]):
                found[edge["source"]] = edge
    return {node: edge["target"] for node, edge in sorted(found.items())}


def blocs(known: Ties, home: Mapping[str, str]) -> dict[str, str]:
    """Node → the foremost node of its bloc: groups with more ties among them than chance would give, and no conflicts.

    Modularity for ties of both signs, raised greedily (Louvain) in an order that depends on nothing but the ties. A
    node with a home is in its home's bloc; one with a single tie follows the other end where it stands with it.
    """
    near = _near(known)
    alone = {node: next(iter(own)) for node, own in near.items() if len(own) == 1 and min(own.values()) > 0}
    root = {node: _root(node, alone | dict(home)) for node in sorted(near)}
    level, _ = _merged(near, dict.fromkeys(near, 0.0), root)
    mass = {node: sum(tie for tie in own.values() if tie > 0) for node, own in level.items()}
    group = root
    while (step := _joined(level, mass)) is not None:
        group = {node: step[own] for node, own in group.items()}
        level, mass = _merged(level, mass, step)
    return _named(group, near)


def _root(node: str, home: Mapping[str, str]) -> str:
    """Where all steps from home to home end; of a circle, the first name in it."""
    seen = [node]
    while (step := home.get(seen[-1])) is not None:
        if step in seen:
            return min(seen[seen.index(step) :])
        seen.append(step)
    return seen[-1]


def numbered(groups: Mapping[str, str], known: Ties, types: Mapping[str, str]) -> dict[str, int]:
    """Node → the number of its bloc, that of the strongest ties first, for blocs of more than a country with its own.

    These are the ones with two countries, or three countries and organizations; the others' nodes are left out.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for node, head in groups.items():
        members[head].append(node)
    strength = {node: sum(map(abs, own.values())) for node, own in _near(known).items()}
    found = []
    for nodes in members.values():
        kinds = [types.get(node) for node in nodes]
        states = kinds.count(EntityType.COUNTRY)
        if states > 1 or states + kinds.count(EntityType.ORGANIZATION) > 2:
            found.append(nodes)
    found.sort(key=lambda nodes: (-sum(strength[node] for node in nodes), nodes))
    return {node: number for number, nodes in enumerate(found) for node in nodes}


def _near(known: Ties) -> Near:
    near: Near = defaultdict(dict)
    for (a, b), tie in sorted(known.items()):
        near[a][b] = near[b][a] = tie
    return near


def _joined(near: Near, mass: Mapping[str, float]) -> dict[str, str] | None:
    """Node → group, after every node has moved to where it belongs most until none moves; None where none did."""
    group, total = {node: node for node in near}, dict(mass)
    whole = sum(mass.values()) or 1.0
    order = sorted(near, key=lambda node: (-mass[node], node))
    for turn in range(ROUNDS):
        moved = False
        for node in order:
            total[group[node]] -= mass[node]
            gains = {group[node]: -mass[node] * total[group[node]] / whole}
            for other, tie in near[node].items():
                own = group[other]
                gains[own] = gains.get(own, -mass[node] * total[own] / whole) + tie
            best = max(sorted(gains), key=lambda own: (round(gains[own], 9), own == group[node]))
            moved |= best != group[node]
            group[node] = best
            total[best] += mass[node]
        if not moved:
            return group if turn else None
    return group


def _merged(near: Near, mass: Mapping[str, float], group: Mapping[str, str]) -> tuple[Near, dict[str, float]]:
    """Groups as nodes: the ties between them, and their masses."""
    between: Near = {own: {} for own in group.values()}
    sums: dict[str, float] = defaultdict(float)
    for node, own in sorted(near.items()):
        sums[group[node]] += mass[node]
        for other, tie in own.items():
            if group[node] != group[other]:
                ties = between[group[node]]
                ties[group[other]] = ties.get(group[other], 0.0) + tie
    return between, dict(sums)


def _named(group: Mapping[str, str], near: Near) -> dict[str, str]:
    """Each group under the name of the node in it that has the strongest ties."""
    strength = {node: sum(map(abs, own.values())) for node, own in near.items()}
    head: dict[str, str] = {}
    for node in sorted(group, key=lambda node: (-strength[node], node)):
        head.setdefault(group[node], node)
    return {node: head[own] for node, own in sorted(group.items())}
