"""Whom a passive strikes and who acts in it: « X est accusé par Y », « accusé par Y, X … », « X se fait accuser »."""

from __future__ import annotations

from graphbuild import syntax
from graphbuild.clause.arguments import Argument
from graphbuild.clause.groups import auxiliary, suffering
from graphbuild.clause.scene import ORDER, PARSE, Fit, Scene, crosses, fit
from graphbuild.clause.subjects import grammatical_subject, main_subject_after
from graphbuild.clause.triggers import Occurrence
from graphbuild.morphology import Tense


def agent(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« par X »"""
    wanted = syntax.agents(scene.tokens, occurrence.head)
    fits = [fit(a, "subject", PARSE, occurrence) for a in scene.arguments if a.anchor in wanted]
    for a in scene.arguments:
        if a.first > occurrence.last and a.preposition == "par":
            if not crosses(scene, occurrence.last + 1, a.first, verbs=True):
                fits.append(fit(a, "subject", ORDER, occurrence))
            break
    return fits


def means(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """« X a été tué dans un raid *américain* », « X, abattu par des tirs de *Y* »: whose act it is."""
    tokens, words = scene.tokens, scene.language.words
    if not occurrence.passive or occurrence.tense is Tense.INFINITIVE:
        return []
    near = range(occurrence.last + 1, min(len(tokens), occurrence.last + MEANS))
    noun = next((k for k in near if tokens[k].lower in words["strikes"]), None)
    if noun is None or not any(tokens[k].lower in words["by_means"] for k in range(occurrence.last + 1, noun)):
        return []
    if crosses(scene, occurrence.last + 1, noun, verbs=True):
        return []
    owners = (
        a for a in scene.arguments if a.modifies == noun or (a.preposition == "de" and noun < a.first <= noun + 3)
    )
    return [fit(a, "means", PARSE, occurrence) for a in owners][:1]


MEANS = 9
"""Tokens from a passive to the noun that says how it was done."""


def passive_subject(scene: Scene, occurrence: Occurrence) -> list[Fit]:
    """Whom a passive strikes: its subject, the noun beside a participle, « X s'est fait accuser par Y »."""
    tokens, head = scene.tokens, occurrence.head
    if occurrence.tense is Tense.INFINITIVE:
        return sufferer(scene, occurrence, "object")
    if auxiliary(tokens, head, scene.language) is not None:
        return grammatical_subject(scene, occurrence, head, "object")
    beside = _beside_participle(scene, occurrence)
    if beside is not None:
        governed = syntax.describes(tokens, head) == beside.anchor
        return [fit(beside, "object", PARSE if governed else ORDER, occurrence)]
    if _opens(scene, occurrence.first):
        shared = main_subject_after(scene, occurrence.last)
        return [Fit(shared, "object", ORDER, 0)] if shared is not None else []
    return []


def sufferer(scene: Scene, occurrence: Occurrence, slot: str) -> list[Fit]:
    """« X se fait accuser par Y », « X s'est vu livrer des armes par Y »: the subject of the verb before."""
    verb = suffering(scene.tokens, occurrence.head, scene.language)
    return grammatical_subject(scene, occurrence, verb, slot) if verb is not None else []


def _beside_participle(scene: Scene, occurrence: Occurrence) -> Argument | None:
    """« X bombardée par Y », « X, pays voisin, soutenu par Y »: the phrase just before, adjectives between."""
    before = [a for a in scene.arguments if a.last < occurrence.first and not a.modifies]
    if not before:
        return None
    near = before[-1]
    between = scene.tokens[near.last + 1 : occurrence.first]
    close = len(between) <= 1 or all(t.pos in ("ADJ", "ADV") or t.text == "," for t in between)
    governed = syntax.describes(scene.tokens, occurrence.head) == near.anchor
    return near if governed or close else None


def _opens(scene: Scene, place: int) -> bool:
    """Does the sentence begin here, adverbs and « et » aside?"""
    small = scene.language.words["linkers"] | {'"'}
    return all(t.pos == "ADV" or t.lower in small for t in scene.tokens[:place])
