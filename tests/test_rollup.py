"""Who is whose, and the graph of countries that follows from it."""

from conftest import SENTENCES, make_build

import graphbuild as gb
from graphbuild.rollup import owners

OFFICES = [
    "1 holds_office_in Vladimir_Poutine RUS : Le [T président] [O russe] [S Vladimir Poutine] a parlé.",
    "1 talks_with Emmanuel_Macron Vladimir_Poutine : [S M. Macron] [T s'est entretenu] avec [O M. Poutine].",
    "1 supports Emmanuel_Macron UKR : [S M. Macron] [T soutient] [O l'Ukraine].",
]


def build(*lines):
    return gb.to_graph(make_build(list(lines)))


def test_officials_and_places_belong_to_their_country(press_graph):
    found = owners(press_graph)
    assert found["Vladimir Poutine"] == "RUS"
    assert found["Bamako"] == "MLI"


def test_the_official_of_an_organization_stays_himself(press_graph):
    assert "Jens Stoltenberg" not in owners(press_graph)


def test_a_person_between_two_countries_belongs_to_none():
    other = "2 holds_office_in Vladimir_Poutine BLR : Le [T président] [O biélorusse] [S Vladimir Poutine]."
    assert owners(build(*OFFICES, other)) == {}
    assert owners(build(*OFFICES, other, OFFICES[0].replace("1 ", "3 ", 1))) == {"Vladimir Poutine": "RUS"}


def test_what_is_denied_or_planned_makes_no_official():
    for modality in ("denied", "planned", "hypothetical"):
        assert owners(build(OFFICES[0].replace(" RUS :", f" RUS {modality} :"))) == {}


def test_steps_are_followed():
    mayor = "1 holds_office_in Jens_Stoltenberg Bamako : [S Jens Stoltenberg], [T maire] de [O Bamako]."
    capital = "4 capital_of Bamako MLI : [S Bamako], la [T capitale] du [O Mali], reste calme."
    assert owners(build(mayor, capital))["Jens Stoltenberg"] == "MLI"


def test_edges_move_and_keep_their_evidence():
    graph = build(*OFFICES, OFFICES[0].replace("Vladimir_Poutine RUS", "Emmanuel_Macron FRA"))
    view = gb.rolled_up(graph)
    assert "Vladimir Poutine" not in view
    assert "Vladimir Poutine" in graph
    (talk,) = view.evidence("FRA", "RUS")
    assert talk.quote == "M. Macron s'est entretenu avec M. Poutine."
    assert {s.id for s in view.statements()} <= {s.id for s in graph.statements()}
    assert set(view.edges(keys=True)) == {("FRA", "RUS", "talks_with"), ("FRA", "UKR", "supports")}
    assert view.nodes["RUS"]["mentions"] == sum(graph.nodes[n]["mentions"] for n in ("RUS", "Vladimir Poutine"))


def test_no_edge_from_a_country_to_itself(press_graph):
    view = gb.rolled_up(press_graph)
    assert all(u != v for u, v in view.edges())
    assert len(SENTENCES) > len(view.statements()) > 0


def test_the_view_can_be_written(press_graph, tmp_path):
    gb.write(gb.rolled_up(press_graph), tmp_path / "countries.html")
    gb.write(gb.rolled_up(press_graph), tmp_path / "countries.graphml")
    assert "Vladimir Putin" not in (tmp_path / "countries.graphml").read_text("utf-8").split("<edge")[0]


def test_nodes_and_edges_that_were_added_by_hand(press_graph):
    press_graph.add_edge("RUS", "Nobody", "knows")
    assert "Nobody" in press_graph.rolled_up()
    assert not press_graph.rolled_up().has_edge("RUS", "Nobody")
    assert not press_graph.both_ways().has_edge("Nobody", "RUS")
