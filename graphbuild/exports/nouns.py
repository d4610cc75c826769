"""Records back into nouns: the way back of ``records``. All functions raise ValueError for what they cannot use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graphbuild.model import Article, EntityType, Failure, Modality, Polarity, Relation, Span, Statement, When

Row = Mapping[str, Any]

NODE = {"label": str, "label_fr": str, "name": str, "wikidata": str, "aliases": list, "articles": list, "mentions": int}
EDGE = {
    **dict.fromkeys(("label", "label_fr", "interaction", "kind", "quad", "status", "first_date", "last_date"), str),
    **dict.fromkeys(("n_denied", "articles", "weight", *(f"n_{modality}" for modality in Modality)), int),
    "directed": bool,
    "score": (int, float),
}
"""Types of the attributes that graphbuild itself counts on."""


def rows(value: object) -> list[Row]:
    """The value as a list of records."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise ValueError(f"not a list of objects: {str(value)[:80]}")
    return value


def texts(name: str, value: object) -> tuple[str, ...]:
    """The value as texts; the name is for the message."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{name} is not a list of texts")
    return tuple(value)


def node(name: str, row: Row) -> dict[str, Any]:
    """A node's attributes, those that another program renamed (« Label ») or left out filled in from the others."""
    if row.get("type") not in tuple(EntityType):
        raise ValueError(f"node {name!r}: type {row.get('type')!r} is none of {', '.join(EntityType)}")
    label = row.get("label") or row.get("name") or name
    filled = {"label_fr": label, "aliases": [], "articles": [], "mentions": 0, **row, "label": label, "name": label}
    found = _typed(f"node {name!r}", filled, NODE)
    for column in ("aliases", "articles"):
        texts(f"node {name!r}: {column}", found[column])
    return found


def edge(source: str, target: str, row: Row) -> dict[str, Any]:
    """An edge's attributes with its evidence, as statements of its relation between its ends, whatever they said."""
    name = f"edge {source!r}–{target!r}"
    if not isinstance(row.get("relation"), str) or "evidence" not in row:
        raise ValueError(f"{name}: no relation, or no evidence")
    evidence = [_between(source, target, row, statement(record)) for record in rows(row["evidence"])]
    own = {k: v for k, v in row.items() if k not in ("id", "key", "quote", "evidence")}
    return _typed(name, own, EDGE) | {"evidence": evidence}


def _typed(name: str, row: Row, types: Mapping[str, Any]) -> dict[str, Any]:
    for column, value in row.items():
        if column in types and value is not None and not isinstance(value, types[column]):
            raise ValueError(f"{name}: {column} cannot be {str(value)[:80]!r}")
    return dict(row)


def _between(source: str, target: str, edge: Row, found: Statement) -> Statement:
    """The statement with what another program may have changed of its edge; symmetric ones keep their direction."""
    if edge.get("directed") is False and (found.source, found.target) == (target, source):
        source, target = target, source
    return replace(found, source=source, target=target, relation=edge["relation"])


def statement(row: Row) -> Statement:
    """A line of ``statements.jsonl``."""
    when = _part(row, "date")
    date = When(_day(when, "start"), _day(when, "end"), _text(when, "basis")) if when else None
    return Statement(
        article=_text(row, "article"),
        source=_text(row, "source"),
        relation=_text(row, "relation"),
        target=_text(row, "target"),
        modality=Modality(_text(row, "modality")),
        polarity=Polarity(_text(row, "polarity")),
        attribution=_perhaps(row, "attribution"),
        sentence=_span(row, "sentence") or Span(0, 0),
        trigger=_span(row, "trigger") or Span(0, 0),
        source_mention=_span(row, "source_mention"),
        target_mention=_span(row, "target_mention"),
        quote=_text(row, "quote"),
        pattern=_text(row, "pattern"),
        role=_perhaps(row, "role"),
        former=row.get("former") is True,
        date=date,
        score=_number(row, "score"),
    )


def article(row: Row) -> Article:
    """A line of ``articles.jsonl``, with or without its text."""
    failed = _part(row, "failure")
    failure = Failure(_text(failed, "stage"), _text(failed, "message")) if failed else None
    return Article(
        text=_perhaps(row, "text") or "",
        id=_text(row, "id"),
        date=_day(row, "date") if row.get("date") else None,
        failure=failure,
        **{name: _perhaps(row, name) for name in ("title", "publisher", "author", "url", "lang", "duplicate_of")},
    )


def relation(row: Row) -> Relation:
    """A relation type."""
    return Relation(
        id=_text(row, "id"),
        label=_text(row, "label"),
        label_fr=_text(row, "label_fr"),
        quad=_text(row, "quad"),
        sources=frozenset(map(EntityType, row.get("sources") or ())),
        targets=frozenset(map(EntityType, row.get("targets") or ())),
        symmetric=row.get("symmetric") is True,
        plover=_perhaps(row, "plover"),
        wikidata=_perhaps(row, "wikidata"),
    )


def relation_of(row: Row) -> Relation:
    """What an edge's own attributes tell of its relation type."""
    label = row.get("label") or row.get("interaction") or row["relation"]
    return Relation(
        id=row["relation"],
        label=label,
        label_fr=row.get("label_fr") or label,
        quad=row.get("quad") or "structural",
        sources=frozenset(EntityType),
        targets=frozenset(EntityType),
        symmetric=row.get("directed") is False,
    )


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise ValueError(f"no text {name!r} in {str(dict(row))[:80]}")
    return value


def _perhaps(row: Row, name: str) -> str | None:
    return None if row.get(name) is None else _text(row, name)


def _number(row: Row, name: str) -> float | None:
    value = row.get(name)
    if value is not None and (not isinstance(value, (int, float)) or isinstance(value, bool)):
        raise ValueError(f"{name} is not a number: {str(value)[:80]!r}")
    return value


def _part(row: Row, name: str) -> Row | None:
    value = row.get(name)
    return None if value is None else rows([value])[0]


def _span(row: Row, name: str) -> Span | None:
    part = _part(row, name)
    if part is None:
        return None
    if not all(type(part.get(end)) is int for end in ("start", "end")):
        raise ValueError(f"{name} is not between two whole numbers")
    return Span(part["start"], part["end"])


def _day(row: Row, name: str) -> dt.date:
    return dt.date.fromisoformat(_text(row, name))
