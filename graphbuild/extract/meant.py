"""Whether the words say what a pattern reads in them: « la sœur du président X », « Y, au nord de Z »."""

from __future__ import annotations

import re

from graphbuild.extract import patterns, plausible
from graphbuild.knowledge import Language
from graphbuild.model import Analysis, EntityType, Mention, Sentence

PLACED = frozenset({"located_in", "capital_of"})
"""Relations whose source is a place even where it is a capital that otherwise acts."""


def holds(analysis: Analysis, sentence: Sentence, language: Language, match: patterns.Found) -> bool:
    """Do the words say what the pattern reads in them, and can it be?"""
    if _absurd(analysis, match, language) or _has_a_verb(sentence, match, language):
        return False
    return not _begins_the_clause(sentence, match)


def _has_a_verb(sentence: Sentence, match: patterns.Found, language: Language) -> bool:
    """« le ministre de la Défense rencontre X »: what stands between the office and the name is no title."""
    if not match.role or match.role[0] > match.source.start:
        return False
    named = match.target or match.source
    between = [
        t
        for t in sentence.tokens
        if match.role[1] <= t.start and t.end <= match.source.start and not named.start <= t.start < named.end
    ]
    verbs = (t.lower for t in between if t.pos in ("VERB", "AUX"))
    return any(not v.endswith(PARTICIPLES) and v not in language.words["roles"] for v in verbs)


PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "ant", "ante")
"""Endings of what may belong to a title (« le vice-président chargé du commerce »)."""


def _begins_the_clause(sentence: Sentence, match: patterns.Found) -> bool:
    """« Devant le président du Mali, X a parlé »: X is the subject of what follows, no apposition."""
    if not match.role:
        return False
    tokens = [t for t in sentence.tokens if t.text.strip()]
    starts, ends = match.start, max(match.source.end, match.end)
    before = [t for t in tokens if t.end <= starts]
    inside = [t for t in tokens if starts <= t.start and t.end <= ends]
    after = next((t for t in tokens if t.start >= ends), None)
    if sum(t.text == "," for t in inside) != 1 or any(t.text == "," for t in before) or after is None:
        return False
    if not before or before[-1].pos not in ("DET", "ADP") or after.pos not in ("VERB", "AUX", "PRON", "ADV"):
        return False
    first = before[:2]
    return (
        first[0].pos in ("ADP", "VERB") or any(t.pos == "SCONJ" for t in first) or first[0].lower.endswith(PARTICIPLES)
    )


def _absurd(analysis: Analysis, match: patterns.Found, language: Language) -> bool:
    """What cannot be meant, whatever the words: « la colère d'Ankara en Libye » does not place Ankara in Libya."""
    if match.role and _belongs_to_another(analysis.text, match, language):
        return True
    if match.target is None:
        return False
    if match.pattern.relation == "member_of":
        return not plausible.may_belong(match.source, match.target, language)
    return match.pattern.relation in PLACED and _elsewhere(analysis.text, match, match.target, language)


def _belongs_to_another(text: str, match: patterns.Found, language: Language) -> bool:
    """« la sœur du dirigeant nord-coréen, X », « le porte-parole de la chancelière, X »: X is the one named first."""
    outer = re.search(r"([\w-]+) (?:du |de la |de l'|de |d')$", text[max(0, match.start - 30) : match.start])
    if outer is None or not match.role or match.source.start < match.role[1]:
        return False
    people = language.words["kin"] | language.words["roles"]
    return bool({outer[1], outer[1].removesuffix("s")} & people) and "," in text[match.role[1] : match.source.start]


def _elsewhere(text: str, match: patterns.Found, target: Mention, language: Language) -> bool:
    """Is the place outside the other one: « Kirkouk, au nord de Bagdad », « Ankara en Libye »?"""
    gap = text[match.source.end : target.start]
    beside = re.search(rf"(?:au |à l'){language.fragments['SIDE']}[^,]{{0,12}} d(?:e |')$", gap)
    if beside and not gap.endswith("de la ") and (target.type is EntityType.PLACE or target.literal):
        return True
    if re.fullmatch(r'"? ?,? ?(?:à |en |aux? |de |d\')"?', gap) and match.source.type is EntityType.ORGANIZATION:
        return match.source.text.split(" ")[0].lower() not in language.words["named_bodies"]  # « l'Otan au Kosovo »
    if re.fullmatch(r" ?,? ?à ", gap) and (match.source.entity in language.entities) >= (
        target.entity in language.entities
    ):
        return True  # « de Moscou à Grozny »
    if target.type is EntityType.ORGANIZATION:
        return True  # « le Bengale occidental »
    place = language.entities.get(match.source.literal or match.source.entity)
    country = place.within or place.capital_of if place else None
    if place and not country and target.type is EntityType.COUNTRY and re.fullmatch(r", (?:en |aux? )", gap):
        return True  # « en Asie, au Japon »
    if target.type is EntityType.PLACE and match.source.literal:  # « les ambitions d'Ankara en Méditerranée »
        region = language.entities.get(target.entity)
        return region is None or region.within != country
    return bool(country) and target.type is EntityType.COUNTRY and country != target.entity
