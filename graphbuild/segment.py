"""Paragraphs and sentences, by punctuation alone: the parser's own sentence ends are less reliable."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 4000
"""Code points in one piece for the model; longer paragraphs are cut at a sentence end or a space."""

_CLOSING = r"(?:[\"'”)\]]*(?:\s?»|\s[\"”](?=\s))?)"
_END = re.compile(
    rf"[.!?…]+{_CLOSING}(?=\s+(?:[«\"“(\[–—-]\s*)*[A-ZÀ-ÖØ-Þ0-9])",
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«\"'’\-])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Sgt|Col|Gal|Gén|av|apr|env|art|p|pp|n|no|vol|cf|ex|etc|[A-ZÀ-Ý])\.$"
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that holds something, cut where it is longer than the model can take.

    >>> list(paragraphs("Titre\\n\\nUn. Deux."))
    [(0, 5), (7, 16)]
    """
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        while end - start > LONGEST:
            window = text[start : start + LONGEST]
            cut = max(window.rfind(". ") + 1, window.rfind(" ") if ". " not in window else 0) or LONGEST
            yield start, start + cut
            start += cut
        if text[start:end].strip():
            yield start, end


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph, without the blanks around.

    >>> text = "M. Poutine arrive. « Il pleut. » Fin"
    >>> [text[a:b] for a, b in sentences(text)]
    ['M. Poutine arrive.', '« Il pleut. »', 'Fin']
    """
    start = 0
    for found in _END.finditer(text):
        if found.group().startswith(".") and _ABBREVIATION.search(text[start : found.start() + 1]):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def is_quoted(text: str, place: int) -> bool:
    """Does a place lie between quotation marks of its paragraph?

    >>> is_quoted('Il a dit "oui".', 11), is_quoted('Il a dit "oui".', 3)
    (True, False)
    """
    return text.count('"', text.rfind("\n", 0, place) + 1, place) % 2 == 1
