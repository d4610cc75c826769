"""Capital letters that make no actor: headlines in capitals, words that begin sentences, names of storms and laws."""

from __future__ import annotations

import re

from graphbuild.knowledge import Language


def shouted(text: str, place: int) -> bool:
    """Does a place lie in a line without small letters (« LA RÉPONSE DE MACRON »)?"""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    return line.isupper() and len(line) > 6


def begins(text: str, place: int) -> bool:
    """Does a place begin a sentence or a quotation?"""
    return (
        not text[:place]
        .rstrip(" \"'([")
        .endswith(tuple("abcdefghijklmnopqrstuvwxyzéèàùçêîôûï,;%") + tuple("0123456789"))
    )


def is_ordinary(word: str, text: str, language: Language) -> bool:
    """Is a capitalised word that stands alone a common word of this article or a verb that begins its sentences?"""
    small = word.lower()
    where = places(word, text)
    if where and all(
        begins(text, p) and re.match(r" (?:des?|du|d'|à|en|par|dans|depuis|après)\b", text[p + len(word) :])
        for p in where
    ):
        return True  # « Architecte de la réforme, il … »
    if re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", text):
        return True
    return small in language.forms and all(begins(text, p) for p in where)


def quoted(name: str, text: str) -> bool:
    """Does a name only stand behind an opening quotation mark: a title, or the first word of what somebody says?"""
    return all(text[:p].endswith(_OPENED) for p in places(name, text))


_OPENED = ('"', " '", "|  ")
"""The last is what a caption that was cut off leaves before the name of its channel."""


def is_a_thing(name: str, text: str, language: Language) -> bool:
    """« l'ouragan Laura », « la loi César », « des hélicoptères Cougar »: a name of no actor and no place."""
    before = (re.search(r"(\w+) [\"(]?$", text[max(0, p - 30) : p]) for p in places(name, text))
    return any(word and word[1].lower() in language.words["named_things"] for word in before)


def is_a_body(name: str, text: str, language: Language) -> bool:
    """« le parti Zurbar », « l'université Jean-Zurbar »: a noun before the name says that it is an organization's."""
    before = (re.search(r"([\w-]+) [\"(]?$", text[max(0, p - 30) : p]) for p in places(name, text))
    return any(word and word[1] in language.words["body_nouns"] for word in before)


def places(name: str, text: str) -> list[int]:
    """Where a name stands as words of its own."""
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
