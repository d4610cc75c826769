"""What every writer reads from a graph: nodes, edges, statements and articles as plain records in a fixed order."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graphbuild.edges import statements as statements
from graphbuild.model import Article, Modality, Relation, Span, Statement, order

NODE_FIELDS = ("type", "label", "label_fr", "name", "wikidata", "aliases", "articles", "mentions")
EDGE_FIELDS = (
    *("id", "relation", "label", "label_fr", "interaction", "kind", "directed", "quad"),
    *(f"n_{modality}" for modality in Modality),
    *("n_denied", "articles", "weight", "status", "score", "first_date", "last_date"),
)
ARTICLE_FIELDS = ("id", "title", "date", "publisher", "author", "url", "lang", "text", "duplicate_of")

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")  # lone surrogates, and line ends to some readers


def nodes(graph: nx.MultiDiGraph) -> list[tuple[str, dict[str, Any]]]:
    """Every node's id and attributes, sorted by id; attributes of ``spec/outputs.md`` first, others by name."""
    return sorted((str(node), _node(str(node), data)) for node, data in graph.nodes(data=True))


def _node(node: str, data: Mapping[str, Any]) -> dict[str, Any]:
    label = data.get("label") or node
    known = {"type": "", "label_fr": label, "aliases": [], "articles": [], "mentions": 0, **data}
    known |= {"label": label, "name": label}
    return _in_order(known, NODE_FIELDS)


def edges(graph: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """Every edge as ``source``, ``key``, ``target`` and its attributes, sorted, with an ``id`` that no other edge has.

    ``evidence`` comes last, as a list of statements.
    """
    rows = sorted(
        ((str(u), str(key), str(v), data) for u, v, key, data in graph.edges(keys=True, data=True)),
        key=lambda row: row[:3],
    )
    taken: set[str] = set()
    found = []
    for source, key, target, data in rows:
        name = unique("|".join((source, key, target)), taken)
        evidence = sorted(data.get("evidence") or [], key=order)
        ends = {"source": source, "key": key, "target": target}
        found.append(ends | _edge(name, key, data) | {"evidence": evidence})
    return found


def _edge(name: str, key: str, data: Mapping[str, Any]) -> dict[str, Any]:
    label = data.get("label") or key
    known = {"relation": key, "label": label, "label_fr": label, "interaction": label, "kind": label}
    known |= {"directed": True, "quad": "structural", **dict.fromkeys((f"n_{m}" for m in Modality), 0)}
    known |= {"n_denied": 0, "articles": 0, "weight": 0, "status": "asserted", **data, "id": name}
    for taken in ("evidence", "source", "key", "target"):
        known.pop(taken, None)
    return _in_order(known, EDGE_FIELDS)


def _in_order(known: Mapping[str, Any], first: tuple[str, ...]) -> dict[str, Any]:
    names = [name for name in first if name in known]
    return {str(name): known[name] for name in [*names, *sorted(set(known) - set(first), key=str)]}


def unique(name: str, taken: set[str]) -> str:
    """The name, with a number after it where it is taken; notes it as taken."""
    candidate, count = name, 1
    while candidate in taken:
        count += 1
        candidate = f"{name}#{count}"
    taken.add(candidate)
    return candidate


def articles(graph: nx.MultiDiGraph) -> dict[str, Article]:
    """The articles that the graph was made from, by id."""
    return dict(sorted(graph.graph.get("articles", {}).items()))


def relations(graph: nx.MultiDiGraph) -> dict[str, Relation]:
    """The relation types of the graph, by id."""
    return dict(sorted(graph.graph.get("relations", {}).items()))


def part(graph: nx.MultiDiGraph) -> list[str]:
    """The filters that made the graph, where it is a part of another."""
    return [str(name) for name in graph.graph.get("part") or ()]


def about(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """What is said of the graph as a whole: manifest, articles (no texts), relations, filters, single values."""
    found: dict[str, Any] = {
        "manifest": graph.graph.get("manifest", {}),
        "articles": [article_record(article, text=False) for article in articles(graph).values()],
        "relations": [relation_record(relation) for relation in relations(graph).values()],
    }
    if filters := part(graph):
        found["part"] = filters
    own = {str(k): v for k, v in graph.graph.items() if isinstance(v, (str, int, float)) and k not in found}
    return found | dict(sorted(own.items()))


def entity_record(node: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """A line of ``entities.jsonl``."""
    return {
        "id": node,
        **{name: data[name] for name in ("type", "label", "label_fr")},
        "aliases": sorted(data["aliases"]),
        "wikidata": data.get("wikidata"),
        "articles": sorted(data["articles"]),
        "mentions": data["mentions"],
    }


def statement_record(statement: Statement) -> dict[str, Any]:
    """A line of ``statements.jsonl``."""
    s = statement
    names = ("article", "source", "relation", "target", "modality", "polarity", "attribution", "role", "former")
    date = {"start": s.date.start, "end": s.date.end, "basis": s.date.basis} if s.date else None
    return {
        "id": s.id,
        **{name: getattr(s, name) for name in names},
        **{name: _span(getattr(s, name)) for name in ("sentence", "trigger", "source_mention", "target_mention")},
        "quote": s.quote,
        "date": date,
        "score": None if s.score is None else round(s.score, 3),
        "pattern": s.pattern,
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def article_record(article: Article, text: bool = True) -> dict[str, Any]:
    """A line of ``articles.jsonl``, or all of it but the text."""
    failure = article.failure and {"stage": article.failure.stage, "message": article.failure.message}
    names = [name for name in ARTICLE_FIELDS if text or name != "text"]
    return {name: getattr(article, name) for name in names} | {"failure": failure}


def relation_record(relation: Relation) -> dict[str, Any]:
    """A relation type as plain values."""
    return {
        **{name: getattr(relation, name) for name in ("id", "label", "label_fr", "quad", "symmetric")},
        **{name: sorted(getattr(relation, name)) for name in ("sources", "targets")},
        "plover": relation.plover,
        "wikidata": relation.wikidata,
    }


def clean(text: str) -> str:
    """The text without what XML and many other readers forbid: control characters, lone surrogates, non-characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(value: Any) -> Any:
    """The value in what JSON knows: dates as ISO text, sets sorted, NaN as null, NumPy's numbers as numbers."""
    match value:
        case None | bool():
            return value
        case str():
            return str(value)
        case int():
            return int(value)
        case float():
            return float(value) if math.isfinite(value) else None
        case dt.date():
            return value.isoformat()
        case Statement():
            return plain(statement_record(value))
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case set() | frozenset():
            return sorted((plain(item) for item in value), key=str)
        case Iterable():
            return [plain(item) for item in value]
    return plain(value.item()) if hasattr(value, "item") else str(value)


def dumps(value: Any, **options: Any) -> str:
    """The value as JSON that survives UTF-8 and every reader's idea of a line."""
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, **options)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
