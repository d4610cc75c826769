"""Names of the gazetteer in a text, found by their written form alone: no model needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graphbuild.knowledge import Language, Name, NameKind
from graphbuild.morphology import fold

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \-'.]{1,2}")

folded = lru_cache(maxsize=50_000)(fold)


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer at its place in the text."""

    start: int
    end: int
    name: Name


def find(text: str, language: Language) -> list[Match]:
    """The names of the gazetteer in a normalised text, longest first at each place, none overlapping.

    Short names (« l'Alliance ») count only where the article uses a stronger name of the same entity too.
    """
    matches = list(_find(text, language))
    strong = {m.name.entity for m in matches if m.name.kind in (NameKind.NAME, NameKind.ACRONYM)}
    return [m for m in matches if m.name.kind is not NameKind.SHORT or m.name.entity in strong]


def _find(text: str, language: Language) -> Iterator[Match]:
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    position = 0
    while position < len(words):
        start, end = words[position]
        for name in language.names.get(folded(text[start:end]), ()):
            length = _length(text, words, position, name)
            if length:
                yield Match(start, words[position + length - 1][1], name)
                position += length - 1
                break
        position += 1


def _length(text: str, words: list[tuple[int, int]], position: int, name: Name) -> int:
    """How many words of the text the name covers at this place; 0 where it does not stand there."""
    parts = _parts(name.text)
    if position + len(parts) > len(words):
        return 0
    start = words[position][0]
    end = words[position + len(parts) - 1][1]
    if text[start].isupper() != name.text[0].isupper():
        return 0
    if name.kind is NameKind.SURNAME and text[start:end].isupper() != name.text.isupper():
        return 0
    if name.kind is NameKind.ACRONYM and text[end : end + 1] == "&":  # « GM&S » is not GM
        return 0
    if name.kind is NameKind.ACRONYM and not _is_acronym(_plain(text[start:end]), _plain(name.text)):
        return 0
    for number, part in enumerate(parts):
        a, b = words[position + number]
        if folded(text[a:b]) != part:
            return 0
        if number and not _joined(text[words[position + number - 1][1] : a], text[a], _gaps(name.text)[number - 1]):
            return 0
    if not text.startswith(_ending(name.text), end):
        return 0
    if name.kind is NameKind.PREFIX:
        return int(text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha())
    if name.kind is NameKind.ADJECTIVE and not text[start:end].islower():
        return 0
    return len(parts)


def _is_acronym(written: str, acronym: str) -> bool:
    """OTAN, O.T.A.N. and, where it is long enough to be spoken, Otan."""
    return written == acronym or (len(acronym) >= 4 and written == acronym.capitalize())


def _plain(text: str) -> str:
    return text.replace(".", "").replace("-", " ")


@lru_cache(maxsize=50_000)
def _ending(name: str) -> str:
    """Signs after the last word: the « + » of « Opep+ »."""
    return re.sub(r".*\w", "", name)


def _joined(gap: str, letter: str, wanted: tuple[str, str]) -> bool:
    """Blank and hyphen are the same between words, but « Jérusalem est » is not « Jérusalem-Est »."""
    if gap == wanted[0]:
        return True
    return bool(_GAP.fullmatch(gap)) and letter.isupper() == wanted[1].isupper()


@lru_cache(maxsize=50_000)
def _gaps(name: str) -> tuple[tuple[str, str], ...]:
    """What joins the words of a name, with the letter after each joint."""
    found = list(_WORD.finditer(name))
    return tuple((name[a.end() : b.start()], name[b.start()]) for a, b in pairwise(found))


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(name))
