"""What Jupyter shows of a graph and of evidence: safe for hostile text, and of use where scripts are stripped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import networkx as nx

from graphbuild.exports import evidence, html, records
from graphbuild.model import HIDDEN, Article, Statement

LIMIT = 3_000_000
"""Characters of a page that go into a notebook; every display of it is stored there."""
ROWS = 15

_MARKS = {"source": "#9cc9f088", "trigger": "#ffc94d88", "target": "#8fd3a088"}


def graph_html(graph: nx.MultiDiGraph) -> str:
    """The page in a sandboxed frame, and below it a summary that needs no script."""
    page, shown = _fitting(graph)
    frame = (
        f"<iframe sandbox='allow-scripts allow-downloads allow-popups' srcdoc='{_quoted(page)}' width='100%' "
        "height='620' style='border:1px solid #8886;border-radius:6px' title='graph'></iframe>"
    )
    total = graph.number_of_edges()
    note = "" if shown == total else f"<p>Drawn: the {shown} strongest of {total} edges; write() has all.</p>"
    return f"<div>{frame}{note}{_summary(graph)}</div>"


def evidence_html(statements: Iterable[Statement], graph: nx.MultiDiGraph) -> str:
    """A table of sentences with the words that carry each statement marked, and where they stand."""
    articles, nodes = records.articles(graph), dict(records.nodes(graph))
    rows = [_evidence_row(statement, articles.get(statement.article), nodes) for statement in statements]
    return _table(("sentence", "statement", "modality", "speaker", "article", "date"), rows)


def _fitting(graph: nx.MultiDiGraph) -> tuple[str, int]:
    """The page of the graph, or of as many of its strongest edges as fit; and their number."""
    page, shown = html.page(graph), graph.number_of_edges()
    ranked = _strongest(graph)
    while len(page) > LIMIT and shown > 1:
        shown = max(1, min(int(shown * LIMIT / len(page) * 0.9), shown - 1))
        part = graph.edge_subgraph([tuple(edge) for edge in ranked[:shown]])
        page = html.page(part)
    return page, shown


def _strongest(graph: nx.MultiDiGraph) -> list[tuple[Any, Any, Any]]:
    """All edges, those first that no view hides and that most independent articles assert."""

    def strength(edge: tuple[Any, Any, Any, dict[str, Any]]) -> tuple[Any, ...]:
        *ends, data = edge
        faint = data.get("status") in HIDDEN
        return faint, -data.get("weight", 0), -data.get("articles", 0), [str(end) for end in ends]

    return [(u, v, key) for u, v, key, _ in sorted(graph.edges(keys=True, data=True), key=strength)]


def _summary(graph: nx.MultiDiGraph) -> str:
    """Counts and the strongest edges."""
    labels = {node: str(data["label"]) for node, data in records.nodes(graph)}
    counts = (
        f"{len(labels)} entities, {graph.number_of_edges()} relations from {len(records.articles(graph))} articles; "
        "automatic extraction, check before use. No drawing above? Trust this notebook."
    )
    rows = []
    for u, v, key in _strongest(graph)[:ROWS]:
        data = graph.get_edge_data(u, v, key)
        if data.get("status") not in HIDDEN:
            cells = (labels[str(u)], data.get("label", key), labels[str(v)], data.get("status", ""))
            rows.append([*(_text(cell, 80) for cell in cells), str(data.get("weight", ""))])
    return f"<p>{counts}</p>" + _table(("source", "relation", "target", "status", "independent articles"), rows)


def _evidence_row(statement: Statement, article: Article | None, nodes: dict[str, dict[str, Any]]) -> list[str]:
    s = statement

    def name(node: str | None) -> str:
        return _text(nodes[node]["label"] if node in nodes else node or "", 80)

    sentence = "".join(
        f'<mark style="background:{_MARKS[role]};color:inherit">{escape(text)}</mark>' if role else escape(text)
        for text, role in evidence.pieces(s)
    )
    modality = "denied" if s.polarity == "negative" else str(s.modality)
    title = _text((article and article.title) or s.article, 120)
    url = evidence.link(article.url if article else None)
    if url:
        title = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    day = s.date.end if s.date else article.date if article else None
    relation = f"{name(s.source)} – {_text(s.relation, 60)} – {name(s.target)}"
    return [f"<bdi>{sentence}</bdi>", relation, modality, name(s.attribution), title, day.isoformat() if day else ""]


def _table(titles: Iterable[str], rows: list[list[str]]) -> str:
    if not rows:
        return "<p>no evidence</p>"
    head = "".join(f'<th style="text-align:left">{title}</th>' for title in titles)
    cell = '<td style="text-align:left;vertical-align:top;overflow-wrap:anywhere;max-width:36em">'
    body = "\n".join(f"<tr>{''.join(f'{cell}{text}</td>' for text in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _text(value: object, limit: int) -> str:
    return f"<bdi>{escape(evidence.short(str(value), limit))}</bdi>"


def _quoted(page: str) -> str:
    """The page as the value of an attribute in single quotes, of which the data has fewest."""
    return page.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
