"""What cannot be, whatever the form of a sentence: agencies that act, tourists for their state, a state with itself."""

from __future__ import annotations

from graphbuild.clause.arguments import ADJECTIVAL, Argument
from graphbuild.clause.scene import Scene
from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Mention, Relation

STRUCTURAL = "structural"
"""The quad class of lasting facts, which hold for anybody."""


def may_act(scene: Scene, argument: Argument, relation: Relation) -> bool:
    """Can what a phrase names be the one who acts? An agency only carries news; a tourist is not his country."""
    if relation.quad == STRUCTURAL:
        return True
    if relation.id == "visits" and not _travels(scene, argument):
        return False
    return not (_carries_news(scene, argument) or _is_private(scene, argument) or _takes_sides(scene, argument))


def may_be_meant(scene: Scene, argument: Argument, relation: Relation) -> bool:
    """Can it be the one acted upon? What is done to people of a country is done to the country."""
    if relation.quad == STRUCTURAL:
        return True
    out = _carries_news(scene, argument) or _takes_sides(scene, argument)
    return not (out or (relation.symmetric and _is_venue(argument)))


def may_belong(one: Mention, other: Mention, language: Language) -> bool:
    """Can the first be a member of the second? No country is one of a party, nobody of a paper."""
    kinds = [known and known.kind for known in map(language.entities.get, (one.entity, other.entity))]
    if one.type is EntityType.ORGANIZATION:
        return not NO_MEMBERS.intersection(kinds)
    return kinds[1] not in (NO_MEMBERS if one.type is EntityType.PERSON else NO_MEMBERS | OF_PERSONS)


NO_MEMBERS = frozenset({"media", "news_agency", "platform", "company"})
"""Kinds of organizations that have employees, no members."""
OF_PERSONS = frozenset({"party", "armed_group", "trade_union", "religious", "people", "security_service"})
"""Kinds of organizations that no country belongs to."""


def are_one_state(scene: Scene, one: Mention, other: Mention, relation: Relation) -> bool:
    """« Theresa May … un accord avec le Royaume-Uni »: in what only goes on between two, one would be both."""
    if not (relation.symmetric or relation.id in BETWEEN_STATES) or relation.quad == STRUCTURAL:
        return False
    people = [m for m in (one, other) if m.type is EntityType.PERSON]
    if len(people) != 1 or relation.quad.endswith("conflict"):
        return False
    country = other if people[0] is one else one
    known = scene.language.entities.get(people[0].entity)
    return known is not None and known.within == country.entity


BETWEEN_STATES = frozenset(
    {"recognizes", "sends_weapons_to", "gives_aid_to", "deploys_forces_in", "trains_forces_of", "visits"}
)
"""Relations with a direction that nobody has with the own country."""


def _travels(scene: Scene, argument: Argument) -> bool:
    """« une délégation turque arrive à Kiev » visits it; « les Slovènes peuvent s'y rendre » visits nobody."""
    if argument.mention.type is EntityType.PERSON:
        return True
    nouns = {t.lower for t in scene.tokens[max(0, argument.first - 4) : argument.last + 1]}
    return bool(nouns & scene.language.words["envoys"])


def _takes_sides(scene: Scene, argument: Argument) -> bool:
    """« les pro-Iran », « les anti-Washington »: people who are for or against the one named."""
    start = argument.mention.start
    token = next((t for t in scene.tokens[argument.first : argument.last + 1] if t.start < start < t.end), None)
    return token is not None and token.lower[: start - token.start] in scene.language.words["sides"]


def _is_venue(argument: Argument) -> bool:
    """« un point de presse à la Maison Blanche »: the seat of a government as the place where something goes on."""
    return argument.mention.how == "seat" and argument.preposition == "à"


def _carries_news(scene: Scene, argument: Argument) -> bool:
    known = scene.language.entities.get(argument.mention.entity)
    return known is not None and known.kind == "news_agency" and known.within is None


def _is_private(scene: Scene, argument: Argument) -> bool:
    """« une Ethiopienne de 22 ans », « deux Turcs », « un ancien soldat afghan »: some people, not their country."""
    words = scene.language.words
    opening = scene.tokens[argument.first : argument.last]
    some = any(t.pos == "NUM" or t.lower in words["some_people"] for t in opening)
    if argument.mention.how in ADJECTIVAL:
        return some and scene.tokens[argument.anchor].lower in words["private_people"]
    return some and argument.mention.how == "people"
