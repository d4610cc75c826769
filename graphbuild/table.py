"""A table of a data file, read with care: the one voice in which mistakes in data are told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.errors import DataError


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and how messages name it; every method raises DataError where the data is not what it asks for."""

    file: str
    place: str
    """``[entity.FRA]`` or ``[[attacks.trigger]] no 2``; empty for the file as a whole."""
    data: Mapping[str, Any]

    def mistake(self, what: str) -> DataError:
        """An error that says where, then what."""
        return DataError(f"{self.file}: {self.place}{': ' if self.place else ''}{what}")

    def child(self, place: str, value: object) -> Table:
        """A table inside this one."""
        if not isinstance(value, dict):
            raise Table(self.file, place, {}).mistake(f"a table is expected here, not {value!r}")
        return Table(self.file, place, value)

    def children(self, key: str) -> dict[str, Table]:
        """The tables of a table, by name: ``[entity.FRA]``."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.mistake(f"{key!r} must be a table, with a table [{key}.…] for each, not {value!r}")
        return {name: self.child(f"[{key}.{name}]", row) for name, row in value.items()}

    def rows(self, key: str, name: str) -> list[Table]:
        """The tables of a list, numbered: ``[[attacks.trigger]]``."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self.mistake(f"{key!r} must be a list of tables, each written as [[{name}]]")
        return [self.child(f"[[{name}]] no {number}", row) for number, row in enumerate(value, 1)]

    def only(self, keys: Collection[str]) -> None:
        """Refuses every other key."""
        if unknown := sorted(set(self.data) - set(keys)):
            raise self.mistake(f"unknown key {unknown[0]!r}; allowed are {', '.join(sorted(keys))}")

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.data.get(key)
        if not _is_text(value):
            raise self.mistake(f"{key!r} must be a text, not {value!r}")
        return str(value)

    def optional(self, key: str) -> str | None:
        """A text that may be missing."""
        return self.text(key) if key in self.data else None

    def choice(self, key: str, allowed: Collection[str]) -> str:
        """One of some texts."""
        value = self.text(key)
        if value not in allowed:
            raise self.mistake(f"{key!r} is {value!r}; allowed are {', '.join(allowed)}")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.mistake(f"{key!r} must be true or false, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts of a list; a single text counts as one, or as one for each word where it has several lines."""
        value = self.data.get(key, [])
        if isinstance(value, str):
            value = value.split() if "\n" in value else [value]
        if not isinstance(value, list) or not all(map(_is_text, value)):
            raise self.mistake(f"{key!r} must be a text or a list of texts, not {value!r}")
        return tuple(value)

    def words(self, key: str) -> tuple[str, ...]:
        """The words of a text, or the texts of a list."""
        value = self.data.get(key)
        return tuple(value.split()) if isinstance(value, str) else self.texts(key)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
