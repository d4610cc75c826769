"""The graph as tables: node-link JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv as csv_module
import io
import re
from typing import Any

import networkx as nx

from graphbuild.exports import records

COLUMNS = (
    *("source", "source_label", "source_type", "relation", "label", "label_fr", "target", "target_label"),
    *("target_type", "directed", "quad", "status", "weight", "articles", "n_asserted", "n_planned", "n_possible"),
    *("n_requested", "n_hypothetical", "n_denied", "score", "first_date", "last_date"),
    *("sentence", "article", "title", "url", "id"),
)

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠|%]")
_NEXT_CELL = re.compile(r";(?=[\s\"]*[=+\-@＝＋－＠|%])")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def node_link(graph: nx.MultiDiGraph) -> str:
    """Node-link JSON that ``networkx.node_link_graph(data, edges="edges")`` reads; article texts are left out."""
    data = {
        "directed": True,
        "multigraph": True,
        "graph": records.about(graph),
        "nodes": [{"id": node, **_present(attributes)} for node, attributes in records.nodes(graph)],
        "edges": [_present(edge) for edge in records.edges(graph)],
    }
    return records.dumps(data, indent=1) + "\n"


def _present(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None}


def csv(graph: nx.MultiDiGraph) -> str:
    """One row per edge, with its first sentence; nothing in it can act as a spreadsheet formula.

    It begins with a byte order mark, without which Excel takes UTF-8 for something else.
    """
    out = io.StringIO("\ufeff")
    out.seek(1)
    writer = csv_module.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    labels = dict(records.nodes(graph))
    articles = records.articles(graph)
    for edge in records.edges(graph):
        row = dict(edge)
        for end in ("source", "target"):
            row[f"{end}_label"], row[f"{end}_type"] = labels[edge[end]]["label"], labels[edge[end]]["type"]
        if edge["evidence"]:
            first = edge["evidence"][0]
            row |= {"sentence": first.quote, "article": first.article}
            if first.article in articles:
                row |= {"title": articles[first.article].title, "url": articles[first.article].url}
        writer.writerow([_cell(row.get(column)) for column in COLUMNS])
    return out.getvalue()


def _cell(value: Any) -> Any:
    """A cell that a spreadsheet takes for text or a number, never for a formula."""
    value = records.plain(value)
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return "" if value is None else value
    text = " ".join(_CONTROL.sub("", value).split())
    text = _NEXT_CELL.sub(",", text)  # where the list separator is « ; », as in France, a cell would begin behind it
    return f"'{text}" if _FORMULA.match(text) else text
