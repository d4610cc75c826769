"""The statements of one article, from its reading to what was taken and what was turned down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.extract import arguments, candidates, decide, mask, modality, patterns, triggers
from graphbuild.extract.slots import Scene
from graphbuild.language import Language
from graphbuild.link import mentions as names
from graphbuild.model import Analysis, EntityType, Mention, Modality, Polarity, Sentence, Span, Statement


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article gave: its mentions, its statements (with entity keys that hold within the article)."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    rejected: tuple[tuple[Sentence, decide.Rejected], ...] = ()


def extract(analysis: Analysis, language: Language) -> Extraction:
    """All statements of an annotated article, one per (source, relation, target) and sentence."""
    found = names.find(analysis, language)
    matches = _matches(analysis, found, language)
    found = _towns(found, matches)
    statements: list[Statement] = []
    rejected: list[tuple[Sentence, decide.Rejected]] = []
    for sentence in analysis.sentences:
        statements += (_from_pattern(analysis, sentence, match) for match in matches[sentence.start] if match.target)
        args = arguments.find(sentence, found, language)
        scene = Scene(sentence.tokens, args, language)
        possible = [c for o in triggers.find(sentence, language) for c in candidates.find(scene, o)]
        taken, turned_down = decide.choose(possible)
        statements += (_from_candidate(analysis, sentence, c, language) for c in taken)
        rejected += ((sentence, r) for r in turned_down)
    return Extraction(tuple(found), tuple(_once(statements, language)), tuple(rejected))


def _matches(
    analysis: Analysis, found: Sequence[Mention], language: Language
) -> dict[int, list[patterns.Found]]:
    """What the patterns find, by the start of the sentence."""
    masked = mask.mask(analysis.text, found)
    by_start = {mention.start: mention for mention in found}
    return {
        s.start: [m for m in patterns.find(masked, s.start, s.end, by_start, language) if not _absurd(m, language)]
        for s in analysis.sentences
    }


def _absurd(match: patterns.Found, language: Language) -> bool:
    """« la colère d'Ankara en Libye » does not place Ankara in Libya."""
    if match.target is None or match.pattern.relation not in PLACED:
        return False
    place = language.entities.get(match.source.literal or match.source.entity)
    country = place.within or place.capital_of if place else None
    return bool(country) and match.target.type == EntityType.COUNTRY and country != match.target.entity


PLACED = frozenset({"located_in", "capital_of"})
"""Relations whose source is a place even where it is a capital that otherwise acts."""


def _towns(found: Sequence[Mention], matches: Mapping[int, Sequence[patterns.Found]]) -> list[Mention]:
    """The mentions, with capitals that a pattern shows to be towns read as such."""
    towns = {m.source.start for group in matches.values() for m in group if m.pattern.relation in PLACED}
    return [
        replace(m, entity=m.literal, type=EntityType.PLACE, how="name", literal=None)
        if m.literal and m.start in towns
        else m
        for m in found
    ]


def _from_pattern(analysis: Analysis, sentence: Sentence, found: patterns.Found) -> Statement:
    assert found.target is not None
    role = analysis.article.text[slice(*found.role)] if found.role else None
    return Statement(
        article=analysis.article.id,
        source=found.source.literal or found.source.entity if found.pattern.relation in PLACED else found.source.entity,
        relation=found.pattern.relation,
        target=found.target.entity,
        modality=Modality.ASSERTED,
        polarity=Polarity.POSITIVE,
        attribution=None,
        sentence=Span(sentence.start, sentence.end),
        trigger=Span(*found.role) if found.role else Span(found.start, found.end),
        source_mention=Span(found.source.start, found.source.end),
        target_mention=Span(found.target.start, found.target.end),
        quote=analysis.article.text[sentence.start : sentence.end],
        pattern=found.pattern.id,
        role=role,
        former=found.former,
    )


def _from_candidate(
    analysis: Analysis, sentence: Sentence, candidate: candidates.Candidate, language: Language
) -> Statement:
    occurrence = candidate.occurrence
    how, polarity = modality.judge(sentence.tokens, occurrence, language)
    source, target = candidate.source.mention, candidate.target.mention
    relation = language.relations[occurrence.trigger.relation]
    if relation.symmetric and target.entity < source.entity:
        source, target = target, source
    return Statement(
        article=analysis.article.id,
        source=source.entity,
        relation=relation.id,
        target=target.entity,
        modality=how,
        polarity=polarity,
        attribution=None,
        sentence=Span(sentence.start, sentence.end),
        trigger=Span(sentence.tokens[occurrence.first].start, sentence.tokens[occurrence.last].end),
        source_mention=Span(source.start, source.end),
        target_mention=Span(target.start, target.end),
        quote=analysis.article.text[sentence.start : sentence.end],
        pattern=occurrence.rule,
    )


COMMITMENT = list(Modality)


def _once(statements: Iterable[Statement], language: Language) -> Iterator[Statement]:
    """One statement per sentence, source, relation and target: the more committed one."""
    best: dict[tuple[int, str, str, str], Statement] = {}
    for statement in statements:
        key = (statement.sentence.start, statement.source, statement.relation, statement.target)
        other = best.get(key)
        if other is None or COMMITMENT.index(statement.modality) < COMMITMENT.index(other.modality):
            best[key] = statement
    yield from best.values()
