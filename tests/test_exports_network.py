"""``to_pyvis``: a real pyvis network without pyvis' holes; each hole that the survey found has its test."""

import builtins
import json

import networkx as nx
import pytest
from pyvis.network import Network

from graphbuild.exports import html, to_pyvis, write
from graphbuild.graph import to_graph


def test_it_is_a_pyvis_network_with_everything_in_it(press_graph):
    network = to_pyvis(press_graph)
    assert isinstance(network, Network)
    assert network.num_nodes() == press_graph.number_of_nodes()
    assert network.num_edges() == press_graph.number_of_edges()
    assert network.get_node("RUS")["label"] == "Russia"
    json.dumps([network.nodes, network.edges])


def test_hole_edges_lost(press_graph):
    """pyvis drops parallel and reverse edges of undirected networks."""
    found = {(e["from"], e["relation"], e["to"]) for e in to_pyvis(press_graph).edges}
    assert found == {(u, k, v) for u, v, k in press_graph.edges(keys=True)}


def test_hole_endless_physics(press_graph):
    network = to_pyvis(press_graph)
    assert network.options.physics.enabled is False
    assert len({(node["x"], node["y"]) for node in network.nodes}) == press_graph.number_of_nodes()


def test_hole_files_in_the_working_directory(press_graph, tmp_path, monkeypatch):
    """pyvis copies its ``lib`` into the current folder, and writes nothing that works elsewhere."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    to_pyvis(press_graph).write_html(tmp_path / "there" / "page.htm")
    to_pyvis(press_graph).show("page.html")
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["page.html"]
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["page.htm"]


def test_hole_encoding_of_the_platform(press_graph, tmp_path, monkeypatch):
    """pyvis opens its file without an encoding, which fails on Windows."""
    real = builtins.open

    def windows(file, mode="r", buffering=-1, encoding=None, *rest, **more):
        return real(file, mode, buffering, encoding or (None if "b" in mode else "cp1252"), *rest, **more)

    monkeypatch.setattr(builtins, "open", windows)
    to_pyvis(press_graph, lang="fr").write_html(str(tmp_path / "page.html"))
    assert "États-Unis" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_hole_requests_and_scripts(hostile_build):
    """Titles with ``href`` make pyvis use innerHTML; its page asks two to four content networks for files."""
    network = to_pyvis(to_graph(hostile_build))
    network.add_node("mine", title='<a href="x" onclick="alert(1)">', label="<b>mine</b>")
    network.add_edge("mine", "RUS", title="href", label="<i>own</i>")
    network.heading = "<script>alert(1)</script>"
    page = network.generate_html()
    own = page.replace(html.files("pyvis").joinpath(html.VIS).read_text(encoding="utf-8"), "")
    assert "<b>mine" not in own
    assert "<i>own" not in own
    assert "alert(1)</script>" not in own
    assert "innerHTML" not in own
    assert "jsdelivr" not in own


def test_hole_changed_graph(press_graph):
    """``from_nx`` renames weight to width in the graph it is given; twice makes all widths 1."""
    first = to_pyvis(press_graph)
    assert to_pyvis(press_graph).edges == first.edges
    assert press_graph.edges["RUS", "UKR", "invades"]["weight"] == 2
    assert "width" not in press_graph.edges["RUS", "UKR", "invades"]


@pytest.mark.parametrize("name", ["source", "to", "title", "hidden", "color", "id", "from", "size", "label", "n_id"])
def test_hole_attribute_names(name, tmp_path):
    """An attribute called ``source``, ``to`` or ``n_id`` is a TypeError in ``from_nx``."""
    graph = nx.MultiDiGraph()
    graph.add_node("a", **{name: "x"})
    graph.add_edge("a", "b", "r", **{name: "x"})
    assert to_pyvis(graph).num_edges() == 1
    write(graph, tmp_path / "page.html")


def test_hole_values_json_does_not_know(press_graph):
    import numpy

    press_graph.nodes["RUS"]["mentions"] = numpy.int64(3)
    press_graph.edges["RUS", "UKR", "invades"]["weight"] = numpy.int64(4)
    assert '"mentions":3' in to_pyvis(press_graph).generate_html()


def test_page_is_the_one_that_write_makes(press_graph, tmp_path):
    write(press_graph, tmp_path / "page.html")
    assert to_pyvis(press_graph).generate_html() == (tmp_path / "page.html").read_text(encoding="utf-8")


def test_arrows_only_where_directed_and_hidden_only_where_doubtful(press_graph):
    for edge in to_pyvis(press_graph).edges:
        data = press_graph.edges[edge["from"], edge["to"], edge["relation"]]
        assert (edge["arrows"] == "to") == data["directed"]
        assert edge["hidden"] == (data["status"] in ("hypothetical", "denied"))
        assert bool(edge["dashes"]) == (data["status"] != "asserted")


def test_both_ways_is_drawn_once(press_graph):
    assert to_pyvis(press_graph.both_ways()).num_edges() == press_graph.number_of_edges()


def test_size_grows_with_degree(press_graph):
    network = to_pyvis(press_graph)
    assert network.get_node("RUS")["size"] > network.get_node("FRA")["size"] > network.get_node("SWE")["size"]


def test_long_and_turned_labels_are_short_and_straight_in_the_drawing(hostile_build):
    for node in to_pyvis(to_graph(hostile_build)).nodes:
        assert 0 < len(node["label"]) <= 32
        assert "\u202e" not in node["label"] + node["labels"]["en"]
