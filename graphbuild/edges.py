"""Statements as edges, one per (source, relation, target), with counts and evidence; and the graph of some of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import networkx as nx

from graphbuild.model import STATUS, Article, Modality, Polarity, Relation, Statement, order

Graph = TypeVar("Graph", bound=nx.MultiDiGraph)


def add_edges(graph: nx.MultiDiGraph, statements: Iterable[Statement]) -> None:
    """Groups statements into the edges of a graph that has their nodes, articles and relations."""
    articles, relations = graph.graph["articles"], graph.graph["relations"]
    for (source, relation, target), group in sorted(grouped(statements, relations).items()):
        attributes = edge_attributes(source, target, relations[relation], group, articles)
        graph.add_edge(source, target, relation, **attributes)


def grouped(
    statements: Iterable[Statement], relations: Mapping[str, Relation]
) -> dict[tuple[str, str, str], list[Statement]]:
    """Source, relation and target of every edge → the statements behind it, in the order given."""
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[edge_of(statement, relations)].append(statement)
    return dict(groups)


def edge_of(statement: Statement, relations: Mapping[str, Relation]) -> tuple[str, str, str]:
    """Source, relation and target of the edge that a statement belongs to; symmetric ones run in canonical order."""
    source, target = statement.source, statement.target
    if relations[statement.relation].symmetric and target < source:
        source, target = target, source
    return source, statement.relation, target


def edge_attributes(
    source: str, target: str, relation: Relation, statements: list[Statement], articles: Mapping[str, Article]
) -> dict[str, Any]:
    """What an edge says of the statements behind it; see ``spec/outputs.md``."""
    positive = [s for s in statements if s.polarity == Polarity.POSITIVE]
    counts = Counter(s.modality for s in positive)
    scores = [s.score for s in statements if s.score is not None]
    days = sorted(day for s in statements for day in interval(s, articles) or ())
    attributes: dict[str, Any] = {
        "id": f"{source}|{relation.id}|{target}",
        "relation": relation.id,
        "label": relation.label,
        "label_fr": relation.label_fr,
        "interaction": relation.label,
        "kind": relation.label,
        "directed": not relation.symmetric,
        "quad": relation.quad,
        **{f"n_{modality}": counts[modality] for modality in Modality},
        "n_denied": len(statements) - len(positive),
        "articles": len({s.article for s in statements}),
        "weight": len({origin(s, articles) for s in positive if s.modality == Modality.ASSERTED}),
        "status": status(statements),
    }
    if scores:
        attributes["score"] = max(scores)
    if days:
        attributes["first_date"], attributes["last_date"] = days[0].isoformat(), days[-1].isoformat()
    attributes["evidence"] = sorted(statements, key=order)
    return attributes


def status(statements: Iterable[Statement]) -> str:
    """The most committed way in which statements say something, or ``denied`` where all deny it."""
    said = {s.modality for s in statements if s.polarity == Polarity.POSITIVE}
    return str(next((modality for modality in STATUS if modality in said), "denied"))


def origin(statement: Statement, articles: Mapping[str, Article]) -> str:
    """The id of the article that a statement stands in, or of the one that this is a near copy of."""
    article = articles.get(statement.article)
    return (article and article.duplicate_of) or statement.article


def interval(statement: Statement, articles: Mapping[str, Article]) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which it may have been: its own date, else that of its article."""
    if statement.date:
        return statement.date.start, statement.date.end
    article = articles.get(statement.article)
    return (article.date, article.date) if article and article.date else None


def statements(graph: nx.MultiDiGraph) -> list[Statement]:
    """The statements behind a graph's edges, once each, in the order of ``statements.jsonl``."""
    found = {identity(s): s for *_, data in graph.edges(data=True) for s in data.get("evidence") or ()}
    return sorted(found.values(), key=lambda s: (order(s), s.modality, s.polarity, s.id))


def identity(statement: Statement) -> tuple[str, ...]:
    """What tells statements of one graph apart: two of one id may differ in their ends, or in how it is said."""
    s = statement
    return s.id, s.source, s.target, s.modality, s.polarity


def part(graph: Graph, passing: Iterable[Statement], name: str) -> Graph:
    """A graph of some of a graph's statements, which is not changed; ``name`` says which, for display.

    Edges are made anew from the statements. Nodes are those that an edge joins, articles those that a statement
    stands in; a node's ``articles`` are reduced to these, its ``mentions`` stay those in the whole corpus.
    """
    chosen = sorted(passing, key=order)
    used = {s.article for s in chosen}
    held = {name: article for name, article in graph.graph.get("articles", {}).items() if name in used}
    known = {"relations": graph.graph.get("relations", {}), "part": (*graph.graph.get("part", ()), name)}
    made: Graph = graph.__class__(**{**graph.graph, **known, "articles": held})
    ends = {end for s in chosen for end in (s.source, s.target)}
    for node, data in graph.nodes(data=True):
        if node in ends:
            made.add_node(node, **{**data, "articles": [a for a in data.get("articles", ()) if a in used]})
    add_edges(made, chosen)
    return made
