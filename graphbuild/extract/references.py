"""What points back in an article, found between the patterns that need names and those that need references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.extract import facts, mask, patterns
from graphbuild.extract.ground import Matches, home_of
from graphbuild.knowledge import Language
from graphbuild.link.offices import Offices
from graphbuild.model import POINTING, Analysis, Mention
from graphbuild.refer import anaphora

PHRASES = frozenset({"phrase", "possessive"})
"""How a mention refers that points back by a noun of its own."""


def add(
    analysis: Analysis,
    found: Sequence[Mention],
    matches: Matches,
    known: Offices,
    language: Language,
) -> list[Mention]:
    """The mentions with the phrases and pronouns that point back; an office that is a person covers its country."""
    masked = mask.mask(analysis.text, found)
    by_start = {mention.start: mention for mention in found}
    named = [(m.start, m.end) for group in matches.values() for m in group if m.role]
    bare = [
        office
        for s in analysis.sentences
        for office in patterns.bare_offices(masked, s.start, s.end, by_start, language)
        if not any(a < office.end and office.start < b for a, b in named)
    ]
    known.home = home_of(found)
    pointing = anaphora.find(analysis, found, bare, facts.titles(matches), known, language)
    return sorted([*found, *pointing], key=lambda m: (m.start, -m.end))


def again(analysis: Analysis, found: Sequence[Mention], matches: Matches, language: Language) -> Matches:
    """The matches, with those that need what points back: « Son pays, membre de l'Union »."""
    named = [m for m in found if m.how not in POINTING]
    pointing = [m for m in found if m.how in PHRASES and not any(m.start < n.end and n.start < m.end for n in named)]
    touched = [s for s in analysis.sentences if any(s.start <= m.start < s.end for m in pointing)]
    if not touched:
        return matches
    places = {m.start for m in pointing}
    further = facts.find(replace(analysis, sentences=tuple(touched)), sorted([*named, *pointing], key=_place), language)
    added = {
        start: [m for m in group if m.source.start in places or (m.target is not None and m.target.start in places)]
        for start, group in further.items()
    }
    return {start: [*group, *added.get(start, ())] for start, group in matches.items()}


def _place(mention: Mention) -> int:
    return mention.start
