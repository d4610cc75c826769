"""All (trigger, source, target) triples of a sentence that types and slots allow, with the votes for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graphbuild.extract.arguments import Argument
from graphbuild.extract.scene import Fit, Scene
from graphbuild.extract.slots import fill
from graphbuild.extract.triggers import Occurrence
from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Relation


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
    relation = scene.language.relations[occurrence.trigger.relation]
    seen: set[tuple[int, int]] = set()
    for raw in _all(scene, occurrence):
        candidate = _governments(raw, relation, scene.language)
        a, b = candidate.source.mention, candidate.target.mention
        if a.entity == b.entity or a.type not in relation.sources or b.type not in relation.targets:
            continue
        key = (candidate.source.first, candidate.target.first)
        if key not in seen:
            seen.add(key)
            yield candidate


def _all(scene: Scene, occurrence: Occurrence) -> Iterator[Candidate]:
    trigger = occurrence.trigger
    for fit in fill(scene, occurrence, trigger.together)[:1]:
        group = _group(scene, fit.argument)
        pairs = combinations(group, 2) if len(group) <= MANY else ((group[0], other) for other in group[1:])
        for one, two in pairs:
            yield Candidate(occurrence, one, two, fit, fit)
    sources = fill(scene, occurrence, trigger.source)
    targets = fill(scene, occurrence, trigger.target)
    for source in sources:
        for target in targets:
            if target.argument in _group(scene, source.argument) and source.argument.mention.how != "prefix":
                continue
            for one in _group(scene, source.argument):
                for two in _group(scene, target.argument):
                    yield Candidate(occurrence, one, two, source, target)


MANY = 4
"""In a symmetric relation among more actors, only the pairs with the first named count; see ``spec/relations.md``."""

SPATIAL = frozenset({"visits", "attacks", "invades", "deploys_forces_in", "withdraws_from", "located_in", "borders"})
"""Relations that a town can be the target of; of any other, a capital is the government."""
ACTING = frozenset({"subject", "holder", "object", "possessive", "in object"})


def _governments(candidate: Candidate, relation: Relation, language: Language) -> Candidate:
    """« X accuse Paris »: where a capital fills an actor's slot, its government is meant."""
    source, target = candidate.source, candidate.target
    if candidate.source_fit.slot in ACTING:
        source = _as_government(source, language)
    if candidate.target_fit.slot in ACTING and relation.id not in SPATIAL:
        target = _as_government(target, language)
    return replace(candidate, source=source, target=target)


def _as_government(argument: Argument, language: Language) -> Argument:
    mention = argument.mention
    known = language.entities.get(mention.entity)
    if mention.type is not EntityType.PLACE or known is None or known.capital_of is None or argument.preposition:
        return argument
    country = language.entities[known.capital_of]
    changed = replace(mention, entity=country.id, type=country.type, how="capital", literal=known.id)
    return replace(argument, mention=changed)


def _group(scene: Scene, argument: Argument) -> Sequence[Argument]:
    """The argument with those coordinated with it; alone where it is carried over from another sentence."""
    if argument not in scene.arguments:
        return [argument]
    return [a for a in scene.arguments if a.group == argument.group]
