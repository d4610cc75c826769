"""The page on a phone, on a wall, enlarged, and under fingers."""

import pytest

from graphbuild.exports import write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = [(360, 640), (390, 844), (768, 1024), (1280, 800), (1920, 1080), (3840, 2160)]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def phone(visit, graph, **options):
    return visit(graph, viewport={"width": 360, "height": 640}, has_touch=True, **options)


@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_holds_all_of_it(visit, press_graph, size):
    page = visit(press_graph, viewport={"width": size[0], "height": size[1]}, lang="fr")
    assert page.ask(OVERFLOW) <= 0
    assert page.ask("document.documentElement.scrollHeight") <= size[1]
    assert page.page.locator("#stage").bounding_box()["height"] >= 0.45 * size[1]
    summary = page.page.locator("#table > summary").bounding_box()
    assert summary["y"] + summary["height"] <= size[1] + 1


@pytest.mark.parametrize("size", SIZES)
def test_names_and_nodes_keep_their_proportion(visit, press_graph, size):
    page = visit(press_graph, viewport={"width": size[0], "height": size[1]})
    heights = page.ask("graphbuild.labels().map((box) => box.size)")
    shortest = min(size) / 110 if size[0] >= 1280 else 10
    assert min(heights) >= min(shortest, 18)
    reach = page.ask("""(() => {
        const all = graphbuild.labels();
        const side = (key, better) => better(...all.map((box) => box[key]));
        const frame = document.getElementById("graph").getBoundingClientRect();
        return [(side("right", Math.max) - side("left", Math.min)) / frame.width,
                (side("bottom", Math.max) - side("top", Math.min)) / frame.height];
    })()""")
    assert max(reach) >= 0.75  # no small drawing in a sea of white
    assert min(reach) >= 0.5


@pytest.mark.parametrize("parts", ["node", "edge", "tables", "filters"])
def test_nothing_sticks_out_of_a_phone(visit, press_graph, parts):
    page = phone(visit, press_graph)
    page.ask(
        {
            "node": "graphbuild.select('node', 'RUS')",
            "edge": "graphbuild.select('edge', 'RUS|invades|UKR')",
            "tables": "document.getElementById('table').open = true",
            "filters": "document.getElementById('filters').open = true",
        }[parts]
    )
    page.page.wait_for_timeout(100)
    assert page.ask(OVERFLOW) <= 0


def test_filters_unfold_over_the_drawing_which_stays(visit, press_graph):
    page = phone(visit, press_graph)
    before = page.page.locator("#stage").bounding_box()
    assert page.page.locator("#quads").is_hidden()
    page.page.locator("#filters > summary").tap()
    assert page.page.locator("#quads").is_visible()
    assert page.page.locator("#stage").bounding_box() == before
    page.page.locator("#quads .toggle", has_text="material conflict").tap()
    assert page.ask("graphbuild.edgeVisible(graphbuild.edgeOf('RUS|invades|UKR'))") is False


@pytest.mark.parametrize(("size", "least"), [((360, 640), 24), ((1280, 800), 24)])
def test_targets_are_large_enough(visit, press_graph, size, least):
    page = visit(press_graph, viewport={"width": size[0], "height": size[1]}, has_touch=size[0] < 800)
    page.ask("document.getElementById('filters').open = true; document.getElementById('table').open = true")
    page.ask("graphbuild.select('node', 'RUS')")
    page.page.wait_for_timeout(100)
    small = page.ask(
        """(least) => [...document.querySelectorAll("button, summary, select, label:has(input)")]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.id || one.textContent, one.getBoundingClientRect()])
        .filter(([, { width, height }]) => Math.min(width, height) < least - 0.5)
        .map(([name, { width, height }]) => [name, width, height])""".replace("(least)", f"(least = {least})")
    )
    inline = {"show all"}  # within a line of text
    assert [one for one in small if one[0] not in inline] == []


def test_main_buttons_are_made_for_thumbs(visit, press_graph):
    page = phone(visit, press_graph)
    page.ask("graphbuild.select('node', 'RUS')")
    for name in ("theme", "language", "help_open", "zoom_in", "zoom_out", "fit", "search"):
        box = page.page.locator(f"#{name}").bounding_box()
        assert min(box["width"], box["height"]) >= 43.5, name
    box = page.page.get_by_role("button", name="Close").bounding_box()
    assert min(box["width"], box["height"]) >= 43.5


def fingers(session, kind, *points):
    touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def test_two_fingers_enlarge_and_one_moves(visit, press_graph):
    page = phone(visit, press_graph)
    hand = page.context.new_cdp_session(page.page)
    before = page.ask("graphbuild.network.getScale()")
    frame = page.page.locator("#graph").bounding_box()
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    fingers(hand, "touchStart", (x - 20, y), (x + 20, y))
    for far in range(30, 100, 10):
        fingers(hand, "touchMove", (x - far, y), (x + far, y))
    fingers(hand, "touchEnd")
    page.page.wait_for_timeout(100)
    near = page.ask("graphbuild.network.getScale()")
    assert near > 1.5 * before
    assert page.ask("visualViewport.scale") == 1
    place = page.ask("graphbuild.network.getViewPosition()")
    empty = (frame["x"] + 8, frame["y"] + 8)
    fingers(hand, "touchStart", empty)
    for step in range(1, 8):
        fingers(hand, "touchMove", (empty[0] + 12 * step, empty[1] + 10 * step))
    fingers(hand, "touchEnd")
    page.page.wait_for_timeout(100)
    assert page.ask("graphbuild.network.getViewPosition().x") < place["x"] - 5
    assert page.ask("graphbuild.network.getScale()") == pytest.approx(near)


def test_a_tap_brings_the_evidence_up_from_below(visit, press_graph):
    page = phone(visit, press_graph)
    place = page.ask("graphbuild.network.canvasToDOM(graphbuild.network.getPosition('RUS'))")
    box = page.page.locator("#graph").bounding_box()
    page.page.touchscreen.tap(box["x"] + place["x"], box["y"] + place["y"])
    panel = page.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Russia"
    sheet = panel.bounding_box()
    assert sheet["x"] == 0
    assert sheet["width"] == 360
    assert sheet["y"] + sheet["height"] == pytest.approx(640)
    assert sheet["height"] <= 0.6 * 640
    assert page.ask("document.getElementById('panel').scrollHeight > document.getElementById('panel').clientHeight")


def test_the_page_scrolls_to_the_table(visit, press_graph):
    page = phone(visit, press_graph)
    page.page.locator("#table > summary").tap()
    page.page.wait_for_timeout(100)
    assert page.page.locator("#rows tr").first.bounding_box()["y"] < 640
    assert page.ask("document.documentElement.scrollHeight") > 1000


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_text_twice_as_large_fits(visit, press_graph, size):
    page = visit(press_graph, viewport={"width": size[0], "height": size[1]})
    page.ask("document.documentElement.style.fontSize = '175%'")  # of 16 pixels: twice the page's 14
    page.ask("graphbuild.select('edge', 'RUS|invades|UKR')")
    page.page.wait_for_timeout(100)
    assert page.ask(OVERFLOW) <= 0
    assert page.page.get_by_role("button", name="Close").is_visible()
    assert page.page.locator("#stage").bounding_box()["height"] >= 200


def test_browser_zoom_gives_the_narrow_page(visit, press_graph):
    page = visit(press_graph, viewport={"width": 640, "height": 400}, device_scale_factor=2)  # 1280 × 800 at 200 %
    assert page.ask(OVERFLOW) <= 0
    assert page.page.locator("#stage").bounding_box()["height"] >= 180


def test_names_from_right_to_left_stay_apart_from_their_neighbours(visit, press_graph):
    graph = press_graph.copy()
    graph.nodes["IRN"].update(label="إيران", label_fr="إيران")
    page = visit(graph)
    page.page.locator("#table > summary").click()
    row = page.page.locator("tr[data-edge='IRN|sends_weapons_to|RUS']")
    assert row.locator("td").nth(0).locator("bdi").inner_text() == "إيران"
    boxes = [row.locator("td").nth(number).bounding_box()["x"] for number in range(3)]
    assert boxes == sorted(boxes)


def test_a_sandboxed_frame_has_keys_and_tables(chromium, press_graph, tmp_path):
    from graphbuild.exports import notebook

    (tmp_path / "note.html").write_text(notebook.graph_html(press_graph), encoding="utf-8")
    page = chromium.new_context(viewport={"width": 900, "height": 700}).new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "note.html").as_uri())
    page.wait_for_timeout(500)
    frame = page.frames[1]
    frame.locator("#graph").focus()
    page.keyboard.press("Home")
    assert frame.inner_text("#spoken").startswith("Russia, country")
    page.keyboard.press("?")
    assert frame.locator("#help").is_visible()
    page.keyboard.press("Escape")
    frame.locator("#table > summary").click()
    frame.wait_for_timeout(100)
    assert frame.locator("#rows tr").count() == 42
    assert complaints == []
    page.context.close()


def test_a_thousand_nodes_answer_at_once(chromium, tmp_path):
    import networkx as nx

    graph = nx.MultiDiGraph()
    for number in range(1000):
        graph.add_node(f"n{number}", label=f"Actor {number}", type="country")
    for number in range(2000):
        graph.add_edge(f"n{number % 1000}", f"n{(number * 7 + 1) % 1000}", f"r{number}", label="supports", weight=1)
    write(graph, tmp_path / "page.html")
    page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.locator("#table > summary").click()
    page.wait_for_timeout(200)
    sort = """() => {
        const times = [1, 3, 5].map((column) => {
            const start = performance.now();
            document.querySelector(`#table_scroll th:nth-child(${column}) button`).click();
            return performance.now() - start;
        });
        return times.sort((a, b) => a - b)[1];
    }"""
    walk = """() => {
        const start = performance.now();
        const press = (key) => document.getElementById("graph").dispatchEvent(new KeyboardEvent("keydown", { key }));
        for (const key of ["Home", "ArrowLeft", "e", "e", "g", "PageDown", "ArrowUp", "E", "g", "ArrowDown"]) press(key);
        return (performance.now() - start) / 10;
    }"""
    assert page.evaluate(sort) < 250  # 100 ms on an idle machine
    assert page.evaluate(walk) < 100
    page.context.close()
