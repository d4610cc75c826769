"""A statement as people read it: its sentence in pieces, the words that carry it marked, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from graphbuild.model import Article, Statement

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def pieces(statement: Statement) -> list[tuple[str, str]]:
    """The quote cut into (text, role), role being ``source``, ``trigger``, ``target`` or empty."""
    start, quote = statement.sentence.start, statement.quote
    roles = [""] * len(quote)
    for role in ("trigger", "target", "source"):  # where two overlap, the later one is shown
        span = statement.trigger if role == "trigger" else getattr(statement, f"{role}_mention")
        if span is not None:
            low, high = max(span.start - start, 0), min(span.end - start, len(quote))
            roles[low:high] = [role] * max(high - low, 0)
    found: list[tuple[str, str]] = []
    for letter, role in zip(quote, roles, strict=True):
        if found and found[-1][1] == role:
            found[-1] = found[-1][0] + letter, role
        else:
            found.append((letter, role))
    return [(visible(text), role) for text, role in found]


def visible(text: str) -> str:
    """The text without control characters, and without those that turn the direction of what follows."""
    return _UNSEEN.sub("", text)


def short(text: str, limit: int) -> str:
    """The text on one line, cut at the limit."""
    line = " ".join(visible(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def link(url: str | None) -> str | None:
    """The address where it is one that a browser may open: http and https only."""
    if not url or visible(url) != url or any(letter.isspace() or letter in "\\<>\"'`" for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def card(statement: Statement, articles: Mapping[str, Article]) -> dict[str, Any]:
    """What the page shows of a statement."""
    s = statement
    found = {
        "id": s.id,
        "article": s.article if s.article in articles else "",
        "pieces": pieces(s),
        "modality": str(s.modality),
        "denied": s.polarity == "negative",
        "speaker": s.attribution,
        "role": s.role and visible(s.role),
        "former": s.former,
        "date": s.date and [s.date.start.isoformat(), s.date.end.isoformat(), s.date.basis],
        "score": None if s.score is None else round(s.score, 3),
        "pattern": s.pattern,
    }
    return {name: value for name, value in found.items() if value or name == "pieces"}
