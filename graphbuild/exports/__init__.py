"""Writing a graph to files: one row of ``WRITERS`` per format, and the folder with everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from graphbuild.errors import UnknownFormat
from graphbuild.exports import files, html, jsonl, picture, tables, xml

if TYPE_CHECKING:
    from graphbuild.exports.network import EvidenceNetwork

WRITERS: dict[str, Callable[..., str]] = {
    ".html": html.page,
    ".graphml": xml.graphml,
    ".gexf": xml.gexf,
    ".json": tables.node_link,
    ".csv": tables.csv,
    ".jsonl": jsonl.statements,
    ".svg": picture.svg,
}
"""Suffix → function from a graph to the text of the file."""

FOLDER: dict[str, Callable[..., str]] = {
    "entities.jsonl": jsonl.entities,
    "statements.jsonl": jsonl.statements,
    "articles.jsonl": jsonl.articles,
    "manifest.json": jsonl.manifest,
    "graph.graphml": xml.graphml,
    "graph.html": html.page,
}
"""The files of a whole build, as in ``spec/outputs.md``."""

WORDED = (html.page, picture.svg)
"""The writers that take ``lang`` and ``title``."""


def write(graph: nx.MultiDiGraph, path: str | Path, **options: str) -> None:
    """Writes a graph to a file whose suffix names the format, or all files to a folder (a path without suffix).

    Parent folders are made. A file is replaced only when the new one is complete: a failed write changes nothing.

    Args:
        graph: A graph of ``graphbuild``, or a part of one; it is not changed.
        path: Such as ``outputs/graph.html`` or ``outputs``.
        options: ``lang`` ("en" or "fr") and ``title`` for HTML and SVG.

    Raises:
        UnknownFormat: There is no writer for the suffix.
        WriteError: The file cannot be written there.
    """
    target = Path(path)
    if target.suffix.lower() in WRITERS:
        writer = WRITERS[target.suffix.lower()]
        files.replace(target, writer(graph, **(options if writer in WORDED else {})))
    elif target.suffix and not target.is_dir():
        raise UnknownFormat(
            f"cannot write {target}: no format {target.suffix!r}; "
            f"use one of {', '.join(WRITERS)}, or a folder (a path without suffix)"
        )
    else:
        texts = {name: writer(graph, **(options if writer in WORDED else {})) for name, writer in FOLDER.items()}
        for name, text in texts.items():
            files.replace(target / name, text)


def to_pyvis(graph: nx.MultiDiGraph, **options: str) -> EvidenceNetwork:
    """A ``pyvis.network.Network`` of the graph, to change before it writes the same page as ``write`` does."""
    from graphbuild.exports.network import to_pyvis  # pyvis imports IPython

    return to_pyvis(graph, **options)
