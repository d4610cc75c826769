"""When what a graph says is said to happen: stretches of days that do not touch, for a timeline."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graphbuild.edges import interval
from graphbuild.model import Article

Spell = tuple[dt.date, dt.date]
"""First and last day."""


def of_edges(edges: Iterable[Mapping[str, Any]], articles: Mapping[str, Article]) -> list[list[Spell]]:
    """Each edge's spells: the days of its statements, or of publication where a statement has none."""
    return [joined(filter(None, (interval(one, articles) for one in edge["evidence"]))) for edge in edges]


def of_nodes(edges: Iterable[Mapping[str, Any]], spells: Iterable[list[Spell]]) -> dict[str, list[Spell]]:
    """Each node's spells: those of its edges; none where an edge is undated, as that edge always shows."""
    found: dict[str, list[Spell]] = defaultdict(list)
    always: set[str] = set()
    for edge, own in zip(edges, spells, strict=True):
        for end in (edge["source"], edge["target"]):
            found[end] += own
            if not own:
                always.add(end)
    return {node: [] if node in always else joined(own) for node, own in found.items()}


def joined(spells: Iterable[Spell]) -> list[Spell]:
    """The same days in as few spells as possible, in order: Gephi refuses spells that overlap."""
    found: list[Spell] = []
    for start, end in sorted(spells):
        if found and (start - found[-1][1]).days <= 1:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found
