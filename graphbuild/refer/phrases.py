"""Noun phrases that point back: « ce dernier », « ce pays », « l'organisation », « la junte », « cette région »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Mention, Token
from graphbuild.morphology import fold, plural
from graphbuild.refer.agreement import ARTICLES, DEFINITE, Agreement
from graphbuild.refer.focus import ACTORS, PARTIES, Focus, Referent, distinct, pointing, word
from graphbuild.refer.owned import own
from graphbuild.refer.several import officers, several


def at(focus: Focus, number: int, k: int) -> list[Mention]:
    """The mentions that a phrase whose noun is a certain token makes; none where anything is in doubt."""
    tokens = focus.tokens(number)
    if focus.is_taken(number, tokens[k].start, tokens[k].end):
        return []
    for reader in (_last_named, several, officers, own, _country, _organization, _described, _place):
        found = reader(focus, number, k)
        if found:
            return found
    return []


# --- « ce dernier », « celui-ci » ---


def _last_named(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Ce dernier », « celle-ci », « ces derniers »: the actor named last that it agrees with."""
    tokens = focus.tokens(number)
    words = focus.language.words
    first = k
    if tokens[k].lower in words["last_named"] and word(tokens, k - 1) in ("ce", "cette", "ces"):
        follows = tokens[k + 1].pos if k + 1 < len(tokens) else ""
        if follows in ("NOUN", "PROPN", "NUM"):
            return []
        first, shown = k - 1, ARTICLES[tokens[k - 1].lower]
        wanted = Agreement("m" if shown.plural and not tokens[k].lower.endswith("ères") else shown.gender, shown.plural)
    elif tokens[k].lower in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci"):
        feminine, many = tokens[k].lower.startswith("celle"), tokens[k].lower[-4] in "xs"
        wanted = Agreement("f" if feminine else "m", many)
    else:
        return []
    for near in focus.near(number, tokens[first].start):
        fitting = [r for r in near if r.acts and r.mention.type in ACTORS and _may_be(r, wanted)]
        if fitting:
            return focus.pointing(number, first, k, [fitting[-1].mention], "phrase")
    return []


def _may_be(referent: Referent, wanted: Agreement) -> bool:
    """Agreement, where « celle-ci » is nobody of whom it is not known that she is a woman."""
    shown = referent.agreement.gender is not None or wanted.gender != "f"
    return shown and referent.agreement.fits(wanted)


# --- « ce pays », « le royaume » ---


def _country(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Ce pays », « le royaume », « l'archipel »: the country that it can only be."""
    tokens, language = focus.tokens(number), focus.language
    before, following = word(tokens, k - 1), word(tokens, k + 1)
    singular = DEFINITE - {"les", "des", "aux", "ces"}
    if before not in singular or following in ("de", "d'", "du", "des", "qui", "où", "que", "le", "la", "l'", "dont"):
        return []
    if any(m.start == tokens[k].end + 1 for m in focus.mentions(number)):
        return []
    noun = tokens[k].lower
    if noun in language.words["country_nouns"]:
        return _this_country(focus, number, k)
    kind = _bearing(noun, language)
    if kind:
        named = {m.entity: m for m in focus.before(tokens[k].start) if m.entity in kind}
        return focus.pointing(number, k, k, list(named.values()) if len(named) == 1 else [], "phrase")
    return []


@cache
def _bearing(noun: str, language: Language) -> frozenset[str]:
    """The countries whose full name begins with a noun (« royaume du Maroc »), or that the lexicon gives it to."""
    words = language.words
    if noun in words["island_nouns"]:
        return words["island_states"]
    if noun not in words["state_nouns"]:
        return frozenset()
    return frozenset(
        name.entity
        for name in language.names.get(fold(noun), ())
        if language.entities[name.entity].type is EntityType.COUNTRY
    )


def _this_country(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Le pays »: not who acts in the clause, but the only other country named just before, or the subject before."""
    tokens, language = focus.tokens(number), focus.language
    start = tokens[k].start
    subject = focus.subject(number, start)
    aside = {subject.mention.entity} if subject else set()
    town = next((r for r in reversed(focus.referents(number, start)) if r.argument.last >= k - 7), None)
    if town is not None and word(tokens, k - 1) == "du" and town.mention.type is EntityType.PLACE:
        known = language.entities.get(town.mention.entity)  # « Boa Vista, dans le nord du pays »
        country = language.entities.get(known.within or "") if known else None
        outside = country is not None and country.type is EntityType.COUNTRY and country.id not in aside
        like = [country.id] if country is not None and outside else []
        return focus.pointing(number, k, k, [Mention(0, 0, "", c, EntityType.COUNTRY, "name") for c in like], "phrase")
    for near in focus.near(number, start):
        found = distinct(near, lambda r: r.mention.type is EntityType.COUNTRY and r.mention.entity not in aside)
        if len(found) == 1:
            return focus.pointing(number, k, k, [found[0].mention], "phrase")
        if found:
            first = next((r for r in near if r.bare and r.mention.type is not EntityType.PLACE), None)
            leads = first is not None and first.mention in [r.mention for r in found] and subject is None
            return focus.pointing(number, k, k, [first.mention] if first and leads else [], "phrase")
    return []


# --- « l'organisation », « les rebelles » ---


def _organization(focus: Focus, number: int, k: int) -> list[Mention]:
    """« L'organisation », « le mouvement »: the organization of that kind that was named last."""
    tokens, language = focus.tokens(number), focus.language
    kinds = _organization_kinds(language).get(tokens[k].lower)
    if kinds is None or word(tokens, k - 1) not in DEFINITE or word(tokens, k + 1) in ("de", "d'", "du", "des"):
        return []
    described = next((m for m in focus.mentions(number) if m.start == tokens[k].end + 1), None)
    if described is not None and (described.how != "adjective" or described.type is EntityType.COUNTRY):
        return []
    last = k if described is None else k + 1  # « l'organisation occidentale »
    if any(0 <= m.start - tokens[last].end < NAMED for m in focus.mentions(number)):
        return []
    before = [m for m in focus.before(tokens[k].start) if m.type is EntityType.ORGANIZATION and m.how != "adjective"]
    fitting = [m for m in before if _kind(m, language) in (*kinds, None)]
    if not fitting or tokens[k].start - fitting[-1].end >= REACH:
        return []
    start, end = tokens[k].start, tokens[last].end  # over the adjective, which is no actor of its own
    return pointing(focus.analysis, start, end, [fitting[-1]], "phrase")


@cache
def _organization_kinds(language: Language) -> Mapping[str, frozenset[str]]:
    """Noun → the kinds of organization in the gazetteer that it may be said of."""
    rows = [row.split() for row in language.words["organization_nouns"]]
    return {noun: frozenset(kinds) for noun, *kinds in rows}


def _kind(mention: Mention, language: Language) -> str | None:
    known = language.entities.get(mention.entity)
    return known.kind if known else None


NAMED = 12
"""Characters after the noun within which a name says itself who is meant (« l'organisation Human Rights Watch »)."""

REACH = 400
"""Characters over which an organization stays the one spoken of."""


def _described(focus: Focus, number: int, k: int) -> list[Mention]:
    """« La junte malienne … la junte »: a noun that acts, as the article has described it before."""
    tokens, language = focus.tokens(number), focus.language
    noun = tokens[k].lower
    if noun not in language.words["described_actors"] or word(tokens, k - 1) not in DEFINITE - {"des"}:
        return []
    if k + 1 < len(tokens) and (tokens[k + 1].pos in ("ADJ", "ADP", "PROPN") or tokens[k + 1].lower in ("d'", "de")):
        return []
    if any(m.start == tokens[k].end + 1 for m in focus.mentions(number)):
        return []
    owners = {m.entity: m for m in _owners(focus, number, tokens[k])}
    return focus.pointing(number, k, k, list(owners.values()) if len(owners) == 1 else [], "phrase")


def _owners(focus: Focus, number: int, noun: Token) -> Iterator[Mention]:
    """Of whom the article has said this noun before: « junte » beside « malienne »."""
    wanted = {noun.lower, plural(noun.lower)}
    for n in range(number + 1):
        tokens = focus.tokens(n)
        for r in focus.referents(n, noun.start):
            described = r.mention.type in PARTIES and r.argument.anchor != r.argument.last
            if described and tokens[r.argument.anchor].lower in wanted:
                yield r.mention


# --- « cette région », « l'île » ---


def _place(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Cette région », « la ville »: the only place named just before, if it can be that."""
    tokens, words = focus.tokens(number), focus.language.words
    noun, before = tokens[k].lower, word(tokens, k - 1)
    towns, lands = noun in words["town_nouns"], noun in words["land_nouns"]
    if not (towns or lands) or before not in DEFINITE or word(tokens, k + 1) in ("de", "d'", "du", "des"):
        return []
    if any(0 <= m.start - tokens[k].end < NAMED for m in focus.mentions(number)):
        return []
    for near in focus.near(number, tokens[k].start):
        found = distinct(near, lambda r: r.mention.type is EntityType.PLACE)
        if found:
            known = focus.language.entities.get(found[0].mention.entity)
            fits = known is not None and bool(known.within or known.capital_of) == towns
            fits = fits and known is not None and known.id not in words["continents"]
            fits = fits or (before in ("cet", "cette", "ce") and (known is None or not known.capital_of or towns))
            return focus.pointing(number, k, k, [found[0].mention] if len(found) == 1 and fits else [], "phrase")
    return []
