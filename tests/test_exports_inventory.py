"""What the page knows of relation types."""

import networkx as nx

from graphbuild.exports import inventory
from graphbuild.graph import to_graph


def test_contraries_are_relations_of_one_kind(french):
    for one, other in inventory.CONTRARIES:
        assert one != other
        assert french.relations[one].symmetric == french.relations[other].symmetric


def test_plurals_are_entities_of_the_gazetteer(french):
    assert set(french.entities) >= inventory.PLURAL


def test_relations_have_names_and_ends(press_graph):
    found = inventory.relations(press_graph)
    assert list(found) == sorted(press_graph.graph["relations"])
    assert found["capital_of"] == {
        "labels": {"en": "capital of", "fr": "capitale de"},
        "symmetric": False,
        "sources": ["place"],
        "targets": ["country"],
    }
    assert found["allied_with"]["symmetric"] is True


def test_names_cannot_turn_the_direction_of_a_text(hostile_build):
    labels = [row["labels"]["en"] for row in inventory.relations(to_graph(hostile_build)).values()]
    assert any("gnp.live" in label for label in labels)
    assert not any("\u202e" in label for label in labels)


def test_graphs_of_other_makers_have_no_inventory():
    assert inventory.relations(nx.MultiDiGraph()) == {}
