"""Phrases for several: « les deux pays », « les trois hommes », « tous deux », « les présidents russe et turc »."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from graphbuild.knowledge import Language
from graphbuild.link.offices import head, holder, roles_of
from graphbuild.model import EntityType, Mention
from graphbuild.morphology import plural
from graphbuild.refer.agreement import DEFINITE, POSSESSIVE
from graphbuild.refer.focus import ACTORS, PARTIES, Focus, Referent, distinct, pointing, word

PEER = "homologue"
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4}


def several(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Les deux pays », « les trois hommes », « tous deux »: as many of the kind as were named just before."""
    tokens = focus.tokens(number)
    types = _kinds(tokens[k].lower, focus.language)
    first = k
    if tokens[k].lower in NUMBERS and word(tokens, k - 1) in ("tous", "toutes"):
        many, first, types = NUMBERS[tokens[k].lower], k - 1, ACTORS
    elif types:
        first = next((n for n in (k - 1, k - 2, k - 3) if word(tokens, n) in NUMBERS), -1)
        plain = set() if EntityType.PERSON in types - PARTIES else {"entre"}  # but « une dispute entre deux hommes »
        if first < 1 or word(tokens, first - 1) not in DEFINITE | POSSESSIVE | {"nos"} | plain:
            return []
        many = NUMBERS[tokens[first].lower]
        first -= word(tokens, first - 1) != "entre"
    else:
        return []
    among = word(tokens, first - 1) == "entre" or tokens[first].lower in ("entre", "des")
    subject = None if among else focus.subject(number, tokens[first].start)
    start = tokens[first].start
    held = _holders(focus, start, tokens[k].lower)
    if len(held) == many:
        return focus.pointing(number, first, k, held, "pair")
    persons = {m.entity for m in held} if len(held) > many else set()
    aside = {subject.mention.entity} if subject else set()

    def fits(referent: Referent) -> bool:
        mention = referent.mention
        return mention.type in types and mention.entity not in aside and (not persons or mention.entity in persons)

    return focus.pointing(number, first, k, _counted(focus, number, start, fits, many), "pair")


def _holders(focus: Focus, position: int, noun: str) -> list[Mention]:
    """« Les deux présidents »: those named before who are presidents as far as known, or a president's counterparts."""
    role = _offices(focus.language).get(noun)
    if role is None:
        return []
    named = {m.entity: m for m in focus.before(position) if m.type is EntityType.PERSON}
    offices, language = focus.offices, focus.language
    return [m for p, m in named.items() if any(head(r) in (role, PEER) for r in roles_of(p, offices, language))]


def officers(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Les présidents russe et turc »: who hold the office, and the country where the article names nobody."""
    tokens = focus.tokens(number)
    role = _offices(focus.language).get(tokens[k].lower)
    countries = _joined_demonyms(focus, number, k) if role is not None else []
    if role is None or not countries:
        return []
    field = focus.analysis.text[tokens[k].end : countries[0].start].rstrip()
    joints = [t.start for a, b in pairwise(countries) for t in tokens if a.end <= t.start < b.start]
    starts = [tokens[k].start, *joints]  # over « et », ahead of the demonym itself
    made: list[Mention] = []
    for start, country in zip(starts, countries, strict=True):
        before, after = focus.before(tokens[k].start), focus.after(countries[-1].end)
        person = holder(role + field, country.entity, before, focus.offices, focus.language, after)
        like = next((m for m in (*reversed(before), *after) if m.entity == person), country)
        made += pointing(focus.analysis, start, country.end, [like], "pair")
    return made


@cache
def _offices(language: Language) -> Mapping[str, str]:
    """The offices by their plurals."""
    return {plural(role): role for role in sorted(language.words["roles"], reverse=True) if plural(role) != role}


def _joined_demonyms(focus: Focus, number: int, k: int) -> list[Mention]:
    """« russe et turc » behind « présidents » or « chefs de la diplomatie »; two of a plural name more than two."""
    tokens = focus.tokens(number)
    by_start = {m.start: m for m in focus.mentions(number) if m.how == "adjective" and m.type is EntityType.COUNTRY}
    first = next((n for n in range(k + 1, min(len(tokens), k + REACH)) if tokens[n].start in by_start), None)
    if first is None or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[k + 1 : first]):
        return []
    found = [first]
    while word(tokens, found[-1] + 1) in ("et", ",") and found[-1] + 2 < len(tokens):
        if tokens[found[-1] + 2].start not in by_start:
            break
        found.append(found[-1] + 2)
    named = any(0 <= m.start - tokens[found[-1]].end <= 1 for m in focus.mentions(number))
    if len(found) < 2 or named or word(tokens, found[-1] - 1) != "et":
        return []
    return [by_start[tokens[n].start] for n in found]


REACH = 6
"""Tokens from the plural of an office within which its demonyms stand."""


def _kinds(noun: str, language: Language) -> frozenset[EntityType]:
    words = language.words
    if noun in words["two_countries"]:
        return frozenset({EntityType.COUNTRY})
    if noun in words["two_parties"]:
        return PARTIES
    if noun in words["two_persons"]:
        return frozenset({EntityType.PERSON})
    return frozenset()


def _counted(focus: Focus, number: int, position: int, fits: Callable[[Referent], bool], many: int) -> list[Mention]:
    """So many entities of a kind; of more, the only bare ones or those that the text names clearly more often."""
    seen: list[Referent] = []
    for near in focus.near(number, position, back=3):
        seen = near + seen
        found = distinct(seen, fits)
        if len(found) == many:
            sure = all(_has_acted(focus, number, r) for r in found) and not _other_capital(focus, seen, found)
            return [r.mention for r in found] if sure else []
        if len(found) > many:
            return _together(found, many) or _most_named(focus, position, found, many)
    return []


def _has_acted(focus: Focus, number: int, referent: Referent) -> bool:
    """Named by more than a demonym (« une base française »), here or before."""
    before = (r for n in range(number + 1) for r in focus.referents(n))
    return referent.acts or any(r.acts and r.mention.entity == referent.mention.entity for r in before)


def _other_capital(focus: Focus, seen: Sequence[Referent], found: Sequence[Referent]) -> bool:
    """Is there, among countries, a capital that could be one more government?"""
    known = (focus.language.entities.get(r.mention.entity) for r in seen if r.mention.type is EntityType.PLACE)
    others = {k.capital_of for k in known if k is not None and k.capital_of}
    countries = any(r.mention.type is EntityType.COUNTRY for r in found)
    return countries and bool(others - {r.mention.entity for r in found})


def _together(found: Sequence[Referent], many: int) -> list[Mention]:
    """The last bare ones where they are exactly so many."""
    bare = [r.mention for r in found if r.bare]
    return bare if len(bare) == many else []


def _most_named(focus: Focus, position: int, found: Sequence[Referent], many: int) -> list[Mention]:
    entities = [m.entity for m in focus.before(position)]
    ranked = sorted(found, key=lambda r: -entities.count(r.mention.entity))
    counts = [entities.count(r.mention.entity) for r in ranked]
    if counts[many - 1] < 2 * counts[many]:
        return []
    return [r.mention for r in sorted(ranked[:many], key=lambda r: r.mention.start)]
