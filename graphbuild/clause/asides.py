"""What stands aside in a sentence: « X, qui …, », « X (…) », « X, selon Y, », « X – allié de Y – »; and what opens it.

Read from signs and small words, not from the parse, which long insertions mislead most of all.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphbuild.knowledge import Language
from graphbuild.model import Token
from graphbuild.morphology import Tense

Tokens = Sequence[Token]

DASHES = frozenset({"-", "–", "—"})
STOPS = frozenset({";", ":", '"', ".", "!", "?"})
BREAKS = frozenset({";", ":", "mais", "tandis", "alors", "car", "lorsque", "quand", "parce", "puisque"})
"""Words and signs at which another clause surely begins."""
LONGEST = 30
"""Tokens of an insertion, its signs included."""

MISTAKEN = frozenset({"ADV", "ADJ", "X", "INTJ"})
"""What the model takes plurals of verbs for (« X, qui …, *accusent* Y »)."""
NOT_FINITE = frozenset({Tense.INFINITIVE, Tense.PARTICIPLE, Tense.GERUND})


def finite(tokens: Tokens, k: int, language: Language) -> bool:
    """Is the token a conjugated verb? By its forms, else by its ending."""
    token = tokens[k]
    forms = language.forms.get(token.lower, ())
    if forms:
        verbal = token.pos in ("VERB", "AUX") or (token.pos in MISTAKEN and token.lower.endswith("ent"))
        return verbal and any(f.tense not in NOT_FINITE for f in forms)
    return token.pos in ("VERB", "AUX") and not token.lower.endswith(("er", "ir", "re", "ant", "é", "ée", "és", "ées"))


def opening(tokens: Tokens, closing: int, language: Language) -> int | None:
    """The sign that opens the insertion which this sign closes; None where it closes none."""
    text = tokens[closing].text
    if text == ")" or text in DASHES:
        signs = {"("} if text == ")" else {text}
        near = range(closing - 1, max(-1, closing - LONGEST), -1)
        return next((k for k in near if tokens[k].text in signs), None)
    return _opening_comma(tokens, closing, language) if text == "," else None


def _opening_comma(tokens: Tokens, closing: int, language: Language) -> int | None:
    """« X, qui …, », « X, dont …, »; « X, affirme Y, »; « X, président de Y, », « X, lui aussi, »: no other verb."""
    words = language.words
    verbs = False
    k = closing - 1
    while k > max(0, closing - LONGEST):
        text = tokens[k].text
        if text in STOPS:
            return None
        inner = opening(tokens, k, language) if text == ")" else None
        if inner is not None:
            k = inner - 1
            continue
        if text == ",":
            first = tokens[k + 1].lower
            if is_relative(tokens, k + 1, language):
                return k
            if not verbs:
                return None if first in words["conjunctions"] - words["likening"] else k
            if _is_said(tokens, k + 1, closing, language):
                return k
        verbs = verbs or finite(tokens, k, language)
        k -= 1
    return None


def is_relative(tokens: Tokens, k: int, language: Language) -> bool:
    """Does a relative clause begin here? « qui », « dont », « avec lequel », « à qui »"""
    relatives = language.words["relatives"]
    marked = tokens[k].lower in language.words["prepositions"] and k + 1 < len(tokens)
    return tokens[k].lower in relatives or (marked and tokens[k + 1].lower in relatives)


def _is_said(tokens: Tokens, first: int, end: int, language: Language) -> bool:
    """« assure-t-il », « a déclaré X »: does a verb of speech begin what lies between?"""
    speech = language.words["verbs_speech"]
    near = range(first, min(end, first + 4))
    verb = next((k for k in near if language.lemmas(tokens[k].lower) & speech), None)
    return verb is not None and all(tokens[k].pos in ("AUX", "PRON", "ADV", "VERB") for k in range(first, verb))


def closing(tokens: Tokens, start: int, language: Language) -> int | None:
    """The sign that closes the insertion which this sign opens; None where it opens none."""
    text = tokens[start].text
    if text not in DASHES | {"(", ","}:
        return None
    for k in range(start + 1, min(len(tokens), start + LONGEST)):
        if tokens[k].text in STOPS:
            return None
        if opening(tokens, k, language) == start:
            return k
    return None


def group_start(tokens: Tokens, verb: int, language: Language) -> int:
    """Where the verb's group begins, with auxiliaries, clitics and adverbs: « ne lui a jamais | livré »."""
    start = verb
    while start > 0 and _belongs(tokens, start - 1, language):
        start -= 1
    if start > 1 and tokens[start - 1].text == '"' and _is_auxiliary(tokens, start - 2, language):
        return group_start(tokens, start - 2, language)  # « n'a "pas livré" »
    return start


def _belongs(tokens: Tokens, k: int, language: Language) -> bool:
    words = language.words
    lower = tokens[k].lower
    if lower in words["clitics"] or lower in words["negation_words"] or _is_auxiliary(tokens, k, language):
        return True
    if tokens[k].text.startswith("-") or lower == "t":
        return True  # « a-t-il déclaré »; many write « a t-il »
    return tokens[k].pos in ("ADV", "AUX") and lower not in words["conjunctions"]


AUXILIARIES = frozenset({"avoir", "être"})


def _is_auxiliary(tokens: Tokens, k: int, language: Language) -> bool:
    return tokens[k].pos != "NOUN" and bool(language.lemmas(tokens[k].lower) & AUXILIARIES)
