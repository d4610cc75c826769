"""Which candidates become statements: rules for now; a learned ranking can take the place of ``choose`` alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.extract.candidates import Candidate

FAR = 11
"""Tokens; where only the order of words speaks for both arguments, they must be nearer."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that was not taken, and why."""

    candidate: Candidate
    reason: str


def choose(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Rejected]]:
    """The candidates of one sentence that count as said, and the others with the reason."""
    taken: list[Candidate] = []
    rejected: list[Rejected] = []
    by_trigger: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_trigger.setdefault(id(candidate.occurrence), []).append(candidate)
    for group in by_trigger.values():
        best = min(group, key=_rank)
        for candidate in group:
            if (candidate.source_fit, candidate.target_fit) != (best.source_fit, best.target_fit):
                rejected.append(Rejected(candidate, "other arguments fit this trigger better"))
            elif reason := _doubt(candidate):
                rejected.append(Rejected(candidate, reason))
            else:
                taken.append(candidate)
    return _apart(taken, rejected), rejected


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    """The stronger first, then the nearer; of two « de » the first is the source."""
    source, target = candidate.source_fit, candidate.target_fit
    return -candidate.strength, source.distance + target.distance, source.distance


def _doubt(candidate: Candidate) -> str | None:
    far = max(candidate.source_fit.distance, candidate.target_fit.distance)
    if candidate.strength <= 2 and far > FAR:
        return f"only the order of words ties the arguments, and one is {far} words away"
    return None


def _apart(taken: Sequence[Candidate], rejected: list[Rejected]) -> list[Candidate]:
    """One relation per word and pair: the trigger that asks for more words knows better."""
    kept: dict[tuple[int, frozenset[str]], Candidate] = {}
    for candidate in sorted(taken, key=_specific):
        entities = frozenset((candidate.source.mention.entity, candidate.target.mention.entity))
        key = (candidate.occurrence.head, entities)
        other = kept.setdefault(key, candidate)
        if other is not candidate and other.occurrence.trigger.relation != candidate.occurrence.trigger.relation:
            rejected.append(
                Rejected(candidate, f"the same word says {other.occurrence.trigger.relation} more precisely")
            )
    return list(kept.values())


def _specific(candidate: Candidate) -> tuple[int, int, int]:
    occurrence = candidate.occurrence
    return -bool(occurrence.trigger.needs), -(occurrence.last - occurrence.first), -candidate.strength
