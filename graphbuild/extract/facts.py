"""Statements from patterns: who holds which office, what lies where, who belongs to what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.extract import mask, modality, patterns
from graphbuild.extract.scene import Scene
from graphbuild.knowledge import Language
from graphbuild.link import anaphora
from graphbuild.link.offices import Offices, head, served_by
from graphbuild.model import Analysis, EntityType, Mention, Modality, Polarity, Sentence, Span, Statement

Matches = Mapping[int, Sequence[patterns.Found]]
"""What the patterns find, by the start of the sentence."""

PLACED = frozenset({"located_in", "capital_of"})
"""Relations whose source is a place even where it is a capital that otherwise acts."""

LASTING = PLACED | {"holds_office_in", "member_of", "borders", "allied_with"}
"""Facts that are the article's own knowledge even where they stand in somebody's words."""

PLAIN = PLACED | {"holds_office_in"}
"""Relations whose patterns are taken at their word: neither modality nor a list of actors changes them."""


def find(analysis: Analysis, found: Sequence[Mention], language: Language) -> dict[int, list[patterns.Found]]:
    """What the patterns find, by the start of the sentence."""
    masked = mask.mask(analysis.text, found)
    by_start = {mention.start: mention for mention in found}
    return {
        s.start: [
            _owned(analysis, m, found)
            for m in patterns.find(masked, s.start, s.end, by_start, language)
            if not _absurd(m, language)
        ]
        for s in analysis.sentences
    }


def _owned(analysis: Analysis, match: patterns.Found, found: Sequence[Mention]) -> patterns.Found:
    """« Son ministre de la Défense, X »: the office is held in what the sentence before is about."""
    if match.target is not None or not match.role:
        return match
    if not re.search(r"(?:[Ss]on|[Ss]a|[Ll]eur) $", analysis.text[max(0, match.start - 5) : match.start]):
        return match
    owner = anaphora.owner(analysis, match.start, found)
    return replace(match, owner=owner.entity) if owner is not None else match


def _absurd(match: patterns.Found, language: Language) -> bool:
    """« la colère d'Ankara en Libye » does not place Ankara in Libya."""
    if match.target is None or match.pattern.relation not in PLACED:
        return False
    place = language.entities.get(match.source.literal or match.source.entity)
    country = place.within or place.capital_of if place else None
    return bool(country) and match.target.type == EntityType.COUNTRY and country != match.target.entity


def towns(found: Sequence[Mention], matches: Matches) -> list[Mention]:
    """The mentions, with capitals that a pattern shows to be towns read as such."""
    read = {m.source.start for group in matches.values() for m in group if m.pattern.relation in PLACED}
    return [
        replace(m, entity=m.literal, type=EntityType.PLACE, how="name", literal=None)
        if m.literal and m.start in read
        else m
        for m in found
    ]


def offices(analysis: Analysis, matches: Matches) -> Offices:
    """Who holds what, from all that the patterns found in the article."""
    known = Offices()
    for group in matches.values():
        for match in group:
            if match.role:
                role = analysis.text[slice(*match.role)]
                known.add(match.source.entity, role, match.target.entity if match.target else match.owner)
    return known


def with_references(
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
    return sorted([*found, *anaphora.find(analysis, found, bare, known, language)], key=lambda m: (m.start, -m.end))


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


def statements(analysis: Analysis, scene: Scene, sentence: Sentence, ground: Ground) -> Iterator[Statement]:
    """What the patterns say in a sentence; an office without its country is completed where that is known."""
    language = scene.language
    for match in ground.matches[sentence.start]:
        if match.target is not None:
            yield from _spread(analysis, scene, sentence, match, match.target)
        elif match.pattern.relation == "capital_of":
            known = language.entities.get(match.source.literal or match.source.entity)
            if known is not None and known.capital_of:
                yield _statement(analysis, sentence, match, known.capital_of)
        elif match.role and _implies_state(analysis.text[slice(*match.role)], language):
            target = match.owner or served_by(match.source.entity, ground.offices, language) or ground.home
            if target is not None:
                yield _statement(analysis, sentence, match, target)


def _spread(
    analysis: Analysis, scene: Scene, sentence: Sentence, match: patterns.Found, target: Mention
) -> Iterator[Statement]:
    """One statement; for relations among actors one for each that is coordinated with those the pattern names."""
    relation = scene.language.relations[match.pattern.relation]
    if relation.id in PLAIN:
        yield _statement(analysis, sentence, match, target.entity, target)
        return
    how, polarity = _judge(scene, match, target)
    for one in _coordinated(scene, match.source):
        if match.source.start < target.start < one.start:
            continue  # « X, voisin de Y, et Z »
        for two in _coordinated(scene, target):
            if one.entity != two.entity and one.type in relation.sources and two.type in relation.targets:
                found = replace(match, source=one)
                made = _statement(analysis, sentence, found, two.entity, two)
                yield replace(made, modality=how, polarity=polarity)


def _coordinated(scene: Scene, mention: Mention) -> list[Mention]:
    group = next((a.group for a in scene.arguments if a.mention == mention), None)
    return [a.mention for a in scene.arguments if a.group == group] if group is not None else [mention]


@dataclass(frozen=True, slots=True)
class _Words:
    first: int
    last: int
    head: int
    kind: str = "phrase"


def _judge(scene: Scene, match: patterns.Found, target: Mention) -> tuple[Modality, Polarity]:
    """Modality and polarity from the words between the two mentions, or around the second."""
    ends = sorted((match.source, target), key=lambda m: m.start)
    inside = [n for n, t in enumerate(scene.tokens) if ends[0].end <= t.start and t.end <= ends[1].start]
    if not inside:
        return Modality.ASSERTED, Polarity.POSITIVE
    return modality.judge_words(scene.tokens, _Words(inside[0], inside[-1], inside[0]), scene.language)


def _implies_state(role: str, language: Language) -> bool:
    return bool(set(head(role).split()) & language.words["implied_roles"])


def _statement(
    analysis: Analysis, sentence: Sentence, found: patterns.Found, target: str, mention: Mention | None = None
) -> Statement:
    source = found.source
    return Statement(
        article=analysis.article.id,
        source=source.literal or source.entity if found.pattern.relation in PLACED else source.entity,
        relation=found.pattern.relation,
        target=target,
        modality=Modality.ASSERTED,
        polarity=Polarity.POSITIVE,
        attribution=None,
        sentence=Span(sentence.start, sentence.end),
        trigger=Span(*found.role) if found.role else Span(found.start, found.end),
        source_mention=Span(source.start, source.end),
        target_mention=Span(mention.start, mention.end) if mention else None,
        quote=analysis.article.text[sentence.start : sentence.end],
        pattern=found.pattern.id,
        role=analysis.article.text[slice(*found.role)] if found.role else None,
        former=found.former,
    )
