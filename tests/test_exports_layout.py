"""Positions: the same for the same content, apart, and quickly."""

import math
import random
import time

import networkx as nx
import pytest

from graphbuild.exports import forces, importance, layout


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
            assert abs(ax - bx) >= wide * 0.9 or abs(ay - by) >= 34, (a, b)


def box(places, nodes):
    xs, ys = zip(*(places[node] for node in nodes), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def area(left, top, right, bottom):
    return (right - left) * (bottom - top)


def press_like(nodes=140, edges=230, pairs=7, seed=3):
    """A large component with a few hubs, and pairs that nothing connects to it."""
    graph = random_graph(nodes, edges, seed)
    graph.add_edges_from((f"n{i}", f"n{i // 7}", "supports", {"quad": "structural"}) for i in range(1, nodes))
    graph.add_edges_from((f"a{i}", f"b{i}", "capital_of", {"quad": "structural"}) for i in range(pairs))
    graph.add_edges_from([("c0", "c1", "supports"), ("c0", "c2", "supports")], quad="verbal cooperation")
    return graph


@pytest.mark.parametrize("pairs", [1, 7, 30])
def test_small_parts_are_packed_around_the_large_one(pairs):
    graph = press_like(pairs=pairs)
    places = layout.positions(graph)
    main = box(places, [node for node in graph if node.startswith("n")])
    whole = box(places, graph)
    assert area(*main) >= 0.6 * area(*whole)
    for node, (x, y) in places.items():
        inside = main[0] <= x <= main[2] and main[1] <= y <= main[3]
        assert inside == node.startswith("n"), node
    assert 0.7 < (whole[2] - whole[0]) / (whole[3] - whole[1]) < 2.8


def test_many_small_parts_alone_fill_a_rectangle():
    graph = nx.MultiDiGraph([(f"a{i}", f"b{i}") for i in range(60)])
    left, top, right, bottom = box(layout.positions(graph), graph)
    assert 0.8 < (right - left) / (bottom - top) < 2.5


def test_edges_that_are_hidden_hold_no_parts_together():
    graph = press_like(pairs=1)
    graph.add_edge("a0", "n5", "attacks", quad="material conflict", status="denied")
    graph.add_edge("d0", "n5", "attacks", quad="material conflict", status="denied")
    places = layout.positions(graph)
    main = box(places, [node for node in graph if node[0] in "nd"])  # d0 has nothing else
    assert not (main[0] <= places["a0"][0] <= main[2] and main[1] <= places["a0"][1] <= main[3])


def test_large_graphs_open_on_their_most_connected_nodes():
    graph = press_like(nodes=300, edges=600)
    start = layout.start(graph)
    assert len(start) == importance.START
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in start.values())
    assert {"n0", "n1"} <= start.keys()
    assert all(any(other in start for other in nx.all_neighbors(graph, node)) for node in start)
    assert layout.start(press_like()) == {}


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


def changed(graph, dropped):
    """The graph without a deterministic share of its edges, and of the nodes that then have none."""
    chance = random.Random(dropped)
    fewer = graph.copy()
    fewer.remove_edges_from([edge for edge in graph.edges(keys=True) if chance.random() < 0.01])
    fewer.remove_nodes_from([node for node in graph if not fewer.degree(node)])
    return fewer


def test_a_hundredth_more_edges_moves_little():
    graph = camps()
    places = layout.positions(graph)
    left, top, right, bottom = box(places, graph)
    for draw in range(4):
        other = layout.positions(changed(graph, draw))
        moved = sorted(math.dist(places[node], place) for node, place in other.items())
        assert moved[len(moved) // 2] < 0.05 * math.hypot(right - left, bottom - top)


def camps(count=6, members=30, seed=5):
    """Camps of allies who accuse each other: what press graphs are made of."""
    chance = random.Random(seed)
    graph = nx.MultiDiGraph()
    for camp in range(count):
        for number in range(1, members):
            near = min(int(chance.paretovariate(0.8)), number) - 1
            graph.add_edge(f"c{camp}m{number}", f"c{camp}m{near}", "supports", quad="verbal cooperation")
        for _ in range(members // 2):
            ends = chance.randrange(members), chance.randrange(members)
            graph.add_edge(f"c{camp}m{ends[0]}", f"c{camp}m{ends[1]}", "supports", quad="material cooperation")
        for _ in range(members // 3):
            other = f"c{(camp + chance.randrange(1, count)) % count}m{chance.randrange(3)}"
            graph.add_edge(f"c{camp}m{chance.randrange(3)}", other, "accuses", quad="verbal conflict")
    return graph


def test_camps_lie_together():
    graph = camps()
    places = layout.positions(graph)
    near = {node: sorted(graph, key=lambda other: math.dist(places[node], places[other]))[1:6] for node in graph}
    same = [node.split("m")[0] == other.split("m")[0] for node in graph for other in near[node]]
    assert sum(same) > 0.8 * len(same)


def test_the_order_of_nodes_and_edges_does_not_matter(press_graph):
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(press_graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(press_graph.edges(keys=True, data=True))))
    assert layout.positions(turned) == layout.positions(press_graph)


def test_how_a_machine_rounds_does_not_show(press_graph, monkeypatch):
    scattered, chance = forces.scattered, random.Random(1)
    expected = layout.positions(press_graph)
    monkeypatch.setattr(forces, "scattered", lambda names: scattered(names) * (1 + 1e-13 * chance.random()))
    assert layout.positions(press_graph) == expected


def test_large_graphs_take_seconds():
    for nodes, edges, limit in ((1000, 2000, 4.0), (3000, 6000, 12.0)):
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
