"""Filters: from a graph the graph of those of its statements that pass; they can be chained, and change nothing given.

What a filter looks at is a statement, so that the edges of its graph count only what passed (see ``edges.part``).
Edges that no statement stands behind, such as those that one adds by hand, do not pass.
"""

from __future__ import annotations

import datetime as dt

from graphbuild import edges, lookup, periods
from graphbuild.edges import Graph
from graphbuild.errors import QueryError
from graphbuild.model import Modality, Polarity, Statement


def since(graph: Graph, day: periods.Day, *, undated: bool = False) -> Graph:
    """What may have been on that day or later; "2022" is from 1 January on. See ``between``."""
    first = periods.days(day)[0]
    return _within(graph, first, dt.date.max, undated, f"since {day}")


def until(graph: Graph, day: periods.Day, *, undated: bool = False) -> Graph:
    """What may have been on that day or before; "2022" is up to 31 December. See ``between``."""
    last = periods.days(day)[1]
    return _within(graph, dt.date.min, last, undated, f"until {day}")


def between(graph: Graph, first: periods.Day, last: periods.Day, *, undated: bool = False) -> Graph:
    """What may have been in a time, both ends included; ``between("2022-01", "2022-03")`` is three months.

    The date is that of what is said, or, where the text gives none, the day when the article appeared. What is dated
    no closer than a month or a year passes if any of its days lies within.

    Args:
        graph: The graph, which is not changed.
        first: A ``date``, or ISO text that may stop at the month or the year.
        last: The like.
        undated: Keep what has neither a date nor an article with one; otherwise it is left out.

    Raises:
        QueryError: One is no date, or the last is before the first.
    """
    start, end = periods.days(first)[0], periods.days(last)[1]
    if end < start:
        raise QueryError(f"between {first} and {last} there is no day: the first date comes first")
    return _within(graph, start, end, undated, f"{first} to {last}")


def relations(graph: Graph, *names: str) -> Graph:
    """What is of these relations: ids, labels in English or French, or quad classes such as "material conflict".

    Raises:
        QueryError: There is no such relation; the message names near ones.
    """
    chosen = lookup.relations(graph.graph.get("relations", {}), names)
    passing = [s for s in edges.statements(graph) if s.relation in chosen]
    return edges.part(graph, passing, f"relations: {', '.join(names) or 'none'}")


def dyad(graph: Graph, a: str, b: str) -> Graph:
    """What is between two actors, in either direction; they are given by id, label or alias.

    Raises:
        QueryError: One of them is not in the graph, or its name is that of several.
    """
    pair = {lookup.actor(graph, a), lookup.actor(graph, b)}
    passing = [s for s in edges.statements(graph) if {s.source, s.target} == pair]
    return edges.part(graph, passing, " – ".join(sorted(pair)))


def asserted_only(graph: Graph, *, attributed: bool = True) -> Graph:
    """What is said to be so: neither denied nor planned, possible, requested or hypothetical.

    With ``attributed=False`` only what the articles say in their own voice, not what they put in somebody's mouth.
    """
    passing = [s for s in edges.statements(graph) if asserts(s) and (attributed or s.attribution is None)]
    return edges.part(graph, passing, "asserted" if attributed else "asserted by the articles themselves")


def min_articles(graph: Graph, number: int) -> Graph:
    """The edges whose status at least so many independent articles bear out, with all their statements.

    Near copies count once. An edge that is asserted by one article and possible in another has one. As it looks at
    edges, it comes after filters by time: two articles of two years are not two of one year.

    Raises:
        QueryError: The number is not 1 or more.
    """
    if not isinstance(number, int) or number < 1:
        raise QueryError(f"min_articles takes a whole number from 1 on, not {number!r}")
    articles, known = graph.graph.get("articles", {}), graph.graph.get("relations", {})
    passing = []
    for group in edges.grouped(edges.statements(graph), known).values():
        status = edges.status(group)
        if len({edges.origin(s, articles) for s in group if _said(s) == status}) >= number:
            passing += group
    return edges.part(graph, passing, f"{number} or more independent articles")


def asserts(statement: Statement) -> bool:
    """Whether it is said that it is so."""
    return _said(statement) == Modality.ASSERTED


def _said(statement: Statement) -> str:
    return str(statement.modality) if statement.polarity == Polarity.POSITIVE else "denied"


def _within(graph: Graph, first: dt.date, last: dt.date, undated: bool, name: str) -> Graph:
    articles = graph.graph.get("articles", {})

    def passes(statement: Statement) -> bool:
        days = edges.interval(statement, articles)
        return undated if days is None else days[0] <= last and days[1] >= first

    chosen = [s for s in edges.statements(graph) if passes(s)]
    return edges.part(graph, chosen, f"{name}, or undated" if undated else name)
