"""Ranking: by independent support, never before its only neighbours, without what views hide."""

import networkx as nx

from graphbuild.exports import importance, records


def edges(*rows):
    graph = nx.MultiDiGraph()
    for source, target, weight, *status in rows:
        graph.add_edge(source, target, "r", weight=weight, status=status[0] if status else "asserted")
    return records.edges(graph)


def test_what_more_articles_assert_counts_more():
    found = importance.strengths(edges(("a", "b", 8), ("b", "c", 1), ("c", "d", 1), ("c", "c", 9)))
    assert found == {"a": 4.0, "b": 5.0, "c": 2.0, "d": 1.0}


def test_no_node_stands_before_all_its_neighbours():
    rows = [("hub", leaf, 1) for leaf in "pqrst"] + [("far", "f", 4), ("far", "g", 1)]
    ranked = importance.ranking(edges(*rows))
    assert ranked[:2] == ["f", "far"] or ranked[:2] == ["far", "f"]
    assert sorted(ranked) == sorted(["hub", "far", *"fgpqrst"])
    for count in range(2, len(ranked) + 1):
        drawn = set(ranked[:count])
        missing = [n for n in drawn if not any({a, b} <= drawn and n in (a, b) for a, b, _ in rows)]
        assert len(missing) <= 1  # the first of a pair, whose second comes next


def test_hidden_edges_do_not_count():
    assert importance.ranking(edges(("a", "b", 1), ("b", "c", 5, "denied"), ("d", "e", 0, "hypothetical"))) == [
        "a",
        "b",
    ]


def test_small_graphs_open_on_everything():
    assert importance.start(edges(("a", "b", 1))) == []
    star = edges(*(("hub", f"n{i:03}", 1) for i in range(importance.LARGE)))
    assert len(importance.start(star)) == importance.START
