"""The graph as a view of the statements: one edge per (source, relation, target), with counts and evidence."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import networkx as nx

from graphbuild.model import HIDDEN as HIDDEN
from graphbuild.model import STATUS as STATUS
from graphbuild.model import Article, Build, Modality, Polarity, Relation, Statement
from graphbuild.model import order as order


class KnowledgeGraph(nx.MultiDiGraph):  # type: ignore[misc]
    """A ``networkx.MultiDiGraph`` that shows itself in notebooks and gives access to its evidence.

    Nodes are entity ids, edge keys relation ids; attributes are those of ``spec/outputs.md``. ``graph.graph`` holds
    ``articles`` (id → Article), ``relations`` (id → Relation) and ``manifest``.
    """

    def evidence(self, a: str, b: str, relation: str | None = None) -> Evidence:
        """The statements between two nodes, in either direction, in order of date and place in the text.

        Raises ``networkx.NodeNotFound`` when one of them is not in the graph.
        """
        for node in (a, b):
            if node not in self:
                raise nx.NodeNotFound(f"no node {node!r} in this graph; ids look like {sorted(self)[:3]}")
        found = {
            statement.id: statement
            for u, v in ((a, b), (b, a))
            for key, data in (self.get_edge_data(u, v) or {}).items()
            if relation in (None, key)
            for statement in data["evidence"]
        }
        return Evidence(found.values(), self)

    def statements(self) -> list[Statement]:
        """All statements behind the edges, in the order of ``statements.jsonl``."""
        found = {s.id + s.target + s.source: s for *_, data in self.edges(data=True) for s in data["evidence"]}
        return sorted(found.values(), key=order)

    def both_ways(self) -> KnowledgeGraph:
        """A copy in which every symmetric edge runs in both directions, for algorithms that follow arrows."""
        copy: KnowledgeGraph = self.copy()
        copy.add_edges_from((v, u, k, d) for u, v, k, d in self.edges(keys=True, data=True) if not d["directed"])
        return copy

    def _repr_html_(self) -> str:
        from graphbuild.exports import notebook

        return notebook.graph_html(self)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {self.number_of_nodes()} nodes, {self.number_of_edges()} edges>"


class Evidence(list[Statement]):
    """Statements with the articles and names that they refer to; a list that shows itself in notebooks."""

    def __init__(self, statements: Iterable[Statement], graph: nx.MultiDiGraph) -> None:
        articles: dict[str, Article] = graph.graph.get("articles", {})

        def when(statement: Statement) -> tuple[dt.date, tuple[object, ...]]:
            article = articles.get(statement.article)
            day = statement.date.end if statement.date else article.date if article else None
            return day or dt.date.max, order(statement)

        super().__init__(sorted(statements, key=when))
        self.graph = graph

    def _repr_html_(self) -> str:
        from graphbuild.exports import notebook

        return notebook.evidence_html(self, self.graph)


def to_graph(build: Build) -> KnowledgeGraph:
    """The graph of a build: all its entities as nodes, its statements grouped into typed edges."""
    articles = {article.id: article for article in build.articles}
    graph = KnowledgeGraph(articles=articles, relations=dict(build.relations), manifest=dict(build.manifest))
    for entity in build.entities:
        attributes = {
            "type": str(entity.type),
            "label": entity.label,
            "label_fr": entity.label_fr,
            "name": entity.label,
            "wikidata": entity.wikidata,
            "aliases": list(entity.aliases),
            "articles": list(entity.articles),
            "mentions": entity.mentions,
        }
        graph.add_node(entity.id, **{k: v for k, v in attributes.items() if v is not None})
    add_edges(graph, build.statements)
    return graph


def add_edges(graph: KnowledgeGraph, statements: Iterable[Statement]) -> None:
    """Groups statements into the edges of a graph that has their nodes, articles and relations."""
    articles, relations = graph.graph["articles"], graph.graph["relations"]
    grouped: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        source, target = statement.source, statement.target
        if relations[statement.relation].symmetric and target < source:
            source, target = target, source
        grouped[source, statement.relation, target].append(statement)
    for (source, relation, target), group in sorted(grouped.items()):
        attributes = edge_attributes(source, target, relations[relation], group, articles)
        graph.add_edge(source, target, relation, **attributes)


def edge_attributes(
    source: str, target: str, relation: Relation, statements: list[Statement], articles: dict[str, Article]
) -> dict[str, Any]:
    """What an edge says of the statements behind it; see ``spec/outputs.md``."""
    positive = [s for s in statements if s.polarity == Polarity.POSITIVE]
    counts = Counter(s.modality for s in positive)
    asserting = {articles[s.article].duplicate_of or s.article for s in positive if s.modality == Modality.ASSERTED}
    scores = [s.score for s in statements if s.score is not None]
    days = sorted(day for s in statements for day in _days(s, articles[s.article]))
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
        "weight": len(asserting),
        "status": str(next((modality for modality in STATUS if counts[modality]), "denied")),
    }
    if scores:
        attributes["score"] = max(scores)
    if days:
        attributes["first_date"], attributes["last_date"] = days[0].isoformat(), days[-1].isoformat()
    attributes["evidence"] = sorted(statements, key=order)
    return attributes


def _days(statement: Statement, article: Article) -> list[dt.date]:
    if statement.date:
        return [statement.date.start, statement.date.end]
    return [article.date] if article.date else []
