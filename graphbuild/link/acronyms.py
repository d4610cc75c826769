"""Short names that an article introduces in brackets: « le Front du Nord uni (FNU) », then « le FNU »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Language
from graphbuild.link.names import Match, folded
from graphbuild.model import EntityType, Mention

_BRACKET = re.compile(r" ?\(([A-ZÀ-Þ][\w.-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 14
"""Words that a full name may have."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """A full name with the short one that stands in brackets behind it."""

    start: int
    end: int
    name: str
    short: str


def find(text: str, known: Sequence[Match], language: Language) -> list[Mention]:
    """The full names that brackets shorten, and the short names wherever they stand."""
    made: dict[tuple[int, int], Mention] = {}
    for found in introduced(text, language):
        entity = _known_as(found, known, language)
        if entity and language.entities[entity].type is not EntityType.ORGANIZATION:
            continue
        named = {(m.start, m.end) for m in known if m.name.entity == entity}
        shorts = re.finditer(rf"(?<![\w-]){re.escape(found.short)}(?![\w&])", text)
        for a, b in ((found.start, found.end), *(m.span() for m in shorts)):
            if not any(c < b and a < d for c, d in (*made, *named)):
                key = entity or text[found.start : found.end]
                made[a, b] = Mention(a, b, text[a:b], key, EntityType.ORGANIZATION, "acronym" if entity else "ner")
    return sorted(made.values(), key=lambda m: m.start)


def introduced(text: str, language: Language) -> Iterator[Introduced]:
    """Organizations whose initials stand in brackets behind them; treaties and plans are none."""
    for bracket in _BRACKET.finditer(text):
        short = bracket[1]
        if short.lower() in language.words["common"] or sum(letter.isupper() for letter in short) < 2:
            continue
        start = _beginning(text, bracket.start(), short.replace(".", ""), language)
        if start is not None:
            yield Introduced(start, bracket.start(), text[start : bracket.start()], short)


def _beginning(text: str, end: int, short: str, language: Language) -> int | None:
    """Where the words begin whose initials are the short name: the nearest capitalised word from which they fit."""
    clause = max(text.rfind(sign, 0, end) for sign in '.;:!?\n"()') + 1
    words = [(clause + m.start(), m.group()) for m in _WORD.finditer(text[clause:end])][-_REACH:]
    letters = folded(short)
    for number in range(len(words) - 1, -1, -1):
        place, word = words[number]
        if not word[0].isupper() or not _spells([w for _, w in words[number:]], letters, language):
            continue
        return None if number == len(words) - 1 or word.lower() in language.words["texts"] else place
    return None


def _spells(words: Sequence[str], letters: str, language: Language) -> bool:
    """Are the letters the initials of the words, where small words may be left out?"""
    if not words:
        return not letters
    if letters and folded(words[0])[:1] == letters[0] and _spells(words[1:], letters[1:], language):
        return True
    return bool(len(letters)) and _is_small(words[0], language) and _spells(words[1:], letters, language)


def _is_small(word: str, language: Language) -> bool:
    return len(word) == 1 or word in language.words["small_words"]


def _known_as(found: Introduced, known: Sequence[Match], language: Language) -> str | None:
    """The entity of the gazetteer that is meant, by its full name or by a short name whose words are much the same."""
    same = next((m for m in known if m.start <= found.start and m.end == found.end), None)
    if same is not None:
        return same.name.entity
    short = next(
        (m for m in known if found.end < m.start <= found.end + 2 and m.end - m.start == len(found.short)), None
    )
    if short is None:
        return None
    words = _content(found.name, language)
    entity = language.entities[short.name.entity]
    return entity.id if 2 * len(words & _content(entity.label_fr, language)) > len(words) else None


def _content(name: str, language: Language) -> set[str]:
    return {folded(w) for w in _WORD.findall(name) if not _is_small(w, language)}
