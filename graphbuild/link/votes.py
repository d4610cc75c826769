"""What the model takes each capitalised name of an article for, counted over the places where it stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from graphbuild.link import casing
from graphbuild.model import Analysis

_LEADING = re.compile(r"^(?:[\"'(\[–-]|(?:l'|d'|le |la |les |du |des |de |un |une |au |aux |en |à ))+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s\"'.,;:!?)\]–-]| (?:de la|de|des|du|et|d'))+$")
_LONGEST = 6
"""Blanks that a name may have."""


def names(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of the guesses, without articles and signs around the name; headlines are left out."""
    for guess in analysis.guesses:
        span = None if casing.shouted(analysis.text, guess.start) else _clean(analysis.text, guess.start, guess.end)
        if span:
            yield *span, guess.label


def count(analysis: Analysis) -> Mapping[str, Counter[str]]:
    """Name → how often the model takes it for what."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, label in names(analysis):
        votes[analysis.text[start:end]][label] += 1
    return votes


def _clean(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    cut = _LEADING.match(piece)
    start += cut.end() if cut else 0
    tail = _TRAILING.search(piece)
    end -= len(tail.group()) if tail else 0
    if end - start < 2 or not text[start].isupper() or "\n" in text[start:end]:
        return None
    return (start, end) if text[start:end].count(" ") <= _LONGEST else None
