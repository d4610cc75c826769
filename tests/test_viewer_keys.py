"""The drawing with the keyboard alone: from node to neighbour, along relations, to the evidence and back."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def standing(visit, press_graph):
    """In the drawing, reached with Tab, on its most important entity."""
    page = visit(press_graph)
    page.page.locator("#show_labels").focus()  # the last of the controls
    page.page.keyboard.press("Tab")
    assert page.ask("document.activeElement.id") == "graph"
    return page


def press(page, *keys):
    for key in keys:
        page.page.keyboard.press(key)
    return page.ask("document.getElementById('spoken').textContent").strip("\u00a0")


def test_the_drawing_is_one_stop_that_tells_where_one_stands(standing):
    assert press(standing) == "Russia, country, 18 relations"
    standing.page.keyboard.press("Tab")
    assert standing.ask("document.activeElement.id") == "zoom_in"
    standing.page.keyboard.press("Shift+Tab")
    standing.page.keyboard.press("Shift+Tab")
    assert standing.ask("document.activeElement.id") == "show_labels"


@pytest.mark.parametrize(("key", "axis", "sign"), [("ArrowLeft", "x", -1), ("ArrowDown", "y", 1), ("ArrowUp", "y", -1)])
def test_arrows_lead_to_a_neighbour_in_their_direction(standing, key, axis, sign):
    place = "graphbuild.data.nodes.find((node) => node.id === graphbuild.place.node)"
    for start in ("UKR", "RUS", "NATO"):
        standing.ask(f"graphbuild.place.node = '{start}'")
        before = standing.ask(place)
        neighbours = standing.ask(f"graphbuild.edgesAt('{start}').flatMap((edge) => [edge.from, edge.to])")
        said = press(standing, key)
        after = standing.ask(place)
        if after["id"] == start:
            assert said == "nothing there"
        else:
            assert after["id"] in neighbours
            assert (after[axis] - before[axis]) * sign > 0
            assert said.startswith(after["labels"]["en"])


def test_every_neighbour_can_be_reached_along_a_relation(standing):
    said = [press(standing, "e") for _ in range(18)]
    assert len(set(said)) == 18
    assert "Russia invades Ukraine, asserted, 2 articles" in said
    assert "Iran sends weapons to Russia, possible, 1 article" in said
    assert press(standing, "e") == said[0]
    assert press(standing, "E") == said[-1]
    other = standing.ask("(({ from, to }) => from === 'RUS' ? to : from)(graphbuild.edgeOf(graphbuild.place.edge))")
    press(standing, "g")
    assert standing.ask("graphbuild.place.node") == other


def test_every_entity_can_be_reached(standing):
    first = press(standing)
    seen = {standing.ask("graphbuild.place.node")}
    for _ in range(60):
        said = press(standing, "PageDown")
        if said == first:
            break
        seen.add(standing.ask("graphbuild.place.node"))
    assert sorted(seen) == standing.ask(
        "graphbuild.data.nodes.filter(graphbuild.nodeVisible).map(({ id }) => id).sort()"
    )
    assert press(standing, "PageUp", "Home") == first


def test_enter_opens_the_evidence_and_escape_comes_back(standing):
    press(standing, "Enter")
    assert standing.page.locator("#panel h2").inner_text() == "Russia"
    assert standing.ask("document.activeElement.id") == "panel"
    press(standing, "Escape")
    assert standing.page.locator("#panel").is_hidden()
    assert standing.ask("document.activeElement.id") == "graph"
    press(standing, "e", "Enter")
    assert standing.page.locator("#panel mark.trigger").first.is_visible()
    assert standing.ask("graphbuild.state.selected.kind") == "edge"
    standing.page.get_by_role("button", name="Close").click()
    assert standing.ask("document.activeElement.id") == "graph"


def test_f_draws_what_lies_around_and_escape_undoes_it(standing):
    all_of_it = standing.text("#count")
    press(standing, "f")
    assert standing.ask("[graphbuild.state.focus.id, graphbuild.state.focus.hops]") == ["RUS", 1]
    press(standing, "f")
    assert standing.ask("graphbuild.state.focus.hops") == 2
    for _ in range(2):
        press(standing, "Escape")
    assert standing.ask("graphbuild.state.focus") is None
    assert standing.text("#count") == all_of_it


def test_plus_minus_and_nought(standing):
    standing.page.emulate_media(reduced_motion="reduce")  # at once
    scale = "graphbuild.network.getScale()"
    first = standing.ask(scale)
    press(standing, "+", "+")
    assert standing.ask(scale) == pytest.approx(first * 1.69)
    press(standing, "-")
    assert standing.ask(scale) == pytest.approx(first * 1.3)
    press(standing, "0")
    assert standing.ask(scale) == pytest.approx(first, rel=0.05)


def test_where_one_stands_is_in_sight(standing):
    standing.ask("graphbuild.network.moveTo({ scale: 4, position: { x: 9000, y: 9000 } })")
    press(standing, "PageDown")
    x, y = standing.ask("""(() => {
        const { x, y } = graphbuild.network.canvasToDOM(graphbuild.network.getPosition(graphbuild.place.node));
        return [x, y];
    })()""")
    frame = standing.page.locator("#graph").bounding_box()
    assert 0 < x < frame["width"]
    assert 0 < y < frame["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_ring_shows_it_to_the_keyboard_only(visit, press_graph, scheme):
    page = visit(press_graph, color_scheme=scheme)
    colour = {"light": [26, 95, 158], "dark": [127, 188, 245]}[scheme]
    ring = """() => {
        const { network, radius, data } = graphbuild;
        const node = data.nodes.find(({ id }) => id === 'RUS');
        const unit = 1 / network.getScale();
        const canvas = document.querySelector('#graph canvas');
        const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
        const pen = copy.getContext('2d', { willReadFrequently: true });
        pen.drawImage(canvas, 0, 0);
        const far = radius(node) + 5 * unit;
        return Array.from({ length: 40 }, (_, turn) => {
            const { x, y } = network.canvasToDOM({ x: node.x + far * Math.cos(turn), y: node.y + far * Math.sin(turn) });
            return [...pen.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3);
        });
    }"""
    page.click_node("RUS")
    page.page.keyboard.press("Escape")
    page.page.mouse.move(5, 5)
    page.page.evaluate("document.activeElement.blur()")
    page.page.wait_for_timeout(50)
    assert sum(near(spot, colour) for spot in page.ask(ring)) < 20
    page.page.locator("#show_labels").focus()  # the last of the controls
    page.page.keyboard.press("Tab")
    page.page.wait_for_timeout(50)
    assert sum(near(spot, colour) for spot in page.ask(ring)) > 30


def near(colour, other):
    return all(abs(a - b) < 30 for a, b in zip(colour, other, strict=True))


def test_what_is_hidden_is_no_place_to_stand(standing):
    standing.ask("graphbuild.change({ off: { ...graphbuild.state.off, types: new Set(['country']) } })")
    assert standing.ask("graphbuild.place") == {"node": None, "edge": None}
    assert press(standing, "ArrowLeft").startswith("NATO, organization")
    assert standing.ask("graphbuild.place.node") is not None


@pytest.mark.parametrize(
    ("lang", "title", "key"), [("en", "Keys", "show the evidence"), ("fr", "Touches", "montrer les preuves")]
)
def test_help_lists_the_keys_and_gives_the_focus_back(visit, press_graph, lang, title, key):
    page = visit(press_graph, lang=lang)
    page.page.locator("#help_open").focus()
    page.page.keyboard.press("Enter")
    dialog = page.page.get_by_role("dialog", name=title)
    assert key in dialog.inner_text()
    assert page.ask("document.getElementById('help').contains(document.activeElement)") is True
    page.page.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert page.ask("document.activeElement.id") == "help_open"


def test_question_mark_opens_help_but_not_while_writing(visit, press_graph):
    page = visit(press_graph)
    page.page.keyboard.press("?")
    assert page.page.locator("#help").is_visible()
    page.ask("graphbuild.select('node', 'RUS')")
    page.page.keyboard.press("Escape")
    assert page.page.locator("#panel").is_visible()  # only the help was closed
    page.page.locator("#search").focus()
    page.page.keyboard.type("?e0")
    assert page.page.locator("#help").is_hidden()
    assert page.page.locator("#search").input_value() == "?e0"


def test_tab_goes_round_the_page_without_a_trap(visit, press_graph):
    page = visit(press_graph)
    seen = []
    for _ in range(120):
        page.page.keyboard.press("Tab")
        seen.append(page.ask("document.activeElement.id || document.activeElement.textContent"))
        if page.ask("document.activeElement === document.body"):
            break
    order = [
        "theme",
        "language",
        "help_open",
        "search",
        "show_hidden",
        "show_labels",
        "graph",
        "zoom_in",
        "zoom_out",
        "fit",
    ]
    assert [name for name in seen if name in order] == order
    assert any("Table of relations" in name for name in seen)
    assert len(seen) < 120


def test_an_empty_graph_has_nothing_to_walk(visit, press_graph):
    page = visit(press_graph.subgraph([]))
    page.page.locator("#graph").focus()
    assert press(page, "ArrowLeft", "e", "Enter", "f", "g", "Home", "PageDown") == "nothing there"
    assert page.ask("graphbuild.state.focus") is None
