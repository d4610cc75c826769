"""What the form of a sentence speaks against: arguments that no slot asked for, in a place where none can be."""

from __future__ import annotations

from graphbuild import syntax
from graphbuild.clause.arguments import ADJECTIVAL, Argument
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.groups import auxiliary
from graphbuild.clause.scene import Scene, is_finite
from graphbuild.clause.triggers import Occurrence
from graphbuild.clause.voices import QUOTE, incise
from graphbuild.model import EntityType, Relation

ENDS = frozenset({",", ".", "!", "?", "…"})
"""Signs beside a quotation mark that closes what somebody says."""


def beyond_quotation(scene: Scene, occurrence: Occurrence, argument: Argument) -> bool:
    """« "X doit cesser", a lancé Y »: what is said in quotation marks is not done to, or by, who stands behind them."""
    tokens, own = scene.tokens, scene.language.words["first_persons"]
    if argument.first <= occurrence.last or any(t.lower in own for t in tokens[: occurrence.first]):
        return False
    marks = [k for k in range(occurrence.last + 1, argument.first) if tokens[k].text == QUOTE]
    return len(marks) % 2 == 1 and _closes(scene, marks[0])


def _closes(scene: Scene, mark: int) -> bool:
    """A quotation mark that ends a sentence of speech: « …", », « …!" »."""
    tokens = scene.tokens
    after = tokens[mark + 1].text if mark + 1 < len(tokens) else ""
    return (after == "," or tokens[mark - 1].text in ENDS) and mark > 0


def cannot_act(scene: Scene, occurrence: Occurrence, argument: Argument, other: Argument, relation: Relation) -> bool:
    """Can an argument that fits no slot of the one who acts not be the source, as the sentence stands?"""
    if _is_loose(scene, occurrence, argument) or _is_listed(occurrence, argument, other, relation):
        return True
    if argument.preposition in scene.language.words["opinion_cues"]:
        return True  # « selon X, l'avion a atterri à Y », « pour X, la guerre contre Y … »
    if occurrence.kind == "phrase" and relation.symmetric and argument.first > occurrence.last:
        return True  # « la Syrie en guerre inquiète le Liban »
    if occurrence.kind == "noun" and relation.id == "visits" and _of_another(scene, occurrence):
        return True
    if occurrence.kind != "verb" or occurrence.passive:
        return False
    if argument.last < occurrence.first and incise(scene, occurrence.head) is not None:
        return True  # « "X ment", a dénoncé Y »
    both = all(a.last < occurrence.first and not a.preposition and a.mention.how != "clitic" for a in (argument, other))
    return (both and not relation.symmetric) or _has_subject(scene, occurrence, argument)


def cannot_be_meant(
    scene: Scene, occurrence: Occurrence, argument: Argument, other: Argument, relation: Relation
) -> bool:
    """Can an argument that fits no slot of the one acted upon not be the target, as the sentence stands?"""
    if _is_loose(scene, occurrence, argument) or _is_listed(occurrence, argument, other, relation):
        return True
    bare = not argument.preposition and argument.mention.how not in EITHER_SIDE
    if occurrence.kind == "phrase":
        return argument.first > occurrence.last  # « la Syrie en guerre » names no enemy
    if occurrence.kind == "noun":
        return bare and argument.modifies is None and not relation.symmetric
    if occurrence.kind == "adjective":
        return relation.quad != "structural"
    return _is_scene(scene, argument) or (bare and argument.last < occurrence.first and not occurrence.passive)


def _is_scene(scene: Scene, argument: Argument) -> bool:
    """« manifester dans le centre de X », « dit-elle »: where something is done, or who tells of it."""
    return argument.mention.type is EntityType.PLACE or scene.tokens[argument.first].text.startswith("-")


EITHER_SIDE = frozenset({"clitic", "pair"})
"""How those are mentioned who may be acted upon before the verb: « l'a condamné », « les deux hommes ont discuté »."""


def _is_listed(occurrence: Occurrence, argument: Argument, other: Argument, relation: Relation) -> bool:
    """« l'aide du Mali, du Niger ou encore du Tchad », « les polices malienne et nigérienne »: one of several alike."""
    if relation.symmetric or argument.mention.how == "pair":
        return False
    adjectives = {argument.mention.how, other.mention.how} <= ADJECTIVAL
    together = adjectives and argument.anchor == other.anchor
    beside = (argument.last < occurrence.first) == (other.last < occurrence.first)
    return together or (beside and argument.preposition != "" and argument.preposition == other.preposition)


def _has_subject(scene: Scene, occurrence: Occurrence, argument: Argument) -> bool:
    """« l'ancien conseiller de X part pour Y »: the verb's subject is a noun that stands for no one named."""
    tokens, language = scene.tokens, scene.language
    verb = _finite_verb(scene, occurrence.head)
    for k in syntax.subjects(tokens, verb) if verb is not None else ():
        noun = k < occurrence.first and tokens[k].pos == "NOUN" and tokens[k].lower not in language.words["actors"]
        if not noun or any(a.first <= k <= a.last for a in scene.arguments):
            continue
        inside = k < argument.first and argument.last < occurrence.first
        if not inside or (argument.mention.type is EntityType.PERSON and argument.preposition):
            return True
    return False


def _finite_verb(scene: Scene, head: int) -> int | None:
    """The verb that has the subject: « a *livré* », « *doit* se rendre »; None for other infinitives."""
    chain = auxiliary(scene.tokens, head, scene.language)
    if is_finite(scene, head if chain is None else chain):
        return head
    k = head - 1
    while k > 0 and scene.tokens[k].lower in scene.language.words["before_infinitive"]:
        k -= 1
    controls = scene.language.lemmas(scene.tokens[k].lower) & scene.language.words["verbs_control"]
    return k if chain is None and controls and is_finite(scene, k) else None


def _of_another(scene: Scene, occurrence: Occurrence) -> bool:
    """« l'arrivée samedi à X d'une délégation »: whose it is stands behind the noun, and is no one named."""
    tokens, words = scene.tokens, scene.language.words
    for k in range(occurrence.last + 1, min(len(tokens) - 1, occurrence.last + NEAR)):
        if tokens[k].text in (",", ";", ":") or is_finite(scene, k):
            return False
        if tokens[k].lower in ("d'", "de") and tokens[k + 1].lower in words["some_people"]:
            return not any(a.first <= k + 1 <= a.last for a in scene.arguments)
    return False


NEAR = 7
"""Tokens behind a noun within which the phrase with « de » that belongs to it begins."""


def _is_loose(scene: Scene, occurrence: Occurrence, argument: Argument) -> bool:
    """« Je crois que X soutient Y », « Mali: Bamako condamne … », « l'aide de X, que Y … »: outside the clause."""
    if argument.mention.how == "self":
        return True
    a, b = sorted((argument.first, occurrence.first))
    opens = BREAKS | scene.language.words["relatives"] if argument.first > occurrence.last else BREAKS
    return any(t.lower in opens for t in scene.tokens[a:b])
