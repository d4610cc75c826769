"""Reads a graph back from a file that ``write`` has written: GraphML, or node-link JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.edges import edge_attributes
from graphbuild.errors import SourceError, UnknownFormat
from graphbuild.exports import nouns, records
from graphbuild.graph import KnowledgeGraph

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 256 * 2**20
"""Bytes of the largest file that is read, unless told otherwise: some fifty thousand articles."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a file, whatever its format."""

    about: Row
    nodes: list[tuple[str, Row]]
    edges: list[tuple[str, str, Row]]


def read_graph(path: str | Path, *, largest: int = LARGEST) -> KnowledgeGraph:
    """The graph of a ``.graphml`` or ``.json`` file that ``write`` has made, with its statements, ready for every view.

    Articles come without their texts. Attributes that others have added to nodes and edges are kept. What Gephi or
    another program has left out of a GraphML file is made again from the evidence.

    Args:
        path: Such as ``outputs/graph.graphml``.
        largest: Bytes of the largest file that is read.

    Raises:
        UnknownFormat: The suffix is neither.
        SourceError: There is no such file, or it is too large, or not well formed, or declares a document type or
            entities, or is not a graph of ``graphbuild``.
    """
    source = Path(path)
    if source.suffix.lower() not in READERS:
        raise UnknownFormat(f"cannot read a graph from {source}: use one of {', '.join(READERS)}")
    try:
        if source.stat().st_size > largest:
            raise SourceError(f"cannot read {source}: more than {largest} bytes; allow more with largest=")
        data = source.read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(f"cannot read {source}: {error}") from error
    try:
        return _graph(READERS[source.suffix.lower()](data))
    except (ValueError, SyntaxError, RecursionError) as error:  # what parsers and ``nouns`` raise
        raise SourceError(f"cannot read {source} as a graph of graphbuild: {error}") from error


def _graph(content: Content) -> KnowledgeGraph:
    about = dict(content.about)
    articles = {article.id: article for article in map(nouns.article, nouns.rows(about.pop("articles", [])))}
    relations = {relation.id: relation for relation in map(nouns.relation, nouns.rows(about.pop("relations", [])))}
    graph = KnowledgeGraph()
    if filters := about.pop("part", None):
        graph.graph["part"] = nouns.texts("part", filters)
    graph.graph |= about | {"articles": articles, "relations": relations, "manifest": about.get("manifest") or {}}
    for node, attributes in content.nodes:
        if node in graph:
            raise ValueError(f"two nodes {node!r}")
        graph.add_node(node)
        graph.nodes[node].update(nouns.node(node, attributes))
    taken: set[str] = set()
    for source, target, attributes in content.edges:
        if source not in graph or target not in graph:
            raise ValueError(f"an edge from {source!r} to {target!r}, which are not both nodes")
        known = nouns.edge(source, target, attributes)
        relation = relations.setdefault(known["relation"], nouns.relation_of(known))
        for statement in known["evidence"]:
            articles.setdefault(statement.article, nouns.article({"id": statement.article}))
        made = edge_attributes(source, target, relation, known["evidence"], articles)
        key = attributes.get("key") or known["relation"]
        while (name := (source, target, str(key))) in graph.edges:
            key = records.unique(str(key), taken)
        graph.add_edge(*name)
        graph.edges[name].update({k: v for k, v in (made | known).items() if v is not None})
    return graph


def _node_link(data: bytes) -> Content:
    found = json.loads(data)
    if not isinstance(found, dict) or not {"nodes", "edges"} <= set(found):
        raise ValueError('no object with "nodes" and "edges"')
    about = found.get("graph") or {}
    return Content(
        dict(nouns.rows([about])[0]),
        [(str(row.get("id")), _without(row, "id")) for row in nouns.rows(found["nodes"])],
        [
            (str(row.get("source")), str(row.get("target")), _without(row, "source", "target"))
            for row in nouns.rows(found["edges"])
        ],
    )


def _without(row: Mapping[str, Any], *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _graphml(data: bytes) -> Content:
    from defusedxml import ElementTree

    root = ElementTree.fromstring(data, forbid_dtd=True)
    space = root.tag.removesuffix("graphml")
    if root.tag != f"{space}graphml" or (graph := root.find(f"{space}graph")) is None:
        raise ValueError("no <graphml> with a <graph>")
    keys = {
        key.get("id"): (key.get("attr.name") or "", key.get("attr.type") or "string")
        for key in root.iter(f"{space}key")
    }

    def values(element: Element) -> Row:
        return dict(_value(keys, one) for one in element.iterfind(f"{space}data"))

    nodes = [(node.get("id", ""), _from_json(values(node), NODE_JSON)) for node in graph.iterfind(f"{space}node")]
    edges = [
        (edge.get("source", ""), edge.get("target", ""), _from_json(values(edge), EDGE_JSON))
        for edge in graph.iterfind(f"{space}edge")
    ]
    return Content(_from_json(values(graph), GRAPH_JSON), nodes, edges)


NODE_JSON, EDGE_JSON, GRAPH_JSON = ("aliases", "articles"), ("evidence",), ("articles", "relations", "manifest", "part")
"""The attributes that stand as JSON text in GraphML."""

_NUMBERS: dict[str, Callable[[str], Any]] = {"int": int, "long": int, "float": float, "double": float}


def _value(keys: Mapping[str | None, tuple[str, str]], element: Element) -> tuple[str, Any]:
    name, kind = keys.get(element.get("key"), (None, ""))
    if name is None:
        raise ValueError(f"no <key> {element.get('key')!r}")
    text = element.text or ""
    if kind == "boolean":
        return name, text.strip().lower() in ("true", "1")
    return name, _NUMBERS[kind](text) if kind in _NUMBERS else text


def _from_json(row: Row, names: tuple[str, ...]) -> Row:
    return {
        name: json.loads(value) if name in names and isinstance(value, str) else value for name, value in row.items()
    }


READERS: dict[str, Callable[[bytes], Content]] = {".graphml": _graphml, ".json": _node_link}
"""Suffix → function from a file's bytes to what stands in it."""
