"""Reads JSON Lines of articles, in the shape of ``articles.jsonl``; only ``text`` is needed."""

import json
from collections.abc import Iterator
from typing import Any

from graphbuild.dates import day
from graphbuild.model import Article
from graphbuild.sources.check import check, fail
from graphbuild.sources.decode import lines

_FIELDS = ("text", "title", "publisher", "author", "url", "lang")


def read(data: bytes, name: str) -> Iterator[Article]:
    """The articles of a file, one from each line that is not blank; a bad line becomes a failure that names it."""
    for number, line in enumerate(lines(data), 1):
        if line.strip():
            yield _article(line, f"{name}:{number}")


def _article(line: str, where: str) -> Article:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return fail(Article(""), f"not JSON: {error.msg} (column {error.colno})", where)
    except (ValueError, RecursionError) as error:  # endless numbers, endless nesting
        return fail(Article(""), f"not JSON: {error}", where)
    if not isinstance(record, dict):
        return fail(Article(""), "not an article: expected a JSON object with a 'text'", where)
    name = record.get("id")
    fields: dict[str, Any] = {field: record.get(field) for field in _FIELDS}
    return check(Article(**fields, id=str(name) if isinstance(name, int) else name or "", date=_date(record)), where)


def _date(record: dict[str, Any]) -> Any:
    """The day of publication where one is given; what is no text is left for ``check`` to refuse."""
    value = record.get("date") or None
    return day(value) if isinstance(value, str) else value
