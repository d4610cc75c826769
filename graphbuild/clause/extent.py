"""How far a noun phrase reaches around a name: its articles, titles and nouns, and the preposition before it."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuild import syntax
from graphbuild.knowledge import Language
from graphbuild.model import Token


def noun_before(tokens: Sequence[Token], index: int, language: Language) -> int | None:
    """The noun that a demonym after it belongs to, over adjectives in between (« frappes aériennes israéliennes »)."""
    head = syntax.is_modifier_of(tokens, index)
    n = index - 1
    while (
        n >= 0
        and index - n <= 3
        and tokens[n].pos in ("ADJ", "ADV")
        and tokens[n].lower not in language.words["actors"]
    ):
        n -= 1
    if head is not None and index - head <= 4 and tokens[head].pos in ("NOUN", "PROPN") and head >= n:
        return head
    if n >= 0 and tokens[n].text[:1].isalpha() and tokens[n].lower not in language.words["determiners"]:
        if tokens[n].pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "X") and not language.forms.get(tokens[n].lower):
            return n
        if tokens[n].pos in ("NOUN", "PROPN") or tokens[n].lower in language.words["actors"]:
            return n
    return None


def noun_after(tokens: Sequence[Token], index: int) -> int | None:
    if index + 1 < len(tokens) and tokens[index + 1].pos == "NOUN":
        return index + 1
    return None


def actor_before(tokens: Sequence[Token], index: int, language: Language) -> int | None:
    """An acting noun that ends just before this token, adjectives allowed (« le gouvernement central »).

    A noun of quantity counts as well: « *une centaine* de soldats français ».
    """
    for n in range(index - 1, max(-1, index - 4), -1):
        if tokens[n].lower in language.words["quantities"]:
            return n
        if tokens[n].lower in language.words["areas"] and not (n and tokens[n - 1].lower in ("près", "capitale")):
            return n
        if tokens[n].lower in language.words["actors"]:
            owned = n > 0 and tokens[n - 1].lower in language.words["possessives"]
            return None if owned else n  # « ses troupes du Niger » are not Niger's
        if tokens[n].pos != "ADJ":
            return None
    return None


def phrase_start(tokens: Sequence[Token], first: int, language: Language) -> int:
    """Over articles, numbers and adjectives before a noun; « des » stays outside where it is a preposition."""
    words = language.words
    n = first
    while n > 0:
        token = tokens[n - 1]
        counted = tokens[n].lower in words["quantities"]  # « a tué *des* dizaines de … », « la mort *de* dizaines … »
        if token.lower in ("du", "des", "aux", "au", "d'", "de") and not (
            token.lower == "des" and (counted or not syntax.is_case(token))
        ):
            break
        if (
            token.lower in words["determiners"]
            or token.lower in words["preposed"]
            or token.text in words["civil_titles"]
            or token.lower in words["roles"]
            or (token.pos == "NUM" and tokens[n].lower not in words["articles"])
        ):
            n -= 1
            continue
        break
    return n


def preposition(tokens: Sequence[Token], first: int, language: Language) -> tuple[str, int]:
    """The preposition before a phrase, the longest that fits, and where it begins."""
    for length in (4, 3, 2, 1):
        start = first - length
        if start < 0:
            continue
        words = [t.lower for t in tokens[start:first]]
        words[-1] = syntax.CONTRACTED.get(words[-1], words[-1])
        text = " ".join(words).replace("' ", "'")
        if start == 0 and text == "a":
            text = "à"  # « A Moscou », capitals often go without accents
        if text in language.words["prepositions"]:
            return text, start
    return "", first


def described_start(tokens: Sequence[Token], first: int, language: Language, *, one: bool) -> int:
    """« les chaînes X », « son allié le X »: where the noun begins that says what a name, or one person, is called."""
    words = language.words
    noun = first - 1
    while noun > 0 and first - noun <= 2 and tokens[noun].pos == "ADJ" and not language.forms.get(tokens[noun].lower):
        noun -= 1
    if (
        noun < 1
        or tokens[noun].pos != "NOUN"
        or not tokens[noun].text.islower()
        or tokens[noun].lower in words["time_nouns"]
    ):
        return first
    start = noun
    while start > 0 and (tokens[start - 1].lower in words["preposed"] or tokens[start - 1].pos == "ADJ"):
        start -= 1
    opening = tokens[start - 1].lower if start else ""
    if one and opening.endswith(("s", "x")):
        return first  # « porte aux nues X »
    if tokens[first].lower in words["articles"]:
        return start - 1 if opening in words["possessives"] and tokens[noun].lower in words["own_parties"] else first
    if opening in syntax.CONTRACTED:
        return start
    return start - 1 if opening in words["articles"] else first
