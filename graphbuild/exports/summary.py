"""What a graph was made from, counted for those who look at it; a part of a graph says what it is a part of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import networkx as nx

from graphbuild import __version__
from graphbuild.exports import evidence, records

FOREMOST = 5
"""Publishers that are named; the others are counted."""


def summary(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """Counts of articles and of what they gave, dates of publication (ISO), publishers and the makers' versions.

    ``build`` counts the articles and statements of the whole build, where the graph is only a part of it; ``part``
    names the filters that made it.
    """
    articles, statements = records.articles(graph), records.statements(graph)
    days = sorted(article.date.isoformat() for article in articles.values() if article.date)
    publishers = Counter(article.publisher for article in articles.values() if article.publisher)
    manifest = graph.graph.get("manifest") or {}
    foremost = sorted(publishers.items(), key=lambda item: (-item[1], item[0]))[:FOREMOST]
    found = {
        "articles": len(articles),
        "fruitful": len({statement.article for statement in statements} & articles.keys()),
        "copies": sum(article.duplicate_of is not None for article in articles.values()),
        "unread": sum(article.failure is not None for article in articles.values()),
        "undated": len(articles) - len(days),
        "dates": [days[0], days[-1]] if days else [],
        "publishers": [[evidence.short(name, 60), count] for name, count in foremost],
        "publishers_in_all": len(publishers),
        "unsigned": len(articles) - publishers.total(),
        "statements": len(statements),
        "relations": graph.number_of_edges(),
        "entities": graph.number_of_nodes(),
        "connected": sum(1 for _, degree in graph.degree() if degree),
        "version": f"graphbuild {__version__}",
        "model": evidence.short(str(manifest.get("model") or ""), 80),
        "least_score": _span(manifest.get("least_score")),
    }
    whole = _count(manifest.get("articles")), _count(manifest.get("statements"))
    if whole[1] > len(statements) or whole[0] > len(articles):
        found["build"] = {"articles": whole[0], "statements": whole[1]}
    if filters := records.part(graph):
        found["part"] = evidence.short("; ".join(filters), 400)
    return found


def _span(bars: Any) -> list[float]:
    """The lowest and the highest of the scores from which statements are kept; empty where there are none."""
    scores = sorted(value for value in bars.values() if _is_number(value)) if isinstance(bars, Mapping) else []
    return [scores[0], scores[-1]] if scores else []


def _count(value: Any) -> int:
    return int(value) if _is_number(value) else 0


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
