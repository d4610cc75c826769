"""The graph as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import networkx as nx

from graphbuild import edges
from graphbuild.exports import records
from graphbuild.exports.words import label, language, relation_label
from graphbuild.extras import library
from graphbuild.model import Article, Modality, Relation, Statement

STATEMENTS = (
    *("id", "edge", "source", "source_label", "relation", "relation_label", "target", "target_label", "quad"),
    *("modality", "polarity", "speaker", "speaker_label", "date", "date_end", "date_basis", "role", "former"),
    *("score", "quote", "pattern", "article", "origin", "title", "publisher", "url", "article_date"),
)
ENTITIES = ("id", "type", "label", "wikidata", "aliases", "mentions", "articles", "edges")
EDGES = (
    *("id", "source", "source_label", "relation", "label", "target", "target_label", "directed", "quad", "status"),
    *("weight", "articles", *(f"n_{m}" for m in Modality), "n_denied", "score", "first_date", "last_date"),
)

KINDS = {
    **dict.fromkeys(("date", "date_end", "article_date", "first_date", "last_date", "start", "end"), "datetime64[s]"),
    **dict.fromkeys(("mentions", "articles", "edges", "weight", *(f"n_{m}" for m in Modality), "n_denied"), "int64"),
    **dict.fromkeys(("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"), "int64"),
    "volume": "int64",
    "score": "float64",
    "net": "float64",
    "former": "bool",
    "directed": "bool",
}
"""Column → its type in pandas, where that is not text."""


class Frames(NamedTuple):
    """Three DataFrames; ``statements.edge`` holds ids of ``edges``, whose ends are ids of ``entities``."""

    statements: Any
    """One row per statement, with its sentence (``quote``) and article. ``date`` and ``date_end`` are the first and
    the last day that it may be of; where ``date_basis`` is "publication", these are the day its article appeared.
    ``origin`` is the article, or the one that it is a near copy of: count these to count independent articles."""
    entities: Any
    """One row per node, sorted by id; ``articles`` and ``edges`` are counts."""
    edges: Any
    """One row per edge: see ``spec/outputs.md``; ``weight`` counts the independent articles that assert it."""

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(frame)} {name}" for name, frame in zip(self._fields, self, strict=True))
        return f"<Frames: {sizes}>"


def to_pandas(graph: nx.MultiDiGraph, lang: str | None = None) -> Frames:
    """Statements, entities and edges as DataFrames; labels are in the language ("en" or "fr"), or in the graph's.

    Raises:
        GraphbuildError: There is no such language.
        MissingLibrary: pandas is not installed.
    """
    lang, articles = language(graph, lang), graph.graph.get("articles", {})
    names = {node: label(data, node, lang) for node, data in records.nodes(graph)}
    known = graph.graph.get("relations", {})
    statements = [_statement(s, articles, names, known, lang) for s in edges.statements(graph)]
    degrees = {str(node): number for node, number in graph.degree}
    entities = [
        {
            **{name: data.get(name) for name in ("type", "wikidata", "aliases", "mentions")},
            "id": node,
            "label": names[node],
            "articles": len(data["articles"]),
            "edges": degrees[node],
        }
        for node, data in records.nodes(graph)
    ]
    rows = [
        {
            **edge,
            "label": label(edge, edge["key"], lang),
            "source_label": names[edge["source"]],
            "target_label": names[edge["target"]],
        }
        for edge in records.edges(graph)
    ]
    return Frames(frame(statements, STATEMENTS), frame(entities, ENTITIES), frame(rows, EDGES))


def frame(rows: Sequence[Mapping[str, Any]], columns: Iterable[str]) -> Any:
    """A DataFrame of these columns, in their order; what a row does not have, or has empty, is missing.

    Raises:
        MissingLibrary: pandas is not installed.
    """
    pandas = library("pandas")

    def column(name: str) -> Any:
        values = (row.get(name) for row in rows)
        return pandas.Series([None if value == "" else value for value in values], dtype=KINDS.get(name, "object"))

    return pandas.DataFrame({name: column(name) for name in columns})


def _statement(
    s: Statement, articles: Mapping[str, Article], names: Mapping[str, str], known: Mapping[str, Relation], lang: str
) -> dict[str, Any]:
    article, relation = articles.get(s.article), known.get(s.relation)
    first, last = edges.interval(s, articles) or (None, None)
    source, key, target = edges.edge_of(s, known) if relation else (s.source, s.relation, s.target)
    return {
        **{name: getattr(s, name) for name in ("id", "source", "relation", "target", "role", "former", "score")},
        **{name: getattr(s, name) for name in ("quote", "pattern", "article")},
        "edge": f"{source}|{key}|{target}",
        "source_label": names.get(s.source, s.source),
        "target_label": names.get(s.target, s.target),
        "relation_label": relation_label(known, s.relation, lang),
        "quad": relation and relation.quad,
        "modality": str(s.modality),
        "polarity": str(s.polarity),
        "speaker": s.attribution,
        "speaker_label": s.attribution and names.get(s.attribution, s.attribution),
        "date": first and first.isoformat(),
        "date_end": last and last.isoformat(),
        "date_basis": s.date.basis if s.date else "publication" if first else None,
        "origin": edges.origin(s, articles),
        **{name: getattr(article, name, None) for name in ("title", "publisher", "url")},
        "article_date": article.date.isoformat() if article and article.date else None,
    }
