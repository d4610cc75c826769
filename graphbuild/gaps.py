"""What a report lists: words and names with how often they were seen; counted, ordered and shown as tables."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from graphbuild.model import Article, Span
from graphbuild.morphology import fold

WIDTH = 110
"""Characters of an example."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A word or name that the data does not know."""

    word: str
    """The form that is most usual."""
    kind: str
    """``verb``, ``noun``, or a name's type of entity."""
    count: int
    articles: int
    """In how many articles, copies of one counted once."""
    forms: tuple[str, ...]
    """All written forms, sorted."""
    example: str
    """A sentence, shortened around the word."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What might be added to the data, the most frequent first; printed, it is a table."""

    articles: int
    failed: tuple[Article, ...]
    verbs: tuple[Gap, ...]
    nouns: tuple[Gap, ...]
    names: tuple[Gap, ...]

    def __str__(self) -> str:
        return "\n".join(
            line
            for title, gaps in (
                ("verbs between two actors, unknown to the lexicon", self.verbs),
                ("nouns between two actors, unknown to the lexicon", self.nouns),
                ("names in no gazetteer", self.names),
            )
            for line in _table(title, gaps)
        )

    def to_json(self) -> str:
        """All of it for programs."""
        failed = [{"id": a.id, "message": a.failure.message if a.failure else ""} for a in self.failed]
        return json.dumps({**asdict(replace(self, failed=())), "failed": failed}, ensure_ascii=False, indent=2) + "\n"


class Sighting(NamedTuple):
    """A word or name at one place of one article."""

    form: str
    kind: str
    article: str
    example: str


# --- counting ---


def ranked(seen: Sequence[Sighting], key: Callable[[str], str], top: int) -> tuple[Gap, ...]:
    """The most frequent, by count and then by alphabet; the order of what is seen does not matter."""
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        groups[key(sighting.form)].append(sighting)
    return tuple(sorted(map(_gap, groups.values()), key=lambda g: (-g.count, g.word))[:top])


def _gap(group: Sequence[Sighting]) -> Gap:
    word = _usual(s.form for s in group)
    return Gap(
        word=word,
        kind=_usual(s.kind for s in group),
        count=len(group),
        articles=len({s.article for s in group}),
        forms=tuple(sorted({s.form for s in group})),
        example=min((s.example for s in group), key=lambda e: (word not in e, abs(len(e) - WIDTH), e)),
    )


def _usual(values: Iterator[str]) -> str:
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


ENDINGS = """
    issaient issions issent issant issait eraient erions erait eront aient eaient iront irait eait eant isse ions ent
    ant ait era ira eons ons ées és ée er ir ez es is it é e a s
"""
_ENDINGS = sorted(ENDINGS.split(), key=lambda e: (-len(e), e))


def stem(verb: str) -> str:
    """What the usual forms of a regular verb share, without accents; forms of an irregular one may stay apart.

    >>> {stem(form) for form in ("évincer", "évinçait", "évincées", "évinceront")}
    {'evinc'}
    >>> stem("publié") == stem("publient"), stem("considérait") == stem("considérerait")
    (True, True)
    """
    base = next((verb.removesuffix(e) for e in _ENDINGS if verb.endswith(e) and len(verb) - len(e) > 2), verb)
    return fold(base[:3] + base[3:].rstrip("iu"))


def singular(noun: str) -> str:
    """What the singular and the plural of a noun share.

    >>> singular("canaux") == singular("canal"), singular("drapeaux") == singular("drapeau")
    (True, True)
    """
    if noun.endswith("aux") and not noun.endswith("eaux"):
        return noun.removesuffix("aux") + "al"
    return noun[:-1] if noun.endswith(("s", "x")) else noun


# --- display ---


def around(text: str, sentence: Span, place: Span) -> str:
    """The sentence, cut at spaces to what is near the word."""
    room = max(0, WIDTH - (place.end - place.start)) // 2
    start, end = max(sentence.start, place.start - room), min(sentence.end, place.end + room)
    left, right = text[start : place.start], text[place.end : end]
    if start > sentence.start:
        left = "…" + (left.partition(" ")[2] or left)
    if end < sentence.end:
        right = (right.rpartition(" ")[0] or right) + "…"
    return printable(left + _cut(text[slice(*place)]) + right)


def printable(text: str) -> str:
    """On one line, without what could confuse a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _cut(word: str, width: int = 40) -> str:
    return word if len(word) <= width else word[: width - 1] + "…"


def _table(title: str, gaps: Sequence[Gap]) -> Iterator[str]:
    """Lines with count, number of articles, word, type (of names) and example."""
    yield f"{title}:"
    cells = [(_cut(g.word), "" if g.kind in ("verb", "noun") else g.kind) for g in gaps]
    first, second = (max((len(row[column]) for row in cells), default=0) for column in (0, 1))
    for gap, (word, kind) in zip(gaps, cells, strict=True):
        kinds = f"  {kind:{second}}" if second else ""
        yield f"  {gap.count:5} in {gap.articles:<4}  {word:{first}}{kinds}  {gap.example}"
    yield "" if gaps else "  none\n"
