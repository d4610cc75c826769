"""All (trigger, source, target) triples of a sentence that types and slots allow, with the votes for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graphbuild.clause.arguments import Argument
from graphbuild.clause.holders import source_slots, target_slots
from graphbuild.clause.scene import PARSE, Fit, Scene, distance, is_here
from graphbuild.clause.slots import fill
from graphbuild.clause.subjects import pronoun
from graphbuild.clause.taken_up import points_back
from graphbuild.clause.triggers import Occurrence
from graphbuild.extract import contrary, plausible
from graphbuild.knowledge import Language
from graphbuild.link.capitals import government
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
        if not _allowed(scene, candidate, relation):
            continue
        key = (candidate.source.mention.start, candidate.target.mention.start)
        if key not in seen:
            seen.add(key)
            yield candidate


def _all(scene: Scene, occurrence: Occurrence) -> Iterator[Candidate]:
    trigger = occurrence.trigger
    yield from _taken_up(scene, occurrence)
    for fit in fill(scene, occurrence, trigger.together)[:1]:
        group = _group(scene, fit.argument, occurrence)
        pairs = combinations(group, 2) if len(group) <= MANY else ((group[0], other) for other in group[1:])
        for one, two in pairs:
            yield Candidate(occurrence, one, two, fit, fit)
            if occurrence.reciprocal and not scene.language.relations[trigger.relation].symmetric:
                yield Candidate(occurrence, two, one, fit, fit)
    sources = fill(scene, occurrence, source_slots(scene, occurrence))
    targets = fill(scene, occurrence, target_slots(scene, occurrence))
    for source in sources:
        group = _group(scene, source.argument, occurrence)
        for target in targets:
            if target.argument in group and source.argument.mention.how != "prefix":
                continue
            for one in group:
                for two in _group(scene, target.argument, occurrence):
                    yield Candidate(occurrence, one, two, source, target)


def _taken_up(scene: Scene, occurrence: Occurrence) -> Iterator[Candidate]:
    """« Cet entretien »: between those of whom it was told before, if nobody else is named here."""
    told = scene.told.get(occurrence.trigger.relation, ())
    between = scene.language.relations[occurrence.trigger.relation].symmetric
    if not (told and between) or not points_back(scene.tokens, occurrence, scene.language):
        return
    trigger = occurrence.trigger
    slots = tuple(dict.fromkeys((*trigger.source, *trigger.target, *trigger.together)))
    named = {f.argument.mention.entity for f in fill(scene, occurrence, slots) if f.strength == PARSE}
    for event in told:
        if named <= {event.source.mention.entity, event.target.mention.entity}:
            fits = (Fit(a, "taken up", PARSE, 0) for a in (event.source, event.target))
            yield Candidate(occurrence, event.source, event.target, *fits)


def near(scene: Scene, occurrence: Occurrence) -> Iterator[Candidate]:
    """The candidates of ``find``, then every other pair that the types allow and of which one fits a slot."""
    relation = scene.language.relations[occurrence.trigger.relation]
    seen: set[frozenset[int] | tuple[int, int]] = set()
    for candidate in find(scene, occurrence):
        seen.add(_places(candidate, relation))
        yield candidate
    sources = _best(fill(scene, occurrence, (*source_slots(scene, occurrence), *occurrence.trigger.together)))
    targets = _best(fill(scene, occurrence, (*target_slots(scene, occurrence), *occurrence.trigger.together)))
    around = [a for a in scene.arguments if distance(a, occurrence.first, occurrence.last) <= REACH]
    active = occurrence.kind == "verb" and not occurrence.passive
    settled = active and pronoun(scene, occurrence.head) is not None  # « si X attaque, nous déploierons … »
    for one in around:
        if settled and one.mention.start not in sources:
            continue
        for two in around:
            fits = sources.get(one.mention.start), targets.get(two.mention.start)
            if one is two or fits == (None, None) or (_are_partners(one, two) and not relation.symmetric):
                continue
            if fits[0] is None and contrary.cannot_act(scene, occurrence, one, two, relation):
                continue
            if fits[1] is None and contrary.cannot_be_meant(scene, occurrence, two, one, relation):
                continue
            raw = Candidate(occurrence, one, two, fits[0] or _none(one, occurrence), fits[1] or _none(two, occurrence))
            candidate = _governments(raw, relation, scene.language)
            if _allowed(scene, candidate, relation) and (key := _places(candidate, relation)) not in seen:
                seen.add(key)
                yield candidate


REACH = 15
"""Tokens from the trigger within which other arguments are tried."""


def _best(fits: Sequence[Fit]) -> dict[int, Fit]:
    """The best fit of each argument, by where its mention begins."""
    best: dict[int, Fit] = {}
    for found in fits:
        best.setdefault(found.argument.mention.start, found)
    return best


def _are_partners(one: Argument, two: Argument) -> bool:
    """« X et Y », of whom neither does it to the other; in « franco-allemand » they may."""
    return one.group == two.group and "prefix" not in (one.mention.how, two.mention.how)


def _none(argument: Argument, occurrence: Occurrence) -> Fit:
    return Fit(argument, "none", 0, distance(argument, occurrence.first, occurrence.last))


def _places(candidate: Candidate, relation: Relation) -> frozenset[int] | tuple[int, int]:
    pair = (candidate.source.mention.start, candidate.target.mention.start)
    return frozenset(pair) if relation.symmetric else pair


def _allowed(scene: Scene, candidate: Candidate, relation: Relation) -> bool:
    a, b = candidate.source.mention, candidate.target.mention
    if a.entity == b.entity or a.type not in relation.sources or b.type not in relation.targets:
        return False
    here = [x for x in (candidate.source, candidate.target) if is_here(scene, x)]
    if any(contrary.beyond_quotation(scene, candidate.occurrence, x) for x in here):
        return False
    if relation.id == "member_of" and not plausible.may_belong(a, b, scene.language):
        return False
    meant = plausible.may_act if relation.symmetric else plausible.may_be_meant
    checks = {candidate.source: plausible.may_act, candidate.target: meant}
    return all(checks[x](scene, x, relation) for x in here) and not plausible.are_one_state(scene, a, b, relation)


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
    acting = government(known, language) if known is not None and mention.type is EntityType.PLACE else None
    if known is None or acting is None or argument.preposition:
        return argument
    changed = replace(mention, entity=acting.id, type=acting.type, how="capital", literal=known.id)
    return replace(argument, mention=changed)


def _group(scene: Scene, argument: Argument, occurrence: Occurrence) -> Sequence[Argument]:
    """The argument with those coordinated with it; alone where it is carried over from another sentence.

    What the trigger parts is not shared: in « X, membre de Y, et Z » only X is a member.
    """
    if argument not in scene.arguments:
        return [argument]
    before = argument.last < occurrence.first
    group = [a for a in scene.arguments if a.group == argument.group]
    return [a for a in group if (a.last < occurrence.first) == before]
