"""Writing a graph to files: one row of ``WRITERS`` per format of one file, one of ``FOLDERS`` per format of several."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from graphbuild.errors import UnknownFormat
from graphbuild.exports import files, html, jsonl, neo4j, picture, rdf, tables, xml

if TYPE_CHECKING:
    from graphbuild.exports.network import EvidenceNetwork

Writer = Callable[..., str]
"""From a graph to the text of a file."""

WRITERS: dict[str, Writer] = {
    ".html": html.page,
    ".graphml": xml.graphml,
    ".gexf": xml.gexf,
    ".json": tables.node_link,
    ".csv": tables.csv,
    ".jsonl": jsonl.statements,
    ".svg": picture.svg,
    ".ttl": rdf.turtle,
}
"""Suffix → writer of the file."""

FOLDER: dict[str, Writer] = {
    "entities.jsonl": jsonl.entities,
    "statements.jsonl": jsonl.statements,
    "articles.jsonl": jsonl.articles,
    "manifest.json": jsonl.manifest,
    "graph.graphml": xml.graphml,
    "graph.html": html.page,
}
"""The files of a whole build, as in ``spec/outputs.md``."""

FOLDERS: dict[str, dict[str, Writer]] = {"": FOLDER, ".neo4j": neo4j.FILES}
"""Suffix → writers of the files in a folder."""

WORDED = (html.page, picture.svg)
"""The writers that take ``lang`` and ``title``."""


def write(graph: nx.MultiDiGraph, path: str | Path, *, lang: str | None = None, title: str = "") -> None:
    """Writes a graph to a file whose suffix names the format, or all files to a folder (a path without suffix).

    Parent folders are made. A file is replaced only when the new one is complete, and none before all have a text.

    Args:
        graph: A graph of ``graphbuild``, or a part of one; it is not changed.
        path: Such as ``outputs/graph.html``, ``outputs``, or ``outputs/graph.neo4j``, a folder with files for Neo4j.
        lang: "en" or "fr", for HTML and SVG; by default ``graph.graph["lang"]``, else English.
        title: A heading for HTML and SVG; by default ``graph.graph["title"]``.

    Raises:
        UnknownFormat: There is no writer for the suffix.
        WriteError: The file cannot be written there.
        GraphbuildError: There is no such language.
    """
    writers, worded = check(path), {"lang": lang, "title": title}
    texts = {file: writer(graph, **(worded if writer in WORDED else {})) for file, writer in writers.items()}
    for file, text in texts.items():
        files.replace(file, text)


def check(path: str | Path) -> dict[Path, Writer]:
    """The files that ``write`` makes for a path, each with its writer. Raises UnknownFormat."""
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix in WRITERS:
        return {target: WRITERS[suffix]}
    if suffix not in FOLDERS and not target.is_dir():
        raise UnknownFormat(
            f"cannot write {target}: no format {target.suffix!r}; use one of {', '.join(WRITERS)}, "
            f"or a folder: {', '.join(filter(None, FOLDERS))}, or without suffix for everything"
        )
    return {target / name: writer for name, writer in FOLDERS.get(suffix, FOLDER).items()}


def to_pyvis(graph: nx.MultiDiGraph, lang: str | None = None, title: str = "") -> EvidenceNetwork:
    """A ``pyvis.network.Network`` of the graph, to change before it writes the same page as ``write`` does."""
    from graphbuild.exports.network import to_pyvis  # pyvis imports IPython

    return to_pyvis(graph, lang, title)
