"""Object pronouns before a verb: « lui livre des armes », « l'a condamné », « y a envoyé des soldats »."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuild.clause.asides import AUXILIARIES
from graphbuild.knowledge import Language
from graphbuild.model import Token
from graphbuild.morphology import Tense

DIRECT, DATIVE, THERE, THENCE, EITHER = "(le)", "(lui)", "(y)", "(en)", "(nous)"
"""What stands in the place of a preposition for arguments that are such pronouns."""

MARKERS = {
    "le": DIRECT, "la": DIRECT, "les": DIRECT, "l'": DIRECT, "lui": DATIVE, "leur": DATIVE, "y": THERE, "en": THENCE,
    "nous": EITHER, "me": EITHER, "m'": EITHER,
}  # fmt: skip

SLOTS = {
    DIRECT: frozenset({"object"}),
    DATIVE: frozenset({"à"}),
    THERE: frozenset({"à", "en", "dans", "sur"}),
    THENCE: frozenset({"de"}),
    EITHER: frozenset({"object", "à"}),
}
"""Marker → the slots of a trigger that it fills."""


def host(tokens: Sequence[Token], k: int, language: Language) -> int | None:
    """The verb that a pronoun leans on: the participle of a compound tense; None where it is no pronoun.

    « leur soutien » and « la ville » are none, since a noun follows; « en partant » and « il y a » are none either.
    """
    word = tokens[k].lower
    following = k + 1
    while following < len(tokens) and tokens[following].lower in MARKERS:
        following += 1
    if following >= len(tokens) or not _is_verb_after(tokens, k, following, language):
        return None
    if not language.lemmas(tokens[following].lower) & AUXILIARIES:
        return following
    participle = _participle(tokens, following + 1, language)
    if participle is None and word == "y":
        return None
    return following if participle is None else participle


def _is_verb_after(tokens: Sequence[Token], k: int, following: int, language: Language) -> bool:
    """Does the model read a pronoun, or leaves the verb no doubt?"""
    forms = language.forms.get(tokens[following].lower, ())
    if not any(f.tense not in (Tense.PARTICIPLE, Tense.GERUND) for f in forms):
        return False
    if tokens[following].pos == "AUX" or (tokens[following].lower in ("a", "ont") and tokens[k].lower == "l'"):
        return True
    infinitive = all(f.tense is Tense.INFINITIVE for f in forms)
    return infinitive or (tokens[k].pos == "PRON" and tokens[following].pos in ("VERB", "AUX"))


def _participle(tokens: Sequence[Token], start: int, language: Language) -> int | None:
    aside = language.words["asides"] | language.words["negation_words"]
    for n in range(start, min(len(tokens), start + 6)):
        if tokens[n].lower == "été":
            continue
        if any(f.tense is Tense.PARTICIPLE for f in language.forms.get(tokens[n].lower, ())):
            return n
        if not (tokens[n].pos == "ADV" or tokens[n].lower in aside or tokens[n].lower.endswith("ment")):
            return None
    return None
