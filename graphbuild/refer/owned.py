"""« Son pays », « Ses troupes », « son voisin »: what belongs to the one who acts."""

from __future__ import annotations

from graphbuild.link.offices import served_by
from graphbuild.model import EntityType, Mention
from graphbuild.refer.agreement import POSSESSIVE, Agreement
from graphbuild.refer.focus import PARTIES, Focus, distinct, word


def own(focus: Focus, number: int, k: int) -> list[Mention]:
    """What belongs to the one who acts: « son pays », at the beginning « Ses troupes », « son voisin » of two."""
    tokens, language = focus.tokens(number), focus.language
    noun = tokens[k].lower
    if word(tokens, k - 2) == "dont" and noun in language.words["country_nouns"]:  # « X, dont le pays … »
        return _own_country(focus, number, k)
    if word(tokens, k - 1) not in POSSESSIVE:
        return []
    wanted = Agreement(None, tokens[k - 1].lower in ("leur", "leurs"))
    if noun in language.words["country_nouns"]:
        return _own_country(focus, number, k)
    if noun in language.words["other_parties"]:
        return _other_party(focus, number, k)
    opens = not any(r.acts for r in focus.referents(number, tokens[k].start)) and k <= 3
    if noun in language.words["own_forces"] and opens:
        owners = focus.subjects_before(number, tokens[k].start, wanted)
        like = [r.mention for r in owners if r.mention.type in PARTIES][:1]
        return focus.pointing(number, k, k, like, "possessive")
    return []


def _own_country(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Son pays »: the country that the person serves of whom it is said."""
    tokens, language = focus.tokens(number), focus.language
    following = word(tokens, k + 1)
    if following in ("natal", "d'", "de") or (tokens[k].lower.endswith("s") and tokens[k].lower != "pays"):
        return []
    owner = _countryman(focus, number, k)
    if owner is None:
        return []
    served = owner.entity if owner.type is EntityType.COUNTRY else served_by(owner.entity, focus.offices, language)
    country = language.entities.get(served or "")
    if country is None or country.type is not EntityType.COUNTRY:
        return []
    like = Mention(0, 0, "", country.id, country.type, "possessive")
    return focus.pointing(number, k - 1, k, [like], "possessive")


def _countryman(focus: Focus, number: int, k: int) -> Mention | None:
    """The one person named before in the sentence (« Selon X, l'armée envahirait son pays »), else who acts."""
    start = focus.tokens(number)[k - 1].start
    people = distinct(focus.referents(number, start), lambda r: r.mention.type is EntityType.PERSON)
    if len(people) == 1:
        return people[0].mention
    owners = focus.subjects_before(number, start, Agreement(None, False))
    return owners[0].mention if owners else None


def _other_party(focus: Focus, number: int, k: int) -> list[Mention]:
    """« Alger a rompu avec son voisin »: the one other country that the sentence before names."""
    tokens = focus.tokens(number)
    if word(tokens, k + 1) in ("de", "du", "d'", "des") or tokens[k - 1].lower not in ("son", "sa"):
        return []
    if any(m.start == tokens[k].end + 1 for m in focus.mentions(number)):  # « son allié américain », « son rival X »
        return []
    subject = focus.subject(number, tokens[k - 1].start)
    if subject is None or subject.mention.type is not EntityType.COUNTRY:
        return []
    for near in focus.near(number, tokens[k - 1].start):
        others = distinct(
            near, lambda r: r.mention.type is EntityType.COUNTRY and r.mention.entity != subject.mention.entity
        )
        if others:
            return focus.pointing(number, k, k, [r.mention for r in others] if len(others) == 1 else [], "phrase")
    return []
