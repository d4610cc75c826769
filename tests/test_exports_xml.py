"""GraphML and GEXF: what other programs read back, and what they would stumble over."""

import dataclasses
import json
from xml.etree import ElementTree as ET

import defusedxml.ElementTree
import igraph
import networkx as nx
import pytest

from graphbuild.exports import WRITERS, records, write
from graphbuild.graph import to_graph

GEXF = "{http://gexf.net/1.3}"


@pytest.fixture
def graphml(press_graph, tmp_path):
    write(press_graph, tmp_path / "graph.graphml")
    return tmp_path / "graph.graphml"


@pytest.fixture
def gexf(press_graph, tmp_path):
    write(press_graph, tmp_path / "graph.gexf")
    return tmp_path / "graph.gexf"


def by_id(graph):
    return {data.get("id", key): (u, v, data) for u, v, key, data in graph.edges(keys=True, data=True)}


def test_networkx_reads_graphml_back(press_graph, graphml):
    back = nx.read_graphml(graphml, force_multigraph=True)
    assert back.is_directed()
    assert set(back) == set(press_graph)
    assert back.number_of_edges() == press_graph.number_of_edges()
    for _, _, key, data in press_graph.edges(keys=True, data=True):
        u, v, read = by_id(back)[data["id"]]
        assert f"{u}|{key}|{v}" == data["id"]
        for name in set(data) - {"evidence", "id"}:
            assert read[name] == data[name], name
        evidence = json.loads(read["evidence"])
        assert [row["id"] for row in evidence] == [statement.id for statement in data["evidence"]]
        assert read["quote"] == evidence[0]["quote"]
    assert back.nodes["CIV"]["label"] == back.nodes["CIV"]["name"] == "Côte d'Ivoire"
    assert json.loads(back.nodes["RUS"]["aliases"]) == ["Moscou", "la Russie", "le Kremlin"]
    assert back.nodes["RUS"]["mentions"] == press_graph.nodes["RUS"]["mentions"]
    assert "wikidata" not in back.nodes["CIV"]


def test_igraph_reads_graphml_back(press_graph, graphml):
    back = igraph.Graph.Read_GraphML(str(graphml))
    assert back.is_directed()
    assert set(back.vs["id"]) == set(press_graph)
    assert back.ecount() == press_graph.number_of_edges()
    labels = dict(zip(back.vs["id"], back.vs["label"], strict=True))
    assert labels["CIV"] == "Côte d'Ivoire"
    names = back.vs["id"]  # igraph 1.0 reads the source as the edge's id, and fails where there is a column "id" too
    found = {(names[edge.source], edge["relation"], names[edge.target], edge["label"]) for edge in back.es}
    assert found == {(u, key, v, data["label"]) for u, v, key, data in press_graph.edges(keys=True, data=True)}
    assert sum(edge["weight"] for edge in back.es) == sum(d["weight"] for *_, d in press_graph.edges(data=True))


def test_graphml_ids_are_unique(graphml):
    root = defusedxml.ElementTree.parse(graphml).getroot()
    for tag in ("node", "edge", "key"):
        ids = [element.get("id") for element in root.iter(f"{{http://graphml.graphdrawing.org/xmlns}}{tag}")]
        assert len(ids) == len(set(ids)) > 0, tag
        assert None not in ids


def test_ids_stay_unique_where_cleaning_or_joining_makes_them_equal():
    graph = nx.MultiDiGraph()
    graph.add_edge("a\x00", "b", "r")
    graph.add_edge("a", "b", "r")
    graph.add_edge("x|r", "y", "r")
    graph.add_edge("x", "r|y", "r")
    assert len({edge["id"] for edge in records.edges(graph)}) == 4
    back = nx.parse_graphml(WRITERS[".graphml"](graph), force_multigraph=True)
    assert (back.number_of_nodes(), back.number_of_edges()) == (graph.number_of_nodes(), 4)


def test_graphml_is_utf8_text(graphml):
    text = graphml.read_text(encoding="utf-8")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<graphml')
    assert "Biélorussie" in text
    assert "&#" not in text


def test_networkx_reads_gexf_back(press_graph, gexf):
    back = nx.read_gexf(gexf, version="1.3")
    assert set(back) == set(press_graph)
    assert back.number_of_edges() == press_graph.number_of_edges()
    for _, _, key, data in press_graph.edges(keys=True, data=True):
        u, v, read = by_id(back)[data["id"]]
        assert f"{u}|{key}|{v}" == data["id"]
        for name in set(data) - {"evidence", "kind", "weight", "first_date", "last_date"}:
            assert read[name] == data[name], name
        assert read.get("start") == data.get("first_date")
        assert read.get("end") == data.get("last_date")
        assert read["assertions"] == data["weight"]
    assert back.nodes["CIV"]["label"] == "Côte d'Ivoire"
    assert back.nodes["CIV"]["type"] == "country"


def test_gexf_keeps_parallel_edges_apart_and_weight_above_zero(press_graph, gexf):
    root = defusedxml.ElementTree.parse(gexf).getroot()
    edges = list(root.iter(f"{GEXF}edge"))
    kinds = {(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges}
    assert len(kinds) == len(edges) == press_graph.number_of_edges()
    assert {("RUS", "UKR", "invades"), ("RUS", "UKR", "attacks")} <= kinds
    assert all(float(edge.get("weight", 1)) > 0 for edge in edges)  # Gephi drops an edge of weight 0
    assert {edge.get("type") for edge in edges} == {None}
    columns = [c for c in root.iter(f"{GEXF}attributes") if c.get("class") == "edge"]
    titles = {attribute.get("title") for attribute in columns[0]}
    assert {"relation", "quad", "status", "evidence", "quote"} <= titles
    assert titles.isdisjoint({"type", "id", "label", "start", "end", "kind", "weight"})
    undated = next(edge for edge in edges if edge.get("id") == "Bamako|capital_of|MLI")
    assert undated.get("start") is undated.get("end") is None


def test_edge_attributes_of_users_cannot_break_gexf():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "r", type="arme", start="soon", source="x", score=1)
    graph.add_edge("a", "b", "s", score=0.5, n_asserted=True, extra=[1, None])
    back = nx.parse_graphml(WRITERS[".graphml"](graph), force_multigraph=True)
    assert back.number_of_edges() == 2
    root = ET.fromstring(WRITERS[".gexf"](graph))
    types = {a.get("title"): a.get("type") for a in root.iter(f"{GEXF}attribute")}
    assert types["type_"] == "string"
    assert types["score"] == "double"


def test_gexf_has_a_time_for_what_is_dated_and_none_for_the_rest(press_graph, gexf):
    back = nx.read_gexf(gexf, version="1.3")
    for _, _, data in back.edges(data=True):
        spans = data.get("spells") or [(data.get("start"), data.get("end"))]
        assert (spans[0][0], spans[-1][1]) == (data.get("start"), data.get("end"))
        assert all(a <= b for a, b in spans if a)
    parted = by_id(back)["RUS|invades|UKR"][2]
    assert parted["spells"] == [("2022-02-24", "2022-02-24"), ("2022-03-02", "2022-03-02")]
    undated = {end for u, v, data in back.edges(data=True) if "start" not in data for end in (u, v)}
    assert {"Bamako", "MLI"} <= undated
    for node, data in back.nodes(data=True):
        assert ("start" in data) == (node not in undated and back.degree(node) > 0), node
    for u, v, data in back.edges(data=True):
        for end in (u, v):
            if "start" in back.nodes[end]:
                assert back.nodes[end]["start"] <= data["start"] <= data["end"] <= back.nodes[end]["end"]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_text_that_xml_forbids_is_left_out(suffix, press_build):
    nasty = "Pékin\x00\x08\ud800\ufffe & <Moscou> \"'\r\nligne"
    entity = dataclasses.replace(press_build.entities[0], label=nasty, aliases=(nasty,))
    statements = tuple(dataclasses.replace(s, quote=s.quote + nasty) for s in press_build.statements)
    build = dataclasses.replace(press_build, entities=(entity, *press_build.entities[1:]), statements=statements)
    root = defusedxml.ElementTree.fromstring(WRITERS[suffix](to_graph(build)))
    clean = "Pékin & <Moscou> \"'\nligne"
    text = {element.text for element in root.iter()} | {v for element in root.iter() for v in element.attrib.values()}
    assert clean in text
