"""What points back in an article, read from left to right: offices without a name, noun phrases and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuild.knowledge import Language
from graphbuild.link.offices import Office, Offices, genders, holder
from graphbuild.model import Analysis, EntityType, Mention
from graphbuild.morphology import Tense
from graphbuild.refer import phrases, pronouns
from graphbuild.refer.focus import Focus

_GOES_ON = re.compile(r" (?:de (?!\d)|du |des |d'|[(A-ZÀ-Þ])")
"""« le président de l'Assemblée », « le président LREM »: held in something that is not known here."""


def find(
    analysis: Analysis,
    mentions: Sequence[Mention],
    bare: Sequence[Office],
    titles: Mapping[int, int],
    offices: Offices,
    language: Language,
) -> list[Mention]:
    """Further mentions, each of an entity that the article names; nothing where there is doubt.

    Args:
        analysis: The article.
        mentions: What it names.
        bare: Offices without a name beside them.
        titles: Where the phrase of a name begins, where an office precedes it.
        offices: Who holds what.
        language: Word classes.
    """
    shown = genders(mentions, analysis.text, offices, language)
    focus = Focus(analysis, mentions, titles, offices, shown, language)
    return [mention for number in range(len(analysis.sentences)) for mention in _sentence(focus, number, bare)]


def owner(mentions: Sequence[Mention], analysis: Analysis, position: int, language: Language) -> Mention | None:
    """Whose minister « son ministre » is: the country or organization that the sentence before is about."""
    number = next((n for n, s in enumerate(analysis.sentences) if s.start <= position < s.end), 0)
    if number == 0:
        return None
    focus = Focus(analysis, mentions, {}, Offices(), {}, language)
    first = next((r.mention for r in focus.referents(number - 1) if r.bare), None)
    return first if first is not None and first.type in (EntityType.COUNTRY, EntityType.ORGANIZATION) else None


def _sentence(focus: Focus, number: int, bare: Sequence[Office]) -> Iterator[Mention]:
    named = {office.start: office for office in bare}
    for k, token in enumerate(focus.tokens(number)):
        office = named.get(token.start)
        made = _office(focus, number, office) if office else []
        made = made or phrases.at(focus, number, k) or pronouns.at(focus, number, k)
        focus.add(number, made)
        yield from made


def _goes_on(focus: Focus, number: int, office: Office) -> bool:
    """« le président de l'Assemblée », but « a accusé le président d'avoir menti »."""
    after = [t.lower for t in focus.tokens(number) if t.start >= office.end][:2]
    if after[:1] in (["de"], ["d'"]) and any(
        form.tense is Tense.INFINITIVE for form in focus.language.forms.get(after[-1], ())
    ):
        return False
    return _GOES_ON.match(focus.analysis.text, office.end) is not None


def _office(focus: Focus, number: int, office: Office) -> list[Mention]:
    """« Le président turc »: the person who holds the office."""
    if office.target is None and _goes_on(focus, number, office):
        return []
    before, after = focus.before(office.start), focus.after(office.end)
    person = holder(office.role, office.target, before, focus.offices, focus.language, after)
    if person is None:
        return []
    like = next(m for m in (*reversed(before), *after) if m.entity == person)
    text = focus.analysis.text[office.start : office.end]
    return [replace(like, start=office.start, end=office.end, text=text, how="office", literal=None)]
