"""The shortest ways between two actors, with what stands behind each of their steps."""

import networkx as nx
import pytest
from test_exports_browser import press_like

pytestmark = pytest.mark.browser

NODES = "graphbuild.data.nodes.filter(graphbuild.nodeVisible).map((node) => node.id).sort()"
EDGES = "[...graphbuild.view().drawn].map((edge) => edge.id).sort()"


def seek(page, start, words):
    page.ask(f"graphbuild.select('node', {start!r})")
    page.page.locator("#path_to").fill(words)
    page.page.keyboard.press("Enter")


def test_ways_are_drawn_and_told_step_by_step(visit, press_graph):
    page = visit(press_graph)
    seek(page, "Wagner", "ukraine")
    assert page.text("#panel h2") == "Wagner Group → Ukraine"
    assert "1 shortest way · 2 steps" in page.text("#panel")
    assert page.ask(NODES) == ["FRA", "UKR", "Wagner"]
    assert page.ask(EDGES) == ["FRA|accuses|Wagner", "FRA|sends_weapons_to|UKR", "FRA|supports|UKR"]
    steps = page.page.locator("#panel .way ol > li")
    assert steps.count() == 2
    assert "France – accuses → Wagner Group" in steps.nth(0).inner_text()
    assert "Paris dénonce les crimes du groupe Wagner." in steps.nth(0).inner_text()
    assert "France – supports → Ukraine" in steps.nth(1).inner_text()
    assert page.page.locator("#crumbs [aria-current]").inner_text() == "Ways: Wagner Group – Ukraine"
    steps.nth(1).get_by_role("button", name="all that passes between the two").click()
    assert page.text("#panel h2") == "France ⇄ Ukraine"
    page.page.locator("#crumbs [aria-current]").click()
    assert page.text("#panel h2") == "Wagner Group → Ukraine"
    page.page.get_by_role("button", name="other direction").click()
    assert page.text("#panel h2") == "Ukraine → Wagner Group"


def test_all_shortest_ways_and_no_longer_one(visit, press_graph):
    page = visit(press_graph)
    found = "graphbuild.ways('POL', 'FIN', graphbuild.view().now)"
    graph = nx.Graph(
        (source, target)
        for source, target, data in press_graph.edges(data=True)
        if data["status"] not in ("hypothetical", "denied")
    )
    for a, b in (("POL", "FIN"), ("DEU", "RUS"), ("Bamako", "Kharkiv"), ("PRK", "FRA")):
        wanted = sorted(nx.all_shortest_paths(graph, a, b))
        told = page.ask(found.replace("POL", a).replace("FIN", b))
        assert sorted(told["paths"]) == wanted
        assert told["all"] == len(wanted)


def test_structural_relations_can_be_left_out(visit, press_graph):
    page = visit(press_graph)
    seek(page, "POL", "Allemagne")
    assert page.ask(NODES) == ["DEU", "NATO", "POL", "UKR"]
    page.page.get_by_label("without structural relations").check()
    assert page.ask(NODES) == ["DEU", "POL", "UKR"]
    assert page.ask(EDGES) == ["DEU|sends_weapons_to|UKR", "POL|supports|UKR"]
    address = page.ask("location.href")
    page.page.goto("about:blank")
    page.page.goto(address)
    assert page.ask(NODES) == ["DEU", "POL", "UKR"]
    assert page.page.get_by_label("without structural relations").is_checked()
    page.requests[:] = [page.url]


def test_it_says_that_there_is_none_and_what_would_open_one(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_label("without structural relations").count()
    seek(page, "Bamako", "Russie")
    page.page.get_by_label("without structural relations").check()
    assert "There is one" in page.text("#panel [role=status]")
    assert page.ask(NODES) == ["Bamako", "RUS"]  # the two stay in sight
    page.page.get_by_role("button", name="with structural relations").click()
    assert page.ask(NODES) == ["Bamako", "MLI", "RUS"]
    page.ask("graphbuild.change({ range: ['2022-02-01', '2022-02-28'] })")
    assert "There is one" in page.text("#panel [role=status]")
    page.page.locator("#panel").get_by_role("button", name="clear the filters").click()
    assert page.ask(NODES) == ["Bamako", "MLI", "RUS"]


def test_it_says_when_nothing_joins_them(visit):
    page = visit(press_like(140, 150))
    page.ask("graphbuild.change({ path: ['a0', 'n0'], selected: { kind: 'path', ids: ['a0', 'n0'] } })")
    assert page.text("#panel [role=status]") == "No way leads from one to the other."
    assert page.page.get_by_role("button", name="with structural relations").count() == 0


def test_many_ways_are_cut_and_counted(visit):
    graph = nx.MultiDiGraph()
    for middle in range(30):
        graph.add_edge("a", f"m{middle}", "supports", quad="verbal cooperation", weight=1)
        graph.add_edge(f"m{middle}", "z", "supports", quad="verbal cooperation", weight=1 + (middle == 29))
    page = visit(graph)
    seek(page, "a", "z")
    assert "20 of 30 shortest ways · 2 steps" in page.text("#panel")
    assert page.page.locator("#panel .way").count() == 20
    assert page.page.locator("#panel .way summary").first.inner_text() == "a › m29 › z"  # the best supported


def test_escape_leaves_the_panel_and_then_the_ways(visit, press_graph):
    page = visit(press_graph)
    seek(page, "Wagner", "ukraine")
    for text in ("1 shortest way", ""):
        assert text in page.ask("document.getElementById('panel').innerText")
        assert page.page.locator("#crumbs").is_visible()
        page.page.keyboard.press("Escape")
    assert page.page.locator("#crumbs").is_hidden()
    assert page.text("#count") == "42 relations shown · 2 hidden"
