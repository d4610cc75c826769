"""Focus on what lies around a node, the trail to it, and officials drawn as their country."""

import pytest
from conftest import SENTENCES, make_build
from test_exports_browser import press_like

from graphbuild.exports import notebook
from graphbuild.graph import to_graph
from graphbuild.rollup import rolled_up

pytestmark = pytest.mark.browser

NODES = "graphbuild.data.nodes.filter(graphbuild.nodeVisible).map((node) => node.id).sort()"
MALI = ["Bamako", "MLI", "RUS", "Wagner"]


def focus(page, node, hops):
    page.ask(f"graphbuild.select('node', {node!r})")
    page.page.locator("#panel .hops").get_by_text(str(hops), exact=True).click()


def test_focus_shows_what_lies_around_a_node(visit, press_graph):
    page = visit(press_graph)
    focus(page, "MLI", 1)
    assert page.ask(NODES) == MALI
    pressed = page.page.locator('#panel .hops [aria-pressed="true"]')
    assert pressed.inner_text() == "1"
    assert page.ask("document.activeElement.textContent") == "1"  # the button pressed keeps the focus
    page.page.locator("#crumbs .hops").get_by_text("2").click()
    assert {"FRA", "UKR", "BLR"} < set(page.ask(NODES))
    assert "DEU" not in page.ask(NODES)
    assert pressed.inner_text() == "2"


def test_the_drawing_is_fitted_to_the_part_beside_the_panel(visit, press_graph):
    page = visit(press_graph)
    focus(page, "MLI", 1)
    page.page.wait_for_timeout(100)
    inside = f"""{NODES}.every((id) => {{
        const {{ x, y }} = graphbuild.network.canvasToDOM(graphbuild.network.getPosition(id));
        const frame = document.getElementById("graph").getBoundingClientRect();
        const [left, bottom] = [document.getElementById("panel").getBoundingClientRect().left || frame.right,
            document.getElementById("crumbs").getBoundingClientRect().bottom];
        return x > 0 && frame.left + x < left && frame.top + y > bottom && y < frame.height;
    }})"""
    assert page.ask(inside)
    scale = "graphbuild.network.getScale()"
    beside = page.ask(scale)
    page.page.get_by_role("button", name="Close").click()
    assert page.ask(inside)
    assert page.ask(scale) >= beside  # there is more room now


def test_double_click_focuses(visit, press_graph):
    page = visit(press_graph)
    place = page.ask("graphbuild.network.canvasToDOM(graphbuild.network.getPosition('Wagner'))")
    box = page.page.locator("#graph").bounding_box()
    page.page.mouse.dblclick(box["x"] + place["x"], box["y"] + place["y"])
    assert page.ask(NODES) == ["FRA", "MLI", "Wagner"]
    assert page.text("#panel h2") == "Wagner Group"


def test_the_trail_leads_back(visit, press_graph):
    page = visit(press_graph)
    focus(page, "MLI", 1)
    focus(page, "RUS", 1)
    focus(page, "UKR", 2)
    crumbs = page.page.locator("#crumbs li")
    assert crumbs.all_inner_texts() == ["All", "Mali (1)", "Russia (1)", "Ukraine (2)"]
    assert page.page.locator("#crumbs [aria-current]").inner_text() == "Ukraine (2)"
    page.page.keyboard.press("Escape")  # the panel
    page.page.keyboard.press("Escape")
    assert crumbs.all_inner_texts() == ["All", "Mali (1)", "Russia (1)"]
    focus(page, "UKR", 1)
    crumbs.get_by_text("Mali").click()
    assert page.ask(NODES) == sorted([*MALI, "UKR"])  # what is selected stays in sight
    page.page.keyboard.press("Escape")
    assert page.ask(NODES) == MALI
    page.page.keyboard.press("Escape")
    assert page.page.locator("#crumbs").is_hidden()
    assert page.text("#count") == "42 relations shown · 2 hidden"


def test_the_address_holds_the_trail(visit, press_graph):
    page = visit(press_graph)
    for node in ("Vladimir Poutine", "RUS"):
        focus(page, node, 1)
    before, address = page.ask(NODES), page.ask("location.href")
    page.page.goto("about:blank")
    page.page.goto(address)
    assert page.ask(NODES) == before
    assert page.page.locator("#crumbs li").all_inner_texts() == ["All", "Vladimir Putin (1)", "Russia (1)"]
    page.page.get_by_role("button", name="Français").click()
    assert page.page.locator("#crumbs li").all_inner_texts() == ["Tout", "Vladimir Poutine (1)", "Russie (1)"]
    page.requests[:] = [page.url]


def test_what_lies_elsewhere_leaves_the_focus(visit, press_graph):
    page = visit(press_graph)
    focus(page, "MLI", 1)
    page.page.locator("#search").fill("Suède")
    page.page.keyboard.press("Enter")
    assert page.page.locator("#crumbs").is_hidden()
    assert "SWE" in page.ask(NODES)


def test_a_large_surrounding_is_cut_and_says_so(visit):
    page = visit(press_like(600, 700))
    focus(page, "n0", 3)
    assert len(page.ask(NODES)) == 80
    assert page.text("#count").startswith("showing the 80 nearest and most connected of ")
    page.page.get_by_role("button", name="show all").click()
    assert len(page.ask(NODES)) > 300
    assert page.page.locator("#crumbs [aria-current]").inner_text().endswith("(3)")


def test_the_bar_fits_a_phone(visit, press_graph):
    page = visit(press_graph, viewport={"width": 360, "height": 640})
    for node in ("MLI", "Wagner", "FRA", "EU"):
        focus(page, node, 1)
    assert page.ask("document.documentElement.scrollWidth") <= 360
    box = page.page.locator("#crumbs").bounding_box()
    assert box["x"] + box["width"] <= 360


def test_it_works_in_a_notebook_frame(chromium, press_graph, tmp_path):
    path = tmp_path / "note.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{notebook.graph_html(press_graph)}", encoding="utf-8")
    page = chromium.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    frame = page.frames[1]
    frame.wait_for_function("window.graphbuild !== undefined")
    frame.evaluate("graphbuild.select('node', 'MLI')")
    frame.locator("#panel .hops").get_by_text("1", exact=True).click()
    assert frame.evaluate(NODES) == MALI
    frame.locator("#path_to").fill("ukraine")
    frame.locator("#path_to").press("Enter")
    assert "Mali → Ukraine" in frame.inner_text("#panel h2")
    assert errors == []
    page.close()


# --- officials and places as their country -----------------------------------------------------------------------------

OFFICIALS = [
    *SENTENCES,
    "1 holds_office_in Jens_Stoltenberg FRA : L'ancien [T ministre] [O français] [S Jens Stoltenberg] part.",
    "2 talks_with Volodymyr_Zelensky Vladimir_Poutine : [S M. Zelensky] [T parle] à [O M. Poutine].",
    "2 accuses Vladimir_Poutine Kiev_(place) denied : [S M. Poutine] n'a pas [T accusé] [O Kiev].",
    "3 capital_of Kiev_(place) UKR : [S Kiev], [T capitale] de l'[O Ukraine].",
    "3 accuses Kiev_(place) Vladimir_Poutine : [S Kiev] [T accuse] [O M. Poutine].",
    "4 talks_with Emmanuel_Macron Vladimir_Poutine planned : [S M. Macron] doit [T parler] à [O M. Poutine].",
]
EDGES = """Object.fromEntries([...graphbuild.view().now].map(([edge, now]) => [edge.id,
    [edge.from, edge.to, now.status, now.weight, now.articles, now.dates, now.counts]]))"""


def as_the_page_has_it(graph):
    found = {}
    for source, target, data in graph.edges(data=True):
        counts = {key[2:]: number for key, number in data.items() if key.startswith("n_") and number}
        dates = [data["first_date"], data["last_date"]] if data.get("first_date") else None
        found[data["id"]] = [source, target, data["status"], data["weight"], data["articles"], dates, counts]
    return found


@pytest.mark.parametrize("lines", [SENTENCES, OFFICIALS])
def test_the_page_rolls_up_as_python_does(visit, lines):
    graph = to_graph(make_build(lines))
    page = visit(graph)
    page.page.get_by_label("show hypothetical and denied").check()
    assert page.ask(EDGES) == as_the_page_has_it(graph)
    page.page.get_by_label("officials and places as their country").check()
    assert page.ask(EDGES) == as_the_page_has_it(rolled_up(graph))
    assert page.ask(EDGES) != as_the_page_has_it(graph)


def test_nodes_stay_where_they_are(visit):
    page = visit(to_graph(make_build(OFFICIALS)))
    places = "graphbuild.network.getPositions()"
    camera = "JSON.stringify([graphbuild.network.getViewPosition(), graphbuild.network.getScale()])"
    before, seen = page.ask(places), page.ask(camera)
    page.page.get_by_label("officials and places as their country").check()
    after = page.ask(places)
    assert "Vladimir Poutine" in before.keys() - after.keys()
    assert after == {node: before[node] for node in after}
    assert page.ask(camera) == seen


def test_a_country_says_who_is_drawn_in_it_and_sentences_who_it_was(visit):
    page = visit(to_graph(make_build(OFFICIALS)))
    page.ask("graphbuild.select('node', 'UKR')")
    members = page.page.locator("#panel .members")
    assert members.locator("summary").inner_text() == "Its officials and places (2)"
    page.page.get_by_label("officials and places as their country").check()
    assert members.locator("summary").inner_text() == "Drawn together here (2)"
    members.locator("summary").click()
    assert set(members.locator("li").all_inner_texts()) == {"Volodymyr Zelensky", "Kyiv"}
    page.ask("graphbuild.select('edge', 'UKR|accuses|RUS')")
    said = page.page.locator("#panel .card").filter(has_text="Kiev accuse M. Poutine").inner_text()
    assert "named in the sentence: Kyiv (Ukraine), Vladimir Putin (Russia)" in said
    assert "named" not in page.page.locator("#panel .card").filter(has_text="crimes de guerre").inner_text()


def test_what_is_selected_follows_into_the_country(visit):
    page = visit(to_graph(make_build(OFFICIALS)))
    page.ask("graphbuild.select('edge', 'Emmanuel Macron|talks_with|Vladimir Poutine')")
    page.page.get_by_label("officials and places as their country").check()
    assert page.ask("graphbuild.state.selected.id") == "FRA|talks_with|RUS"
    page.ask("graphbuild.select('node', 'Vladimir Poutine')")
    assert page.text("#panel h2") == "Russia"
