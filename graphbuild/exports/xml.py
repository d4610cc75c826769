"""GraphML for every tool, and GEXF for Gephi, from the same cleaned records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from graphbuild.exports import layout, palette, records, spells

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"

_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}


def graphml(graph: nx.MultiDiGraph) -> str:
    """GraphML with unique edge ids; ``evidence`` is one JSON string, ``quote`` the first sentence.

    What is said of the whole graph (articles without texts, relations, manifest) is data of the graph, as JSON.
    """
    clean = nx.MultiDiGraph()
    clean.graph.update({k: v for k, v in _scalars(records.about(graph)).items() if v not in ("[]", "{}")})
    names = _names(graph)
    for node, attributes in _nodes(graph):
        clean.add_node(names[node])
        clean.nodes[names[node]].update(attributes)
    for edge, attributes in _edges(graph):
        key = attributes.pop("id")  # which NetworkX writes as the edge's XML id; igraph fails on two of that name
        ends = names[edge["source"]], names[edge["target"]], key
        clean.add_edge(*ends)
        clean.edges[ends].update(attributes)
    writer = GraphMLWriter(named_key_ids=True)
    writer.add_graph_element(clean)
    _tell_keys_apart(writer.xml)
    _data_first(writer.xml)
    ET.indent(writer.xml)
    return f"{DECLARATION}{ET.tostring(writer.xml, encoding='unicode')}\n"


def _tell_keys_apart(root: ET.Element) -> None:
    """Gives a key of edges or of the graph an id of its own where NetworkX gives that of another: ``edge_label``."""
    taken = {key.get("id") for key in root.iterfind("key[@for='node']")}
    for owner in ("edge", "graph"):
        ids = [key.get("id") for key in root.iterfind(f"key[@for='{owner}']")]
        for key in root.iterfind(f"key[@for='{owner}']"):
            if key.get("id") in taken:
                key.set("id", f"{owner}_{key.get('id')}")
        for value in root.iterfind(f".//{owner}/data"):
            if value.get("key") in taken:
                value.set("key", f"{owner}_{value.get('key')}")
        taken.update(ids)


def _data_first(root: ET.Element) -> None:
    """Puts the data of the graph before its nodes: where it comes behind them, graphology does not see it."""
    (element,) = root.iterfind("graph")
    element[:] = [*element.iterfind("data"), *(child for child in element if child.tag != "data")]


def gexf(graph: nx.MultiDiGraph) -> str:
    """GEXF 1.3 with a ``kind`` on each edge (so that Gephi keeps parallel edges apart), dates, places and colours."""
    root = ET.Element("gexf", {"xmlns": GEXF, "xmlns:viz": VIZ, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "graphbuild"
    ET.SubElement(meta, "description").text = "automatic extraction, check before use"
    rows = _edges(graph)
    times = spells.of_edges((edge for edge, _ in rows), records.articles(graph))
    mode = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    element = ET.SubElement(
        root, "graph", {"defaultedgetype": "directed", **(mode if any(times) else {"mode": "static"})}
    )
    _gexf_nodes(element, graph, spells.of_nodes((edge for edge, _ in rows), times))
    _gexf_edges(element, rows, times, _names(graph))
    ET.indent(root)
    return f"{DECLARATION}{ET.tostring(root, encoding='unicode')}\n"


def _gexf_nodes(element: ET.Element, graph: nx.MultiDiGraph, times: Mapping[str, list[spells.Spell]]) -> None:
    rows = _nodes(graph)
    names, places = _names(graph), layout.positions(graph)
    columns = _columns(element, "node", [attributes for _, attributes in rows])
    parent = ET.SubElement(element, "nodes")
    for node, attributes in rows:
        child = ET.SubElement(parent, "node", {"id": names[node], "label": attributes["label"]})
        _values(child, columns, attributes)
        _times(child, times.get(node, []))
        ET.SubElement(child, "viz:color", _rgb(palette.type_colour(attributes["type"])))
        x, y = places[node]
        ET.SubElement(child, "viz:position", {"x": str(x), "y": str(-y), "z": "0"})


def _gexf_edges(
    element: ET.Element,
    rows: list[tuple[dict[str, Any], dict[str, Any]]],
    times: list[list[spells.Spell]],
    names: Mapping[str, str],
) -> None:
    shown = ("id", "label", "kind", "weight")  # XML attributes of their own
    tables = [
        {_column(name): value for name, value in attributes.items() if name not in shown}
        | {"assertions": attributes["weight"]}
        for _, attributes in rows
    ]
    columns = _columns(element, "edge", tables)
    parent = ET.SubElement(element, "edges")
    for (edge, attributes), values, own_times in zip(rows, tables, times, strict=True):
        own = {name: str(attributes[name]) for name in shown if attributes[name] != 0}  # Gephi drops weight 0
        ends = {"source": names[edge["source"]], "target": names[edge["target"]]}
        child = ET.SubElement(parent, "edge", own | ends)
        _values(child, columns, values)
        _times(child, own_times)
        ET.SubElement(child, "viz:color", _rgb(palette.quad_colour(attributes["quad"])))


def _times(element: ET.Element, found: list[spells.Spell]) -> None:
    """Start and end for every reader, and spells where there is a gap between them; what is undated always shows."""
    if found:
        element.set("start", found[0][0].isoformat())
        element.set("end", found[-1][1].isoformat())
    if len(found) > 1:
        parent = ET.SubElement(element, "spells")
        for start, end in found:
            ET.SubElement(parent, "spell", {"start": start.isoformat(), "end": end.isoformat()})


def _column(name: str) -> str:
    """The name of an edge column that no reader mistakes for a part of GEXF."""
    return f"{name}_" if name in ("type", "start", "end", "source", "target") else name


def _columns(element: ET.Element, owner: str, rows: list[dict[str, Any]]) -> dict[str, str]:
    """Declares the columns of all rows; gives each column's type."""
    columns = {name: _TYPES[type(value)] for row in rows for name, value in row.items()}
    if columns:
        parent = ET.SubElement(element, "attributes", {"class": owner, "mode": "static"})
        for name, kind in columns.items():
            ET.SubElement(parent, "attribute", {"id": name, "title": name, "type": kind})
    return columns


def _values(element: ET.Element, columns: Mapping[str, str], row: dict[str, Any]) -> None:
    if row:
        parent = ET.SubElement(element, "attvalues")
        for name in columns:
            if name in row:
                value = row[name]
                text = str(value).lower() if isinstance(value, bool) else str(value)
                ET.SubElement(parent, "attvalue", {"for": name, "value": text})


def _rgb(colour: str) -> dict[str, str]:
    return {channel: str(int(colour[i : i + 2], 16)) for channel, i in (("r", 1), ("g", 3), ("b", 5))}


def _edges(graph: nx.MultiDiGraph) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each edge's record with what XML can hold of its attributes."""
    found = []
    taken: set[str] = set()
    for edge in records.edges(graph):
        own = {name: value for name, value in edge.items() if name not in ("source", "key", "target", "evidence")}
        quote = edge["evidence"][0].quote if edge["evidence"] else None
        attributes = _scalars(own | {"quote": quote, "evidence": edge["evidence"]})
        attributes["id"] = records.unique(attributes["id"], taken)
        found.append((edge, attributes))
    _unify([attributes for _, attributes in found])
    return found


def _nodes(graph: nx.MultiDiGraph) -> list[tuple[str, dict[str, Any]]]:
    """Each node's id with what XML can hold of its attributes."""
    found = [(node, _scalars(attributes)) for node, attributes in records.nodes(graph)]
    _unify([attributes for _, attributes in found])
    return found


def _unify(rows: list[dict[str, Any]]) -> None:
    """Gives the values of each column one type: both formats declare it once."""
    kinds: dict[str, set[type]] = defaultdict(set)
    for row in rows:
        for name, value in row.items():
            kinds[name].add(type(value))
    for row in rows:
        for name, value in row.items():
            if len(kinds[name]) > 1:
                row[name] = float(value) if kinds[name] == {int, float} else str(value)


def _scalars(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes without nulls, lists as JSON text, all text free of what XML forbids."""
    found = {}
    for name, value in attributes.items():
        value = records.plain(value)
        if isinstance(value, (dict, list)):
            value = records.dumps(value)
        if value is not None:
            found[records.clean(name)] = records.clean(value) if isinstance(value, str) else value
    return found


def _names(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Node id → an id that XML can hold and no other node has."""
    taken: set[str] = set()
    return {node: records.unique(records.clean(node), taken) for node, _ in records.nodes(graph)}
