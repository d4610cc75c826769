"""Stretches of days for a timeline."""

import datetime as dt

from graphbuild.exports import spells


def day(number):
    return dt.date(2022, 3, number)


def test_days_that_touch_or_overlap_are_joined():
    found = spells.joined([(day(9), day(9)), (day(1), day(5)), (day(2), day(3)), (day(6), day(7)), (day(9), day(9))])
    assert found == [(day(1), day(7)), (day(9), day(9))]
    assert spells.joined([]) == []


def test_a_node_with_an_undated_edge_has_no_spell():
    edges = [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}]
    found = spells.of_nodes(edges, [[(day(1), day(2))], []])
    assert found == {"a": [(day(1), day(2))], "b": [], "c": []}
