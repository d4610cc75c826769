"""Organizations and places that no gazetteer knows: the model's guesses, as one vote per name and article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from graphbuild.knowledge import Language
from graphbuild.link import casing, persons
from graphbuild.model import Analysis, EntityType

_LEADING = re.compile(r"^(?:[\"'(\[–-]|(?:l'|d'|le |la |les |du |des |de |un |une |au |aux |en |à ))+", re.IGNORECASE)
_TRAILING = re.compile(r"[\s\"'.,;:!?)\]–-]+$")
_TYPES = {"LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION, "PER": EntityType.PERSON}


def find(analysis: Analysis, taken: Iterable[tuple[int, int]], language: Language) -> list[tuple[int, int, EntityType]]:
    """Each place where a name stands that the model takes for an organization or place, with the article's verdict."""
    text = analysis.text
    blocked = sorted(taken)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for guess in analysis.guesses:
        if casing.shouted(text, guess.start):
            continue
        span = _clean(text, guess.start, guess.end)
        if span and not _overlaps(span, blocked) and not persons.is_inserted(text, *span):
            votes[text[span[0] : span[1]]][guess.label] += 1
    found: list[tuple[int, int, EntityType]] = []
    for name in sorted(votes, key=lambda n: (-len(n), n)):
        kind = _verdict(name, votes[name], text, language)
        if kind is None:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not _overlaps(match.span(), blocked):
                blocked.append(match.span())
                found.append((*match.span(), kind))
    return sorted(found)


def _clean(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    cut = _LEADING.match(piece)
    start += cut.end() if cut else 0
    tail = _TRAILING.search(piece)
    end -= len(tail.group()) if tail else 0
    if end - start < 2 or not text[start].isupper() or "\n" in text[start:end] or text[start:end].count(" ") > 6:
        return None
    return start, end


def _verdict(name: str, votes: Counter[str], text: str, language: Language) -> EntityType | None:
    """The type that most guesses give the name; None for words that merely begin a sentence, and for persons."""
    label, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    kind = _TYPES.get(label)
    if kind is None or kind is EntityType.PERSON:
        return None
    words = name.lower().split()
    if casing.quoted(name, text) or name.lower() in language.words["fields"] or casing.is_a_thing(name, text, language):
        return None
    if words[0] in language.words["starters"] or words[0] in language.words["roles"]:
        return None
    if all(word in language.words["common"] or word.isdigit() for word in re.split(r"[ '-]", name.lower())):
        return None
    if " " not in name:
        if casing.is_ordinary(name, text, language):
            return None
        if count == 1 and not name.isupper() and all(casing.begins(text, p) for p in casing.places(name, text)):
            return None
    if any(ch.isdigit() for ch in name) and not re.search(r"[A-Z]{2}|[A-Z]\w+", name):
        return None
    return kind


def _overlaps(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in taken)
