"""A sentence as the search for arguments sees it, and what fitting a slot means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.clause import asides
from graphbuild.clause.arguments import Argument
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.taken_up import Events
from graphbuild.clause.triggers import Occurrence
from graphbuild.knowledge import Language
from graphbuild.model import Token
from graphbuild.morphology import Tense

PARSE, ORDER = 2, 1


@dataclass(frozen=True, slots=True)
class Fit:
    """An argument in a slot."""

    argument: Argument
    slot: str
    strength: int
    """2 where the parse says so, 1 where only the order of words does."""
    distance: int
    """Tokens between argument and trigger."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as slots see it."""

    tokens: Sequence[Token]
    arguments: Sequence[Argument]
    language: Language
    carried: Mapping[str, Argument] = field(default_factory=dict)
    """From the sentence before: what filled a role of a rule that stayed incomplete (by ``rule target``), and who
    acted last (``actor``), what its subject was (``subject``)."""
    told: Events = field(default_factory=dict)
    """What the sentences before have told, for nouns that take it up."""


def is_here(scene: Scene, argument: Argument) -> bool:
    """Does the argument stand in this sentence, and is not carried over from another?"""
    return scene.tokens[0].start <= argument.mention.start < scene.tokens[-1].end


def fit(argument: Argument, slot: str, strength: int, occurrence: Occurrence) -> Fit:
    return Fit(argument, slot, strength, distance(argument, occurrence.first, occurrence.last))


def distance(argument: Argument, first: int, last: int) -> int:
    """Tokens between an argument and a stretch of tokens; 0 where they touch or overlap."""
    if argument.last < first:
        return first - argument.last - 1
    return max(0, argument.first - last - 1)


def tenses(scene: Scene, k: int) -> set[Tense]:
    """What the form of a token may be, if it is one of a verb that the data names."""
    if not 0 <= k < len(scene.tokens):
        return set()
    return {form.tense for form in scene.language.forms.get(scene.tokens[k].lower.lstrip("-"), ())}


def is_finite(scene: Scene, k: int) -> bool:
    return asides.finite(scene.tokens, k, scene.language)


def crosses(scene: Scene, start: int, end: int, verbs: bool) -> bool:
    """Is there the beginning of another clause, or another finite verb, between two places?"""
    for k in range(start, end):
        lower = scene.tokens[k].lower
        if lower in BREAKS or lower in ("que", "qu'", "qui", "dont", "où"):
            return True
        if lower == '"' and scene.tokens[k - 1].text in (",", ":", "."):
            return True
        if verbs and is_finite(scene, k) and not any(a.first <= k <= a.last for a in scene.arguments):
            return True
    return False


def leftward(scene: Scene, start: int) -> tuple[Argument | None, list[int]]:
    """The nearest bare phrase before a place, and the tokens between them, without what stands aside."""
    tokens = scene.tokens
    ends = {a.last: a for a in scene.arguments if a.last < start}
    gap: list[int] = []
    members: Argument | None = None
    k = start - 1
    while k >= 0:
        near = ends.get(k)
        if near is not None and (is_bare(near) or (not gap and near.preposition in scene.language.words["likening"])):
            return near, gap  # « des pays comme X accusent »
        if members is not None and (is_finite(scene, k) or tokens[k].lower in BREAKS):
            break
        before = ends.get(k - 1)
        if tokens[k].text == "," and before is not None and _has_comma(tokens, before):
            k -= 1  # « Le président turc, Recep Tayyip Erdogan, a menacé »
            continue
        opened = asides.opening(tokens, k, scene.language)
        if opened is not None and (tokens[k].text == "," or is_bare(ends.get(opened - 1))):
            members = members or _members(scene, opened, k)
            k = opened - 1  # but « les membres du G7 (X, Y et Z) » are X, Y and Z
            continue
        gap.append(k)
        k -= 1
    return members, [] if members is not None else gap


def _members(scene: Scene, opened: int, closed: int) -> Argument | None:
    """« plusieurs pays, *comme X et Y*, soutiennent »: those named of a group that is no argument itself."""
    words = scene.language.words
    named = next((a for a in scene.arguments if opened < a.first < closed), None)
    if (
        named is None
        or scene.tokens[opened - 1].pos not in ("NOUN", "ADJ")
        or any(is_finite(scene, k) for k in range(opened, closed))
    ):
        return None
    counted = named.first == opened + 2 and scene.tokens[opened + 1].lower in words["such_as"] and not named.preposition
    return named if counted or (named.preposition in words["likening"] and named.modifies is None) else None


def is_bare(argument: Argument | None) -> bool:
    return argument is not None and not argument.preposition and argument.modifies is None


def _has_comma(tokens: Sequence[Token], argument: Argument) -> bool:
    return any(t.text == "," for t in tokens[argument.first : argument.last])
