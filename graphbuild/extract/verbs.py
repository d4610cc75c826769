"""What a verb's form, its negation and the verbs over it say: « n'a pas livré », « veut livrer », « craint que … »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuild import syntax
from graphbuild.clause.asides import AUXILIARIES
from graphbuild.clause.groups import auxiliary
from graphbuild.knowledge import Language
from graphbuild.model import Modality, Token
from graphbuild.morphology import Form, Tense

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
    if by_tense := _by_tense(tokens, verb, language):
        yield from by_tense
    elif Tense.INFINITIVE in tenses:
        yield from governed(tokens, verb, language)
    if k := _clause_head(tokens, verb, language):
        yield from _matrix(tokens, k, language)


def tenses_of(tokens: Sequence[Token], n: int, language: Language) -> set[Tense]:
    forms: tuple[Form, ...] = language.forms.get(tokens[n].lower.lstrip("-"), ())
    if not forms and tokens[n].pos == "VERB":  # a verb that the data does not name
        if tokens[n].lower.endswith(("ra", "ront", "rons")):
            return {Tense.FUTURE}
        if tokens[n].lower.endswith(("rait", "raient", "rions")):
            return {Tense.CONDITIONAL}
        if tokens[n].lower.endswith(("er", "ir", "oir")):
            return {Tense.INFINITIVE}
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
    words = language.words
    first = _coordinated_with(tokens, infinitive, language)
    if first is not None:
        yield from governed(tokens, first, language)
        return
    purpose = False
    for n in range(infinitive - 1, max(-1, infinitive - REACH), -1):
        word = tokens[n].lower.lstrip("-")
        if word in (";", ":", ".") or word in words["clause_openers"]:
            return
        purpose = purpose or (word in words["purpose"] and n >= infinitive - 2)
        if word in words["ready_to_words"] or (word in words["not_yet_words"] and n >= infinitive - 3):
            yield Modality.PLANNED
            return
        determined = n > 0 and tokens[n - 1].lower in words["determiners"]
        if word in words["plan_nouns"] and (determined or tokens[n].pos == "NOUN"):
            yield from _lacked(tokens, n, language)
            yield Modality.PLANNED
            return
        if cue := next((cue for name, cue in OVER_INFINITIVES if word in words[name]), None):
            yield from _lacked(tokens, n, language)
            yield cue
            return
        if word in words["done_words"] and not _unreal(tokens, n, language):
            return  # « a pu livrer » is done
        if determined and tokens[n].pos not in syntax.VERBAL:
            continue  # « les forces de X » force nobody; « Londres compte envoyer » is no noun, whatever the model says
        lemmas = language.lemmas(word)
        if purpose and lemmas & words["verbs_deny"]:
            return  # « cesse de négocier pour attaquer » denies no attack
        found = _by_verb(tokens, n, infinitive, language)
        if found is not None:
            yield from found
            return


def _lacked(tokens: Sequence[Token], noun: int, language: Language) -> Iterator[str]:
    """« n'a pas l'intention de livrer », « n'a aucun intérêt à livrer »: who has no such thing does not do it."""
    for n in range(noun - 1, max(-1, noun - HOLDS), -1):
        if language.lemmas(tokens[n].lower) & AUXILIARIES:
            yield from ["negative"] if _negated(tokens, n, language) else []
            return


HOLDS = 5
"""Tokens before a noun in which « avoir » or « être » may stand."""

OVER_INFINITIVES = (
    ("interest_nouns", Modality.POSSIBLE),
    ("possible_nouns", Modality.POSSIBLE),
    ("deny_nouns", "negative"),
    ("far_words", "negative"),
    ("demand_nouns", Modality.REQUESTED),
)
"""Nouns over an infinitive: « le risque d'envahir », « le refus de livrer »."""


def _coordinated_with(tokens: Sequence[Token], infinitive: int, language: Language) -> int | None:
    """« menace de quitter X et d'attaquer Y »: the first of two infinitives, which what governs both stands before."""
    joint = infinitive - 1
    while joint > 0 and (tokens[joint].lower in language.words["before_infinitive"] or syntax.is_case(tokens[joint])):
        joint -= 1
    if joint < 1 or tokens[joint].lower not in language.words["joints"]:
        return None
    marked = tokens[joint + 1].lower
    for n in range(joint - 1, max(-1, joint - 2 * REACH), -1):
        if tokens[n].text in (";", ":") or tokens[n].lower in language.words["clause_openers"]:
            return None
        if tokens[n].pos in syntax.VERBAL and tenses_of(tokens, n, language) == {Tense.INFINITIVE}:
            first = n - 1
            while first > 0 and tokens[first].lower in language.words["before_infinitive"]:
                first -= 1
            alike = not syntax.is_case(tokens[joint + 1]) or tokens[first].lower[:1] == marked[:1]
            return n if alike else None
    return None


def _by_verb(tokens: Sequence[Token], n: int, infinitive: int, language: Language) -> list[str] | None:
    """What a verb makes of the infinitive after it; None where it is no such verb."""
    words = language.words
    lemmas = language.lemmas(tokens[n].lower.lstrip("-"))
    denied = ["negative"] if _negated(tokens, n, language) else []
    if lemmas & words["verbs_due"] and ("devoir" in lemmas or tokens[n].pos in syntax.VERBAL):
        must = "devoir" in lemmas and sum(t.text == '"' for t in tokens[:n]) % 2
        return [*denied, Modality.REQUESTED if must else Modality.PLANNED]
    if lemmas & words["verbs_compel"] and tenses_of(tokens, n, language) == {Tense.PARTICIPLE}:
        return denied  # « a poussé X à partir »: X has left
    cue = _verb_class(lemmas, language, demand=_has_addressee(tokens, n, infinitive, language))
    if cue is None:
        if lemmas & words["verbs_waver"]:
            return [] if denied else [Modality.POSSIBLE]  # « n'a pas hésité à critiquer » did
        if lemmas & words["verbs_control"] - AUXILIARIES:
            if Tense.INFINITIVE in tenses_of(tokens, n, language):  # « menace de faire sortir »
                return [*denied, *governed(tokens, n, language)]
            return [*denied, *_by_tense(tokens, n, language)]  # « n'a pas réussi à envahir », « continuera à livrer »
        return None
    if cue == "negative" and lemmas & words["verbs_rule_out"] and denied:
        return [Modality.POSSIBLE]  # « n'exclut pas de livrer »
    if any(t.lower in words["vain_words"] for t in tokens[n + 1 : infinitive]):
        return ["negative"]  # « essaie en vain de livrer »
    if cue != "negative":
        return [*denied, cue]
    outer = governed(tokens, n, language) if Tense.INFINITIVE in tenses_of(tokens, n, language) else ()
    return [cue, *denied, *outer]


def _by_tense(tokens: Sequence[Token], verb: int, language: Language) -> list[str]:
    tenses = tenses_of(tokens, verb, language)
    if Tense.FUTURE in tenses and Tense.PAST not in tenses:
        return [Modality.PLANNED]
    return [_conditional(tokens, verb, language)] if Tense.CONDITIONAL in tenses else []


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
    if lemmas & (words["verbs_deny"] - words["verbs_speech"] | words["verbs_belie"]):
        yield "negative"
    elif lemmas & words["verbs_order"]:
        yield Modality.REQUESTED
    elif lemmas & words["verbs_possible"]:
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
            subject = {
                t.lower for t in tokens[max(0, n - REACH) : n]
            }  # « ni X ni Y ne livrent », « aucun pays n'a livré »
            denied = set(after) & language.words["negation_words"] or subject & language.words["negative_subjects"]
            return "que" not in after[2:4] and bool(denied)
        if word == "sans":
            return verb - n <= 3
        lemmas = language.lemmas(word)
        if lemmas and not lemmas & AUXILIARIES:
            return False  # what is negated further left is another verb
        if tokens[n].pos in ("NOUN", "PROPN") or word in (",", "et", "que", "qui"):
            return False
    return False
