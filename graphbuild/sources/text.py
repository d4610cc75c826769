"""Reads plain text files: the first line is the title and stays part of the text."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from graphbuild.model import Article
from graphbuild.sources.check import check
from graphbuild.sources.clean import clean
from graphbuild.sources.decode import decode

LONGEST_TITLE = 300
"""A longer first line is a text without line breaks, not a title."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def read(data: bytes, name: str) -> Iterator[Article]:
    """The one article of a text file; ``name``, its path below the folder that was given, becomes its id."""
    path = PurePosixPath(name)
    text = clean(decode(data))
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    title = first if len(first) <= LONGEST_TITLE else None
    yield check(Article(text, id=path.with_suffix("").as_posix(), title=title, date=day(path.name)), name)


def day(file_name: str) -> dt.date | None:
    """The date that a file name begins with.

    >>> day("2022-01-17-otan.txt")
    datetime.date(2022, 1, 17)
    """
    match = _DAY.match(file_name)
    try:
        return dt.date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
