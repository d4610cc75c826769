"""Who holds which office, as far as the article and the gazetteer say; and offices that stand for their holder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Mention
from graphbuild.morphology import fold

SYNONYMS = ("heads_of_state", "heads_of_government", "heads_of_diplomacy")
"""Classes of the lexicon: within one, any office may be called by another's name."""


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office that stand without a name."""

    start: int
    end: int
    role: str
    target: str | None


@dataclass(slots=True)
class Offices:
    """The persons of an article with their roles and what they serve."""

    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Person → words of the offices."""
    served: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Person → countries and organizations, the first named first."""
    year: int | None = None
    """When the article appeared."""
    home: str | None = None
    """The country that it is about, if there is one."""

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
    one, other = _BEFORE.sub("", one), _BEFORE.sub("", other)
    if head(one) == head(other):
        fields = [fold(role.partition(" de ")[2] or role.partition(" des ")[2]) for role in (one, other)]
        return head(one) != "ministre" or fields[0] == fields[1] or "" in fields
    words = language.words
    if head(other) in _kinds(language).get(head(one), ()):
        return True
    return any(_among(one, words[name]) and _among(other, words[name]) for name in SYNONYMS)


@cache
def _kinds(language: Language) -> Mapping[str, frozenset[str]]:
    """« élu » → « député », « maire » …: the offices that a wider word may stand for."""
    rows = [row.split() for row in language.words["office_kinds"]]
    return {wider: frozenset(offices) for wider, *offices in rows}


def _is_feminine(role: str, language: Language) -> bool:
    """« présidente », « ancienne Première ministre »"""
    return _BEFORE.sub("", role).split(" ")[0] in language.words["feminine_roles"]


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
        ("ée", "é"),
        ("llère", "ller"),
        ("idente", "ident"),
        ("eure", "eur"),
    ):
        if first.endswith(ending):
            return first.removesuffix(ending) + replacement
    return first


def is_former(role: str, language: Language) -> bool:
    """« ancien président », « ex-ministre »"""
    return re.split(r"[ -]", role.lower(), maxsplit=1)[0] in language.words["former_words"]


def roles_of(person: str, offices: Offices, language: Language) -> set[str]:
    """The offices of a person, by the article and by what the press takes for granted in its year."""
    found = set(offices.roles.get(person, ()))
    for tenure in language.held.get(person, ()):
        year = offices.year
        if year is None or tenure.start <= year <= (tenure.end or year):
            found.add(tenure.role)
        if tenure.end is not None and (year is None or tenure.end <= year):
            found.add(f"ancien {tenure.role}")
    return found


def holder(
    role: str,
    target: str | None,
    before: Sequence[Mention],
    offices: Offices,
    language: Language,
    after: Sequence[Mention] = (),
) -> str | None:
    """The person that an office without a name refers to: the last one named who holds it; None where in doubt.

    Args:
        role: The words of the office.
        target: What it is held in, if the text says so.
        before: The mentions that precede it.
        offices: Who holds what.
        language: Word classes.
        after: The mentions that follow: a headline may give the office first.
    """
    fitting = [p for p in _persons(reversed(before)) if _may_hold(p, role, target, offices, language)]
    if not fitting and (target is not None or _any_state(role, language)):
        later = [p for p in _persons(after) if _holds(p, role, target, offices, language)]
        return later[0] if len(later) == 1 else None
    if len(fitting) < 2 or target is not None:
        return fitting[0] if fitting else None
    if _any_state(role, language):
        for country in (offices.home, *language.words["press_home"]):
            ours = [p for p in fitting if country is not None and served_by(p, offices, language) == country]
            if len(ours) == 1:
                return ours[0]
    recent = [m.entity for m in before[-6:]]
    return fitting[0] if fitting[0] in recent and fitting[1] not in recent else None


def _persons(mentions: Iterable[Mention]) -> list[str]:
    return list(dict.fromkeys(m.entity for m in mentions if m.type is EntityType.PERSON))


def _any_state(role: str, language: Language) -> bool:
    """An office that each state has once: « le chef de l'Etat », « le Premier ministre »."""
    named = (_among(head(role), language.words[name]) or _among(role, language.words[name]) for name in SYNONYMS)
    return role != "ministre" and any(named)


def _may_hold(person: str, role: str, target: str | None, offices: Offices, language: Language) -> bool:
    """Holds it as far as known; « le président turc » may also be the only Turk without an office."""
    if _holds(person, role, target, offices, language):
        return True
    if target is None or not _serves(person, target, offices, language) or is_former(role, language):
        return False
    known = any(language.entities[p].within == target for p in language.held)
    idle = not known and not roles_of(person, offices, language)
    return idle and _among(role, language.words["heads_of_state"])


def _serves(person: str, target: str, offices: Offices, language: Language) -> bool:
    return target in (served_by(person, offices, language), *offices.served.get(person, ()))


def _holds(person: str, role: str, target: str | None, offices: Offices, language: Language) -> bool:
    if target is not None and not _serves(person, target, offices, language):
        return False
    if head(role) == "homologue":
        return True
    return any(_called(role, other, target, language) for other in roles_of(person, offices, language))


def _called(role: str, other: str, target: str | None, language: Language) -> bool:
    """May who is one be called the other here? « l'homme fort » alone is no president, « la présidente » no man."""
    if is_former(role, language) != is_former(other, language) or not same_office(role, other, language):
        return False
    same = head(role) == head(other)
    if same and _is_feminine(role, language) != _is_feminine(other, language):
        return False
    return same or target is not None or head(role) not in language.words["loose_offices"]


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
