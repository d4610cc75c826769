"""Where what someone says begins and ends: at « que », a colon, a quotation, an infinitive or an object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.clause.scene import Scene, is_finite, tenses
from graphbuild.clause.voices import QUOTE
from graphbuild.model import Sentence, Span, Token
from graphbuild.morphology import Tense

NEAR, FAR = 7, 18
"""Tokens within which a verb of speech is followed by what is said, and by « que »."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where the words after a verb of speech stand, and whether the verb only wishes what they name."""

    scope: Span
    wished: bool = False


def after(sentence: Sentence, scene: Scene, verb: int) -> Said | None:
    """The words after a verb of speech: from « que », a colon, a quotation or an infinitive on, or its object."""
    tokens, words = scene.tokens, scene.language.words
    lemmas = scene.language.lemmas(tokens[verb].lower.lstrip("-"))
    far = verb + (FAR if tokens[verb].pos in ("VERB", "AUX") else NEAR)
    near = far if lemmas & words["verbs_object_control"] else verb + NEAR
    for k in range(verb + 1, min(len(tokens), far + 1)):
        word = tokens[k].lower
        if word in ("que", "qu'") and tokens[k - 1].lower not in ("et", "ou"):
            return Said(Span(tokens[k].start, _narrated(sentence, scene, k)))
        if word in (";", ".", "qui") or (k > verb + NEAR and is_finite(scene, k)):
            break
        if k <= near and _is_said_infinitive(scene, verb, k):
            if lemmas & words["verbs_in_mind"] and not any(verb < a.first < k for a in scene.arguments):
                return None
            wished = bool(lemmas & words["verbs_demand"])
            return Said(Span(tokens[k].start, _narrated(sentence, scene, k, joined=True)), wished)
        if k <= verb + NEAR and word == QUOTE:
            return Said(quotation(sentence, scene, k))
        if k <= verb + NEAR and word == ":":
            met = any(verb < a.first < k and not a.preposition for a in scene.arguments)
            return None if met else Said(Span(tokens[k].start, _last_quote(sentence, scene, k)))
    return _object(scene, verb)


def _is_said_infinitive(scene: Scene, verb: int, k: int) -> bool:
    """« promet de livrer », « appelle X à livrer », « dément avoir livré », « dit vouloir livrer »"""
    tokens, language = scene.tokens, scene.language
    if tokens[k].pos not in ("VERB", "AUX") or not tokens[k].lower.endswith(("er", "ir", "oir", "re")):
        return False
    start = k
    while tokens[start - 1].lower in language.words["before_infinitive"]:
        start -= 1
    if tokens[start - 1].text == "," and tokens[start - 2].lower in language.words["stressed_pronouns"]:
        start -= 3  # « nie, lui, avoir livré »
    if tokens[start - 1].lower in ("de", "d'", "à"):
        return True
    return start == verb + 1 or (tokens[start - 1].pos == "ADV" and start <= verb + 3)


def _object(scene: Scene, verb: int) -> Said | None:
    """« dément toute présence de … », « réclame le retrait de … », « fait état de tirs »: an object that tells."""
    tokens, language = scene.tokens, scene.language
    reports = any(t.lower in language.words["said_after_faire"] for t in tokens[verb + 1 : verb + 2])
    if not reports and not language.lemmas(tokens[verb].lower.lstrip("-")) & language.words["verbs_tell"]:
        return None
    if verb and tokens[verb - 1].lower in language.words["reflexives"]:
        return None  # « un sommet qui s'annonce difficile »
    breaks = (k for k in range(verb + 1, len(tokens)) if tokens[k].text in (",", ";", ":") or is_finite(scene, k))
    end = next(breaks, len(tokens))
    return Said(Span(tokens[verb + 1].start, tokens[end - 1].end), not reports) if end > verb + 1 else None


def _narrated(sentence: Sentence, scene: Scene, start: int, *, joined: bool = False) -> int:
    """Where the article speaks again: « X exhorte Y à agir, s'attirant une riposte », « … et Z accuse X » (joined)."""
    tokens, language = scene.tokens, scene.language
    subjects = {
        a.first for a in scene.arguments if not a.preposition and is_finite(scene, min(a.last + 1, len(tokens) - 1))
    }
    for k in range(start + 1, len(tokens) - 1):
        after = k + 1 + (tokens[k + 1].lower in language.words["reflexives"])
        if tokens[k].text == "," and Tense.GERUND in tenses(scene, after):
            return tokens[k].start
        if joined and tokens[k].lower in ("et", "mais") and k + 1 in subjects:
            return tokens[k].start
    return sentence.end


def quotation(sentence: Sentence, scene: Scene, start: int) -> Span:
    """A quotation that opens at a token: to its closing mark, else to the end of the sentence."""
    tokens = scene.tokens
    closing = next((k for k in range(start + 1, len(tokens)) if tokens[k].text == QUOTE), None)
    return Span(tokens[start].start, tokens[closing].end if closing is not None else sentence.end)


def _last_quote(sentence: Sentence, scene: Scene, start: int) -> int:
    """After a colon the words end with the last quotation there, if there is one."""
    marks = [t.end for t in scene.tokens[start:] if t.text == QUOTE]
    return marks[-1] if marks and len(marks) % 2 == 0 else sentence.end


def clause(sentence: Sentence, scene: Scene, n: int) -> Span:
    """The part of a sentence around a token, between « ; » and « , alors que »."""
    cuts = [k for k in range(1, len(scene.tokens)) if _contrasts(scene.tokens, k, scene.language.words["contrasts"])]
    start = max((scene.tokens[k].start for k in cuts if k < n), default=sentence.start)
    end = min((scene.tokens[k].start for k in cuts if k > n), default=sentence.end)
    return Span(start, end)


def _contrasts(tokens: Sequence[Token], k: int, contrasts: frozenset[str]) -> bool:
    if tokens[k].text == ";":
        return True
    joined = k + 1 < len(tokens) and tokens[k + 1].lower in ("que", "qu'")
    return tokens[k - 1].text == "," and tokens[k].lower in contrasts and joined
