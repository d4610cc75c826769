"""What is known of a language and of its press's world, as nouns: names, triggers, patterns, word classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graphbuild.model import EntityType, Relation
from graphbuild.morphology import Form


class NameKind(StrEnum):
    """How a written form refers to its entity."""

    NAME = "name"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    PREFIX = "prefix"
    SEAT = "seat"
    FORCE = "force"
    SHORT = "short"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Name:
    """A written form of an entity of the gazetteer."""

    entity: str
    kind: NameKind
    text: str
    """As the data has it; the case of its first letter counts."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the gazetteer."""

    id: str
    type: EntityType
    label: str
    label_fr: str
    wikidata: str | None = None
    kind: str | None = None
    """For organizations: alliance, union, media, news_agency, armed_group, party, company …"""
    capital_of: str | None = None
    acts_for: str | None = None
    """Whom a city stands for where it acts, if that is not the country whose capital it is."""
    within: str | None = None
    """The country that a place lies in, or that a person is known to serve."""
    governed_by: str | None = None
    """The organization whose offices carry the adjective of a place (« le commissaire européen »)."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that a rule must read (``yes``), must leave alone (``no``) and should read one day (``todo``)."""

    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that express a relation, and where its arguments stand."""

    id: str
    relation: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    phrases: tuple[str, ...]
    """Fixed words, neither conjugated nor inflected."""
    source: tuple[str, ...]
    """Slots, in order of preference: subject, object, possessive, adjective, holder, or a preposition."""
    target: tuple[str, ...]
    together: tuple[str, ...]
    """Slots that two coordinated actors fill at once (« X et Y se rencontrent », « l'accord entre X et Y »)."""
    needs: frozenset[str]
    """One of these words must stand in the trigger's clause; empty means nothing is needed."""
    bars: frozenset[str]
    """None of these may."""
    denies: bool
    """The trigger itself says that the relation ends or does not hold (« libérer » for ``detains``)."""
    modality: str | None
    """The trigger itself sets a modality (« projet » is planned)."""
    examples: Examples


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sequence of words and typed mentions that expresses a relation; read by ``extract.patterns``."""

    id: str
    relation: str
    match: str
    former: bool
    after: str | None
    """What must stand before it in the sentence, and lends it its office (« les présidents russe X et turc Y »)."""
    examples: Examples


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a person of the gazetteer held in some years."""

    role: str
    start: int
    end: int | None
    """None where it lasts."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that graphbuild knows of a language and of its press's world, read once and never changed.

    Compared by identity, so that what is derived from it can be cached by it.
    """

    entities: Mapping[str, Known]
    names: Mapping[str, tuple[Name, ...]]
    """By the folded first word of the name."""
    relations: Mapping[str, Relation]
    triggers: tuple[Trigger, ...]
    patterns: tuple[Pattern, ...]
    words: Mapping[str, frozenset[str]]
    """Word classes of ``lexicon.toml``, lower case, by class."""
    fragments: Mapping[str, str]
    """Named pieces of patterns, of ``fragments.toml``."""
    forms: Mapping[str, tuple[Form, ...]]
    """Verb forms of all verbs that the data names."""
    first_names: frozenset[str]
    digest: str
    """Hash of all files that were read; part of a build's manifest."""
    held: Mapping[str, tuple[Tenure, ...]] = field(default_factory=dict)
    """By the person's id."""

    def lemmas(self, form: str) -> frozenset[str]:
        """The infinitives that a written form may belong to, among verbs that the data names."""
        return frozenset(reading.lemma for reading in self.forms.get(form, ()))


SLOTS = frozenset(
    {"subject", "object", "possessive", "adjective", "holder", "topic", "in object", "that", "deed"}
    | {"left open", "last actor"}
)
"""Slots with a meaning of their own; any other slot of a trigger is a preposition."""

QUADS = ("structural", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""What a relation can be: a lasting fact, or an event of one of PLOVER's four quad classes."""
