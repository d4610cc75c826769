"""How a statement is presented: asserted, planned, possible, requested or hypothetical; affirmed or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from graphbuild import syntax
from graphbuild.clause.asides import AUXILIARIES
from graphbuild.clause.triggers import Occurrence
from graphbuild.extract import verbs
from graphbuild.knowledge import Language
from graphbuild.model import Modality, Polarity, Token
from graphbuild.morphology import Tense


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
    if modality in (None, Modality.PLANNED) and _asked(tokens, trigger, language):
        modality = Modality.POSSIBLE
    if trigger.trigger.modality and modality in (None, Modality.ASSERTED):
        modality = Modality(trigger.trigger.modality)
    return modality or Modality.ASSERTED, _polarity(negative != trigger.trigger.denies)


def judge_words(tokens: Sequence[Token], words: Words, language: Language) -> tuple[Modality, Polarity]:
    """The same for the words of a pattern: by the verb among them, else by the one before them."""
    inside = next((k for k in range(words.first, words.last + 1) if tokens[k].pos in syntax.VERBAL), None)
    cues = verbs.cues(tokens, inside, language) if inside is not None else _cues(tokens, words, language)
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


def _asked(tokens: Sequence[Token], trigger: Words, language: Language) -> bool:
    """« X a-t-il livré … ? » leaves it open; « Pourquoi X livre-t-il … ? » and « La guerre finira-t-elle ? » do not."""
    ends = [t.text for t in tokens[-2:] if t.text != '"'][-1:]
    if ends != ["?"] or any(t.lower in language.words["question_words"] for t in tokens[: trigger.first]):
        return False
    for k, token in enumerate(tokens[: trigger.last + 4]):
        asks = token.text.startswith("-") and token.lower.lstrip("-") in language.words["asking_pronouns"]
        between = tokens[min(k, trigger.first) : max(k, trigger.last)]
        if asks and not any(t.text in (":", '"', ";") for t in between):
            return trigger.kind != "noun" or k < trigger.first
    return False


def _weigh(cues: Iterator[str]) -> tuple[Modality | None, bool]:
    """The strongest modality among cues, and whether an odd number of them negates."""
    found = list(cues)
    modality = next((Modality(c) for c in found if c != "negative"), None)
    return modality, found.count("negative") % 2 == 1


def _polarity(negative: bool) -> Polarity:
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def _cues(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """What speaks for a modality or for negation, the strongest first."""
    if _under_condition(tokens, occurrence, language) or _over_condition(tokens, occurrence, language):
        yield Modality.HYPOTHETICAL
    if occurrence.kind == "verb":
        yield from verbs.cues(tokens, occurrence.head, language)
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


def _over_condition(tokens: Sequence[Token], occurrence: Words, language: Language) -> bool:
    """« si X attaquait, Y riposterait », « Y ripostera si X attaque »: the case is set elsewhere in the sentence."""
    part = _part(tokens, occurrence)
    if not any(verbs.tenses_of(tokens, k, language) & {Tense.FUTURE, Tense.CONDITIONAL} for k in part):
        return False
    for n, (word, after) in enumerate(pairwise(tokens)):
        opens = word.lower == "si" or (word.lower == "s'" and after.lower in ("il", "ils"))
        if opens and after.pos in ("DET", "PRON", "PROPN"):
            return n == 0 or (
                tokens[n - 1].lower not in language.words["no_condition_words"]
                and not language.lemmas(tokens[n - 1].lower) & language.words["verbs_speech"]
            )
    return False


def _part(tokens: Sequence[Token], occurrence: Words) -> range:
    """The tokens between the commas around an occurrence, up to « si »."""
    first, last = occurrence.head, occurrence.head
    while first and tokens[first - 1].lower not in (",", ";", ":", '"', "si", "que", "qu'"):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].lower not in (",", ";", ":", "si", "qui", "que", "qu'"):
        last += 1
    return range(first, last + 1)


def _is_condition(tokens: Sequence[Token], n: int, trigger: int, language: Language) -> bool:
    """« si » that opens a case; not « même si », nor a contrast (« Si X salue …, Y précise »)."""
    if n and tokens[n - 1].lower in language.words["no_condition_words"]:
        return False
    if n > 1:
        return True
    main = next((k for k in range(trigger, len(tokens)) if tokens[k].text == ","), len(tokens))
    finite = [k for k in range(n, len(tokens)) if tokens[k].pos not in ("NOUN", "PROPN", "ADP", "ADJ")]
    later = {t for k in finite if k >= main for t in verbs.tenses_of(tokens, k, language)}
    condition = {t for k in finite if k < main for t in verbs.tenses_of(tokens, k, language)}
    return Tense.IMPERFECT in condition or bool(later & {Tense.FUTURE, Tense.CONDITIONAL})


# --- nouns, adjectives ---


OVER_NOUNS = (
    ("possible_nouns", Modality.POSSIBLE),
    ("plan_nouns", Modality.PLANNED),
    ("demand_nouns", Modality.REQUESTED),
    ("wish_words", Modality.REQUESTED),
    ("ready_words", Modality.PLANNED),
)
"""Words over a noun, and what they make of it: « le risque d'une attaque », « favorable à une aide »."""

BEFORE, AFTER = 5, 5
"""Tokens before a noun in which what governs it is looked for, and after it in which « prévu » may stand."""


def _noun_cues(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """What stands before a noun, else an adjective beside it, else the verb it depends on."""
    before = list(_before_noun(tokens, occurrence, language))
    yield from (cue for cue in before if cue != DONE)
    if before and before != ["negative"]:
        return
    words = language.words
    near = {t.lower for t in tokens[max(0, occurrence.first - 2) : occurrence.last + 1 + AFTER]}
    near |= {b.lower for a, b in pairwise(tokens[occurrence.last : occurrence.last + 16]) if a.text == ","}
    if near & words["possible_adjectives"]:
        yield Modality.POSSIBLE
    elif near & words["plan_adjectives"]:
        yield Modality.PLANNED
        yield from _verb_over(tokens, occurrence, language)
    else:
        yield from _verb_over(tokens, occurrence, language)


OVER = frozenset({"de", "d'", "à"})
"""What ties a noun to the one it stands over: « l'arrêt des livraisons », not « demande fin mai une aide »."""

DONE = "done"
"""What stands over a noun says that it is so."""


def _before_noun(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """« le risque de », « l'arrêt de », « réclame », « mettre fin à »: the nearest word to the left that governs."""
    words = language.words
    for n in range(occurrence.first - 1, max(-1, occurrence.first - 1 - BEFORE), -1):
        word = tokens[n].lower
        if word in (",", ";", ":", ".", "que", "qu'"):
            return
        if _announced_when_done(tokens, occurrence, n, language):
            yield DONE
            return
        if cue := next((cue for name, cue in OVER_NOUNS if word in words[name]), None):
            yield cue
            return
        after = tokens[n + 1].lower
        if word in words["ending_words"] and tokens[occurrence.head].lower in words["events_that_end"]:
            continue
        if (word in words["deny_nouns"] and syntax.CONTRACTED.get(after, after) in OVER) or word == "sans":
            yield "negative"
            if n and tokens[n - 1].pos in syntax.VERBAL:  # « accepte de mettre fin à »
                yield from verbs.cues(tokens, n - 1, language)
            return
        lemmas = language.lemmas(word)
        if lemmas & words["verbs_deny"]:
            over = list(verbs.cues(tokens, n, language))
            # « appelle X à cesser son offensive »: it goes on
            yield from [DONE] if Modality.REQUESTED in over else ["negative", *over]
            return
        if lemmas & words["verbs_call_for"]:
            yield Modality.REQUESTED
            return
        if lemmas & words["verbs_fear"]:
            yield Modality.POSSIBLE
            return
        definite = occurrence.first - n == 2 and tokens[n + 1].lower in words["definite"]
        if definite and lemmas & words["verbs_announce"]:  # « annonce l'envoi de renforts »
            yield Modality.PLANNED
            return
        if lemmas & words["verbs_intend"]:
            yield from (c for c in verbs.cues(tokens, n, language) if c == "negative")
            yield Modality.PLANNED
            return
        copula = lemmas & words["verbs_copula"] and tokens[n + 1].lower != "par"
        if (copula or lemmas - AUXILIARIES) and tokens[n].pos in syntax.VERBAL:
            yield from verbs.cues(tokens, n, language)
            yield DONE
            return


def _announced_when_done(tokens: Sequence[Token], occurrence: Words, n: int, language: Language) -> bool:
    """« l'annonce de la capture », « annonce l'arrestation »: no plan, as « l'annonce d'une aide » is."""
    words = language.words
    announces = tokens[n].lower in words["announcement"] or language.lemmas(tokens[n].lower) & words["verbs_announce"]
    return bool(announces) and tokens[occurrence.head].lower in words["announced_when_done"]


CLIMB = 3
"""Arcs up from a noun to the verb over it: « va verser trois milliards d'euros d'aide »."""


def _verb_over(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """The verb that the noun depends on, by the parse."""
    for steps, (k, label) in enumerate(syntax.governors(tokens, occurrence.head, CLIMB)):
        if tokens[k].pos not in syntax.VERBAL and Tense.PARTICIPLE not in verbs.tenses_of(tokens, k, language):
            continue
        near = syntax.OBJECT if steps else syntax.OBJECT | syntax.SUBJECT | syntax.PASSIVE_SUBJECT
        if label in near:
            if language.lemmas(tokens[k].lower) & language.words["verbs_seem"]:
                yield Modality.POSSIBLE
            if label in syntax.SUBJECT and _is_due(tokens, k, language):
                yield Modality.PLANNED
            if _is_over(tokens, k, label, language):
                yield "negative"
            if any(t.lower in language.words["possible_adverbs"] for t in tokens[max(0, k - 2) : k + 3]):
                yield Modality.POSSIBLE
            yield from verbs.cues(tokens, k, language)
        return


def _is_due(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """« la rencontre doit avoir lieu », « les pourparlers vont s'ouvrir »; « le soutien doit durer » is no plan."""
    if not language.lemmas(tokens[verb].lower) & language.words["verbs_due"]:
        return False
    following = tokens[verb + 1 : verb + 1 + INFINITIVE_WITHIN]
    return any(
        t.lower in language.words["happening_words"] and not any(u.pos in ("NOUN", "PROPN") for u in following[:k])
        for k, t in enumerate(following)
    )


INFINITIVE_WITHIN = 5
"""Tokens after « devoir » and « aller » in which the infinitive stands."""


def _is_over(tokens: Sequence[Token], verb: int, label: str, language: Language) -> bool:
    """« le dialogue est interrompu », « les pourparlers sont rompus », « les combats ont cessé »"""
    lemmas, words = language.lemmas(tokens[verb].lower), language.words
    if label in syntax.PASSIVE_SUBJECT:
        return bool(lemmas & (words["verbs_deny"] | words["verbs_break"]))
    cleft = Tense.PARTICIPLE in verbs.tenses_of(tokens, verb, language) and label in syntax.SUBJECT
    return cleft and bool(lemmas & words["verbs_cease"])


def _copula_cues(tokens: Sequence[Token], occurrence: Words, language: Language) -> Iterator[str]:
    """« n'est pas membre », « serait allié », « deviendra frontalier »: the verb just before."""
    for n in range(occurrence.first - 1, max(-1, occurrence.first - 6), -1):
        if tokens[n].pos in ("PROPN", "NOUN") or tokens[n].text in (",", ";"):
            return
        if language.lemmas(tokens[n].lower):
            yield from verbs.cues(tokens, n, language)
            return
