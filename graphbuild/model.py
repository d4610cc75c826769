"""The nouns: article, mention, entity, statement, relation; this module imports nothing of ours."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text, in Unicode code points, end exclusive."""

    start: int
    end: int


class EntityType(StrEnum):
    COUNTRY = "country"
    ORGANIZATION = "organization"
    PERSON = "person"
    PLACE = "place"


class Modality(StrEnum):
    """How the text presents a statement; from the most to the least committed."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


STATUS = tuple(Modality)
"""From the most to the least committed: an edge's status is the first that any of its statements has."""

HIDDEN = frozenset({"hypothetical", "denied"})
"""Statuses that every view hides at first: they must never look like facts."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article, or a part of an input, gave nothing."""

    stage: str
    """``read``, ``annotate`` or ``extract``."""
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``text`` is cleaned once, by ``sources``, and never changed: all offsets point into it."""

    text: str
    id: str = ""
    """Empty until ``sources`` gives it a name: the file's, or a hash of the content."""
    title: str | None = None
    date: dt.date | None = None
    """Day of publication."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    lang: str | None = None
    duplicate_of: str | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: a country, organization, person or place."""

    id: str
    type: EntityType
    label: str
    label_fr: str
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    """Every written form that was taken for it in the corpus, sorted."""
    articles: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """When something is said to happen, as the days between which it lies."""

    start: dt.date
    end: dt.date
    basis: str
    """``explicit``, ``relative`` or ``publication`` (only an upper bound)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation in one sentence, with its evidence. Never merged, never edited."""

    article: str
    source: str
    relation: str
    target: str
    modality: Modality
    polarity: Polarity
    attribution: str | None
    """Entity id of the actor in whose mouth the text puts it; None is the article's own voice."""
    sentence: Span
    trigger: Span
    source_mention: Span | None
    """None where the source is only implied."""
    target_mention: Span | None
    quote: str
    """The sentence's text."""
    pattern: str
    """Id of the rule that fired."""
    role: str | None = None
    former: bool = False
    date: When | None = None
    score: float | None = None

    @property
    def id(self) -> str:
        """A hash of the article, the relation and the evidence: of nothing that tuning or other articles can change."""
        spans = (self.trigger, self.source_mention, self.target_mention)
        parts = [self.article, self.relation, *("-" if s is None else f"{s.start}-{s.end}" for s in spans)]
        return blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()


def order(statement: Statement) -> tuple[str, int, int, str, str, str]:
    """The sort key of ``statements.jsonl``."""
    s = statement
    return s.article, s.sentence.start, s.trigger.start, s.source, s.relation, s.target


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation type of the inventory."""

    id: str
    label: str
    label_fr: str
    quad: str
    """``structural`` or PLOVER's quad class, such as ``material conflict``."""
    sources: frozenset[EntityType]
    targets: frozenset[EntityType]
    symmetric: bool = False
    plover: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """What reading articles gives: the record that every graph is a view of."""

    articles: tuple[Article, ...]
    """Sorted by id."""
    entities: tuple[Entity, ...]
    """Sorted by id."""
    statements: tuple[Statement, ...]
    """Sorted by article, sentence, trigger, source, relation, target."""
    relations: dict[str, Relation] = field(default_factory=dict)
    manifest: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a sentence, as the model reads it."""

    text: str
    """Normalised: straight apostrophes and quotation marks, plain spaces; as long as what stands in the article."""
    start: int
    end: int
    pos: str
    """Universal part of speech; often wrong with the small model."""
    dep: str
    """Universal dependency label."""
    head: int
    """Index of the governing token in the sentence; its own index for the root."""
    lower: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    """Number of the paragraph that it stands in."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A name that the model's entity recogniser believes in."""

    start: int
    end: int
    label: str
    """PER, LOC, ORG or MISC."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article as the model reads it."""

    article: Article
    text: str
    """The article's text, normalised without moving an offset."""
    sentences: tuple[Sentence, ...]
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to an entity."""

    start: int
    end: int
    text: str
    entity: str
    """Key of the entity within its article: the gazetteer's id, or the name."""
    type: EntityType
    how: str
    """``name``, ``acronym``, ``adjective``, ``people``, ``seat``, ``capital``, ``ner``, ``office``, ``pronoun`` …"""
    literal: str | None = None
    """The place that a capital names, where ``entity`` is the government."""


POINTING = frozenset({"pronoun", "self", "clitic", "phrase", "office", "possessive", "pair"})
"""How a mention refers that points back to a name instead of giving one."""
