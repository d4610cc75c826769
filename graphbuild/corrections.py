"""What readers correct: ``corrections.jsonl``, as the page lets them collect it, read and checked line by line.

A line is a JSON object: ``action``, then what it concerns, then what its reader adds.

=====================  =======================================  ==================================================
``action``             what it concerns                         what it says
=====================  =======================================  ==================================================
``reject_statement``   ``statement``, ``article``, ``quote``    the sentence does not say this
``flip_statement``     ``statement``, ``article``, ``quote``    it does, but with source and target exchanged
``reject_edge``        ``source``, ``relation``, ``target``     nothing of this holds, whatever sentences say it
``retype_edge``        the same, and ``to``                     it is this other relation
``flip_edge``          ``source``, ``relation``, ``target``     it runs from the target to the source
``merge``              ``entity``, ``into``                     the first is the second
``not_same``           ``entity``, ``other``                    the two must never become one
``rename``             ``entity``, ``label``, ``label_fr``      its names in English and in French
``retype``             ``entity``, ``type``                     its entity type
=====================  =======================================  ==================================================

``statement`` is a statement's id; ``source``, ``target``, ``entity``, ``into`` and ``other`` are entity ids;
``article`` and ``quote`` are there for people and may be missing. Any line may have ``reason``, ``by`` (who) and ``at``
(an ISO day).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphbuild.errors import DataError, SourceError
from graphbuild.model import EntityType
from graphbuild.table import Table

_STATEMENT = ("statement", "article", "quote")
_EDGE = ("source", "relation", "target")

FIELDS: dict[str, tuple[str, ...]] = {
    "reject_statement": _STATEMENT,
    "flip_statement": _STATEMENT,
    "reject_edge": _EDGE,
    "retype_edge": (*_EDGE, "to"),
    "flip_edge": _EDGE,
    "merge": ("entity", "into"),
    "not_same": ("entity", "other"),
    "rename": ("entity", "label", "label_fr"),
    "retype": ("entity", "type"),
}
"""Action → what it concerns, in the order in which a line has it."""

OPTIONAL = ("article", "quote")
"""What may be missing of that."""

ADDED = ("reason", "by", "at")
"""What any line may have besides."""

DIFFERENT = (("entity", "into"), ("entity", "other"), ("relation", "to"))
"""Values of one line that cannot be equal."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A reader's correction: one line of a file."""

    action: str
    """A key of ``FIELDS``."""
    concerns: dict[str, str]
    """The values of its fields, by name."""
    reason: str | None = None
    by: str | None = None
    at: dt.date | None = None


def read(path: str | Path) -> list[Correction]:
    """The corrections of a file, in its order; lines that are blank are none.

    Raises:
        SourceError: The file cannot be opened.
        DataError: A line is no correction; the message names file, line and what is allowed.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(f"cannot read {path}: {error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}: line {line}: not UTF-8") from error
    return list(_corrections(text, str(path)))


def _corrections(text: str, file: str) -> Iterator[Correction]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _correction(_table(line, file, f"line {number}"))


def _table(line: str, file: str, place: str) -> Table:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Table(file, place, {}).mistake(f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise Table(file, place, {}).mistake("a correction is a JSON object with an 'action'")
    return Table(file, place, record)


def _correction(table: Table) -> Correction:
    action = table.choice("action", FIELDS)
    table.only(("action", *FIELDS[action], *ADDED))
    concerns = {
        key: table.text(key) for key in FIELDS[action] if key not in OPTIONAL or table.data.get(key) is not None
    }
    if action == "retype":
        table.choice("type", list(EntityType))
    for one, other in DIFFERENT:
        if one in concerns and concerns[one] == concerns.get(other):
            raise table.mistake(f"{one!r} and {other!r} are both {concerns[one]!r}")
    return Correction(action, concerns, table.optional("reason"), table.optional("by"), _day(table))


def _day(table: Table) -> dt.date | None:
    text = table.optional("at")
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise table.mistake(f"'at' must be a day such as 2022-01-17, not {text!r}") from error
