"""The page: one file that loads nothing, made of template, style, script, data and the vis-network that pyvis has."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

import networkx as nx

from graphbuild import corrections
from graphbuild.exports import evidence, inventory, palette, records, summary
from graphbuild.exports.words import LANGUAGES, language, words
from graphbuild.model import HIDDEN, Article

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
VIEWER = (
    *("state", "words", "elements", "facts", "view", "facets", "hash", "blocs", "looks", "labels", "drawing"),
    *("contradictions", "cards", "handing", "citation", "sheet", "corrections", "correcting"),
    *("legend", "filtered", "periods", "timeline", "ranging", "playing", "timebar", "panel", "combobox", "search"),
    *("focus", "paths", "dyad", "balance", "table", "keys"),
    *("camera", "header", "visible", "formats", "svg", "picture", "paper", "keep", "page"),
)
"""The parts of the page's script, in the order in which they stand in it."""


def page(graph: nx.MultiDiGraph, lang: str | None = None, title: str = "") -> str:
    """The graph as an HTML page that shows the evidence of every edge; ``lang`` is its first language."""
    from graphbuild.exports.network import to_pyvis  # pyvis imports IPython

    return to_pyvis(graph, lang=lang, title=title).generate_html()


def about(graph: nx.MultiDiGraph, lang: str | None, title: str) -> dict[str, Any]:
    """What the page says of the graph as a whole, and in which words and colours."""
    return {
        "lang": language(graph, lang),
        "title": evidence.short(title or str(graph.graph.get("title") or ""), 200),
        "summary": summary.summary(graph),
        "strings": {lang: words(lang) for lang in LANGUAGES},
        "inventory": inventory.relations(graph),
        "contraries": [list(pair) for pair in inventory.CONTRARIES],
        "plural": sorted(inventory.PLURAL),
        "corrections": {
            "fields": corrections.FIELDS,
            "optional": corrections.OPTIONAL,
            "different": corrections.DIFFERENT,
        },
        "palette": {
            "quads": {name: list(colours) for name, colours in palette.QUADS.items()},
            "types": {name: list(looks) for name, looks in palette.TYPES.items()},
            "dashes": {name: list(dashes) for name, dashes in palette.DASHES.items()},
            "statuses": list(palette.STATUSES),
            "hidden": sorted(HIDDEN),
        },
    }


def reference(article: Article) -> dict[str, Any]:
    """How the page cites an article; its text stays out."""
    found = {
        "title": evidence.short(article.title or article.id, 300),
        "date": article.date and article.date.isoformat(),
        "publisher": evidence.short(article.publisher or "", 120),
        "author": evidence.short(article.author or "", 120),
        "url": evidence.link(article.url),
        "copy_of": article.duplicate_of,
    }
    return {name: value for name, value in found.items() if value}


def assemble(data: Mapping[str, Any]) -> str:
    """The page of a network's nodes and edges, with what ``about`` says and the statements and articles behind."""
    said = data["strings"][data["lang"]]
    vis = (files("pyvis") / VIS).read_text(encoding="utf-8")
    viewer = script()
    template = Template(_data("template.html"))
    shown = [edge for edge in data["edges"] if edge.get("status") not in HIDDEN]
    hidden = [edge for edge in data["edges"] if edge.get("status") in HIDDEN]
    return template.substitute(
        {f"t_{name}": escape(text) for name, text in said.items()},
        lang=data["lang"],
        title=escape(data["title"] or said["title"]),
        facts=escape(facts(data)),
        policy=f"default-src 'none'; script-src {_digest(vis)} {_digest(viewer)}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'",
        style=_data("viewer.css"),
        rows=_rows(shown, data),
        hidden_rows=_rows(hidden, data),
        count=len(shown),
        hidden_count=len(hidden),
        data=_embedded(data),
        vis=vis,
        viewer=viewer,
    )


def script() -> str:
    """The page's own script: its parts in one function, so that they see each other and nothing else sees them."""
    note = "// Text enters the document through textContent only; nothing is fetched, stored or evaluated.\n"
    parts = "\n".join(_data(f"viewer/{part}.js") for part in VIEWER)
    return f'"use strict";\n{note}(() => {{\n{parts}}})();\n'


def facts(data: Mapping[str, Any]) -> str:
    """One line on what the graph was made from."""
    said, made_from = data["strings"][data["lang"]], data["summary"]
    found = [f"{made_from['articles']} {said['article' if made_from['articles'] == 1 else 'articles']}"]
    if made_from["copies"]:
        found.append(f"{made_from['copies']} {said['copy_of' if made_from['copies'] == 1 else 'copies']}")
    if made_from["unread"]:
        found.append(f"{made_from['unread']} {said['unread']}")
    if made_from["dates"]:
        found.append(" – ".join(dict.fromkeys(made_from["dates"])))
    if "part" in made_from:
        found.append(said["about_filters"].format(part=evidence.short(made_from["part"], 80)))
    return " · ".join([*found, made_from["version"]])


def marked(parts: Iterable[tuple[str, str]]) -> str:
    """A sentence in pieces as HTML, its marked words in ``<mark>``."""
    return "".join(f'<mark class="{role}">{escape(text)}</mark>' if role else escape(text) for text, role in parts)


def _rows(edges: Iterable[Mapping[str, Any]], data: Mapping[str, Any]) -> str:
    """The edges as rows of the table that stands in for the drawing."""
    lang, said = data["lang"], data["strings"][data["lang"]]
    names = {node["id"]: node.get("labels", {}).get(lang) or str(node["label"]) for node in data["nodes"]}
    rows = []
    for edge in sorted(edges, key=lambda e: (-e.get("weight", 0), -e.get("articles", 0), str(e.get("id")))):
        status = edge.get("status", "asserted")
        cards = [data["statements"][number] for number in edge.get("evidence", ())[:1]]
        cells = (
            escape(names[edge["from"]]),
            escape(edge.get("labels", {}).get(lang) or str(edge.get("label", ""))),
            escape(names[edge["to"]]),
            escape(said.get(status, status)),
            str(edge.get("articles", "")),
            escape(" – ".join(dict.fromkeys(edge.get("dates") or ()))),
            "".join(f'<bdi lang="fr">{marked(card["pieces"])}</bdi>' for card in cards),
        )
        name = escape(str(edge.get("id", "")), quote=True)
        rows.append(f'<tr data-edge="{name}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>')
    return "\n".join(rows)


def _embedded(data: Mapping[str, Any]) -> str:
    """The data as JSON that stands safely inside a ``<script>``."""
    text = records.dumps(data, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _data(name: str) -> str:
    return (files("graphbuild.exports") / name).read_text(encoding="utf-8")
