"""Organizations whose names hold the names of others: « l'Union des Arméniens d'Ukraine », « l'Eglise arménienne »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Language
from graphbuild.link.names import Match
from graphbuild.model import Analysis, EntityType, Mention

_HEAD = re.compile(r"(?:[Ll]'|[Dd]'|(?:[Ll]a|[Ll]es?|[Dd]es|[Dd]u|[Aa]u) )?(\w+)")


def find(analysis: Analysis, known: Sequence[Match], language: Language) -> Iterator[Mention]:
    """What the model takes for an organization, where a noun for one leads and known names are only a part of it."""
    text = analysis.text
    end = 0
    for guess in sorted(analysis.guesses, key=lambda g: g.start):
        head = _HEAD.match(text, guess.start)
        if guess.label != "ORG" or head is None or guess.start < end or "\n" in text[guess.start : guess.end]:
            continue
        start = head.start(1)
        inside = [m for m in known if m.start < guess.end and start < m.end]
        if _leads(head[1], language) and inside and all(_is_a_part(m, start, guess.end, language) for m in inside):
            end = guess.end
            name = text[start:end]
            yield Mention(start, end, name, name, EntityType.ORGANIZATION, "ner")


_FOREIGN = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*(?: (?:of|for|on)(?: the)?(?: [A-Z]\w+)+)+(?: and(?: [A-Z]\w+)+)?")


def foreign(text: str, known: Sequence[Match], language: Language) -> Iterator[Mention]:
    """« la Central Bank of Kenya », « Doctors for Peace »: names that English words hold together."""
    for found in _FOREIGN.finditer(text):
        lead = re.split(r" (?:of|for|on) ", found[0])[0].split(" ")[-1].lower()
        inside = [m for m in known if m.start < found.end() and found.start() < m.end]
        if lead in language.words["foreign_heads"] and all(_is_a_part(m, *found.span(), language) for m in inside):
            yield Mention(*found.span(), found[0], found[0], EntityType.ORGANIZATION, "ner")


def named(text: str, known: Sequence[Match], language: Language) -> Iterator[Mention]:
    """« l'université Zurbaran », « au centre Jean-Zurbaran »: what the noun before it makes an organization."""
    nouns = "|".join(sorted(language.words["named_bodies"]))
    for found in re.finditer(rf"(?<![\w-])(?:{nouns})(?: [A-ZÀ-Þ][\w'-]+)+", text):
        if not any(m.start < found.end() and found.start() < m.end for m in known):
            yield Mention(*found.span(), found[0], found[0], EntityType.ORGANIZATION, "ner")


def _leads(word: str, language: Language) -> bool:
    return word[0].isupper() and word.lower() in language.words["organization_heads"]


def _is_a_part(match: Match, start: int, end: int, language: Language) -> bool:
    """A country, a town or their adjective, behind the head; no person, and no organization of its own."""
    kind = language.entities[match.name.entity].type
    return start < match.start and match.end <= end and kind in (EntityType.COUNTRY, EntityType.PLACE)
