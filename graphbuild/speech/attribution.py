"""Who says so: the actor in whose mouth the text puts it, over sentences and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.clause.scene import Scene
from graphbuild.clause.voices import QUOTE
from graphbuild.model import Sentence, Span
from graphbuild.speech import reported
from graphbuild.speech.reported import Speech

SCARE = 3
"""A quotation of fewer words is a term, not a speech."""


def find(sentences: Sequence[Sentence], scenes: Sequence[Scene]) -> list[Speech]:
    """All reported speech of an article; a quotation's speaker holds from its opening to its close."""
    told: list[list[Speech]] = []
    last: str | None = None
    for sentence, scene in zip(sentences, scenes, strict=True):
        told.append(reported.find(sentence, scene, last))
        last = told[-1][-1].speaker if told[-1] else last
    return [s for group in told for s in group] + list(_quoted(sentences, told))


def speaker_at(
    speeches: Sequence[Speech], position: int, *, plain: bool = False, actor: str | None = None
) -> str | None:
    """The innermost speaker at a place of the text, who acts there only where nobody else speaks.

    Args:
        speeches: All reported speech of the article.
        position: Where the words stand.
        plain: Are they said to be simply so? Then a wish for something around them does not count.
        actor: Who is said to act.
    """
    around = [s for s in speeches if s.scope.start <= position < s.scope.end and not (plain and s.wished)]
    inward = sorted(around, key=lambda s: (s.scope.end - s.scope.start, s.scope.start))
    return next((s.speaker for s in inward if s.speaker != actor), actor if inward else None)


# --- quotations without a verb of speech beside them, or over several sentences ---


@dataclass(frozen=True, slots=True)
class _Quotation:
    """The words between two quotation marks, or from one to the end of its paragraph."""

    first: int
    """The sentence that it begins in."""
    last: int
    scope: Span
    words: int


def _quotations(sentences: Sequence[Sentence]) -> Iterator[_Quotation]:
    opened: tuple[int, int] | None = None
    words = 0
    for number, sentence in enumerate(sentences):
        for token in sentence.tokens:
            words += token.text != QUOTE
            for _ in range(token.text.count(QUOTE)):  # the model may glue one to a word
                if opened is None:
                    opened, words = (number, token.start), 0
                else:
                    yield _Quotation(opened[0], number, Span(opened[1], token.end), words)
                    opened = None
        ends = number + 1 == len(sentences) or sentences[number + 1].paragraph != sentence.paragraph
        if opened is not None and ends:
            yield _Quotation(opened[0], number, Span(opened[1], sentence.end), words)
            opened = None


def _quoted(sentences: Sequence[Sentence], told: Sequence[Sequence[Speech]]) -> Iterator[Speech]:
    """What stands in quotation marks is said by whom the words about it name, else by who spoke just before."""
    spoke: dict[int, str] = {n: group[-1].speaker for n, group in enumerate(told) if group}
    for quotation in _quotations(sentences):
        if quotation.words < SCARE:
            continue
        inside = [s for n in range(quotation.first, quotation.last + 1) for s in told[n]]
        covering = [s for s in inside if s.scope.start < quotation.scope.end and quotation.scope.start < s.scope.end]
        if covering and quotation.first == quotation.last:
            continue
        near = [quotation.last, quotation.first, quotation.first - 1]
        who = covering[-1].speaker if covering else next((spoke[n] for n in near if n in spoke), None)
        if who is not None:
            yield Speech(quotation.scope, who)
            spoke.setdefault(quotation.last, who)
