"""The JSON Lines files of a build, and its manifest, as ``spec/outputs.md`` describes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from graphbuild.exports import records


def entities(graph: nx.MultiDiGraph) -> str:
    """``entities.jsonl``: the graph's nodes."""
    return _lines(records.entity_record(node, data) for node, data in records.nodes(graph))


def statements(graph: nx.MultiDiGraph) -> str:
    """``statements.jsonl``: the statements behind the graph's edges."""
    return _lines(records.statement_record(statement) for statement in records.statements(graph))


def articles(graph: nx.MultiDiGraph) -> str:
    """``articles.jsonl``: every article read, also those that gave nothing."""
    return _lines(records.article_record(article) for article in records.articles(graph).values())


def manifest(graph: nx.MultiDiGraph) -> str:
    """``manifest.json``: what made this build."""
    return records.dumps(graph.graph.get("manifest", {}), indent=2, sort_keys=True) + "\n"


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(records.dumps(row) + "\n" for row in rows)
