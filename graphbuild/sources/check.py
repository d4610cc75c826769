"""Makes what a reader found an article: cleaned, or with the reason why it cannot be read."""

import datetime as dt
from dataclasses import replace
from typing import Any

from graphbuild.model import Article, Failure
from graphbuild.sources.clean import clean, one_line
from graphbuild.sources.screen import not_french

_WORDS = ("id", "text", "title", "publisher", "author", "url", "lang", "duplicate_of")
_TYPES: dict[str, tuple[type, str]] = {
    **dict.fromkeys(_WORDS, (str, "a string")),
    "date": (dt.date, "a day such as 2022-01-17"),
}


LONGEST = 400_000
"""Code points: some 65,000 words. What is longer is no press article, and costs more than a whole corpus of them."""


def check(article: Article, where: str = "") -> Article:
    """The article, cleaned; with a failure if a value has the wrong type, or there is no text, or none in French.

    ``where`` (a file, or a file and a line) begins the message, and is the id of a failure that has none.
    """
    reason = None
    values: dict[str, Any] = {name: getattr(article, name) for name in _TYPES}
    if isinstance(values["date"], dt.datetime):
        values["date"] = values["date"].date()
    for name, (kind, example) in _TYPES.items():
        value = values[name]
        if not isinstance(value, kind | None):
            reason, values[name] = f"'{name}' must be {example}, not {value!r:.60}", None
        elif isinstance(value, str):
            values[name] = clean(value) if name == "text" else one_line(value) or None
    values |= {"text": values["text"] or "", "id": values["id"] or ""}
    article = replace(article, **values)
    if article.failure:
        return article
    reason = reason or _unreadable(article.text)
    return fail(article, reason, where) if reason else article


def _unreadable(text: str) -> str | None:
    if not text.strip():
        return "there is no text"
    if len(text) > LONGEST:
        return f"{len(text):,} characters are too many for one article; at most {LONGEST:,}: split it"
    return not_french(text)


def fail(article: Article, message: str, where: str = "") -> Article:
    """The article with a failure of reading."""
    message = f"{where}: {message}" if where else message
    return replace(article, id=article.id or one_line(where), failure=Failure("read", one_line(message)))
