"""A verb with what belongs to it: the auxiliary of a participle, its own pronouns, and whether it is passive."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuild.clause import asides
from graphbuild.knowledge import Language
from graphbuild.model import Token
from graphbuild.morphology import Tense

REACH = 16
"""Tokens between an auxiliary and its participle, with what stands aside between them."""


def auxiliary(tokens: Sequence[Token], n: int, language: Language) -> int | None:
    """The form of avoir or être that a participle goes with, over adverbs, « pas » and what stands aside."""
    words = language.words
    small = words["asides"] | words["negation_words"] | {'"'}
    k = n - 1
    while k >= max(0, n - REACH):
        word = tokens[k].lower
        if word == "été":
            k -= 1
        elif (
            language.lemmas(word.lstrip("-")) & asides.AUXILIARIES and tokens[k].pos != "NOUN"
        ):  # « des avions livrés »
            return k
        elif word == "," and (opened := _insertion(tokens, k, language)) is not None:
            k = opened - 1
        elif tokens[k].pos in ("ADV", "AUX", "PRON") or word in small or word.endswith("ment"):
            k -= 1
        elif word in words["linkers"]:
            return _shared_auxiliary(tokens, k, n, language)
        else:
            return None
    return None


def _insertion(tokens: Sequence[Token], closing: int, language: Language) -> int | None:
    """« a, selon X, livré »: where the insertion begins, relative clauses excepted."""
    opened = asides.opening(tokens, closing, language)
    return None if opened is None or asides.is_relative(tokens, opened + 1, language) else opened


def _shared_auxiliary(tokens: Sequence[Token], linker: int, n: int, language: Language) -> int | None:
    """« a armé X et *entraîné* Y », « ont été arrêtés puis *jugés* »: the auxiliary of the participle before."""
    for k in range(linker - 1, max(-1, linker - REACH), -1):
        if asides.finite(tokens, k, language) or tokens[k].lower in asides.BREAKS:
            return None
        if any(f.tense is Tense.PARTICIPLE for f in language.forms.get(tokens[k].lower, ())):
            found = auxiliary(tokens, k, language)
            beside = k == linker - 1
            return found if found is not None and (beside or _is_invariable(tokens[n].lower)) else None
    return None


def _is_invariable(participle: str) -> bool:
    """With avoir a participle keeps its plain form: « a livré », but « des armes livrées »."""
    return not participle.endswith(("e", "s")) or participle.endswith("is")


def continues(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """« Puis expulsé trois diplomates. », « A aussi menacé X »: goes on about the subject of the sentence before."""
    before = [t.lower for t in tokens[:n]]
    opening = language.words["openers"]
    auxiliaries = [w for w in before if language.lemmas(w) & asides.AUXILIARIES]
    loose = all(w in opening or w in language.words["asides"] or w in auxiliaries for w in before)
    return loose and (before[:1] == auxiliaries[:1] or (before[:1] != [] and before[0] in opening)) and before != []


def is_passive(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """A participle with être (not of a verb of movement), or beside a noun without any auxiliary."""
    k = auxiliary(tokens, n, language)
    if k is None:
        return not continues(tokens, n, language)
    been = any(t.lower == "été" for t in tokens[k : n + 1])
    if language.lemmas(tokens[n].lower) & language.words["verbs_with_etre"]:
        return False
    return been or "être" in language.lemmas(tokens[k].lower)


def suffering(tokens: Sequence[Token], n: int, language: Language) -> int | None:
    """The verb before an infinitive whose subject suffers it: « s'est *fait* accuser », « se *voit* livrer »."""
    k = n - 1
    while k > 0 and tokens[k].pos == "ADV":
        k -= 1
    if k < 1 or not language.lemmas(tokens[k].lower) & language.words["verbs_suffer"]:
        return None
    return k if has_clitic(tokens, k, language.words["reflexives"], language) else None


def has_clitic(tokens: Sequence[Token], n: int, clitics: frozenset[str], language: Language) -> bool:
    """« *se* sont progressivement retirés », « *s*'est fait accuser »: does one of some pronouns stand in the group?"""
    for k in range(n - 1, max(-1, n - 7), -1):
        word = tokens[k].lower.lstrip("-")
        if word in clitics:
            return True
        if not (
            tokens[k].pos in ("ADV", "AUX", "PRON")
            or language.lemmas(word) & asides.AUXILIARIES
            or word in ("pas", "plus", "ne", "n'", "y", "en")
            or word.endswith("ment")  # « se sont progressivement retirés », whatever the model takes it for
        ):
            return False
    return False
