"""What is known of an article before its sentences are read for statements: offices, and which country is at hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.extract import patterns
from graphbuild.link.offices import Offices
from graphbuild.model import Analysis, EntityType, Mention, Sentence

Matches = Mapping[int, Sequence[patterns.Found]]
"""What the patterns find, by the start of the sentence."""


def home_of(found: Iterable[Mention]) -> str | None:
    """The country that an article names clearly more often than any other."""
    counts = Counter(m.entity for m in found if m.type is EntityType.COUNTRY).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] < MARGIN * counts[1][1]):
        return None
    return counts[0][0] if counts[0][1] >= 2 else None


MARGIN = 1.5
"""How many times as often as the next."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of an article before its sentences are read for statements."""

    matches: Matches
    offices: Offices
    home: str | None
    """The country that the article is about, if there is one: its ministers need no adjective."""
    countries: Sequence[Mention] = ()
    """Where countries are named, in order."""

    def home_at(self, analysis: Analysis, sentence: Sentence) -> str | None:
        """The country that an office belongs to where none is said: « Au Chili, … le ministre de la Santé, X, … »."""
        starts = [s.start for s in analysis.sentences if 0 <= sentence.paragraph - s.paragraph <= ROUND_UP]
        named = [m for m in self.countries if starts[0] <= m.start < sentence.end]
        for number, mention in reversed(list(enumerate(named))):
            line = analysis.text.rfind("\n", 0, mention.start) + 1
            if re.fullmatch(r"\W*(?:En |Au |Aux )", analysis.text[line : mention.start]):
                return self.home if self.home in {m.entity for m in named[number:]} else mention.entity
        return self.home


ROUND_UP = 2
"""Paragraphs that « Au Chili, … » may open where an article goes from country to country."""
