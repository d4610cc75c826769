"""All (trigger, source, target) triples of a sentence that types and slots allow, with the votes for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graphbuild.extract.arguments import Argument
from graphbuild.extract.slots import Fit, Scene, fill
from graphbuild.extract.triggers import Occurrence
from graphbuild.model import Relation


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that could be: who does what to whom, and how strongly the sentence's form speaks for it."""

    occurrence: Occurrence
    source: Argument
    target: Argument
    source_fit: Fit
    target_fit: Fit

    @property
    def strength(self) -> int:
        return self.source_fit.strength + self.target_fit.strength


def find(scene: Scene, occurrence: Occurrence) -> Iterator[Candidate]:
    """The candidates around one trigger; coordinated arguments are spread out."""
    trigger = occurrence.trigger
    relation = scene.language.relations[trigger.relation]
    seen: set[tuple[int, int]] = set()
    for candidate in _all(scene, occurrence):
        a, b = candidate.source.mention, candidate.target.mention
        if a.entity == b.entity or a.type not in relation.sources or b.type not in relation.targets:
            continue
        key = (id(candidate.source), id(candidate.target))
        if key not in seen:
            seen.add(key)
            yield candidate


def _all(scene: Scene, occurrence: Occurrence) -> Iterator[Candidate]:
    trigger = occurrence.trigger
    for fit in fill(scene, occurrence, trigger.together)[:1]:
        for one, two in combinations(_group(scene, fit.argument), 2):
            yield Candidate(occurrence, one, two, fit, fit)
    sources = fill(scene, occurrence, trigger.source)
    targets = fill(scene, occurrence, trigger.target)
    for source in sources:
        for target in targets:
            if source.argument.group == target.argument.group and source.argument.mention.how != "prefix":
                continue
            for one in _group(scene, source.argument):
                for two in _group(scene, target.argument):
                    yield Candidate(occurrence, one, two, source, target)


def _group(scene: Scene, argument: Argument) -> Sequence[Argument]:
    """The argument with those coordinated with it."""
    return [a for a in scene.arguments if a.group == argument.group]


def fits_types(relation: Relation, source: Argument, target: Argument) -> bool:
    return source.mention.type in relation.sources and target.mention.type in relation.targets
