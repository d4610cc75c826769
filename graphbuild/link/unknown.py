"""Organizations and places that no gazetteer knows: the model's guesses, as one vote per name and article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from graphbuild.knowledge import Language
from graphbuild.link import casing, persons, votes
from graphbuild.model import Analysis, EntityType

_TYPES = {"LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION, "PER": EntityType.PERSON}


def find(
    analysis: Analysis, taken: Iterable[tuple[int, int]], people: Collection[str], language: Language
) -> list[tuple[int, int, EntityType]]:
    """Each place where a name stands that the model takes for an organization or place, with the article's verdict.

    ``people`` are the names of the article's persons: « Morales » alone is no town where Evo Morales is spoken of.
    """
    text = analysis.text
    blocked = sorted(taken)
    surnames = {part for name in people if " " in name for part in name.split(" ")[1:]}
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, label in votes.names(analysis):
        if not _overlaps((start, end), blocked) and not persons.is_inserted(text, start, end):
            tally[text[start:end]][label] += 1
    found: list[tuple[int, int, EntityType]] = []
    for name in sorted(tally, key=lambda n: (-len(n), n)):
        known = name in surnames or name in people
        kind = None if known else _verdict(name, tally[name], text, language)
        if kind is None:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not _overlaps(match.span(), blocked):
                blocked.append(match.span())
                found.append((*match.span(), kind))
    return sorted(found)


def _verdict(name: str, tally: Counter[str], text: str, language: Language) -> EntityType | None:
    """The type that most guesses give the name; None for words that merely begin a sentence, and for persons."""
    label, count = min(tally.items(), key=lambda item: (-item[1], item[0]))
    kind = EntityType.ORGANIZATION if casing.is_a_body(name, text, language) else _TYPES.get(label)
    if kind is None or kind is EntityType.PERSON:
        return None
    words = name.lower().split()
    if casing.quoted(name, text) or name.lower() in language.words["fields"] or casing.is_a_thing(name, text, language):
        return None
    if "," in name or words[0] in language.words["starters"] or words[0] in language.words["roles"]:
        return None
    if all(word in language.words["common"] or word.isdigit() for word in re.split(r"[ '-]", name.lower())):
        return None
    if " " not in name:
        if name.lower().removesuffix("s") in language.words["organization_heads"]:
            return None  # « expulsé de l'Université »
        if casing.is_ordinary(name, text, language):
            return None
        if count == 1 and not name.isupper() and all(casing.begins(text, p) for p in casing.places(name, text)):
            return None
    if any(ch.isdigit() for ch in name) and not re.search(r"[A-Z]{2}|[A-Z]\w+", name):
        return None
    if _is_a_people(name, text):
        return None
    return EntityType.ORGANIZATION if _leads_or_shortens(name, language) else kind


def _is_a_people(name: str, text: str) -> bool:
    """« les Parisiens », « des Athéniennes »: the inhabitants of a town, wherever the name stands."""
    if " " in name or not name.endswith(INHABITANTS):
        return False
    return all(
        re.search(r"\b(?:[Ll]es|[Dd]es|aux|[Cc]es|deux|plusieurs) $", text[:p]) for p in casing.places(name, text)
    )


INHABITANTS = ("iens", "iennes", "ains", "aines", "ais", "aises", "ois", "oises")
"""Endings of demonyms in the plural."""


def _leads_or_shortens(name: str, language: Language) -> bool:
    """« Université du Nord », « CNTE »: an organization, even where the model takes it for a place."""
    heads = language.words["organization_heads"]
    return name.split(" ")[0].lower() in heads or (name.isalpha() and name.isupper() and 3 <= len(name) <= 6)


def _overlaps(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in taken)
