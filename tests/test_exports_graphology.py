"""GraphML and GEXF as graphology reads them in Node: the library below Gephi Lite, Retina and ipysigma."""

import itertools
import json
import os
import shutil
import subprocess

import networkx as nx
import pytest

from graphbuild.exports import write
from graphbuild.graph import to_graph

pytestmark = pytest.mark.slow

PACKAGES = ("graphology@0.26.0", "graphology-graphml@0.5.2", "graphology-gexf@0.13.2", "graphology-types@0.24.8")

READ = """
const Graph = require("graphology");
const readers = { graphml: require("graphology-graphml"), gexf: require("graphology-gexf") };
const path = process.argv[2];
const text = require("fs").readFileSync(path, "utf8");
const graph = readers[path.split(".").pop()].parse(Graph, text);
process.stdout.write(JSON.stringify({ type: graph.type, ...graph.export() }));
"""


@pytest.fixture(scope="session")
def graphology(tmp_path_factory):
    """A function from a file to what graphology makes of it; skipped without Node or a registry, but not in CI."""
    if not (shutil.which("node") and shutil.which("npm")) and not os.environ.get("CI"):
        pytest.skip("no node or no npm")
    home = tmp_path_factory.mktemp("graphology")
    install = ["npm", "install", "--prefix", home, "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"]
    found = subprocess.run([*install, *PACKAGES], capture_output=True, encoding="utf-8", check=False, cwd=home)
    if found.returncode and not os.environ.get("CI"):
        pytest.skip(f"npm could not install graphology: {found.stderr[-200:]}")
    assert found.returncode == 0, found.stderr
    (home / "read.js").write_text(READ, encoding="utf-8")

    def read(path):
        found = subprocess.run(["node", home / "read.js", path], capture_output=True, encoding="utf-8", check=False)
        assert found.returncode == 0, found.stderr
        return json.loads(found.stdout)

    return read


@pytest.fixture(params=["press_build", "hostile_build"])
def graph(request):
    """The graph, and the same graph with attacks for texts: both have parallel edges and symmetric ones."""
    graph = to_graph(request.getfixturevalue(request.param))
    pairs = [(u, v) for u, v in graph.edges()]
    assert len(set(pairs)) < len(pairs)
    assert {data["directed"] for *_, data in graph.edges(data=True)} == {True, False}
    return graph


def words(text):
    """The text without kinds of blanks: the parser below graphology takes U+2028 for the end of a line."""
    return " ".join(text.split())


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_no_node_and_no_edge_is_lost(suffix, graph, graphology, tmp_path):
    write(graph, tmp_path / f"graph{suffix}")
    found = graphology(tmp_path / f"graph{suffix}")
    assert {node["key"] for node in found["nodes"]} == set(graph)
    edges = {edge["key"]: edge for edge in found["edges"]}
    assert len(edges) == len(found["edges"]) == graph.number_of_edges()
    assert found["type"] == "directed"
    assert found["options"]["multi"]
    for u, v, key, data in graph.edges(keys=True, data=True):
        edge = edges[data["id"]]
        read = edge["attributes"]
        assert (edge["source"], edge["target"], read["relation"]) == (u, v, key)
        assert words(read["label"]) == words(data["label"])
        for name in ("status", "quad", "directed", "articles", "n_asserted", "score", "first_date", "last_date"):
            assert read.get(name) == data.get(name), name
        weight = "weight" if suffix == ".graphml" else "assertions"
        assert read[weight] == data["weight"]
        evidence = json.loads(read["evidence"])
        assert [(row["id"], row["quote"]) for row in evidence] == [(s.id, s.quote) for s in data["evidence"]]
        if suffix == ".gexf":
            assert words(read["kind"]) == words(data["kind"])


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_names_keep_their_letters(suffix, press_build, graphology, tmp_path):
    graph = to_graph(press_build)
    nasty = 'L\'« Été » & <b>"x"</b> ]]> 😀 \u202e'
    graph.nodes["CIV"]["label"] = nasty
    write(graph, tmp_path / f"graph{suffix}")
    nodes = {node["key"]: node["attributes"] for node in graphology(tmp_path / f"graph{suffix}")["nodes"]}
    assert nodes["CIV"]["label"] == nasty
    assert nodes["RUS"]["wikidata"] == "Q159"
    assert json.loads(nodes["RUS"]["aliases"]) == ["Moscou", "la Russie", "le Kremlin"]
    if suffix == ".gexf":
        assert all(isinstance(node["x"], (int, float)) and node["color"].startswith("rgb(") for node in nodes.values())


def test_articles_and_relations_come_along(press_graph, graphology, tmp_path):
    write(press_graph, tmp_path / "graph.graphml")
    about = graphology(tmp_path / "graph.graphml")["attributes"]
    assert [row["id"] for row in json.loads(about["articles"])] == sorted(press_graph.graph["articles"])
    assert json.loads(about["manifest"]) == press_graph.graph["manifest"]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_a_graph_of_many_parallel_edges(suffix, graphology, tmp_path):
    graph = nx.MultiDiGraph()
    for u, v, number in itertools.product("ab", "ab", range(50)):
        graph.add_edge(u, v, f"r{number}")
    write(graph, tmp_path / f"graph{suffix}")
    assert len(graphology(tmp_path / f"graph{suffix}")["edges"]) == 200
