"""What strikes a reader at first sight: what is cut, covered, crowded or dead."""

import pytest

from graphbuild.exports import write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 360, "height": 640}


def box(page, selector):
    return page.page.locator(selector).first.bounding_box()


def test_a_tablet_keeps_most_of_the_drawing_beside_the_evidence(visit, press_graph):
    page = visit(press_graph, viewport=TABLET, has_touch=True)
    page.ask("graphbuild.select('node', 'RUS')")
    stage, panel = box(page, "#stage"), box(page, "#panel")
    assert stage["width"] == panel["width"] == 768
    assert panel["y"] - stage["y"] >= 250


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_header_of_a_phone_is_low(visit, press_graph, lang):
    page = visit(press_graph, viewport=PHONE, has_touch=True, lang=lang)
    assert box(page, "header")["height"] <= 130
    tops = {box(page, f"#{name}")["y"] for name in ("keep_button", "theme", "corrections", "language", "help_open")}
    assert len(tops) == 1
    name = {"en": "Français", "fr": "English"}[lang]
    assert page.page.get_by_role("button", name=name).is_visible()


def test_tints_are_not_cut(visit, press_graph):
    page = visit(press_graph)
    far = page.ask("""graphbuild.data.nodes.filter((node) => Number.isInteger(node.bloc) && graphbuild.nodeVisible(node))
        .map(({ x, y }) => graphbuild.network.canvasToDOM({ x, y })).map(({ x, y }) => Math.min(x, y))""")
    assert far
    assert min(far) >= 26  # half of a tint's breadth


def test_only_stands_beside_the_name_under_fingers(visit, press_graph):
    page = visit(press_graph, viewport=TABLET, has_touch=True, is_mobile=True)
    page.page.locator("#filters > summary").tap()
    name, only = box(page, "#quads .toggle"), box(page, "#quads .only")
    assert name["x"] + name["width"] <= only["x"] + 1
    assert only["width"] > 10


def test_without_a_script_the_table_stands_open_and_nothing_is_dead(chromium, press_graph, tmp_path):
    write(press_graph, tmp_path / "page.html")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert page.locator("#rows tr").first.is_visible()
    for dead in ("#search", "#filters", "#zoom", "#theme"):
        assert page.locator(dead).is_hidden(), dead
    context.close()


def test_the_help_names_the_keys_as_a_french_keyboard_does(visit, press_graph):
    page = visit(press_graph, lang="fr")
    page.page.locator("#help_open").click()
    keys = page.page.locator("#help kbd").all_inner_texts()
    assert {"/", "Entrée", "Échap", "Maj+E", "Début"} <= set(keys)
    assert not {"Enter", "Esc", "Home"} & set(keys)
