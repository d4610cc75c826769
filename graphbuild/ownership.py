"""Who is whose: officials and places of a country, by what the articles themselves say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from graphbuild.model import EntityType, Modality, Polarity, Statement

OWNERSHIP: Mapping[str, frozenset[str]] = {
    EntityType.PERSON: frozenset({"holds_office_in"}),
    EntityType.PLACE: frozenset({"located_in", "capital_of"}),
}
"""The relations that tell whose an entity is, by its type. Organizations stand for themselves: a seat owns no one, and
armies and ministries are their country from the start."""


def owners(types: Mapping[str, str], statements: Iterable[Statement]) -> dict[str, str]:
    """Entity → the country it belongs to, by what the statements say; the undecided are left out.

    ``types`` holds the type of every entity.

    An entity goes where most asserted statements put it, a person by offices still held; steps are followed (a mayor
    to the town, the town to its country). Where two are named equally often there is no owner.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for s in statements:
        holds = s.modality == Modality.ASSERTED and s.polarity == Polarity.POSITIVE and not s.former
        if holds and s.relation in OWNERSHIP.get(types.get(s.source, ""), ()):
            votes[s.source][s.target] += 1
    nearest = {node: owner for node, targets in votes.items() if (owner := _most(targets))}
    found = ((node, _country(node, nearest, types)) for node in sorted(nearest))
    return {node: country for node, country in found if country}


def _most(votes: Counter[str]) -> str | None:
    """The most named one, if it is one."""
    ranked = votes.most_common(2)
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _country(node: str, nearest: Mapping[str, str], types: Mapping[str, str]) -> str | None:
    seen = {node}
    while (step := nearest.get(node)) and step not in seen:
        if types.get(step) == EntityType.COUNTRY:
            return step
        seen.add(step)
        node = step
    return None
