"""The statements of one article, from its reading to what was taken and what was turned down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild import dates
from graphbuild.extract import arguments, attribution, candidates, decide, mask, modality, patterns, triggers
from graphbuild.extract.arguments import Argument
from graphbuild.extract.scene import Scene
from graphbuild.extract.slots import fill
from graphbuild.language import Language
from graphbuild.link import anaphora
from graphbuild.link import mentions as names
from graphbuild.link.offices import Offices, head, served_by
from graphbuild.model import Analysis, EntityType, Mention, Modality, Polarity, Sentence, Span, Statement


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article gave: its mentions, its statements (with entity keys that hold within the article)."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    rejected: tuple[tuple[Sentence, decide.Rejected], ...] = ()
    scenes: tuple[Scene, ...] = ()


def extract(analysis: Analysis, language: Language) -> Extraction:
    """All statements of an annotated article, one per (source, relation, target) and sentence."""
    found = names.find(analysis, language)
    matches = _matches(analysis, found, language)
    found = _towns(found, matches)
    matches = {start: [_owned(analysis, m, found) for m in group] for start, group in matches.items()}
    offices = _offices(analysis, matches, language)
    found = _with_references(analysis, found, matches, offices, language)
    scenes = read_scenes(analysis, found, titles(matches), language)
    home = _home(found)
    speeches = attribution.find(analysis.sentences, scenes)
    statements: list[Statement] = []
    rejected: list[tuple[Sentence, decide.Rejected]] = []
    carried: dict[str, Argument] = {}
    for number, sentence in enumerate(analysis.sentences):
        scene = scenes[number] = replace(scenes[number], carried=carried)
        said = list(_from_patterns(analysis, sentence, matches[sentence.start], offices, home, language))
        fired = list(triggers.find(sentence, language))
        possible = [c for o in fired for c in candidates.find(scene, o)]
        taken, turned_down = decide.choose(possible)
        carried = _left_open(scene, fired, taken)
        said += (_from_candidate(analysis, sentence, c, language) for c in taken)
        found = _reread(found, taken)
        statements += (_placed(analysis, s, speeches) for s in said)
        rejected += ((sentence, r) for r in turned_down)
    named = {m.entity for m in found}
    statements = [s for s in statements if s.target in named]
    return Extraction(tuple(found), tuple(_once(statements)), tuple(rejected), tuple(scenes))


def _left_open(
    scene: Scene, fired: Iterable[triggers.Occurrence], taken: Sequence[candidates.Candidate]
) -> dict[str, Argument]:
    """What the next sentence may build on: targets of rules that found no source, and who acted here."""
    carried = {"actor": taken[-1].source} if taken else {}
    complete = {c.occurrence.rule for c in taken}
    for occurrence in fired:
        if occurrence.rule not in complete and (fits := fill(scene, occurrence, occurrence.trigger.target)):
            carried[f"{occurrence.rule} target"] = fits[0].argument
    return carried


def _reread(found: Sequence[Mention], taken: Iterable[candidates.Candidate]) -> list[Mention]:
    """The mentions, with capitals that a statement shows to be governments read as such."""
    changed = {a.mention.start: a.mention for c in taken for a in (c.source, c.target) if a.mention.literal}
    return [changed.get(m.start, m) if m.type is EntityType.PLACE else m for m in found]


def titles(matches: Mapping[int, Sequence[patterns.Found]]) -> dict[int, int]:
    """Start of a person's name → start of the office before it: « le président russe X » is one phrase."""
    return {m.source.start: m.start for group in matches.values() for m in group if m.role and m.start < m.source.start}


def read_scenes(
    analysis: Analysis, mentions: Iterable[Mention], offices: Mapping[int, int], language: Language
) -> list[Scene]:
    """Each sentence with its mentions as arguments."""
    given = list(mentions)
    return [Scene(s.tokens, arguments.find(s, given, offices, language), language) for s in analysis.sentences]


def _placed(analysis: Analysis, statement: Statement, speeches: Sequence[attribution.Speech]) -> Statement:
    """The statement with who says so and when it is said to happen."""
    lasting = "/p" in statement.pattern
    speaker = None if lasting else attribution.speaker_at(speeches, statement.trigger.start)
    planned = statement.modality == Modality.PLANNED
    if speaker == statement.source and not planned and statement.polarity == Polarity.POSITIVE:
        speaker = None
    when = dates.near(analysis.text, statement.sentence, statement.trigger.start, analysis.article.date, future=planned)
    return replace(statement, attribution=speaker, date=when)


def _matches(analysis: Analysis, found: Sequence[Mention], language: Language) -> dict[int, list[patterns.Found]]:
    """What the patterns find, by the start of the sentence."""
    masked = mask.mask(analysis.text, found)
    by_start = {mention.start: mention for mention in found}
    return {
        s.start: [m for m in patterns.find(masked, s.start, s.end, by_start, language) if not _absurd(m, language)]
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


def _offices(analysis: Analysis, matches: Mapping[int, Sequence[patterns.Found]], language: Language) -> Offices:
    """Who holds what, from all that the patterns found in the article."""
    offices = Offices()
    for group in matches.values():
        for match in group:
            if match.role:
                role = analysis.text[slice(*match.role)]
                offices.add(match.source.entity, role, match.target.entity if match.target else match.owner)
    return offices


def _with_references(
    analysis: Analysis,
    found: Sequence[Mention],
    matches: Mapping[int, Sequence[patterns.Found]],
    offices: Offices,
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
    return sorted([*found, *anaphora.find(analysis, found, bare, offices, language)], key=lambda m: (m.start, -m.end))


def _home(found: Iterable[Mention]) -> str | None:
    """The country that an article names clearly more often than any other."""
    counts = Counter(m.entity for m in found if m.type is EntityType.COUNTRY).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] < MARGIN * counts[1][1]):
        return None
    return counts[0][0] if counts[0][1] >= 2 else None


MARGIN = 1.5
"""How many times as often as the next."""


def _from_patterns(
    analysis: Analysis,
    sentence: Sentence,
    matches: Sequence[patterns.Found],
    offices: Offices,
    home: str | None,
    language: Language,
) -> Iterator[Statement]:
    """What the patterns say; an office without its country is completed where article or gazetteer know it.

    ``home`` is the country that the article is about, if there is one: its ministers need no adjective.
    """
    for match in matches:
        if match.target is not None:
            yield _from_pattern(analysis, sentence, match, match.target.entity)
        elif match.pattern.relation == "capital_of":
            known = language.entities.get(match.source.literal or match.source.entity)
            if known is not None and known.capital_of:
                yield _from_pattern(analysis, sentence, match, known.capital_of)
        elif match.role and _implies_state(analysis.text[slice(*match.role)], language):
            target = match.owner or served_by(match.source.entity, offices, language) or home
            if target is not None:
                yield _from_pattern(analysis, sentence, match, target)


def _implies_state(role: str, language: Language) -> bool:
    return bool(set(head(role).split()) & language.words["implied_roles"])


def _from_pattern(analysis: Analysis, sentence: Sentence, found: patterns.Found, target: str) -> Statement:
    role = analysis.article.text[slice(*found.role)] if found.role else None
    return Statement(
        article=analysis.article.id,
        source=found.source.literal or found.source.entity if found.pattern.relation in PLACED else found.source.entity,
        relation=found.pattern.relation,
        target=target,
        modality=Modality.ASSERTED,
        polarity=Polarity.POSITIVE,
        attribution=None,
        sentence=Span(sentence.start, sentence.end),
        trigger=Span(*found.role) if found.role else Span(found.start, found.end),
        source_mention=Span(found.source.start, found.source.end),
        target_mention=Span(found.target.start, found.target.end) if found.target else None,
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
        source_mention=_span(source, sentence),
        target_mention=_span(target, sentence),
        quote=analysis.article.text[sentence.start : sentence.end],
        pattern=occurrence.rule,
    )


def _span(mention: Mention, sentence: Sentence) -> Span | None:
    """Where the mention stands; None where it is only carried over from another sentence."""
    return Span(mention.start, mention.end) if sentence.start <= mention.start < sentence.end else None


COMMITMENT = list(Modality)


def _once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """One statement per sentence, source, relation and target: the more committed one."""
    best: dict[tuple[int, str, str, str], Statement] = {}
    for statement in statements:
        key = (statement.sentence.start, statement.source, statement.relation, statement.target)
        other = best.get(key)
        if other is None or COMMITMENT.index(statement.modality) < COMMITMENT.index(other.modality):
            best[key] = statement
    yield from best.values()
