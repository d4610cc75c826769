"""Positions: the same for the same content, apart, and quickly."""

import random
import time

import networkx as nx

from graphbuild.exports import layout


def random_graph(nodes, edges, seed=1):
    chance = random.Random(seed)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(nodes))
    for _ in range(edges):
        hub = min(int(chance.paretovariate(0.6)), nodes) - 1
        graph.add_edge(f"n{hub}", f"n{chance.randrange(nodes)}", "supports", quad="verbal cooperation")
    return graph


def test_positions_are_pure(press_graph):
    state = random.getstate()
    first = layout.positions(press_graph)
    assert layout.positions(press_graph) == first
    assert random.getstate() == state
    assert list(first) == sorted(press_graph)
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in first.values())


def test_labels_do_not_overlap(press_graph):
    places = list(layout.positions(press_graph).items())
    for number, (a, (ax, ay)) in enumerate(places):
        for b, (bx, by) in places[:number]:
            wide = layout._box(press_graph.nodes[a]["label"])[0] + layout._box(press_graph.nodes[b]["label"])[0]
            assert abs(ax - bx) >= wide * 0.9 or abs(ay - by) >= 60, (a, b)


def test_allies_are_nearer_than_enemies():
    graph = nx.MultiDiGraph()
    for camp in ("ab", "cd"):
        for one in range(4):
            for other in range(one):
                graph.add_edge(f"{camp}{one}", f"{camp}{other}", "allied_with", quad="structural")
    for one in range(4):
        graph.add_edge(f"ab{one}", f"cd{one}", "attacks", quad="material conflict")
    places = layout.positions(graph)

    def mean(pairs):
        distances = [((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5 for a, b in pairs]
        return sum(distances) / len(distances)

    friends = [(u, v) for u, v, data in graph.edges(data=True) if data["quad"] == "structural"]
    enemies = [(u, v) for u, v, data in graph.edges(data=True) if data["quad"] != "structural"]
    assert mean(friends) < mean(enemies)


def test_large_graphs_take_seconds():
    for nodes, edges, limit in ((1000, 2000, 3.0), (3000, 6000, 12.0)):
        graph = random_graph(nodes, edges)
        start = time.process_time()
        places = layout.positions(graph)
        assert time.process_time() - start < limit
        assert len(set(places.values())) > 0.99 * nodes


def test_graphs_without_edges_without_nodes_with_loops():
    assert layout.positions(nx.MultiDiGraph()) == {}
    alone = nx.MultiDiGraph()
    alone.add_nodes_from("abc")
    assert len(set(layout.positions(alone).values())) == 3
    assert layout.positions(nx.MultiDiGraph([("a", "a")])).keys() == {"a"}
    assert len(set(layout.positions(nx.MultiDiGraph([("a", "b")])).values())) == 2
