"""The page's address: it brings back what was seen, the browser's Back undoes steps, and frames do without."""

import pytest
from browsing import Visit

from graphbuild.exports import notebook

pytestmark = pytest.mark.browser

CAMERA = "[graphbuild.network.getScale(), ...Object.values(graphbuild.network.getViewPosition())]"
PLACE = "Object.values(graphbuild.network.canvasToDOM(graphbuild.network.getPosition('RUS')))"
PANEL = "document.querySelector('#panel h2')?.innerText ?? ''"
SETTLED = 400  # milliseconds after which the address knows what the camera shows


def reopen(page, address):
    page.page.goto("about:blank")
    page.page.goto(address)
    page.requests[:] = [page.url]


def zoom_in(page):
    box = page.page.locator("#graph").bounding_box()
    page.page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.page.mouse.wheel(0, -400)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + 360, box["y"] + 230, steps=3)
    page.page.mouse.up()
    page.until("location.hash.includes('camera=')")
    page.page.wait_for_timeout(SETTLED)


def test_first_view_needs_no_address(visit, press_graph):
    page = visit(press_graph)
    page.page.wait_for_timeout(SETTLED)
    assert page.ask("location.hash") == ""
    page.page.get_by_role("button", name="Zoom in").click()
    page.page.wait_for_timeout(SETTLED)
    assert "camera=" in page.ask("location.hash")
    page.page.get_by_role("button", name="Whole graph").click()
    page.until("location.hash === ''")


def test_camera_comes_back_exactly(visit, press_graph):
    page = visit(press_graph)
    whole = page.ask(CAMERA)
    zoom_in(page)
    seen, address = page.ask(CAMERA), page.ask("location.href")
    assert seen[0] > whole[0] * 1.05
    reopen(page, address)
    assert page.ask(CAMERA) == pytest.approx(seen, rel=1e-3, abs=0.1)
    page.page.wait_for_timeout(SETTLED)
    assert page.ask("location.href") == address


def test_camera_shows_the_same_on_another_screen(visit, press_graph):
    page = visit(press_graph)
    russia = "graphbuild.data.nodes.find(({ id }) => id === 'RUS')"  # vis rounds the positions that it tells
    page.ask(f"graphbuild.network.moveTo({{ position: {russia}, scale: 3 }})")
    page.page.wait_for_timeout(SETTLED)
    address = page.ask("location.href")
    phone = visit(press_graph, viewport={"width": 390, "height": 844})
    reopen(phone, address)
    frame = phone.page.locator("#graph").bounding_box()
    place = phone.ask(f"Object.values(graphbuild.network.canvasToDOM({russia}))")
    assert place == pytest.approx([frame["width"] / 2, frame["height"] / 2], abs=2)


def test_dragged_nodes_and_the_open_table_come_back(visit, press_graph):
    page = visit(press_graph)
    x, y = page.ask(PLACE)
    box = page.page.locator("#graph").bounding_box()
    page.page.mouse.move(box["x"] + x, box["y"] + y)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + x + 40, box["y"] + y + 70, steps=4)
    page.page.mouse.up()
    page.page.locator("#table > summary").click()
    page.page.wait_for_timeout(SETTLED)
    assert page.ask(PLACE) == pytest.approx([x + 40, y + 70], abs=2)
    there = page.ask("graphbuild.state.moved.get('RUS')")
    address = page.ask("location.href")
    reopen(page, address)
    assert page.ask("graphbuild.state.moved.get('RUS')") == pytest.approx(there, abs=0.01)
    assert page.ask(PLACE) == pytest.approx([x + 40, y + 70], abs=25)  # the view fits what is there now
    assert page.ask("document.querySelectorAll('#rows tr').length") == 42


def test_back_and_forward_step_through_what_was_selected(visit, press_graph):
    page = visit(press_graph)
    page.click_edge("Bamako|capital_of|MLI")
    page.page.get_by_role("button", name="Français").click()
    page.ask("graphbuild.select('node', 'FIN')")
    page.page.wait_for_timeout(SETTLED)
    assert page.ask(PANEL) == "Finlande"
    page.page.go_back()
    page.until(f"{PANEL} === 'Bamako capitale de → Mali'")
    page.page.go_back()
    page.until("document.querySelector('#panel').hidden")
    assert page.ask("document.documentElement.lang") == "en"  # as it was when that step was made
    page.page.go_forward()
    page.page.go_forward()
    page.until(f"{PANEL} === 'Finlande'")
    page.requests[:] = [page.url]


def test_filters_and_looks_are_no_steps(visit, press_graph):
    page = visit(press_graph)
    before = page.ask("history.length")
    page.page.locator("#theme").click()
    page.page.get_by_role("button", name="material conflict 7").click()
    zoom_in(page)
    assert page.ask("history.length") == before
    page.until("['theme=', 'no_quads=', 'camera='].every((part) => location.hash.includes(part))")


def test_a_place_in_the_page_changes_nothing(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_role("button", name="material conflict 7").click()
    page.page.keyboard.press("Home")
    page.page.locator(".skip").focus()
    page.page.keyboard.press("Enter")
    page.until("location.hash.includes('no_quads')")
    assert page.text("#count") == "35 relations shown · 9 hidden"
    assert page.ask("document.getElementById('table').open") is True
    page.requests[:] = [page.url]


@pytest.mark.parametrize(
    "hash",
    [
        "camera=0_0_0_0",
        "camera=1_2_3",
        "camera=a_b_c_d",
        "camera=1_2_3_4_5",
        "moved=NOBODY_1_2",
        "moved=RUS_x_y",
        "moved=RUS_1..2_3",
        "table=yes",
    ],
)
def test_nonsense_is_ignored(visit, press_graph, hash):
    page = visit(press_graph)
    whole = page.ask(CAMERA)
    reopen(page, f"{page.url}#v=1&{hash}")
    assert page.ask(CAMERA) == pytest.approx(whole)
    assert page.ask("[graphbuild.state.moved.size, document.getElementById('table').open]") == [0, False]
    assert page.ask("location.hash") == ""


def test_an_address_of_what_is_gone_lets_the_reader_back(visit, press_graph):
    page = visit(press_graph)
    page.page.goto(f"{page.url}#v=1&selected=edge_nothing")
    page.until("location.hash === ''")
    page.page.go_back()
    assert page.ask("document.querySelector('#panel').hidden") is True
    page.requests[:] = [page.url]


def test_frame_without_an_address(chromium, press_graph, tmp_path):
    note = tmp_path / "note.html"
    note.write_text(f"<!DOCTYPE html><meta charset=utf-8>{notebook.graph_html(press_graph)}", encoding="utf-8")
    page = Visit(chromium, note)
    frame = page.page.frames[1]
    frame.wait_for_function("window.graphbuild !== undefined")
    frame.evaluate("graphbuild.select('node', 'RUS')")
    frame.get_by_role("button", name="Zoom in").click()
    page.page.wait_for_timeout(SETTLED)
    assert frame.evaluate("location.href") == "about:srcdoc"
    frame.get_by_role("button", name="Keep").click()
    frame.get_by_role("button", name="Copy the link to this view").click()
    assert "stands in a notebook" in frame.inner_text("#kept")
    field = frame.locator("#kept input")
    assert field.input_value().startswith("#v=1&")
    assert "selected=node_RUS" in field.input_value()
    assert frame.evaluate("document.getSelection().toString()") == field.input_value()
    assert frame.get_by_role("button", name="Print what is visible").count() == 0
    with page.page.expect_download() as saved:
        frame.get_by_role("button", name="Relations, CSV").click()
    assert saved.value.suggested_filename == "knowledge-graph-relations.csv"
    assert page.complaints == []
    page.context.close()
