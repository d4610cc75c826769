"""Who says so: the actor in whose mouth the text puts a stretch of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild import syntax
from graphbuild.extract.arguments import Argument
from graphbuild.extract.scene import Scene
from graphbuild.extract.subjects import inverted_speaker, subject_of
from graphbuild.model import EntityType, Sentence, Span

QUOTE = '"'
NEAR, FAR = 7, 18
"""Tokens within which a verb of speech is followed by what is said, and by « que »."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of the article, and whose words it gives."""

    scope: Span
    speaker: str


def find(sentences: Sequence[Sentence], scenes: Sequence[Scene]) -> list[Speech]:
    """All reported speech of an article; a quotation's speaker holds from its opening to its close."""
    found: list[Speech] = []
    for sentence, scene in zip(sentences, scenes, strict=True):
        found += _in_sentence(sentence, scene)
    found += _quotations(sentences, scenes, found)
    return found


def speaker_at(speeches: Sequence[Speech], position: int) -> str | None:
    """The innermost speaker at a place of the text."""
    around = [s for s in speeches if s.scope.start <= position < s.scope.end]
    return min(around, key=lambda s: (s.scope.end - s.scope.start, s.scope.start)).speaker if around else None


# --- within a sentence ---


def _in_sentence(sentence: Sentence, scene: Scene) -> Iterator[Speech]:
    tokens, words = scene.tokens, scene.language.words
    for argument in scene.arguments:
        if _is_source(argument, scene) and _speaks(argument, scene):
            yield Speech(Span(sentence.start, sentence.end), argument.mention.entity)
        elif argument.preposition == "pour" and argument.first == 1 and _speaks(argument, scene):
            after = tokens[argument.last + 1].text if argument.last + 1 < len(tokens) else ""
            if after == ",":
                yield Speech(Span(sentence.start, sentence.end), argument.mention.entity)
    for n, token in enumerate(tokens):
        if token.lower in ("savoir", "valoir") and n and "faire" in scene.language.lemmas(tokens[n - 1].lower):
            n -= 1  # « a fait savoir que »
        elif not scene.language.lemmas(token.lower.lstrip("-")) & words["verbs_speech"]:
            continue
        if token.lower in words["determiners"] or token.pos == "ADP":
            continue
        inverted = inverted_speaker(scene, n)
        if inverted is not None and _speaks(inverted, scene):
            yield Speech(Span(sentence.start, tokens[n].start), inverted.mention.entity)
            again = next((k for k in range(inverted.last + 1, len(tokens)) if tokens[k].text == QUOTE), None)
            if again is not None:
                yield Speech(Span(tokens[again].start, _said_to(scene, again, sentence)), inverted.mention.entity)
            continue
        start = _said_from(scene, n)
        if start is None:
            continue
        speaker = subject_of(scene, n)
        if speaker is not None and _speaks(speaker, scene):
            yield Speech(Span(tokens[start].start, _said_to(scene, start, sentence)), speaker.mention.entity)


def _said_to(scene: Scene, start: int, sentence: Sentence) -> int:
    """Where the words end that begin at a token: at the closing mark of a quotation, else with the sentence."""
    if scene.tokens[start].text != QUOTE:
        return sentence.end
    closing = next((k for k in range(start + 1, len(scene.tokens)) if scene.tokens[k].text == QUOTE), None)
    return scene.tokens[closing].end if closing is not None else sentence.end


def _is_source(argument: Argument, scene: Scene) -> bool:
    """« selon X », « d'après un communiqué de X »"""
    if argument.preposition in ("selon", "d'après"):
        return True
    before = [t.lower for t in scene.tokens[max(0, argument.first - 6) : argument.first]]
    for cue in (["selon"], ["d'", "après"]):
        for n in range(len(before) - len(cue) + 1):
            if before[n : n + len(cue)] == cue and "," not in before[n:] and argument.preposition == "de":
                return True
    return False


def _speaks(argument: Argument, scene: Scene) -> bool:
    """Persons, countries and organizations speak; a place does not, nor an agency that carries the words."""
    if argument.mention.type is EntityType.PLACE or argument.modifies is not None:
        return False
    known = scene.language.entities.get(argument.mention.entity)
    return known is None or known.kind != "news_agency" or known.within is not None


def _said_from(scene: Scene, verb: int) -> int | None:
    """Where the words after a verb of speech begin: at « que », a colon, a quotation or an infinitive."""
    tokens = scene.tokens
    reach = verb + 1 + (FAR if tokens[verb].pos in ("VERB", "AUX") else NEAR)
    for k in range(verb + 1, min(len(tokens), reach)):
        word = tokens[k].lower
        if word in ("que", "qu'"):
            return k
        if k > verb + NEAR:
            if scene.language.lemmas(word) and tokens[k].pos in ("VERB", "AUX"):
                return None
            continue
        if word in (":", QUOTE):
            return k
        if word in (";", ".", "qui"):
            return None
        if word in ("de", "d'", "avoir", "être", "vouloir", "ne") and k + 1 < len(tokens):
            after = tokens[k] if word in ("avoir", "être", "vouloir") else tokens[k + 1]
            infinitive = after.lower.endswith(("er", "ir", "oir", "re")) and after.pos in ("VERB", "AUX")
            if infinitive:
                return k
    return None


# --- quotations over several sentences ---


def _quotations(sentences: Sequence[Sentence], scenes: Sequence[Scene], found: Sequence[Speech]) -> Iterator[Speech]:
    """Sentences of an open quotation, and quotations without a verb of speech, belong to the speaker beside them."""
    last: tuple[int, str] | None = None
    paragraph = -1
    opened = False
    run: list[int] = []
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph, opened = sentence.paragraph, False
            run = []
        starts_open = opened
        marks = sum(t.text == QUOTE for t in sentence.tokens)
        opened = opened ^ bool(marks % 2)
        speakers = [s for s in found if sentence.start <= s.scope.start < sentence.end]
        quoted = starts_open or (sentence.tokens[0].text == QUOTE and marks >= 1)
        if speakers:
            speaker = speakers[0].speaker
            if starts_open:
                for k in run:
                    yield Speech(Span(sentences[k].start, sentences[k].end), speaker)
            run = [] if not opened else [number]
            last = (number, speaker)
        elif quoted and last is not None and number - last[0] <= 1 and syntax_continues(sentence):
            yield Speech(Span(sentence.start, sentence.end), last[1])
            last = (number, last[1])
        elif quoted or opened:
            run.append(number)
        else:
            run = []


def syntax_continues(sentence: Sentence) -> bool:
    """Is the sentence nothing but quoted words?"""
    tokens = sentence.tokens
    tail = [t for t in tokens[-3:] if t.text == QUOTE]
    return (
        tokens[0].text == QUOTE or bool(tail) or syntax.is_root(tokens, 0) or not any(t.text == QUOTE for t in tokens)
    )
