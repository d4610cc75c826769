"""How a statement is presented: asserted, planned, possible, requested or hypothetical; affirmed or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from graphbuild import syntax
from graphbuild.extract.triggers import AUXILIARIES, Occurrence, auxiliary
from graphbuild.knowledge import Language
from graphbuild.model import Modality, Polarity, Token
from graphbuild.morphology import Form, Tense

PURPOSE = frozenset({"afin", "avant"})
"""« afin de livrer », « avant de partir »: not done yet when the rest is."""

REACH = 9
"""Tokens before the trigger in which a governing verb or noun is looked for."""


class Words(Protocol):
    """The words that express a relation: a trigger at its place, or what a pattern covers."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def head(self) -> int: ...
    @property
    def kind(self) -> str: ...


def judge(tokens: Sequence[Token], trigger: Occurrence, language: Language) -> tuple[Modality, Polarity]:
    """Modality and polarity of what a trigger says in its sentence."""
    modality, negative = _weigh(_cues(tokens, trigger, language))
    if modality is None and _offers(tokens, trigger, language):
        modality = Modality.PLANNED
    if modality is None and (asked := _asked(tokens, trigger)):
        modality = asked
    if trigger.trigger.modality and modality in (None, Modality.ASSERTED):
        modality = Modality(trigger.trigger.modality)
    return modality or Modality.ASSERTED, _polarity(negative != trigger.trigger.denies)


def judge_words(tokens: Sequence[Token], words: Words, language: Language) -> tuple[Modality, Polarity]:
    """The same for the words of a pattern: by the verb among them, else by the one before them."""
    inside = next((k for k in range(words.first, words.last + 1) if tokens[k].pos in syntax.VERBAL), None)
    cues = _verb_cues(tokens, inside, language) if inside is not None else _cues(tokens, words, language)
    modality, negative = _weigh(cues)
    if _under_condition(tokens, words, language):
        modality = Modality.HYPOTHETICAL
    return modality or Modality.ASSERTED, _polarity(negative)


def _offers(tokens: Sequence[Token], trigger: Occurrence, language: Language) -> bool:
    """« propose une aide »: what is offered is not given yet; « promet des représailles » is a threat made."""
    relation = language.relations[trigger.trigger.relation]
    return relation.quad == "material cooperation" and bool(
        language.lemmas(tokens[trigger.head].lower) & language.words["verbs_offer"]
    )


def _asked(tokens: Sequence[Token], trigger: Words) -> Modality | None:
    """« X a-t-il livré … ? » leaves it open."""
    verb = any(t.text.startswith(("-t-", "-il", "-elle")) for t in tokens[: trigger.last + 3])
    return Modality.POSSIBLE if verb and tokens[-1].text == "?" else None


def _weigh(cues: Iterator[str]) -> tuple[Modality | None, bool]:
    """The strongest modality among cues, and whether an odd number of them negates."""
    found = list(cues)
    modality = next((Modality(c) for c in found if c != "negative"), None)
    return modality, found.count("negative") % 2 == 1


def _polarity(negative: bool) -> Polarity:
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def _cues(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """What speaks for a modality or for negation, the strongest first."""
    if _under_condition(tokens, occurrence, language):
        yield Modality.HYPOTHETICAL
    if occurrence.kind == "verb":
        yield from _verb_cues(tokens, occurrence.head, language)
    elif occurrence.kind == "noun":
        yield from _noun_cues(tokens, occurrence, language)
    else:
        yield from _copula_cues(tokens, occurrence, language)


def _under_condition(tokens: Sequence[Token], occurrence: Words, language: Language) -> bool:
    """« si l'Ukraine devenait membre … »: between the cue and the trigger no comma closes the condition."""
    text = ""
    for n in range(occurrence.first - 1, max(-1, occurrence.first - 16), -1):
        word = tokens[n].lower
        if word in (",", ";", ":", '"', "(") and occurrence.first - n > 1:
            return False
        text = f"{word} {text}".replace("' ", "'")
        after = tokens[n + 1].lower if n + 1 < len(tokens) else ""
        if word == "s'" and after not in ("il", "ils"):
            continue
        if any(
            text.startswith(cue + ("" if cue.endswith("'") else " ")) for cue in language.words["hypothetical_cues"]
        ):
            return not (word == "si" and (not _is_condition(tokens, n, occurrence.first, language)))
    return False


def _is_condition(tokens: Sequence[Token], n: int, trigger: int, language: Language) -> bool:
    """« si » that opens a case; not « même si », nor a contrast (« Si X salue …, Y précise »)."""
    if n and tokens[n - 1].lower in ("même", "comme", "savoir", "demandé", "demande", "ignore", "sait", "question"):
        return False
    if n > 1:
        return True
    main = next((k for k in range(trigger, len(tokens)) if tokens[k].text == ","), len(tokens))
    later = {t for k in range(main, len(tokens)) for t in _tenses(tokens, k, language)}
    condition = {t for k in range(n, main) for t in _tenses(tokens, k, language)}
    return Tense.IMPERFECT in condition or bool(later & {Tense.FUTURE, Tense.CONDITIONAL})


# --- verbs ---


def _verb_cues(tokens: Sequence[Token], verb: int, language: Language) -> Iterator[str]:
    """From the verb's own form outward over auxiliaries and governing verbs."""
    if _negated(tokens, verb, language):
        yield "negative"
    tenses = _tenses(tokens, verb, language)
    if Tense.PARTICIPLE in tenses:
        k = auxiliary(tokens, verb, language)
        if k is not None:
            if _negated(tokens, k, language) and not _negated(tokens, verb, language):
                yield "negative"
            tense = _tenses(tokens, k, language)
            if Tense.CONDITIONAL in tense:
                yield _conditional(tokens, k, language)
            if Tense.FUTURE in tense and Tense.PRESENT not in tense:
                yield Modality.PLANNED
            if Tense.INFINITIVE in tense:  # « annonce avoir livré » is done, « dément avoir livré » is not
                yield from (c for c in _governed(tokens, k, language) if c != Modality.PLANNED)
                return
        elif tenses <= {Tense.PARTICIPLE}:
            return
    if Tense.FUTURE in tenses and Tense.PAST not in tenses:
        yield Modality.PLANNED
    elif Tense.CONDITIONAL in tenses:
        yield _conditional(tokens, verb, language)
    elif Tense.INFINITIVE in tenses:
        yield from _governed(tokens, verb, language)
    if k := _clause_head(tokens, verb, language):
        yield from _matrix(tokens, k, language)


def _tenses(tokens: Sequence[Token], n: int, language: Language) -> set[Tense]:
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


def _governed(tokens: Sequence[Token], infinitive: int, language: Language) -> Iterator[str]:
    """What an infinitive depends on: « veut livrer », « a refusé de livrer », « pourrait livrer »."""
    for n in range(infinitive - 1, max(-1, infinitive - REACH), -1):
        word = tokens[n].lower.lstrip("-")
        if word in (";", ":", ".", "que", "qu'", "qui"):
            return
        ready = word in language.words["ready_words"] or word == "accord"
        if ready or (word in PURPOSE and n >= infinitive - 3):
            yield Modality.PLANNED
            return
        lemmas = language.lemmas(word)
        if (
            not lemmas
            and word
            not in language.words["plan_nouns"]
            | language.words["deny_nouns"]
            | language.words["demand_nouns"]
            | language.words["possible_nouns"]
        ):
            continue
        tenses = _tenses(tokens, n, language)
        noun = tokens[n].pos == "NOUN" or (n > 0 and tokens[n - 1].lower in language.words["determiners"])
        if word in language.words["plan_nouns"] and noun:
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
        if "aller" in lemmas and tokens[n].pos in ("VERB", "AUX"):
            if _negated(tokens, n, language):
                yield "negative"
            yield Modality.PLANNED
            return
        if "devoir" in lemmas:
            if _negated(tokens, n, language):
                yield "negative"
            yield Modality.PLANNED
            return
        cue = _verb_class(lemmas, language, demand=_has_addressee(tokens, n, infinitive, language))
        if cue:
            if cue == "negative" and "exclure" in lemmas and _negated(tokens, n, language):
                yield Modality.POSSIBLE  # « n'exclut pas de livrer »
                return
            if cue == "negative":
                yield "negative"
            if _negated(tokens, n, language):
                yield "negative"
            if cue != "negative":
                yield cue
            elif Tense.INFINITIVE in tenses:
                yield from _governed(tokens, n, language)
            return
        if lemmas & language.words["verbs_control"] - AUXILIARIES and _negated(tokens, n, language):
            yield "negative"  # « n'a pas réussi à envahir »
            return


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
            return next((k for k in range(n - 1, max(-1, n - 4), -1) if language.lemmas(tokens[k].lower)), None)
    return None


def _matrix(tokens: Sequence[Token], verb: int, language: Language) -> Iterator[str]:
    """« exige que X se retire », « craint que X attaque », « dément que … »."""
    lemmas = language.lemmas(tokens[verb].lower)
    words = language.words
    if lemmas & (words["verbs_deny"] - words["verbs_speech"] | {"démentir", "nier"}):
        yield "negative"
    elif lemmas & {"exiger", "demander", "réclamer", "vouloir", "souhaiter", "ordonner", "falloir"}:
        yield Modality.REQUESTED
    elif lemmas & (words["verbs_possible"] - {"pouvoir"}):
        yield Modality.POSSIBLE


def _negated(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """ne … pas around the verb, « sans » before an infinitive."""
    for n in range(verb - 1, max(-1, verb - 6), -1):
        word = tokens[n].lower
        if word in ("ne", "n'"):
            after = [t.lower for t in tokens[n + 1 : verb + 5]]
            if language.lemmas(tokens[verb].lower) & {"cesser", "oser"}:  # « ne cesse de monter » needs no « pas »
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


# --- nouns, adjectives ---


def _noun_cues(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    words = language.words
    near = {t.lower for t in tokens[max(0, occurrence.first - 2) : occurrence.last + 4]}
    near |= {b.lower for a, b in pairwise(tokens[occurrence.last : occurrence.last + 16]) if a.text == ","}
    for n in range(occurrence.first - 1, max(-1, occurrence.first - 6), -1):
        word = tokens[n].lower
        if word in (",", ";", ":", "."):
            break
        if word in words["possible_nouns"]:
            yield Modality.POSSIBLE
            return
        if word in words["deny_nouns"] or word == "sans":
            yield "negative"
            break
        if word in words["plan_nouns"]:
            yield Modality.PLANNED
            return
        if word in words["demand_nouns"] or word in words["wish_words"]:
            yield Modality.REQUESTED
            return
        if word in words["ready_words"]:
            yield Modality.PLANNED
            return
        lemmas = language.lemmas(word)
        if lemmas & words["verbs_deny"]:
            if Modality.REQUESTED in _governed(tokens, n, language):
                return  # « appelle X à cesser son offensive »: it goes on
            yield "negative"
            break
        if lemmas & {"exiger", "réclamer", "demander", "prôner"}:
            yield Modality.REQUESTED
            return
        if lemmas & {"craindre", "redouter", "risquer"}:
            yield Modality.POSSIBLE
            return
        definite = occurrence.first - n == 2 and tokens[n + 1].lower in ("le", "la", "l'", "les", "son", "sa")
        if "annoncer" in lemmas and definite:  # « annonce l'envoi de renforts »
            yield Modality.PLANNED
            return
        if lemmas & {"proposer", "envisager", "préparer", "promettre", "prévoir", "souhaiter", "vouloir", "offrir"}:
            yield from (c for c in _verb_cues(tokens, n, language) if c == "negative")
            yield Modality.PLANNED
            return
        copula = lemmas & words["verbs_copula"] and tokens[n + 1].lower != "par"
        if (copula or lemmas - AUXILIARIES) and tokens[n].pos in syntax.VERBAL:
            yield from _verb_cues(tokens, n, language)
            return
    if near & words["possible_adjectives"]:
        yield Modality.POSSIBLE
    elif near & words["plan_adjectives"]:
        yield Modality.PLANNED
    else:
        yield from _verb_over(tokens, occurrence, language)


def _verb_over(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """The verb that the noun depends on, by the parse."""
    for k, label in syntax.governors(tokens, occurrence.head, 1):
        if tokens[k].pos in syntax.VERBAL and label in syntax.OBJECT | syntax.SUBJECT | syntax.PASSIVE_SUBJECT:
            if language.lemmas(tokens[k].lower) & {"sembler", "paraître"}:
                yield Modality.POSSIBLE
            if label in syntax.PASSIVE_SUBJECT and language.lemmas(tokens[k].lower) & language.words["verbs_deny"]:
                yield "negative"  # « le dialogue est interrompu »
            if any(t.lower in language.words["possible_adverbs"] for t in tokens[max(0, k - 2) : k + 3]):
                yield Modality.POSSIBLE
            yield from _verb_cues(tokens, k, language)


def _copula_cues(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """« n'est pas membre », « serait allié », « deviendra frontalier »: the verb just before."""
    for n in range(occurrence.first - 1, max(-1, occurrence.first - 6), -1):
        if tokens[n].pos in ("PROPN", "NOUN") or tokens[n].text in (",", ";"):
            return
        if language.lemmas(tokens[n].lower):
            yield from _verb_cues(tokens, n, language)
            return
