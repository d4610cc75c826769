"""Reads articles from wherever they are: one module per format, and ``READERS`` says which reads what."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graphbuild.errors import SourceError, UnknownFormat
from graphbuild.model import Article
from graphbuild.sources import jsonl, text
from graphbuild.sources.check import check, fail
from graphbuild.sources.decode import is_binary
from graphbuild.sources.ids import named

READERS: dict[str, Callable[[bytes, str], Iterator[Article]]] = {
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".txt": text.read,
}
"""By the suffix of a file: a function of its bytes and its name that gives articles, and failures for bad ones."""

IGNORED = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
"""What systems leave in folders; names that begin with a dot are passed over too."""

Source = str | Path | Article | Iterable[str | Path | Article]


def read(source: Source) -> list[Article]:
    """The articles of a file, a folder, or a list of texts, paths and articles; sorted by id, each id once.

    What cannot be read is in the list, as an article with a ``failure``, and never stops the rest.

    Args:
        source: The path of a file or folder; or any mix of texts (``str``), ``Path`` and ``Article``.

    Raises:
        SourceError: A path does not exist, or the source is none of these.
        UnknownFormat: A file that was asked for by name has a suffix that nothing here reads.
    """
    if isinstance(source, str):
        source = Path(source)
    if isinstance(source, Path | Article):
        source = [source]
    if isinstance(source, bytes | dict) or not isinstance(source, Iterable):
        raise SourceError(f"cannot read articles from {type(source).__name__}: give a path, or a list of texts")
    return named(article for number, item in enumerate(source, 1) for article in _item(item, number))


def _item(item: object, number: int) -> Iterator[Article]:
    if isinstance(item, Path):
        yield from _path(item)
    elif isinstance(item, str):
        yield check(Article(item))
    elif isinstance(item, Article):
        yield check(item)
    else:
        yield fail(Article(""), f"expected a text, a Path or an Article, not {item!r:.60}", f"item {number}")


def _path(path: Path) -> Iterator[Article]:
    try:
        path.stat()
    except (OSError, ValueError):
        hint = "; for a text, give a list of texts" if " " in str(path) else ""
        raise SourceError(f"no such file or folder: {str(path)[:200]}{hint}") from None
    if path.is_dir():
        yield from _folder(path)
    elif path.suffix.lower() in READERS:
        yield from _file(path, path.name)
    else:
        raise UnknownFormat(f"cannot read {path}: use a folder or one of {', '.join(READERS)}")


def _folder(folder: Path) -> Iterator[Article]:
    errors: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if _wanted(name))
        for name in sorted(filter(_wanted, files)):
            path = Path(parent, name)
            yield from _file(path, path.relative_to(folder).as_posix())
    for error in errors:
        yield fail(
            Article(""), f"cannot be opened: {error.strerror}", Path(error.filename).relative_to(folder).as_posix()
        )


def _wanted(name: str) -> bool:
    return not name.startswith(".") and name not in IGNORED


def _file(path: Path, name: str) -> Iterator[Article]:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        yield fail(Article(""), f"unknown suffix {path.suffix!r}; use one of {', '.join(READERS)}", name)
        return
    if path.exists() and not path.is_file():  # a pipe would never end
        yield fail(Article(""), "cannot be opened: not a regular file", name)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield fail(Article(""), f"cannot be opened: {error.strerror}", name)
        return
    if is_binary(data):
        yield fail(Article(""), "not a text file", name)
    else:
        yield from reader(data, name)
