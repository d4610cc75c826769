"""What a verb's form, its negation and the verbs over it say: « n'a pas livré », « veut livrer », « craint que … »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuild import syntax
from graphbuild.extract.triggers import AUXILIARIES, auxiliary
from graphbuild.knowledge import Language
from graphbuild.model import Modality, Token
from graphbuild.morphology import Form, Tense

PURPOSE = frozenset({"afin", "avant"})
"""« afin de livrer », « avant de partir »: not done yet when the rest is."""

REACH = 9
"""Tokens before an infinitive in which what governs it is looked for."""


def cues(tokens: Sequence[Token], verb: int, language: Language) -> Iterator[str]:
    """From the verb's own form outward over auxiliaries and governing verbs."""
    if _negated(tokens, verb, language):
        yield "negative"
    tenses = tenses_of(tokens, verb, language)
    if Tense.PARTICIPLE in tenses:
        k = auxiliary(tokens, verb, language)
        if k is not None:
            if _negated(tokens, k, language) and not _negated(tokens, verb, language):
                yield "negative"
            tense = tenses_of(tokens, k, language)
            if Tense.CONDITIONAL in tense:
                yield _conditional(tokens, k, language)
            if Tense.FUTURE in tense and Tense.PRESENT not in tense:
                yield Modality.PLANNED
            if Tense.INFINITIVE in tense:  # « annonce avoir livré » is done, « dément avoir livré » is not
                yield from (c for c in governed(tokens, k, language) if c != Modality.PLANNED)
                return
        elif tenses <= {Tense.PARTICIPLE}:
            return
    if Tense.FUTURE in tenses and Tense.PAST not in tenses:
        yield Modality.PLANNED
    elif Tense.CONDITIONAL in tenses:
        yield _conditional(tokens, verb, language)
    elif Tense.INFINITIVE in tenses:
        yield from governed(tokens, verb, language)
    if k := _clause_head(tokens, verb, language):
        yield from _matrix(tokens, k, language)


def tenses_of(tokens: Sequence[Token], n: int, language: Language) -> set[Tense]:
    forms: tuple[Form, ...] = language.forms.get(tokens[n].lower.lstrip("-"), ())
    if not forms and tokens[n].pos == "VERB":  # a verb that the data does not name
        if tokens[n].lower.endswith(("ra", "ront")):
            return {Tense.FUTURE}
        if tokens[n].lower.endswith(("rait", "raient")):
            return {Tense.CONDITIONAL}
    return {form.tense for form in forms}


def _conditional(tokens: Sequence[Token], verb: int, language: Language) -> str:
    """The press conditional is unconfirmed; after a past verb of speech with « que » it is the future of the past."""
    for n in range(verb - 1, max(-1, verb - 14), -1):
        if tokens[n].lower in ("que", "qu'"):
            before = (language.lemmas(tokens[k].lower) for k in range(max(0, n - 16), n))
            return Modality.PLANNED if any(b & language.words["verbs_speech"] for b in before) else Modality.POSSIBLE
    return Modality.POSSIBLE


def governed(tokens: Sequence[Token], infinitive: int, language: Language) -> Iterator[str]:
    """What an infinitive depends on: « veut livrer », « a refusé de livrer », « pourrait livrer »."""
    purpose = False
    for n in range(infinitive - 1, max(-1, infinitive - REACH), -1):
        word = tokens[n].lower.lstrip("-")
        if word in (";", ":", ".", "que", "qu'", "qui"):
            return
        purpose = purpose or (word == "pour" and n >= infinitive - 2)
        ready = word in language.words["ready_words"] or word == "accord"
        if ready or (word in PURPOSE and n >= infinitive - 3):
            yield Modality.PLANNED
            return
        lemmas = language.lemmas(word)
        tenses = tenses_of(tokens, n, language)
        determined = n > 0 and tokens[n - 1].lower in language.words["determiners"]
        if word in language.words["plan_nouns"] and (determined or tokens[n].pos == "NOUN"):
            yield Modality.PLANNED
            return
        if word in language.words["possible_nouns"]:
            yield Modality.POSSIBLE
            return
        if word in language.words["deny_nouns"]:
            yield "negative"
            return
        if word in language.words["demand_nouns"]:
            yield Modality.REQUESTED
            return
        if word == "pu" and not _unreal(tokens, n, language):
            return  # « a pu livrer » is done
        if determined and tokens[n].pos not in syntax.VERBAL:
            continue  # « les forces de X » force nobody; « Londres compte envoyer » is no noun, whatever the model says
        if "devoir" in lemmas or ("aller" in lemmas and tokens[n].pos in syntax.VERBAL):
            if _negated(tokens, n, language):
                yield "negative"
            yield Modality.PLANNED
            return
        if purpose and lemmas & language.words["verbs_deny"]:
            return  # « cesse de négocier pour attaquer » denies no attack
        cue = _verb_class(lemmas, language, demand=_has_addressee(tokens, n, infinitive, language))
        if cue:
            if cue == "negative" and "exclure" in lemmas and _negated(tokens, n, language):
                yield Modality.POSSIBLE  # « n'exclut pas de livrer »
                return
            vain = any(t.lower in language.words["vain_words"] for t in tokens[n + 1 : infinitive])
            if cue == "negative" or vain:  # « essaie en vain de livrer »
                yield "negative"
            if vain:
                return
            if _negated(tokens, n, language):
                yield "negative"
            if cue != "negative":
                yield cue
            elif Tense.INFINITIVE in tenses:
                yield from governed(tokens, n, language)
            return
        if lemmas & language.words["verbs_control"] - AUXILIARIES and _negated(tokens, n, language):
            yield "negative"  # « n'a pas réussi à envahir »
            return


def _unreal(tokens: Sequence[Token], participle: int, language: Language) -> bool:
    """« aurait pu »: the auxiliary stands in the conditional."""
    k = auxiliary(tokens, participle, language)
    return k is not None and Tense.CONDITIONAL in tenses_of(tokens, k, language)


def _has_addressee(tokens: Sequence[Token], verb: int, infinitive: int, language: Language) -> bool:
    """« demande à X de livrer » has someone between verb and infinitive; « demande à livrer » has not."""
    return any(tokens[k].pos in ("PROPN", "NOUN", "PRON") for k in range(verb + 1, infinitive))


def _verb_class(lemmas: frozenset[str], language: Language, *, demand: bool) -> str | None:
    words = language.words
    if lemmas & words["verbs_deny"]:
        return "negative"
    if "falloir" in lemmas and "dire" not in lemmas:
        return Modality.REQUESTED
    if demand and lemmas & words["verbs_demand"]:
        return Modality.REQUESTED
    if lemmas & words["verbs_possible"]:
        return Modality.POSSIBLE
    if lemmas & words["verbs_plan"]:
        return Modality.PLANNED
    if lemmas & words["verbs_demand"]:
        return Modality.REQUESTED
    return None


def _clause_head(tokens: Sequence[Token], verb: int, language: Language) -> int | None:
    """The verb before the « que » that opens the trigger's clause."""
    for n in range(verb - 1, max(-1, verb - 14), -1):
        if tokens[n].lower in (";", ":", '"'):
            return None
        if tokens[n].lower in ("que", "qu'"):
            if tokens[n - 1].lower in language.words["before_que"]:
                return None  # « parce que », « alors que » depend on nothing
            return next((k for k in range(n - 1, max(-1, n - 4), -1) if language.lemmas(tokens[k].lower)), None)
    return None


def _matrix(tokens: Sequence[Token], verb: int, language: Language) -> Iterator[str]:
    """« exige que X se retire », « craint que X attaque », « dément que … »."""
    lemmas = language.lemmas(tokens[verb].lower)
    words = language.words
    if lemmas & (words["verbs_deny"] - words["verbs_speech"] | {"démentir", "nier"}):
        yield "negative"
    elif lemmas & words["verbs_order"]:
        yield Modality.REQUESTED
    elif lemmas & (words["verbs_possible"] - {"pouvoir"}):
        yield Modality.POSSIBLE


def _negated(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """ne … pas around the verb, « sans » before an infinitive."""
    for n in range(verb - 1, max(-1, verb - 6), -1):
        word = tokens[n].lower
        if word in ("ne", "n'"):
            after = [t.lower for t in tokens[n + 1 : verb + 5]]
            if (
                language.lemmas(tokens[verb].lower) & language.words["verbs_half_negated"]
            ):  # « ne cesse de monter » needs no « pas »
                return True
            return "que" not in after[2:4] and bool(set(after) & language.words["negation_words"])
        if word == "sans":
            return verb - n <= 3
        lemmas = language.lemmas(word)
        if lemmas and not lemmas & AUXILIARIES:
            return False  # what is negated further left is another verb
        if tokens[n].pos in ("NOUN", "PROPN") or word in (",", "et", "que", "qui"):
            return False
    return False
