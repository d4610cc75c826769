"""Which candidates become statements: by the learned ranking where there is one, else by rules alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.clause.scene import Scene
from graphbuild.clause.triggers import Occurrence
from graphbuild.extract import candidates, context
from graphbuild.extract.candidates import Candidate
from graphbuild.extract.features import features
from graphbuild.extract.ranking import Ranking

Bars = Mapping[str, float]
NO_BARS: Bars = {}
"""Relation → the least score that counts."""

FAR = 11
"""Tokens; where only the order of words speaks for both arguments, they must be nearer."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A candidate with the verdict on it."""

    candidate: Candidate
    score: float | None
    """Calibrated probability that it is right; None where the rules alone decided."""
    reason: str | None = None
    """Why it was turned down; None where it was taken."""


def decide(scene: Scene, fired: Sequence[Occurrence], ranking: Ranking | None, bars: Bars = NO_BARS) -> list[Decision]:
    """The verdicts on all candidates of a sentence, the taken ones first.

    Args:
        scene: The sentence.
        fired: Its triggers.
        ranking: Weights; without them the rules alone decide.
        bars: The scores below which a candidate is turned down, by relation.
    """
    chosen = list(by_rules(c for o in fired for c in candidates.find(scene, o)))
    if ranking is None:
        return sorted(chosen, key=lambda d: d.reason is not None)
    sure = {_key(d.candidate) for d in chosen if d.reason is None}
    scored = [d for o in fired for d in _scored(scene, o, context.of(scene, o, fired), sure, ranking)]
    return list(_apart(sorted(scored, key=lambda d: -(d.score or 0.0)), bars))


def _scored(
    scene: Scene,
    occurrence: Occurrence,
    others: Mapping[str, float],
    sure: set[tuple[object, ...]],
    ranking: Ranking,
) -> Iterator[Decision]:
    around = list(candidates.near(scene, occurrence))
    for candidate in around:
        found = features(scene, candidate, chosen=_key(candidate) in sure, rivals=len(around), around=others)
        yield Decision(candidate, ranking.probability(found, occurrence.rule))


def _key(candidate: Candidate) -> tuple[object, ...]:
    occurrence = candidate.occurrence
    mentions = candidate.source.mention, candidate.target.mention
    return occurrence.rule, occurrence.first, *(m.start for m in mentions)


def _apart(scored: Iterable[Decision], bars: Bars) -> Iterator[Decision]:
    """One relation and direction per word and pair: the likeliest."""
    seen: dict[tuple[int, Collection[str]], Candidate] = {}
    taken: list[Decision] = []
    turned_down: list[Decision] = []
    for decision in scored:
        candidate, score = decision.candidate, decision.score or 0.0
        better = seen.setdefault((candidate.occurrence.head, _pair(candidate)), candidate)
        least = bars.get(candidate.occurrence.trigger.relation, 0.0)
        if score < least:
            turned_down.append(Decision(candidate, score, f"its score is {score:.2f}, below {least:.2f}"))
        elif better is not candidate:
            turned_down.append(Decision(candidate, score, f"the same words rather say {better.occurrence.rule}"))
        elif rival := next((d for d in taken if _beats(d, decision)), None):
            turned_down.append(
                Decision(
                    candidate,
                    score,
                    f"{rival.candidate.source.mention.text!r} and "
                    f"{rival.candidate.target.mention.text!r} fit this trigger far better",
                )
            )
        else:
            taken.append(decision)
    yield from taken
    yield from turned_down


def _pair(candidate: Candidate) -> Collection[str]:
    """The two entities, in their order only where both directions hold (« X et Y s'accusent »)."""
    ends = candidate.source.mention.entity, candidate.target.mention.entity
    return ends if candidate.occurrence.reciprocal else frozenset(ends)


CLEARLY = 0.75
"""A candidate that shares one argument with a better one of the same trigger needs so much of its score."""


def _beats(better: Decision, other: Decision) -> bool:
    """Do two candidates of one trigger differ in one argument that they cannot both be right in?"""
    a, b = better.candidate, other.candidate
    if _words(a) != _words(b) or (other.score or 0.0) >= CLEARLY * (better.score or 0.0):
        return False
    ends = [c.mention.start for c in (a.source, a.target, b.source, b.target)]
    if ends[0] == ends[3] or ends[1] == ends[2]:
        return True
    same_source, same_target = ends[0] == ends[2], ends[1] == ends[3]
    if same_source == same_target:
        return False
    one, two = (a.target, b.target) if same_source else (a.source, b.source)
    return one.group != two.group


def _words(candidate: Candidate) -> tuple[str, int]:
    return candidate.occurrence.trigger.relation, candidate.occurrence.head


def by_rules(possible: Iterable[Candidate]) -> Iterator[Decision]:
    """The verdicts of rules alone: per trigger the best pair of arguments, with those coordinated with them."""
    taken: list[Candidate] = []
    groups: dict[int, list[Candidate]] = {}
    for candidate in possible:
        groups.setdefault(id(candidate.occurrence), []).append(candidate)
    for group in groups.values():
        best = min(group, key=_rank)
        for candidate in group:
            if (candidate.source_fit, candidate.target_fit) != (best.source_fit, best.target_fit):
                yield Decision(candidate, None, "other arguments fit this trigger better")
            elif reason := _doubt(candidate):
                yield Decision(candidate, None, reason)
            else:
                taken.append(candidate)
    yield from _most_specific(taken)


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    """The stronger first, then the nearer; of two « de » the first is the source."""
    source, target = candidate.source_fit, candidate.target_fit
    return -candidate.strength, source.distance + target.distance, source.distance


def _doubt(candidate: Candidate) -> str | None:
    far = max(candidate.source_fit.distance, candidate.target_fit.distance)
    if candidate.strength <= 2 and far > FAR:
        return f"only the order of words ties the arguments, and one is {far} words away"
    return None


def _most_specific(taken: Sequence[Candidate]) -> Iterator[Decision]:
    """One relation per word and pair: the trigger that asks for more words knows better."""
    kept: dict[tuple[int, Collection[str]], Candidate] = {}
    for candidate in sorted(taken, key=_specific):
        other = kept.setdefault((candidate.occurrence.head, _pair(candidate)), candidate)
        relation = other.occurrence.trigger.relation
        if other is not candidate and relation != candidate.occurrence.trigger.relation:
            yield Decision(candidate, None, f"the same word says {relation} more precisely")
    for candidate in kept.values():
        yield Decision(candidate, None)


def _specific(candidate: Candidate) -> tuple[int, int, int]:
    occurrence = candidate.occurrence
    return -bool(occurrence.trigger.needs), -(occurrence.last - occurrence.first), -candidate.strength
