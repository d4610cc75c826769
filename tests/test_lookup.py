"""Actors and relations by what people call them."""

import networkx as nx
import pytest

from graphbuild import lookup
from graphbuild.errors import QueryError


@pytest.mark.parametrize(
    ("name", "node"),
    [
        *(("RUS", "RUS"), ("rus", "RUS"), ("Russia", "RUS"), ("Russie", "RUS"), ("moscou", "RUS")),
        *(("le  Kremlin", "RUS"), ("Etats-Unis", "USA"), ("ÉTATS-UNIS", "USA"), ("Cote d'Ivoire", "CIV")),
        *(("l’OTAN", "NATO"), ("Vladimir Poutine", "Vladimir Poutine"), ("Kiev", "Kiev (place)")),
    ],
)
def test_an_actor_by_id_label_or_alias(name, node, press_graph):
    assert lookup.actor(press_graph, name) == node


def test_a_label_comes_before_an_alias(press_graph):
    press_graph.nodes["UKR"]["aliases"] = ["Kiev", "Belarus"]
    assert lookup.actor(press_graph, "kiev") == "Kiev (place)"
    assert lookup.actor(press_graph, "Belarus") == "BLR"


def test_a_name_of_several_is_refused(press_graph):
    press_graph.nodes["FRA"]["aliases"] = press_graph.nodes["POL"]["aliases"] = ["Paris"]
    with pytest.raises(QueryError, match=r"'Paris' may be FRA \(France\) or POL \(Poland\): use the id"):
        lookup.actor(press_graph, "Paris")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Rusie", r"did you mean RUS \(Russia\)"),
        ("Macron", r"did you mean Emmanuel Macron\?"),
        ("ZEM", r"ids look like \['BLR', 'Bamako', 'CHN'\]"),
        ("x" * 10_000, "ids look like"),
        ("", "ids look like"),
    ],
)
def test_an_unknown_name_gets_the_nearest(name, hint, press_graph):
    with pytest.raises(QueryError, match=hint) as found:
        lookup.actor(press_graph, name)
    assert len(str(found.value)) < 300


def test_a_graph_of_numbers():
    assert lookup.actor(nx.MultiDiGraph([(1, 2)]), "1") == 1


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("sends_weapons_to", ["sends_weapons_to"]),
        ("sends weapons to", ["sends_weapons_to"]),
        ("livre des armes à", ["sends_weapons_to"]),
        ("verbal conflict", ["accuses", "demands_from", "threatens"]),
    ],
)
def test_relations_by_id_label_or_quad_class(name, ids, press_graph):
    assert lookup.relations(press_graph.graph["relations"], [name]) == ids


def test_an_unknown_relation_gets_the_nearest(press_graph):
    known = press_graph.graph["relations"]
    with pytest.raises(QueryError, match=r"no relation 'sanction'; did you mean sanctions"):
        lookup.relations(known, ["sanction"])
    with pytest.raises(QueryError, match=r"no relation 'xyz'; use accuses, allied_with"):
        lookup.relations(known, ["supports", "xyz"])
