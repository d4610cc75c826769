"""Compares what a build says of an article with what a careful reader says of it.

Four levels: ``nodes`` (entities of an article), ``pairs`` (who with whom in a sentence, whatever the relation),
``statements`` (source, relation, target in a sentence) and ``edges`` (the same in the whole article). What is
annotated as optional counts neither as missed nor as extra; two nodes for one entity, and one statement twice in a
sentence, count as extra. On statements that match: modality, polarity and attribution.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphbuild.model import Entity, EntityType, Statement

SYMMETRIC = frozenset(
    (
        "allied_with",
        "borders",
        "cooperates_with",
        "in_conflict_with",
        "signs_agreement_with",
        "talks_with",
        "trades_with",
    )
)
LEVELS = ("nodes", "pairs", "statements", "edges")
CARRIED = ("modality", "polarity", "attribution")

Annotation = Mapping[str, Any]
Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was right, extra and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)


@dataclass(frozen=True, slots=True)
class Match:
    """Which annotated key was met by which given one, and what was left over on both sides."""

    pairs: Mapping[Key, Key]
    missed: frozenset[Key]
    extra: frozenset[Key]
    tally: Tally


@dataclass(slots=True)
class Score:
    """The comparison of some articles; scores add up."""

    levels: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(LEVELS, Tally()))
    carried: Counter[str] = field(default_factory=Counter)
    """On matched statements: how many there are (``all``), how many have the right modality, polarity, attribution."""
    relations: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Relation → counts of ``asked``, ``found``, ``given`` and ``right``."""
    phenomena: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Phenomenon → counts of ``asked`` and ``found``."""
    mistakes: list[tuple[str, str, Key]] = field(default_factory=list)
    """(article, ``missed`` or ``extra``, (sentence, source, relation, target)); a node is (0, id)."""

    def add(self, other: Score) -> None:
        self.levels = {level: self.levels[level] + other.levels[level] for level in LEVELS}
        self.carried.update(other.carried)
        for mine, theirs in ((self.relations, other.relations), (self.phenomena, other.phenomena)):
            for name, counts in theirs.items():
                mine[name].update(counts)
        self.mistakes += other.mistakes


def plain(name: str) -> str:
    """A name without case, accents, dots, hyphens and leading article: what two spellings have in common.

    >>> plain("L’Érythrée"), plain("Saint-Vincent")
    ('erythree', 'saint vincent')
    """
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").replace("-", " ").replace(".", "")).casefold()
    words = "".join(c for c in letters if not unicodedata.combining(c)).replace("l'", "l' ", 1).split()
    if len(words) > 1 and words[0] in ("le", "la", "les", "l'", "the"):
        words = words[1:]
    return " ".join(words).replace("l' ", "l'")


def identities(annotated: Iterable[Mapping[str, Any]], entities: Iterable[Entity]) -> dict[str, str]:
    """Id of each entity → id of the annotated entity with one of its names, or ``?id`` where there is none.

    Of several, the first of the same type counts; a country and a place of one name are never the same.
    """
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for known in annotated:
        for name in dict.fromkeys(plain(n) for n in (known["id"], *known["names"])):
            named[name].append((known["id"], known["type"]))
    found = {}
    for entity in entities:
        names = (entity.id, entity.label, entity.label_fr, *entity.aliases)
        same = [pair for name in names for pair in named.get(plain(name), ())]
        apart = {EntityType.COUNTRY: EntityType.PLACE, EntityType.PLACE: EntityType.COUNTRY}.get(entity.type)
        fitting = [i for i, t in same if t == entity.type] or [i for i, t in same if t != apart]
        found[entity.id] = fitting[0] if fitting else f"?{entity.id}"
    return found


def compare(wanted: Mapping[Key, bool], given: set[Key], others: Mapping[Key, Sequence[Key]] | None = None) -> Match:
    """Matches given keys with wanted ones.

    Args:
        wanted: Key → whether it is required.
        given: What the build has.
        others: What is accepted in place of a key; each given key serves once, and is no extra where it is accepted.
    """
    accepted = others or {}
    met = {key: key for key in wanted if key in given}
    free = given - met.keys()
    for key in sorted((k for k in wanted if k not in met), key=lambda k: not wanted[k]):
        if substitute := next((k for k in accepted.get(key, ()) if k in free), None):
            met[key] = substitute
            free.discard(substitute)
    extra = free - {k for key in met for k in accepted.get(key, ())}
    missed = {key for key, required in wanted.items() if required and key not in met}
    right = sum(wanted[key] for key in met)
    return Match(met, frozenset(missed), frozenset(extra), Tally(right, len(extra), len(missed)))


def triple(source: str, relation: str, target: str) -> tuple[str, str, str]:
    """A statement's ends and relation, the ends of a symmetric one in alphabetical order."""
    if relation in SYMMETRIC and target < source:
        source, target = target, source
    return source, relation, target


def sentence_at(annotation: Annotation, place: int) -> int:
    """The number of the sentence around a place in the text, or of the nearest one."""

    def distance(s: Mapping[str, int]) -> int:
        return max(s["start"] - place, place - s["end"] + 1, 0)

    return int(min(annotation["sentences"], key=distance)["id"])


def pairs(annotation: Annotation, given: set[Key]) -> Tally:
    """How well (sentence, entity, entity) agrees with the pairs of the annotated statements, direction ignored."""
    wanted: dict[Key, bool] = {}
    for s in annotation["statements"]:
        key = (s["sentence"], *sorted((s["source"], s["target"])))
        wanted[key] = wanted.get(key, False) or not s.get("optional")
    return compare(wanted, {(number, *sorted(map(str, ends))) for number, *ends in given}).tally


def score(annotation: Annotation, entities: Sequence[Entity], statements: Sequence[Statement]) -> Score:
    """The comparison of one article; ``entities`` are those of the build, ``statements`` those of the article."""
    known = identities(annotation["entities"], entities)
    said: dict[Key, Statement] = {}
    for s in statements:
        place = sentence_at(annotation, (s.trigger.start + s.trigger.end) // 2)
        ends = (known.get(s.source, f"?{s.source}"), known.get(s.target, f"?{s.target}"))
        said.setdefault((place, *triple(ends[0], s.relation, ends[1])), s)
    facts = {(s["sentence"], *triple(s["source"], s["relation"], s["target"])): s for s in annotation["statements"]}
    others = {
        key: [(key[0], *triple(s["source"], r, s["target"])) for r in s.get("alternatives", ())]
        for key, s in facts.items()
    }
    wanted = {key: not s.get("optional") for key, s in facts.items()}
    match = compare(wanted, set(said), others)
    nodes = _nodes(annotation, entities, known)
    result = Score()
    result.levels = {
        "nodes": nodes.tally,
        "pairs": pairs(annotation, {(k[0], k[1], k[3]) for k in said}),
        "statements": match.tally + Tally(extra=len(statements) - len(said)),
        "edges": compare(_edges(wanted), {k[1:] for k in said}, _edges_of(others)).tally,
    }
    for key, met in match.pairs.items():
        if wanted[key]:
            _carried(result, facts[key], said[met], known)
    _count(result, match, facts)
    missed, extra = match.missed | nodes.missed, match.extra | nodes.extra
    named = [*((k, "missed") for k in missed), *((k, "extra") for k in extra)]
    result.mistakes = [(annotation["id"], kind, key) for key, kind in sorted(named, key=str)]
    return result


def _count(result: Score, match: Match, facts: Mapping[Key, Mapping[str, Any]]) -> None:
    """Adds a match to the counts by relation and by phenomenon."""
    found = {key: met for key, met in match.pairs.items() if not facts[key].get("optional")}
    for key, met in found.items():
        result.relations[str(key[2])].update(("asked", "found"))
        result.relations[str(met[2])].update(("given", "right"))
    for key in match.missed:
        result.relations[str(key[2])]["asked"] += 1
    for key in match.extra:
        result.relations[str(key[2])]["given"] += 1
    for key in (*found, *match.missed):
        for phenomenon in facts[key]["phenomenon"]:
            result.phenomena[phenomenon].update(("asked", "found") if key in found else ("asked",))


def _nodes(annotation: Annotation, entities: Iterable[Entity], known: Mapping[str, str]) -> Match:
    here = [known[e.id] for e in entities if annotation["id"] in e.articles]
    wanted: dict[Key, bool] = {(0, e["id"]): not e.get("optional") for e in annotation["entities"]}
    match = compare(wanted, {(0, i) for i in here})
    return replace(match, tally=match.tally + Tally(extra=len(here) - len(set(here))))


def _edges(wanted: Mapping[Key, bool]) -> dict[Key, bool]:
    edges: dict[Key, bool] = {}
    for (_, *edge), required in wanted.items():
        edges[tuple(edge)] = edges.get(tuple(edge), False) or required
    return edges


def _edges_of(others: Mapping[Key, Sequence[Key]]) -> dict[Key, list[Key]]:
    edges: dict[Key, list[Key]] = defaultdict(list)
    for key, accepted in others.items():
        edges[key[1:]] += [k[1:] for k in accepted]
    return edges


def _carried(result: Score, fact: Mapping[str, Any], given: Statement, known: Mapping[str, str]) -> None:
    who = known.get(given.attribution, f"?{given.attribution}") if given.attribution else None
    result.carried["all"] += 1
    result.carried["modality"] += given.modality == fact["modality"]
    result.carried["polarity"] += given.polarity == fact["polarity"]
    result.carried["attribution"] += who == fact["attribution"]
