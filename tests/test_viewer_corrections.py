"""Corrections in the page: collected, shown at once, undone, downloaded, loaded; and read by ``graphbuild.corrections``."""

import json

import pytest
from browsing import Visit
from conftest import make_build

from graphbuild import corrections
from graphbuild.exports import html, notebook
from graphbuild.graph import to_graph

pytestmark = pytest.mark.browser


def test_every_action_has_its_words():
    words = json.loads(html._data("strings.json"))
    for action in corrections.FIELDS:
        assert {f"do_{action}", f"told_{action}"} <= words["en"].keys()


def open_sheet(page, kind, name, card=0):
    """Opens the sheet that corrects a node, an edge, or one of its sentences, by a click."""
    page.ask(f"graphbuild.select({kind.removeprefix('card of ')!r}, {name!r})")
    place = page.page.locator("#panel .card" if kind.startswith("card") else "#panel > p")
    place.get_by_role("button", name="correct…").nth(card).click()
    return page.page.get_by_role("dialog")


def add(sheet, way, reason=""):
    sheet.get_by_label(way).check()
    sheet.get_by_label("reason (optional)").fill(reason)
    sheet.get_by_role("button", name="add to the corrections").click()


def listed(page):
    page.page.locator("#corrections").click()
    return page.page.get_by_role("dialog")


def downloaded(page, tmp_path):
    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name="download corrections.jsonl").click()
    assert waiting.value.suggested_filename == "corrections.jsonl"
    waiting.value.save_as(tmp_path / "corrections.jsonl")
    page.requests[:] = [page.url]  # the blob of the download
    return tmp_path / "corrections.jsonl"


def test_a_rejected_sentence_goes_and_comes_back(visit, press_graph):
    page = visit(press_graph)
    sheet = open_sheet(page, "card of edge", "EU|sanctions|RUS")
    add(sheet, "The sentence does not say this: reject it", "misread")
    panel = page.page.locator("#panel")
    assert panel.locator(".card").count() == 1
    assert "1 independent article asserts it" in panel.inner_text()
    assert page.text("#corrections") == "Corrections (1)"
    pending = panel.locator(".pending").inner_text()
    assert pending.startswith("rejected: European Union – sanctions → Russia: “Bruxelles a adopté")
    assert "misread" in pending
    panel.get_by_role("button", name="undo").click()
    assert panel.locator(".card").count() == 2
    assert page.text("#corrections") == "Corrections"


def test_a_relation_whose_only_sentence_is_rejected_goes(visit, press_graph):
    page = visit(press_graph)
    add(open_sheet(page, "card of edge", "UN|demands_from|RUS"), "The sentence does not say this: reject it")
    assert page.text("#count") == "41 relations shown · 3 hidden"
    assert page.ask("graphbuild.network.body.edges['UN|demands_from|RUS'] === undefined") is True


def test_a_rejected_relation_goes_also_where_it_is_rolled_up(visit, press_graph):
    page = visit(press_graph)
    edge = "Emmanuel Macron|talks_with|Vladimir Poutine"
    add(open_sheet(page, "edge", edge), "No sentence says this: reject the relation")
    assert page.text("#count") == "41 relations shown · 3 hidden"
    assert page.page.locator("#panel .chip", has_text="rejected").count() == 1
    page.page.keyboard.press("Escape")
    assert page.ask(f"graphbuild.network.body.edges['{edge}'] === undefined") is True
    page.page.get_by_label("officials and places as their country").check()
    assert (
        page.ask(
            "graphbuild.edgeOf('FRA|talks_with|RUS') && graphbuild.view().now.has(graphbuild.edgeOf('FRA|talks_with|RUS'))"
        )
        is False
    )
    sheet = listed(page)
    sheet.get_by_role("button", name="undo").click()
    assert "None yet." in sheet.inner_text()
    assert page.ask("graphbuild.view().now.has(graphbuild.edgeOf('FRA|talks_with|RUS'))") is True


def test_a_renamed_entity_has_its_new_name_everywhere(visit, press_graph):
    page = visit(press_graph)
    sheet = open_sheet(page, "node", "Kharkiv")
    sheet.get_by_label("English name").fill("Kharkov <b>")
    sheet.get_by_label("French name").fill("Kharkov")
    add(sheet, "The name")
    assert page.page.locator("#panel h2").inner_text() == "Kharkov <b>"
    assert page.ask("graphbuild.network.body.nodes.Kharkiv.options.label") == "Kharkov <b>"
    page.page.get_by_role("button", name="Français").click()
    assert page.page.locator("#panel h2").inner_text() == "Kharkov"
    page.page.get_by_role("button", name="annuler").click()
    assert page.page.locator("#panel h2").inner_text() == "Kharkiv"


def test_what_a_rebuild_must_do_is_marked_as_pending(visit, press_graph):
    page = visit(press_graph)
    sheet = open_sheet(page, "edge", "RUS|attacks|UKR")
    sheet.get_by_label("It is another relation").check()
    sheet.locator("select:visible").select_option("invades")
    sheet.get_by_role("button", name="add to the corrections").click()
    assert "Russia – attacks – Ukraine: is “invades”" in page.text("#panel .pending")
    page.ask("graphbuild.select('node', 'UKR')")
    marked = page.page.locator("#panel li", has=page.page.get_by_role("img", name="Your corrections"))
    assert "Russia – attacks → Ukraine" in marked.inner_text()


def test_merging_asks_for_another_entity(visit, press_graph):
    page = visit(press_graph)
    sheet = open_sheet(page, "node", "Wagner")
    sheet.get_by_label("It is the same as another entity: merge").check()
    sheet.get_by_role("button", name="add to the corrections").click()
    assert sheet.get_by_role("alert").inner_text() == "Something is missing."
    sheet.get_by_role("searchbox").fill("cote d ivoire")
    sheet.get_by_role("button", name="add to the corrections").click()
    assert "Wagner Group: the same as Côte d'Ivoire" in page.text("#panel .pending")
    page.ask("graphbuild.select('node', 'CIV')")
    assert "the same as Côte d'Ivoire" in page.text("#panel .pending")


def test_nothing_has_a_direction_to_turn_that_runs_both_ways(visit, press_graph):
    page = visit(press_graph)
    sheet = open_sheet(page, "edge", "BLR|allied_with|RUS")
    assert sheet.get_by_role("radio").count() == 2
    page.page.keyboard.press("Escape")
    sheet = open_sheet(page, "card of edge", "BLR|allied_with|RUS")
    assert sheet.get_by_role("radio").count() == 1


def test_keyboard_alone_corrects_and_the_focus_comes_back(visit, press_graph):
    page = visit(press_graph)
    sheet = open_sheet(page, "edge", "RUS|attacks|UKR")
    page.page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    assert page.page.locator("#panel").is_visible()  # Escape closed the sheet only
    assert page.ask("document.activeElement.dataset.key") == "correct"
    page.page.keyboard.press("Enter")
    sheet.get_by_role("radio").first.focus()
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("ArrowDown")
    sheet.get_by_label("reason (optional)").focus()
    page.page.keyboard.type("seen by hand")
    page.page.keyboard.press("Enter")
    sheet.wait_for(state="hidden")
    assert "turned round: Russia – attacks – Ukraine" in page.text("#panel .pending")
    page.page.wait_for_function("document.activeElement.dataset.key === 'correct'")


def everything(page):
    """Makes a correction of every kind."""
    add(open_sheet(page, "card of edge", "EU|sanctions|RUS"), "The sentence does not say this: reject it", "« non »")
    add(open_sheet(page, "card of edge", "RUS|attacks|UKR"), "Source and target are exchanged: turn it round")
    for way in ("No sentence says this: reject the relation", "Source and target are exchanged: turn it round"):
        add(open_sheet(page, "edge", "CHN|supports|RUS"), way)
    sheet = open_sheet(page, "edge", "RUS|attacks|UKR")
    add(sheet, "It is another relation")
    sheet = open_sheet(page, "node", "Wagner")
    sheet.get_by_label("your name (optional)").fill("Zoé")
    add(sheet, "The type")
    add(open_sheet(page, "node", "Wagner"), "The name")
    for way in ("It is the same as another entity: merge", "It must never be taken for another entity"):
        sheet = open_sheet(page, "node", "Wagner")
        sheet.get_by_label(way).check()
        sheet.locator("input[type=search]:visible").fill("UKR" if "never" in way else "mali")
        add(sheet, way)


LEAVING = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"


def test_the_file_is_one_that_graphbuild_reads(visit, press_graph, tmp_path):
    page = visit(press_graph)
    assert page.ask(LEAVING) is False
    everything(page)
    assert page.ask(LEAVING) is True
    assert page.text("#corrections") == "Corrections (9)"
    listed(page)
    path = downloaded(page, tmp_path)
    assert page.ask(LEAVING) is False
    found = corrections.read(path)
    assert {one.action for one in found} == set(corrections.FIELDS)
    rejected = next(one for one in found if one.action == "reject_statement")
    behind = {s.id: s for s in press_graph.edges["EU", "RUS", "sanctions"]["evidence"]}
    assert behind[rejected.concerns["statement"]].quote == rejected.concerns["quote"]
    assert rejected.reason == "« non »"
    assert {one.by for one in found} == {None, "Zoé"}
    assert next(one for one in found if one.action == "merge").concerns == {"entity": "Wagner", "into": "MLI"}
    for line, one in zip(path.read_text(encoding="utf-8").splitlines(), found, strict=True):
        keys = ["action", *corrections.FIELDS[one.action], *corrections.ADDED]
        assert list(json.loads(line)) == [key for key in keys if key in json.loads(line)]


def test_a_session_goes_on_where_it_was(visit, press_graph, tmp_path):
    page = visit(press_graph)
    everything(page)
    listed(page)
    path = downloaded(page, tmp_path)
    before = path.read_bytes()
    page.page.reload()
    page.requests[:] = [page.url]
    sheet = listed(page)
    with page.page.expect_file_chooser() as waiting:
        sheet.get_by_role("button", name="load a file…").click()
    waiting.value.set_files(path)
    sheet.get_by_text("9 loaded").wait_for()
    assert sheet.locator("li").count() == 9
    assert page.ask(LEAVING) is False
    assert downloaded(page, tmp_path).read_bytes() == before


def test_the_later_of_two_corrections_of_one_thing_holds(visit, press_graph):
    page = visit(press_graph)
    for name in ("One", "Two"):
        sheet = open_sheet(page, "node", "Wagner")
        sheet.get_by_label("English name").fill(name)
        add(sheet, "The name")
    assert page.text("#corrections") == "Corrections (1)"
    assert page.page.locator("#panel h2").inner_text() == "Two"


GOOD = '{"action": "merge", "entity": "Wagner", "into": "RUS"}'


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2: not a JSON object"),
        ("null", "line 2: not a JSON object"),
        ('{"action": "constructor"}', "line 2: not allowed: “action”"),
        ('{"action": ["merge"], "entity": "A", "into": "B"}', "line 2: not allowed: “action”"),
        ('{"action": "merge", "entity": "A"}', "line 2: a text is missing in “into”"),
        ('{"action": "merge", "entity": "A", "into": {"x": 1}}', "line 2: a text is missing in “into”"),
        ('{"action": "merge", "entity": "A", "into": "B", "__proto__": {"x": 1}}', "line 2: not allowed: “__proto__”"),
        ('{"action": "merge", "entity": "A", "into": "A"}', "line 2: two values are the same"),
        ('{"action": "merge", "entity": "A", "into": "B", "at": "2022-02-31"}', "line 2: not allowed: “at”"),
        ('{"action": "retype", "entity": "A", "type": "toString"}', "line 2: not allowed: “type”"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_loaded(visit, press_graph, tmp_path, line, complaint):
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{GOOD}\n{line}\n", encoding="utf-8")
    page = visit(press_graph)
    sheet = listed(page)
    sheet.locator("input[type=file]").set_input_files(path)
    sheet.get_by_text("Not loaded.").wait_for()
    assert complaint in sheet.get_by_role("status").inner_text()
    assert page.text("#corrections") == "Corrections"
    with pytest.raises(corrections.DataError, match="line 2"):
        corrections.read(path)  # the page and the reader refuse the same


def test_hostile_files_do_nothing(visit, press_graph, tmp_path):
    attack = "<img src=x onerror='window.pwned=1'></script><script>window.pwned=2</script>\u202e$&$1{edge}"
    lines = [
        {"action": "rename", "entity": "Wagner", "label": attack, "label_fr": attack},
        {"action": "rename", "entity": "constructor", "label": attack, "label_fr": attack},
        {"action": "reject_edge", "source": attack, "relation": attack, "target": attack, "reason": attack},
        {"action": "reject_statement", "statement": attack, "quote": attack * 100},
        {"action": "retype_edge", "source": "RUS", "relation": "__proto__", "target": "UKR", "to": attack},
    ]
    path = tmp_path / "hostile.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    page = visit(press_graph)
    sheet = listed(page)
    sheet.locator("input[type=file]").set_input_files(path)
    sheet.get_by_text("5 loaded").wait_for()
    page.page.keyboard.press("Escape")
    page.ask("graphbuild.select('node', 'Wagner')")
    assert page.ask("window.pwned === undefined") is True
    assert page.page.locator("img, #panel script").count() == 0
    assert page.text("#count") == "42 relations shown · 2 hidden"


def test_a_phone_has_room_for_it(visit, press_graph):
    page = visit(press_graph, viewport={"width": 360, "height": 740})
    sheet = open_sheet(page, "node", "Wagner")
    sheet.get_by_label("It is the same as another entity: merge").check()
    box = sheet.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 740
    assert page.ask("(() => { const d = document.querySelector('dialog'); return d.scrollWidth <= d.clientWidth; })()")


def test_a_sandboxed_frame_corrects_too(chromium, tmp_path):
    graph = to_graph(make_build(["1 attacks RUS UKR : [S Moscou] a [T frappé] [O l'Ukraine]."]))
    (tmp_path / "note.html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{notebook.graph_html(graph)}", encoding="utf-8"
    )
    visit = Visit(chromium, tmp_path / "note.html")
    frame = visit.page.frames[1]
    frame.wait_for_function("window.graphbuild !== undefined")
    frame.evaluate("graphbuild.select('edge', 'RUS|attacks|UKR')")
    frame.locator("#panel .card").get_by_role("button", name="correct…").click()
    frame.get_by_role("button", name="add to the corrections").click()
    assert frame.inner_text("#count") == "0 relations shown · 1 hidden"
    frame.locator("#corrections").click()
    with visit.page.expect_download() as waiting:
        frame.get_by_role("button", name="download corrections.jsonl").click()
    waiting.value.save_as(tmp_path / "corrections.jsonl")
    assert [one.action for one in corrections.read(tmp_path / "corrections.jsonl")] == ["reject_statement"]
    frame.get_by_role("button", name="copy", exact=True).click()
    assert (
        frame.get_by_role("textbox", name="copy with Ctrl+C").input_value().startswith('{"action":"reject_statement"')
    )
    assert visit.complaints == []
    visit.context.close()
