"""The graph that people work with: a NetworkX graph that shows itself and answers questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import networkx as nx

from graphbuild import dyads, edges, frames, lookup, rollup, views
from graphbuild.dyads import Balance, Timeline
from graphbuild.exports import evidence, notebook, records
from graphbuild.frames import Frames
from graphbuild.model import HIDDEN as HIDDEN
from graphbuild.model import STATUS as STATUS
from graphbuild.model import Build, Statement
from graphbuild.model import order as order
from graphbuild.periods import Day


class KnowledgeGraph(nx.MultiDiGraph):  # type: ignore[misc]
    """A ``networkx.MultiDiGraph`` that shows itself in notebooks and gives access to its evidence.

    Nodes are entity ids, edge keys relation ids; attributes are those of ``spec/outputs.md``. ``graph.graph`` holds
    ``articles`` (id → Article), ``relations`` (id → Relation) and ``manifest``; ``title`` and ``lang`` ("en" or "fr"),
    where you set them, are used for display, and ``part`` says which filters made the graph.

    ``since``, ``until``, ``between``, ``relations``, ``dyad``, ``asserted_only``, ``min_articles`` and ``rolled_up``
    give new graphs, whose edges count only what passed:

        graph.rolled_up().since("2022-02-24").relations("material conflict").min_articles(2)

    Who belongs to which country is read in the articles too: roll up before you filter.
    """

    def evidence(self, a: str, b: str, relation: str | None = None) -> Evidence:
        """The statements between two actors, in either direction, in order of date and place in the text.

        Actors are given by id, label or alias, a relation by id or label. Raises ``QueryError`` when there is none
        such, or several.
        """
        ends = {lookup.actor(self, a), lookup.actor(self, b)}
        chosen = None if relation is None else lookup.relations(self.graph.get("relations", {}), [relation])
        found = (s for s in self.statements() if {s.source, s.target} == ends)
        return Evidence((s for s in found if chosen is None or s.relation in chosen), self)

    def statements(self) -> list[Statement]:
        """All statements behind the edges, in the order of ``statements.jsonl``."""
        return edges.statements(self)

    def both_ways(self) -> KnowledgeGraph:
        """A copy in which every symmetric edge runs in both directions, for algorithms that follow arrows."""
        copy: KnowledgeGraph = self.copy()
        rows = self.edges(keys=True, data=True)
        copy.add_edges_from((v, u, k, d) for u, v, k, d in rows if not d.get("directed", True))
        return copy

    def since(self, day: Day, *, undated: bool = False) -> KnowledgeGraph:
        """What may have been on that day ("2022-02-24", "2022", a ``date``) or later; see ``views.between``."""
        return views.since(self, day, undated=undated)

    def until(self, day: Day, *, undated: bool = False) -> KnowledgeGraph:
        """What may have been on that day or before; see ``views.between``."""
        return views.until(self, day, undated=undated)

    def between(self, first: Day, last: Day, *, undated: bool = False) -> KnowledgeGraph:
        """What may have been in a time, both ends included, by the date in the text or else that of the article.

        What is not dated is left out unless ``undated`` is true. Raises ``QueryError`` for what is no date.
        """
        return views.between(self, first, last, undated=undated)

    def relations(self, *names: str) -> KnowledgeGraph:
        """What is of these relations, by id, label or quad class. Raises ``QueryError`` for an unknown one."""
        return views.relations(self, *names)

    def dyad(self, a: str, b: str) -> KnowledgeGraph:
        """What is between two actors, by id, label or alias. Raises ``QueryError`` for an unknown one."""
        return views.dyad(self, a, b)

    def asserted_only(self, *, attributed: bool = True) -> KnowledgeGraph:
        """What is said to be so; with ``attributed=False`` only in the articles' own voice."""
        return views.asserted_only(self, attributed=attributed)

    def min_articles(self, number: int) -> KnowledgeGraph:
        """The edges whose status at least so many independent articles bear out; comes after filters by time."""
        return views.min_articles(self, number)

    def rolled_up(self) -> KnowledgeGraph:
        """Officials and places drawn together in their country; see ``rollup.rolled_up``."""
        return rollup.rolled_up(self)

    def timeline(
        self, a: str, b: str, every: str | None = None, *, asserted_only: bool = True, rolled_up: bool = False
    ) -> Timeline:
        """Cooperation and conflict between two actors per ``day``, ``week``, ``month`` or ``year``.

        See ``dyads.timeline``; ``.plot()`` draws it, ``.to_pandas()`` gives a DataFrame.
        """
        return dyads.timeline(self, a, b, every, asserted_only=asserted_only, rolled_up=rolled_up)

    def balance(self, *, asserted_only: bool = True, rolled_up: bool = False) -> Balance:
        """Cooperation and conflict per pair of actors, those with most articles first.

        See ``dyads.balance``; ``.plot()`` draws it, ``.to_pandas()`` gives a DataFrame.
        """
        return dyads.balance(self, asserted_only=asserted_only, rolled_up=rolled_up)

    def to_pandas(self, lang: str | None = None) -> Frames:
        """``statements``, ``entities`` and ``edges`` as DataFrames. Raises ``MissingLibrary`` without pandas."""
        return frames.to_pandas(self, lang)

    def _repr_html_(self) -> str:
        return notebook.graph_html(self)

    def __repr__(self) -> str:
        filters = "".join(f"; {evidence.short(name, 80)}" for name in records.part(self))
        return f"<KnowledgeGraph: {self.number_of_nodes()} nodes, {self.number_of_edges()} edges{filters}>"


class Evidence(list[Statement]):
    """Statements with the articles and names that they refer to; a list that shows itself in notebooks."""

    def __init__(self, statements: Iterable[Statement], graph: nx.MultiDiGraph) -> None:
        articles = graph.graph.get("articles", {})

        def when(statement: Statement) -> tuple[dt.date, tuple[object, ...]]:
            days = edges.interval(statement, articles)
            return days[1] if days else dt.date.max, order(statement)

        super().__init__(sorted(statements, key=when))
        self.graph = graph

    def _repr_html_(self) -> str:
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
    edges.add_edges(graph, build.statements)
    return graph
