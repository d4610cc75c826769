"""Noun phrases that point back: « ce pays », « ce dernier », « l'organisation », « les deux hommes », « son pays »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graphbuild.extract.agreement import ARTICLES, Agreement
from graphbuild.extract.focus import Focus, Referent, distinct, pointing
from graphbuild.knowledge import Language
from graphbuild.link.offices import head, served_by
from graphbuild.model import EntityType, Mention, Token
from graphbuild.morphology import fold, plural

DEFINITE = frozenset({"le", "la", "l'", "les", "du", "des", "au", "aux", "ce", "cet", "cette", "ces"})
POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs", "notre"})
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4}
COUNTRIES = frozenset({EntityType.COUNTRY})
PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANIZATION})
ACTORS = PARTIES | {EntityType.PERSON}
PERSONS = frozenset({EntityType.PERSON})
PLACES = frozenset({EntityType.PLACE})


def at(focus: Focus, number: int, k: int) -> list[Mention]:
    """The mentions that a phrase whose noun is a certain token makes; none where anything is in doubt."""
    tokens = focus.tokens(number)
    if focus.is_taken(number, tokens[k].start, tokens[k].end):
        return []
    for reader in (_last_named, _several, _own, _country, _organization, _described, _place):
        found = reader(focus, number, k)
        if found:
            return found
    return []


def _made(focus: Focus, number: int, first: int, last: int, like: Sequence[Mention], how: str) -> list[Mention]:
    tokens = focus.tokens(number)
    if not like or focus.is_taken(number, tokens[first].start, tokens[last].end):
        return []
    return pointing(focus.analysis, tokens[first].start, tokens[last].end, like, how)


def _word(tokens: Sequence[Token], k: int) -> str:
    return tokens[k].lower if 0 <= k < len(tokens) else ""


# --- « ce dernier », « celui-ci » ---


def _last_named(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Ce dernier », « celle-ci », « ces derniers »: the actor named last that it agrees with."""
    tokens = focus.tokens(number)
    words = focus.language.words
    first = k
    if tokens[k].lower in words["last_named"] and _word(tokens, k - 1) in ("ce", "cette", "ces"):
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
            return _made(focus, number, first, k, [fitting[-1].mention], "phrase")
    return []


def _may_be(referent: Referent, wanted: Agreement) -> bool:
    """Agreement, where « celle-ci » is nobody of whom it is not known that she is a woman."""
    shown = referent.agreement.gender is not None or wanted.gender != "f"
    return shown and referent.agreement.fits(wanted)


# --- « les deux pays » ---


def _several(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Les deux pays », « les trois hommes », « tous deux »: as many of the kind as were named just before."""
    tokens = focus.tokens(number)
    types = _kinds(tokens[k].lower, focus.language)
    first = k
    if tokens[k].lower in NUMBERS and _word(tokens, k - 1) in ("tous", "toutes"):
        many, first, types = NUMBERS[tokens[k].lower], k - 1, ACTORS
    elif types:
        first = next((n for n in (k - 1, k - 2, k - 3) if _word(tokens, n) in NUMBERS), -1)
        if first < 1 or _word(tokens, first - 1) not in DEFINITE | POSSESSIVE | {"nos", "entre"}:
            return []
        many = NUMBERS[tokens[first].lower]
        first -= _word(tokens, first - 1) != "entre"
    else:
        return []
    among = _word(tokens, first - 1) == "entre" or tokens[first].lower in ("entre", "des")
    subject = None if among else focus.subject(number, tokens[first].start)
    start = tokens[first].start
    like = _holders(focus, start, tokens[k].lower, many) or _counted(focus, number, start, types, many, subject)
    return _made(focus, number, first, k, like, "pair")


def _holders(focus: Focus, position: int, noun: str, many: int) -> list[Mention]:
    """« Les deux présidents »: those of whom the article has said that they are presidents, if they are so many."""
    role = next((r for r in focus.language.words["roles"] if plural(r) == noun), None)
    if role is None:
        return []
    named = {m.entity: m for m in focus.before(position) if m.type is EntityType.PERSON}
    held = [m for p, m in named.items() if any(head(r) == role for r in focus.offices.roles.get(p, ()))]
    return held if len(held) == many else []


def _kinds(noun: str, language: Language) -> frozenset[EntityType]:
    words = language.words
    if noun in words["two_countries"]:
        return COUNTRIES
    if noun in words["two_parties"]:
        return PARTIES
    if noun in words["two_persons"]:
        return PERSONS
    return frozenset()


def _counted(
    focus: Focus, number: int, position: int, types: frozenset[EntityType], many: int, subject: Referent | None
) -> list[Mention]:
    """So many entities of a kind; of more, the only bare ones or those that the text names clearly more often."""
    aside = {subject.mention.entity} if subject else set()
    seen: list[Referent] = []
    for near in focus.near(number, position, back=3):
        seen = near + seen
        found = distinct(seen, lambda r: r.mention.type in types and r.mention.entity not in aside)
        if len(found) == many:
            sure = all(_has_acted(focus, number, r) for r in found) and not _other_capital(focus, seen, found, types)
            return [r.mention for r in found] if sure else []
        if len(found) > many:
            return _together(found, many) or _most_named(focus, position, found, many)
    return []


def _has_acted(focus: Focus, number: int, referent: Referent) -> bool:
    """Named by more than a demonym (« une base française »), here or before."""
    before = (r for n in range(number + 1) for r in focus.referents(n))
    return referent.acts or any(r.acts and r.mention.entity == referent.mention.entity for r in before)


def _other_capital(
    focus: Focus, seen: Sequence[Referent], found: Sequence[Referent], types: frozenset[EntityType]
) -> bool:
    """Is there a capital that could be one more government?"""
    known = (focus.language.entities.get(r.mention.entity) for r in seen if r.mention.type is EntityType.PLACE)
    others = {k.capital_of for k in known if k is not None and k.capital_of}
    return EntityType.COUNTRY in types and bool(others - {r.mention.entity for r in found})


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


# --- « son pays », « ses troupes », « son voisin » ---


def _own(focus: Focus, number: int, k: int) -> list[Mention]:
    """What belongs to the one who acts: « son pays », at the beginning « Ses troupes », « son voisin » of two."""
    tokens, language = focus.tokens(number), focus.language
    if _word(tokens, k - 1) not in POSSESSIVE:
        return []
    noun = tokens[k].lower
    wanted = Agreement(None, tokens[k - 1].lower in ("leur", "leurs"))
    if noun in language.words["country_nouns"]:
        return _own_country(focus, number, k)
    if noun in language.words["other_parties"]:
        return _other_party(focus, number, k)
    opens = not any(r.acts for r in focus.referents(number, tokens[k].start)) and k <= 3
    if noun in language.words["own_forces"] and opens:
        owners = focus.subjects_before(number, tokens[k].start, wanted)
        like = [r.mention for r in owners if r.mention.type in PARTIES][:1]
        return _made(focus, number, k, k, like, "possessive")
    return []


def _own_country(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Son pays »: the country of the person who acts, or the country itself."""
    tokens, language = focus.tokens(number), focus.language
    following = _word(tokens, k + 1)
    if following in ("natal", "d'", "de") or (tokens[k].lower.endswith("s") and tokens[k].lower != "pays"):
        return []
    owners = focus.subjects_before(number, tokens[k - 1].start, Agreement(None, tokens[k - 1].lower == "leur"))
    owners = owners or focus.subjects_before(number, tokens[k - 1].start, Agreement(None, False))
    if not owners:
        return []
    owner = owners[0].mention
    country = owner.entity if owner.type is EntityType.COUNTRY else served_by(owner.entity, focus.offices, language)
    if country not in language.entities or language.entities[country].type is not EntityType.COUNTRY:
        return []
    like = Mention(0, 0, "", country, EntityType.COUNTRY, "possessive")
    return _made(focus, number, k - 1, k, [like], "possessive")


def _other_party(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Alger a rompu avec son voisin »: the one other country that the sentence before names."""
    tokens = focus.tokens(number)
    if _word(tokens, k + 1) in ("de", "du", "d'", "des") or tokens[k - 1].lower not in ("son", "sa"):
        return []
    if any(m.start == tokens[k].end + 1 for m in focus.mentions(number)):  # « son allié américain », « son rival X »
        return []
    subject = focus.subject(number, tokens[k - 1].start)
    if subject is None or subject.mention.type is not EntityType.COUNTRY:
        return []
    for near in focus.near(number, tokens[k - 1].start):
        others = distinct(near, lambda r: r.mention.type in COUNTRIES and r.mention.entity != subject.mention.entity)
        if others:
            return _made(focus, number, k, k, [r.mention for r in others] if len(others) == 1 else [], "phrase")
    return []


# --- « ce pays », « le royaume » ---


def _country(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Ce pays », « le royaume », « l'archipel »: the country that it can only be."""
    tokens, language = focus.tokens(number), focus.language
    before, following = _word(tokens, k - 1), _word(tokens, k + 1)
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
        return _made(focus, number, k, k, list(named.values()) if len(named) == 1 else [], "phrase")
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
    town = next((r for r in reversed(focus.referents(number, start)) if r.argument.last >= k - 7), None)
    if town is not None and _word(tokens, k - 1) == "du" and town.mention.type is EntityType.PLACE:
        known = language.entities.get(town.mention.entity)  # « Boa Vista, dans le nord du pays »
        like = Mention(0, 0, "", known.within, EntityType.COUNTRY, "phrase") if known and known.within else None
        in_state = like is not None and language.entities[like.entity].type is EntityType.COUNTRY
        return _made(focus, number, k, k, [like] if like and in_state else [], "phrase")
    subject = focus.subject(number, start)
    aside = {subject.mention.entity} if subject else set()
    for near in focus.near(number, start):
        found = distinct(near, lambda r: r.mention.type in COUNTRIES and r.mention.entity not in aside)
        if len(found) == 1:
            return _made(focus, number, k, k, [found[0].mention], "phrase")
        if found:
            first = next((r for r in near if r.bare and r.mention.type is not EntityType.PLACE), None)
            leads = first is not None and first.mention in [r.mention for r in found] and subject is None
            return _made(focus, number, k, k, [first.mention] if first and leads else [], "phrase")
    return []


# --- « l'organisation », « les rebelles » ---


def _organization(focus: Focus, number: int, k: int) -> list[Mention]:
    """« L'organisation », « le mouvement »: the organization of that kind that was named last."""
    tokens, language = focus.tokens(number), focus.language
    kinds = _organization_kinds(language).get(tokens[k].lower)
    if kinds is None or _word(tokens, k - 1) not in DEFINITE or _word(tokens, k + 1) in ("de", "d'", "du", "des"):
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
    start, end = tokens[k].start, tokens[last].end
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
    if noun not in language.words["described_actors"] or _word(tokens, k - 1) not in DEFINITE - {"des"}:
        return []
    if k + 1 < len(tokens) and (tokens[k + 1].pos in ("ADJ", "ADP", "PROPN") or tokens[k + 1].lower in ("d'", "de")):
        return []
    owners = {m.entity: m for m in _owners(focus, number, tokens[k])}
    return _made(focus, number, k, k, list(owners.values()) if len(owners) == 1 else [], "phrase")


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
    noun, before = tokens[k].lower, _word(tokens, k - 1)
    towns, lands = noun in words["town_nouns"], noun in words["land_nouns"]
    if not (towns or lands) or before not in DEFINITE or _word(tokens, k + 1) in ("de", "d'", "du", "des"):
        return []
    if any(0 <= m.start - tokens[k].end < NAMED for m in focus.mentions(number)):
        return []
    for near in focus.near(number, tokens[k].start):
        found = distinct(near, lambda r: r.mention.type in PLACES)
        if found:
            known = focus.language.entities.get(found[0].mention.entity)
            fits = known is not None and bool(known.within or known.capital_of) == towns
            fits = fits and known is not None and known.id not in words["continents"]
            fits = fits or (before in ("cet", "cette", "ce") and (known is None or not known.capital_of or towns))
            return _made(focus, number, k, k, [found[0].mention] if len(found) == 1 and fits else [], "phrase")
    return []
