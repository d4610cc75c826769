"""Who holds which office, as far as the article and the gazetteer say; and offices that stand for their holder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Mention
from graphbuild.morphology import fold

SYNONYMS = ("heads_of_state", "heads_of_government", "heads_of_diplomacy")
"""Classes of the lexicon: within one, any office may be called by another's name."""


@dataclass(slots=True)
class Offices:
    """The persons of an article with their roles and what they serve."""

    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Person → words of the offices."""
    served: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Person → countries and organizations, the first named first."""

    def add(self, person: str, role: str | None, target: str | None) -> None:
        if role:
            self.roles[person].add(role)
        if target and target not in self.served[person]:
            self.served[person].append(target)


def served_by(person: str, offices: Offices, language: Language) -> str | None:
    """What a person serves: by the article, else by the gazetteer."""
    if offices.served.get(person):
        return offices.served[person][0]
    known = language.entities.get(person)
    return known.within if known else None


def same_office(one: str, other: str, language: Language) -> bool:
    """Do two wordings name the same office? « le chef de l'Etat » and « le président » do."""
    if head(one) == head(other):
        fields = [fold(role.partition(" de ")[2] or role.partition(" des ")[2]) for role in (one, other)]
        return head(one) != "ministre" or fields[0] == fields[1] or "" in fields
    words = language.words
    return any(_among(one, words[name]) and _among(other, words[name]) for name in SYNONYMS)


def is_trade(role: str, language: Language) -> bool:
    """« le journaliste russe » is a Russian, no office-holder of Russia."""
    return _among(_BEFORE.sub("", role), language.words["professions"])


def _among(role: str, names: Iterable[str]) -> bool:
    return any(role == name or role.startswith(name + " ") for name in names)


_BEFORE = re.compile(
    r"^(?:ancienne|ancien|ex-|ex |futur|future|nouveau|nouvelle|actuel|actuelle|ancien|Ancien|Ex-)[ -]?"
)


def head(role: str) -> str:
    """The noun of an office, masculine and lower case.

    >>> head("ancienne ministre de la Défense"), head("présidentes")
    ('ministre', 'président')
    """
    words = _BEFORE.sub("", role).lower().split()
    first = words[0].removesuffix("s") if words else ""
    if first in ("premier", "première") and len(words) > 1:
        return f"premier {words[1].removesuffix('s')}"
    if first == "chef" and len(words) > 2:
        return " ".join([first, *words[1:4]])
    for ending, replacement in (
        ("drice", "deur"),
        ("trice", "teur"),
        ("ière", "ier"),
        ("llère", "ller"),
        ("idente", "ident"),
        ("eure", "eur"),
    ):
        if first.endswith(ending):
            return first.removesuffix(ending) + replacement
    return first


def holder(
    role: str, target: str | None, before: Sequence[Mention], offices: Offices, language: Language
) -> str | None:
    """The person that an office without a name refers to: the last one named who holds it; None where in doubt.

    ``before`` are the mentions that precede it, ``target`` what it is held in if the text says so.
    """
    people = [m.entity for m in before if m.type is EntityType.PERSON]
    fitting: list[str] = []
    for person in reversed(people):
        if person in fitting:
            continue
        held = offices.roles.get(person, set())
        if (
            target is not None
            and served_by(person, offices, language) != target
            and target not in offices.served[person]
        ):
            continue
        known = head(role) == "homologue" or any(same_office(role, other, language) for other in held)
        if known or (target is not None and not held and _among(role, language.words["heads_of_state"])):
            fitting.append(person)
    if not fitting:
        return None
    if len(fitting) == 1 or target is not None:
        return fitting[0]
    recent = [m.entity for m in before[-6:]]
    return fitting[0] if fitting[0] in recent and fitting[1] not in recent else None


def genders(mentions: Sequence[Mention], text: str, offices: Offices, language: Language) -> Mapping[str, str]:
    """Person → ``f`` or ``m``, where a title or an office shows it."""
    found: dict[str, str] = {}
    for m in mentions:
        if m.type is not EntityType.PERSON:
            continue
        before = text[max(0, m.start - 6) : m.start]
        if before.endswith(("Mme ", "Mlle ")):
            found[m.entity] = "f"
        elif before.endswith(("M. ", "Sir ", "Lord ")):
            found[m.entity] = "m"
    feminine = language.words["feminine_roles"]
    for person, roles in offices.roles.items():
        if any(role.split(" ")[0] in feminine for role in roles):
            found.setdefault(person, "f")
    return found
