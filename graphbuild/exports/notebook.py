"""What Jupyter shows of a graph and of evidence: safe for hostile text, and of use where scripts are stripped."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import networkx as nx

from graphbuild.edges import interval
from graphbuild.exports import evidence, html, picture, records
from graphbuild.exports.words import label, language, relation_label, words
from graphbuild.model import HIDDEN, Article, Relation, Statement

LIMIT = 3_000_000
"""Characters of a page that go into a notebook; every display of it is stored there."""
ROWS = 15

_MARKS = {"source": "#9cc9f088", "trigger": "#ffc94d88", "target": "#8fd3a088"}


def graph_html(graph: nx.MultiDiGraph) -> str:
    """The page in a sandboxed frame, and below it a still picture, closed at first, and a table: no script needed.

    The picture also stands inside the frame's element, where browsers show it only if something removed the frame.
    """
    lang = language(graph)
    word = words(lang)
    page, shown = _fitting(graph, lang)
    image = _image(graph, lang)
    frame = (
        f"<iframe sandbox='allow-scripts allow-downloads allow-popups' srcdoc='{_quoted(page)}' width='100%' "
        f"height='620' style='border:1px solid #8886;border-radius:6px' title='{word['title']}'>{image}</iframe>"
    )
    total = graph.number_of_edges()
    less = "" if shown == total else note(word["drawn"].format(n=shown, all=total))
    still = f"<details><summary>{word['still']}</summary>{image}</details>"
    return f"<div>{frame}{less}{still}{_summary(graph, lang)}</div>"


def evidence_html(statements: Iterable[Statement], graph: nx.MultiDiGraph) -> str:
    """A table of sentences with the words that carry each statement marked, and where they stand."""
    lang = language(graph)
    word = words(lang)
    articles, nodes = records.articles(graph), dict(records.nodes(graph))
    names = {node: label(data, node, lang) for node, data in nodes.items()}
    known = graph.graph.get("relations", {})
    rows = [_evidence_row(s, articles, names, known, lang) for s in statements]
    keys = ("sentence", "statement", "modality", "said_by", "article", "date")
    return table([word[key] for key in keys], rows, word["no_evidence"])


def table(titles: Iterable[str], rows: list[list[str]], otherwise: str) -> str:
    """A table of cells that are HTML already, or what to say where there are no rows."""
    if not rows:
        return note(otherwise)
    head = "".join(f'<th style="text-align:left">{escape(title)}</th>' for title in titles)
    cell = '<td style="text-align:left;vertical-align:top;overflow-wrap:anywhere;max-width:36em">'
    body = "\n".join(f"<tr>{''.join(f'{cell}{text}</td>' for text in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def note(said: str) -> str:
    """A paragraph of plain text, or nothing."""
    return f"<p>{escape(evidence.visible(said))}</p>" if said else ""


def text(value: object, limit: int) -> str:
    """A text that cannot act or turn the direction of what follows, cut at the limit, as HTML."""
    return f"<bdi>{escape(evidence.short(str(value), limit))}</bdi>"


def _fitting(graph: nx.MultiDiGraph, lang: str) -> tuple[str, int]:
    """The page of the graph, or of as many of its strongest edges as fit; and their number."""
    page, shown = html.page(graph, lang), graph.number_of_edges()
    ranked = _strongest(graph)
    while len(page) > LIMIT and shown > 1:
        shown = max(1, min(int(shown * LIMIT / len(page) * 0.9), shown - 1))
        part = graph.edge_subgraph([tuple(edge) for edge in ranked[:shown]])
        page = html.page(part, lang)
    return page, shown


def _strongest(graph: nx.MultiDiGraph) -> list[tuple[Any, Any, Any]]:
    """All edges, those first that no view hides and that most independent articles assert."""

    def strength(edge: tuple[Any, Any, Any, dict[str, Any]]) -> tuple[Any, ...]:
        *ends, data = edge
        faint = data.get("status") in HIDDEN
        return faint, -data.get("weight", 0), -data.get("articles", 0), [str(end) for end in ends]

    return [(u, v, key) for u, v, key, _ in sorted(graph.edges(keys=True, data=True), key=strength)]


def _image(graph: nx.MultiDiGraph, lang: str) -> str:
    """The still picture as an image element: inline SVG is stripped in many places where images are not."""
    data = base64.b64encode(picture.svg(graph, lang).encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{words(lang)["still"]}" style="max-width:100%">'


def _summary(graph: nx.MultiDiGraph, lang: str) -> str:
    """Counts, the filters that the graph comes from, and the strongest edges."""
    word = words(lang)
    names = {node: label(data, node, lang) for node, data in records.nodes(graph)}
    every, used = len(records.articles(graph)), len({s.article for s in records.statements(graph)})
    articles = str(used) if used == every else f"{used} {word['of_all']} {every}"
    counts = (
        f"{len(names)} {word['entities'].lower()}, {graph.number_of_edges()} {word['relations'].lower()} · "
        f"{articles} {word['article' if every == 1 else 'articles']} · {word['caution']}. {word['untrusted']}"
    )
    filters = "; ".join(records.part(graph))
    rows = []
    for u, v, key in _strongest(graph)[:ROWS]:
        data = graph.get_edge_data(u, v, key)
        if data.get("status") not in HIDDEN:
            said = word.get(data.get("status", ""), data.get("status", ""))
            cells = (names[str(u)], label(data, key, lang), names[str(v)], said)
            rows.append([*(text(cell, 80) for cell in cells), str(data.get("weight", ""))])
    titles = [word[key] for key in ("source", "relation", "target", "status", "independent_articles")]
    which = note(f"{word['filtered']}: {evidence.short(filters, 400)}") if filters else ""
    return note(counts) + which + table(titles, rows, word["no_evidence"])


def _evidence_row(
    s: Statement, articles: Mapping[str, Article], names: Mapping[str, str], known: Mapping[str, Relation], lang: str
) -> list[str]:
    def name(node: str | None) -> str:
        return text(names.get(node, node) if node else "", 80)

    sentence = "".join(
        f'<mark style="background:{_MARKS[role]};color:inherit">{escape(piece)}</mark>' if role else escape(piece)
        for piece, role in evidence.pieces(s)
    )
    modality = words(lang)["denied" if s.polarity == "negative" else str(s.modality)]
    article = articles.get(s.article)
    title = text((article and article.title) or s.article, 120)
    url = evidence.link(article.url if article else None)
    if url:
        title = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    said = f"{name(s.source)} – {text(relation_label(known, s.relation, lang), 60)} – {name(s.target)}"
    days = interval(s, articles)
    return [f"<bdi>{sentence}</bdi>", said, modality, name(s.attribution), title, days[1].isoformat() if days else ""]


def _quoted(page: str) -> str:
    """The page as the value of an attribute in single quotes, of which the data has fewest."""
    return page.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
