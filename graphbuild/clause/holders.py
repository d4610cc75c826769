"""Whose a noun's act is by the verb that carries it: « X a imposé des sanctions », « X a reçu l'aide de Y »."""

from __future__ import annotations

from dataclasses import replace

from graphbuild import syntax
from graphbuild.clause.groups import auxiliary
from graphbuild.clause.passives import agent
from graphbuild.clause.scene import ORDER, Fit, Scene
from graphbuild.clause.subjects import grammatical_subject
from graphbuild.clause.triggers import Occurrence
from graphbuild.morphology import Tense


def holder(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« Paris a imposé des sanctions »: the subject of the verb that carries the noun."""
    tokens, language = scene.tokens, scene.language
    verb = support_verb(scene, occurrence)
    if verb is None:
        return []
    forms = language.forms.get(tokens[verb].lower, ())
    participle = any(f.tense is Tense.PARTICIPLE for f in forms)
    if participle and verb > occurrence.last:
        carried = Occurrence(occurrence.trigger, occurrence.word, "verb", verb, verb, verb, Tense.PARTICIPLE, True)
        return [Fit(f.argument, "holder", f.strength, f.distance) for f in agent(scene, carried)]
    chain = auxiliary(tokens, verb, language) if participle else None
    if participle and chain is None:
        return []
    return [
        Fit(f.argument, "holder", f.strength, f.distance)
        for f in grammatical_subject(scene, occurrence, verb, "holder")
        if f.argument.last < occurrence.first
    ]


def receiver(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« X a obtenu l'aide de Y », « X a rejeté les accusations de Y »: the subject of a verb that says who gets it."""
    relation = scene.language.relations[occurrence.trigger.relation]
    answers = relation.quad == "verbal conflict"
    for verbs in ("verbs_receive", "verbs_answer")[: 1 + answers]:
        verb = support_verb(scene, occurrence, verbs)
        if verb is not None and verb < occurrence.first:
            found = grammatical_subject(scene, occurrence, verb, "receiver")
            return [replace(f, strength=ORDER) for f in found if f.argument.last < occurrence.first]
    return []


def support_verb(scene: Scene, occurrence: Occurrence, verbs: str = "verbs_support") -> int | None:
    """The verb over a noun, by the parse or just before it."""
    tokens, language = scene.tokens, scene.language
    support = language.words[verbs]
    for k, label in syntax.governors(tokens, occurrence.head, 2):
        if language.lemmas(tokens[k].lower) & support and (label in syntax.OBJECT or label in syntax.PASSIVE_SUBJECT):
            return k
    for k in range(occurrence.first - 1, max(-1, occurrence.first - 7), -1):
        if language.lemmas(tokens[k].lower) & support and tokens[k].lower not in language.words["determiners"]:
            return k
        if tokens[k].text in (",", ";", ":") or any(a.first <= k <= a.last for a in scene.arguments):
            return None
    return None


def source_slots(scene: Scene, occurrence: Occurrence) -> tuple[str, ...]:
    """Those of the trigger; « X a reçu l'aide de Y », « X réclame l'aide de Y »: whoever gets it does not give it."""
    slots = occurrence.trigger.source
    if "holder" not in slots or scene.language.relations[occurrence.trigger.relation].symmetric:
        return slots
    gets = any(support_verb(scene, occurrence, verbs) is not None for verbs in ("verbs_receive", "verbs_request"))
    return tuple(slot for slot in slots if slot != "holder") if gets else slots


def target_slots(scene: Scene, occurrence: Occurrence) -> tuple[str, ...]:
    """Those of the trigger; what others may hold, one may get."""
    directed = not scene.language.relations[occurrence.trigger.relation].symmetric
    held = occurrence.kind == "noun" and "holder" in occurrence.trigger.source
    return (*occurrence.trigger.target, "receiver") if held and directed else occurrence.trigger.target
