"""Statements from patterns: who holds which office, what lies where, who belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from graphbuild.clause.scene import Scene
from graphbuild.extract import mask, meant, modality, patterns
from graphbuild.extract.ground import Ground, Matches
from graphbuild.extract.meant import PLACED
from graphbuild.knowledge import Language
from graphbuild.link.offices import Offices, head, is_trade, served_by
from graphbuild.model import Analysis, EntityType, Mention, Modality, Polarity, Sentence, Span, Statement
from graphbuild.refer import anaphora

LASTING = PLACED | {"holds_office_in", "member_of", "borders", "allied_with"}
"""Facts that are the article's own knowledge even where they stand in somebody's words."""

PLAIN = PLACED | {"holds_office_in"}
"""Relations whose patterns are taken at their word: neither modality nor a list of actors changes them."""


def find(analysis: Analysis, found: Sequence[Mention], language: Language) -> dict[int, list[patterns.Found]]:
    """What the patterns find, by the start of the sentence."""
    titles = [place.span() for place in patterns.field_names(language).finditer(analysis.text)]
    masked = mask.mask(analysis.text, [m for m in found if not _in_a_title(m, titles)])
    by_start = {mention.start: mention for mention in found}
    matches: dict[int, list[patterns.Found]] = {}
    for sentence in analysis.sentences:
        allows = partial(meant.holds, analysis, sentence, language)
        here = [
            _governed(_owned(analysis, m, found, language), language)
            for m in patterns.find(masked, sentence.start, sentence.end, by_start, language, allows)
        ]
        complete = [m for m in here if m.target is not None]
        matches[sentence.start] = [m for m in here if m.target or not any(_same_office(m, c) for c in complete)]
    return matches


def _in_a_title(mention: Mention, titles: Iterable[tuple[int, int]]) -> bool:
    """« le ministre des Affaires européennes », « la ministre des Sports »: no name, only a part of the title."""
    at = mention.start, mention.end
    return any(a <= at[0] and at[1] <= b and ((a, b) != at or mention.how == "ner") for a, b in titles)


def _same_office(one: patterns.Found, other: patterns.Found) -> bool:
    """« Israël, par la voix de son président X »: the words say whose office it is, nobody need guess."""
    if not (one.role and other.role and one.source == other.source):
        return False
    return one.role[0] < other.role[1] and other.role[0] < one.role[1]


def _governed(match: patterns.Found, language: Language) -> patterns.Found:
    """« le commissaire européen » serves the European Union, not Europe."""
    known = language.entities.get(match.target.entity) if match.target and match.role else None
    if match.target is None or known is None or not known.governed_by:
        return match
    union = language.entities[known.governed_by]
    return replace(match, target=replace(match.target, entity=union.id, type=union.type))


def _owned(analysis: Analysis, match: patterns.Found, found: Sequence[Mention], language: Language) -> patterns.Found:
    """« Son ministre X » serves what was spoken of; « son prédécesseur X » what the last person served."""
    if match.target is not None or not match.role:
        return match
    if analysis.text[slice(*match.role)] in language.words["succession"]:
        people = [m for m in found if m.end < match.start and m.type is EntityType.PERSON and m != match.source]
        return replace(match, follows=people[-1].entity) if people else match
    if not re.search(r"(?:[Ss]on|[Ss]a|[Ll]eur) $", analysis.text[max(0, match.start - 5) : match.start]):
        return match
    owner = _opening(analysis, match.start, found) or anaphora.owner(found, analysis, match.start, language)
    return replace(match, owner=owner.entity) if owner is not None else match


def _opening(analysis: Analysis, position: int, found: Sequence[Mention]) -> Mention | None:
    """« La France refuse, dit son ambassadrice »: the country or organization that begins the sentence."""
    start = next((s.start for s in analysis.sentences if s.start <= position < s.end), position)
    first = next((m for m in found if start <= m.start < position), None)
    if first is None or first.start - start > ARTICLE or first.how in ("adjective", "prefix"):
        return None
    return first if first.type in (EntityType.COUNTRY, EntityType.ORGANIZATION) else None


ARTICLE = 4
"""Letters that an article takes, its blank included."""


def towns(found: Sequence[Mention], matches: Matches) -> list[Mention]:
    """The mentions, with capitals that a pattern shows to be towns read as such, and « européen » as the Union's."""
    read = {m.source.start for group in matches.values() for m in group if m.pattern.relation in PLACED}
    served = {m.target.start: m.target for group in matches.values() for m in group if m.target and m.role}
    found = [replace(m, entity=s.entity, type=s.type) if (s := served.get(m.start)) else m for m in found]
    return [
        replace(m, entity=m.literal, type=EntityType.PLACE, how="name", literal=None)
        if m.literal and m.start in read
        else m
        for m in found
    ]


def offices(analysis: Analysis, matches: Matches, language: Language) -> Offices:
    """Who holds what, from all that the patterns found in the article."""
    date = analysis.article.date
    known = Offices(year=date.year if date else None)
    for group in matches.values():
        for match in group:
            if match.role:
                known.add(match.source.entity, analysis.text[slice(*match.role)], _served(analysis, match, language))
    return known


def _served(analysis: Analysis, match: patterns.Found, language: Language) -> str | None:
    """What the office is held in, as far as the pattern says; a trade is held in no country."""
    if match.target is None:
        return match.owner
    hired = match.target.type is EntityType.ORGANIZATION and match.target.how != "adjective"
    trade = match.role and is_trade(analysis.text[slice(*match.role)], language)
    return match.target.entity if hired or not trade else None


def titles(matches: Matches) -> dict[int, int]:
    """Where the phrase of a name begins that an office precedes: « le président russe X » is one."""
    return {m.source.start: m.start for group in matches.values() for m in group if m.role and m.start < m.source.start}


def statements(analysis: Analysis, scene: Scene, sentence: Sentence, ground: Ground) -> Iterator[Statement]:
    """What the patterns say in a sentence; an office without its country is completed where that is known."""
    language = scene.language
    for match in ground.matches[sentence.start]:
        if match.target is not None and match.pattern.relation == "holds_office_in":
            if _served(analysis, match, language):
                yield _statement(analysis, sentence, match, match.target.entity, language, match.target)
        elif match.target is not None:
            yield from _spread(analysis, scene, sentence, match, match.target)
        elif match.pattern.relation in PLACED:
            known = language.entities.get(match.source.literal or match.source.entity)
            country = known and (known.capital_of if match.pattern.relation == "capital_of" else known.within)
            if country or (match.pattern.relation == "located_in" and ground.home and not known):
                yield _statement(analysis, sentence, match, country or str(ground.home), language)
        elif match.follows:
            target = served_by(match.follows, ground.offices, language)
            if target is not None:
                yield _statement(analysis, sentence, match, target, language)
        elif match.role and _implies_state(analysis.text[slice(*match.role)], language):
            target = match.owner or _state(match, analysis, ground, language)
            if target is None and _of_any_state(analysis.text[slice(*match.role)], language):
                target = ground.home_at(analysis, sentence)
            if target is not None:
                yield _statement(analysis, sentence, match, target, language)


def _spread(
    analysis: Analysis, scene: Scene, sentence: Sentence, match: patterns.Found, target: Mention
) -> Iterator[Statement]:
    """One statement; for relations among actors one for each that is coordinated with those the pattern names."""
    relation = scene.language.relations[match.pattern.relation]
    bracketed = "(" in analysis.text[match.source.end : target.start]  # « X (PS) et Y (LR) »
    if relation.id in PLAIN or bracketed:
        yield _statement(analysis, sentence, match, target.entity, scene.language, target)
        return
    how, polarity = _judge(scene, match, target)
    for one in _coordinated(scene, match.source):
        if match.source.start < target.start < one.start:
            continue  # « X, voisin de Y, et Z »
        for two in _coordinated(scene, target):
            if one.entity != two.entity and one.type in relation.sources and two.type in relation.targets:
                found = replace(match, source=one)
                made = _statement(analysis, sentence, found, two.entity, scene.language, two)
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


def _state(match: patterns.Found, analysis: Analysis, ground: Ground, language: Language) -> str | None:
    """What the holder of an office serves as far as known; a minister serves a country, whatever else he presides."""
    served = served_by(match.source.entity, ground.offices, language)
    role = head(analysis.text[slice(*match.role)]) if match.role else ""
    if not set(role.split()) & language.words["state_roles"]:
        return served
    known = language.entities.get(match.source.entity)
    all_served = [*ground.offices.served.get(match.source.entity, ()), *filter(None, [known and known.within])]
    kinds = {e: language.entities[e].type for e in all_served if e in language.entities}
    return next((e for e in all_served if kinds.get(e) in (EntityType.COUNTRY, EntityType.ORGANIZATION)), None)


def _implies_state(role: str, language: Language) -> bool:
    """« le ministre », « le secrétaire général »: served somewhere known; no « chef de la police de la ville »."""
    local = set(re.findall(r"\w+", role)) & language.words["local_words"]
    return not local and bool(set(head(role).split()) & language.words["implied_roles"])


def _of_any_state(role: str, language: Language) -> bool:
    """« le ministre », « le secrétaire d'Etat », but no « secrétaire général »: an office of the country at hand."""
    of_bodies = set(head(role).split()) & language.words["officers_of_bodies"]
    return not of_bodies or role.lower().startswith(tuple(t.lower() for t in language.words["state_titles"]))


def tenure(text: str, found: patterns.Found, language: Language) -> Modality:
    """« le futur ministre X », « X deviendra président »: an office to come is planned; « le président élu » has it."""
    if not found.role:
        return Modality.ASSERTED
    ends = sorted((found.source.start, found.source.end, *found.role))
    gap, role = text[ends[1] : ends[2]], text[slice(*found.role)]
    before = text[max(0, found.role[0] - LOOK_BACK) : found.role[0]].split(" ")[-2:]
    linked = re.findall(r"\w+", gap) if found.source.start < found.role[0] else []
    words = {w.lower() for w in (*linked, *before, *role.split(" ")[:1])}
    return Modality.PLANNED if words & language.words["office_to_come"] else Modality.ASSERTED


LOOK_BACK = 12
"""Letters before an office in which « futur » may stand."""


def _statement(
    analysis: Analysis,
    sentence: Sentence,
    found: patterns.Found,
    target: str,
    language: Language,
    mention: Mention | None = None,
) -> Statement:
    source = found.source
    return Statement(
        article=analysis.article.id,
        source=source.literal or source.entity if found.pattern.relation in PLACED else source.entity,
        relation=found.pattern.relation,
        target=target,
        modality=tenure(analysis.text, found, language),
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
