"""One node per entity over all articles: a pure function of all mentions, so that order never matters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphbuild.extract.article import Extraction, once
from graphbuild.knowledge import Language
from graphbuild.link.persons import owns
from graphbuild.model import POINTING, Entity, EntityType, Mention, Statement
from graphbuild.morphology import fold

CARRIERS = frozenset({"news_agency", "vague"})
"""Kinds of organizations that are nodes only where something is said of them: « a-t-il déclaré à l'AFP » makes none."""

Key = tuple[str, EntityType]
"""An entity as one article knows it."""


def resolve(extractions: Mapping[str, Extraction], language: Language) -> tuple[list[Entity], list[Statement]]:
    """The entities of a corpus, sorted by id, and its statements with the entities' ids in them."""
    mentions = {article: _relevant(extraction, language) for article, extraction in sorted(extractions.items())}
    ids = _ids(mentions, language)
    types = {article: {m.entity: m.type for m in found} for article, found in mentions.items()}

    def name(article: str, key: str) -> str:
        return ids[key, types[article][key]]

    grouped: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for article, found in mentions.items():
        for mention in found:
            grouped[ids[mention.entity, mention.type]].append((article, mention))
    statements: list[Statement] = []
    for article, extraction in sorted(extractions.items()):
        named = (
            replace(
                s,
                source=name(article, s.source),
                target=name(article, s.target),
                attribution=name(article, s.attribution) if s.attribution else None,
            )
            for s in extraction.statements
        )
        statements += once(named, language)
    return [_entity(i, grouped[i], language) for i in sorted(grouped)], statements


def _relevant(extraction: Extraction, language: Language) -> list[Mention]:
    """Mentions that make a node: all of what something is said about; else not papers, and not « européen » alone."""
    said = {key for s in extraction.statements for key in (s.source, s.target)}
    speakers = {s.attribution for s in extraction.statements}

    phrases = [(m.start, m.end) for m in extraction.mentions if m.how == "phrase"]
    named = {
        m.entity
        for m in extraction.mentions
        if m.how != "adjective"
        or (m.type != EntityType.PLACE and not any(a < m.start and m.end <= b for a, b in phrases))
    }

    def counts(mention: Mention) -> bool:
        if mention.entity in said or mention.entity in speakers:
            return True
        known = language.entities.get(mention.entity)
        return mention.entity in named and (known is None or known.kind not in CARRIERS)

    return [m for m in extraction.mentions if counts(m)]


def _ids(mentions: Mapping[str, Sequence[Mention]], language: Language) -> dict[Key, str]:
    """The node id of each entity key: the gazetteer's, or the most usual spelling; surnames join their one owner."""
    counts: Counter[Key] = Counter((m.entity, m.type) for found in mentions.values() for m in found)
    spellings: dict[tuple[str, EntityType], Counter[str]] = defaultdict(Counter)
    for (key, kind), count in counts.items():
        spellings[fold(key), kind][key] += count
    usual = {group: min(forms, key=lambda f: (-forms[f], f)) for group, forms in spellings.items()}
    people = [form for (_, kind), form in sorted(usual.items()) if kind is EntityType.PERSON]
    ids: dict[Key, str] = {}
    for key, kind in counts:
        if key in language.entities and language.entities[key].type == kind:
            ids[key, kind] = key
            continue
        form = usual[fold(key), kind]
        if kind is EntityType.PERSON and " " not in form:
            owners = [p for p in people if " " in p and owns(p, form)]
            form = owners[0] if len(owners) == 1 else form
        ids[key, kind] = form
    return _apart(ids, counts, language)


def _apart(ids: dict[Key, str], counts: Counter[Key], language: Language) -> dict[Key, str]:
    """Where one name would be two nodes, all but the most frequent carry their type."""
    claims: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for (key, kind), name in ids.items():
        known = language.entities.get(name)
        claims[name][kind] += counts[key, kind] + (10**9 if known and known.type == kind else 0)
    first = {name: min(kinds, key=lambda k: (-kinds[k], k)) for name, kinds in claims.items()}
    return {(key, kind): name if first[name] == kind else f"{name} ({kind})" for (key, kind), name in ids.items()}


def _entity(entity_id: str, found: Sequence[tuple[str, Mention]], language: Language) -> Entity:
    known = language.entities.get(entity_id)
    first = found[0][1]
    return Entity(
        id=entity_id,
        type=first.type,
        label=known.label if known else entity_id,
        label_fr=known.label_fr if known else entity_id,
        wikidata=known.wikidata if known else None,
        aliases=tuple(sorted({m.text for _, m in found if m.how not in POINTING})),
        articles=tuple(sorted({article for article, _ in found})),
        mentions=len(found),
    )
