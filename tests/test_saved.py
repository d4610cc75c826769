"""Graphs read back: equal to what was written, bombs refused, and what other programs wrote of it."""

import dataclasses
import json

import networkx as nx
import pytest

from graphbuild import GraphbuildError, read_graph, rolled_up
from graphbuild.errors import SourceError, UnknownFormat
from graphbuild.exports import FOLDER, WRITERS, write
from graphbuild.graph import KnowledgeGraph, to_graph

READ = [".graphml", ".json"]


@pytest.fixture(params=READ)
def path(request, press_graph, tmp_path):
    write(press_graph, tmp_path / f"graph{request.param}")
    return tmp_path / f"graph{request.param}"


def test_all_comes_back(path, press_graph):
    back = read_graph(path)
    assert isinstance(back, KnowledgeGraph)
    assert dict(back.nodes(data=True)) == dict(press_graph.nodes(data=True))
    assert back.graph["relations"] == press_graph.graph["relations"]
    assert back.graph["manifest"] == press_graph.graph["manifest"]
    without_text = {i: dataclasses.replace(a, text="") for i, a in press_graph.graph["articles"].items()}
    assert back.graph["articles"] == without_text
    assert set(back.edges(keys=True)) == set(press_graph.edges(keys=True))
    for u, v, key, data in press_graph.edges(keys=True, data=True):
        rounded = [dataclasses.replace(s, score=s.score and round(s.score, 3)) for s in data["evidence"]]
        assert back.edges[u, v, key] == data | {"evidence": rounded}


def test_what_is_written_again_is_the_same(path, press_graph):
    back = read_graph(path)
    assert WRITERS[path.suffix](back) == path.read_text(encoding="utf-8")
    for suffix in (".graphml", ".json", ".jsonl", ".html", ".csv", ".gexf"):
        assert WRITERS[suffix](back) == WRITERS[suffix](press_graph)
    assert FOLDER["entities.jsonl"](back) == FOLDER["entities.jsonl"](press_graph)


def test_views_work_on_it(path, press_graph):
    back = read_graph(path)
    assert "Vladimir Poutine" in press_graph
    assert "Vladimir Poutine" not in rolled_up(back)
    assert set(rolled_up(back).edges(keys=True)) == set(rolled_up(press_graph).edges(keys=True))
    assert [s.quote for s in back.evidence("RUS", "UKR")] == [s.quote for s in press_graph.evidence("RUS", "UKR")]
    assert "<iframe" in back._repr_html_()


@pytest.mark.parametrize("suffix", READ)
def test_hostile_text_comes_back(suffix, hostile_build, tmp_path):
    write(to_graph(hostile_build), tmp_path / f"a{suffix}")
    back = read_graph(tmp_path / f"a{suffix}")
    write(back, tmp_path / f"b{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", READ)
def test_parts_and_changed_graphs_come_back(suffix, press_graph, tmp_path):
    for part in (press_graph.subgraph(["RUS", "UKR"]), press_graph.subgraph([]), press_graph.both_ways()):
        write(part, tmp_path / f"part{suffix}")
        assert set(read_graph(tmp_path / f"part{suffix}").edges(keys=True)) == set(part.edges(keys=True))
    own = press_graph.copy()
    own.nodes["RUS"].update(degree=7, share=0.5, seen=True, note="à revoir")
    own.edges["RUS", "UKR", "invades"]["rank"] = 3
    own.graph["title"] = "Été"
    write(own, tmp_path / f"own{suffix}")
    back = read_graph(tmp_path / f"own{suffix}")
    assert back.nodes["RUS"] == own.nodes["RUS"]
    assert back.edges["RUS", "UKR", "invades"]["rank"] == 3
    assert back.graph["title"] == "Été"
    write(own.until("2022").asserted_only(), tmp_path / f"filtered{suffix}")
    assert read_graph(tmp_path / f"filtered{suffix}").graph["part"] == ("until 2022", "asserted")


def test_what_networkx_wrote_of_it(press_graph, tmp_path):
    write(press_graph, tmp_path / "ours.graphml")
    theirs = nx.read_graphml(tmp_path / "ours.graphml", force_multigraph=True)
    nx.set_node_attributes(theirs, nx.degree_centrality(theirs), "centrality")
    nx.write_graphml(theirs, tmp_path / "theirs.graphml")
    back = read_graph(tmp_path / "theirs.graphml")
    assert set(back.edges(keys=True)) == set(press_graph.edges(keys=True))
    assert back.nodes["RUS"]["centrality"] > 0
    assert back.evidence("RUS", "UKR")


def test_what_a_program_left_out_is_made_again(press_graph, tmp_path):
    """Without the data of the graph, with labels under other names and counts lost, as Gephi's exporter does it."""
    write(press_graph, tmp_path / "ours.graphml")
    theirs = nx.read_graphml(tmp_path / "ours.graphml", force_multigraph=True)
    theirs.graph.clear()
    for *_, data in [*theirs.nodes(data=True), *theirs.edges(data=True)]:
        data["Label"] = data.pop("label")
        data.pop("weight", None)
        data.pop("status", None)
    nx.write_graphml(theirs, tmp_path / "theirs.graphml")
    back = read_graph(tmp_path / "theirs.graphml")
    edge, old = back.edges["RUS", "UKR", "invades"], press_graph.edges["RUS", "UKR", "invades"]
    assert [edge[name] for name in ("label", "weight", "status")] == [
        old[name] for name in ("label", "weight", "status")
    ]
    assert back.nodes["CIV"]["label"] == "Côte d'Ivoire"
    assert set(back.graph["relations"]) == {key for *_, key in press_graph.edges(keys=True)}
    rolled_up(back)
    WRITERS[".html"](back)


def test_merged_nodes_keep_their_evidence(press_graph, tmp_path):
    write(press_graph, tmp_path / "graph.json")
    data = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    for edge in data["edges"]:
        edge["source"] = "RUS" if edge["source"] == "BLR" else edge["source"]
        edge["target"] = "RUS" if edge["target"] == "BLR" else edge["target"]
    (tmp_path / "graph.json").write_text(json.dumps(data), encoding="utf-8")
    back = read_graph(tmp_path / "graph.json")
    assert back.number_of_edges() == press_graph.number_of_edges()
    assert {s.source for s in back.statements()} <= set(back)
    assert "BLR" not in {end for s in back.statements() for end in (s.source, s.target)}


def test_an_edge_that_was_turned_or_retyped_takes_its_evidence_along(press_graph, tmp_path):
    data = json.loads(WRITERS[".json"](press_graph))
    edge = next(edge for edge in data["edges"] if edge["id"] == "RUS|invades|UKR")
    edge |= {"source": "UKR", "target": "RUS", "relation": "opposes", "key": "opposes"}
    (tmp_path / "graph.json").write_text(json.dumps(data), encoding="utf-8")
    back = read_graph(tmp_path / "graph.json")
    found = back.edges["UKR", "RUS", "opposes"]["evidence"]
    assert {(s.source, s.relation, s.target) for s in found} == {("UKR", "opposes", "RUS")}
    assert "opposes" in back.graph["relations"]
    rolled_up(back)


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
EMPTY = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">{}</graph></graphml>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB + EMPTY.format('<node id="&b;"/>'), "DTDForbidden"),
        (OUTSIDE + EMPTY.format('<node id="&a;"/>'), "DTDForbidden"),
        ('<!DOCTYPE graphml SYSTEM "http://localhost/x.dtd">' + EMPTY.format(""), "DTDForbidden"),
        ("<graphml><graph>", "no element found"),
        ("", "no element found"),
        ("\0\1\2", "not well-formed"),
        ("<svg/>", "no <graphml> with a <graph>"),
        (EMPTY.format('<node id="a"/>'), "node 'a': type None is none of country"),
        (EMPTY.format('<node id="a"><data key="zz">1</data></node>'), "no <key> 'zz'"),
        (EMPTY.format('<edge source="a" target="b"/>'), "not both nodes"),
        ("<a>" * 100_000, "no element found|nesting|recursion"),
    ],
)
def test_xml_that_is_refused(text, message, tmp_path):
    (tmp_path / "x.graphml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message) as found:
        read_graph(tmp_path / "x.graphml")
    assert "x.graphml" in str(found.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.pop("edges"), '"nodes" and "edges"'),
        (lambda data: data["edges"][0].pop("evidence"), "no relation, or no evidence"),
        (lambda data: data["edges"][0].update(weight="heavy"), "weight cannot be 'heavy'"),
        (lambda data: data["edges"][0].update(evidence=[1]), "not a list of objects"),
        (lambda data: data["edges"][0]["evidence"][0].update(modality="sure"), "'sure' is not a valid Modality"),
        (lambda data: data["edges"][0]["evidence"][0].update(trigger={"start": 0, "end": "x"}), "trigger is not"),
        (lambda data: data["edges"][0]["evidence"][0].update(date={"start": "soon"}), "Invalid isoformat"),
        (lambda data: data["nodes"][0].update(aliases=[1]), "aliases is not a list of texts"),
        (lambda data: data["nodes"].append(data["nodes"][0]), "two nodes"),
        (lambda data: data["graph"].update(part="since 2022"), "part is not a list of texts"),
        (lambda data: data["graph"]["articles"][0].update(title=3), "no text 'title'"),
    ],
)
def test_json_that_is_refused(change, message, press_graph, tmp_path):
    data = json.loads(WRITERS[".json"](press_graph))
    change(data)
    (tmp_path / "x.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        read_graph(tmp_path / "x.json")


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "[]", "1", '{"nodes": 1, "edges": []}'])
def test_text_that_is_no_graph(text, tmp_path):
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"x\.json"):
        read_graph(tmp_path / "x.json")


def test_places_that_cannot_be_read(press_graph, tmp_path):
    with pytest.raises(UnknownFormat, match=r"\.graphml, \.json"):
        read_graph(tmp_path / "graph.gexf")
    for name in ("nothing.json", "bad\0name.json"):
        with pytest.raises(GraphbuildError, match="cannot read"):
            read_graph(tmp_path / name)
    write(press_graph, tmp_path / "graph.json")
    with pytest.raises(SourceError, match=r"more than 100 bytes; allow more with largest="):
        read_graph(tmp_path / "graph.json", largest=100)
