"""Search in the page: names, words of relations, sentences; by mouse and by keyboard."""

import pytest
from test_exports_browser import press_like

pytestmark = pytest.mark.browser

OPTIONS = '#results [role="option"]'
GROUPS = '#results [role="group"]'


def look_for(page, words):
    page.page.locator("#search").fill(words)
    return page.page.locator(GROUPS)


def test_results_come_in_groups_with_their_numbers(visit, press_graph):
    page = visit(press_graph)
    groups = look_for(page, "talks with")
    assert [group.get_attribute("aria-label") for group in groups.all()] == ["Relations", "Sentences"]
    assert "Belarus – allied with – Russia" in groups.nth(0).inner_text()
    assert page.page.locator("#results + [role=status]").inner_text() == "Relations: 2, Sentences: 2"
    groups = look_for(page, "otan russie")
    assert [group.get_attribute("aria-label") for group in groups.all()] == ["Sentences"]
    assert groups.locator('[role="option"]').inner_text().startswith("La Russie accuse l'OTAN de l'encercler.")
    assert groups.locator("mark.hit").all_inner_texts() == ["Russie", "OTAN"]


def test_relations_are_found_by_their_words_in_both_languages_and_their_ends(visit, press_graph):
    page = visit(press_graph)
    for words in ("sanctions russ", "RUSSIE sanctionne", "sanctionne moscou"):
        found = look_for(page, words).first.locator('[role="option"]').all_inner_texts()
        assert set(found) == {"European Union – sanctions → Russia", "United States – sanctions → Russia"}
    assert "Relations" not in look_for(page, "Russie").first.inner_text()  # a name alone is no relation's


def test_a_sentence_opens_its_edge_and_stands_first(visit, press_graph):
    page = visit(press_graph)
    look_for(page, "a commence")
    page.page.locator(OPTIONS).click()
    assert page.ask("graphbuild.state.selected.id") == "RUS|invades|UKR"
    cards = page.page.locator("#panel .card")
    assert cards.count() == 2
    assert "a commencé, dit Kiev" in cards.first.inner_text()
    assert page.page.locator("#panel .card.found").count() == 1
    assert page.page.locator("#results").is_hidden()


def test_a_sentence_that_filters_hide_is_shown_nevertheless(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_role("button", name="material conflict 7").click()
    look_for(page, "bombarde")
    page.page.locator(OPTIONS).click()
    assert "a bombardé Kharkiv" in page.text("#panel .card.found")


def test_keyboard(visit, press_graph):
    page = visit(press_graph)
    field, keyboard = page.page.locator("#search"), page.page.keyboard
    page.page.locator("#graph").focus() if page.ask("document.getElementById('graph').tabIndex") >= 0 else None
    keyboard.press("/")
    assert page.ask("document.activeElement.id") == "search"
    keyboard.type("otan/")  # in the field the stroke is a letter
    assert field.input_value() == "otan/"
    assert field.get_attribute("aria-expanded") == "true"
    marked = "document.querySelector('#results [aria-selected=true]')?.id"
    assert page.ask(marked) is None
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    assert page.ask(marked) == field.get_attribute("aria-activedescendant") == "results_list_1"
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    keyboard.press("ArrowUp")  # from the field to the last one
    last = page.page.locator(OPTIONS).count() - 1
    assert page.ask(marked) == f"results_list_{last}"
    keyboard.press("Escape")
    assert page.page.locator("#results").is_hidden()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "otan/"
    keyboard.press("Enter")  # opens and takes the first
    assert page.text("#panel h2") == "NATO"
    keyboard.press("Escape")
    assert field.input_value() == ""
    assert page.page.locator("#panel").is_visible()
    keyboard.press("Escape")
    assert page.page.locator("#panel").is_hidden()


def test_more_results_are_a_choice_of_their_own(visit, press_graph):
    page = visit(press_graph)
    sentences = look_for(page, "russie").last
    total = int(sentences.locator(".head").inner_text().split("(")[1].rstrip(")"))
    assert total > 7
    assert sentences.locator('[role="option"]').count() == 7
    sentences.get_by_text(f"show more ({total - 6})").click()
    assert sentences.locator('[role="option"]').count() == total
    assert page.page.locator("#results").is_visible()
    assert page.ask("document.activeElement.id") == "search"


def test_results_are_not_cut_by_their_column(visit, press_graph):
    for size in ((1280, 800), (360, 640)):
        page = visit(press_graph, viewport={"width": size[0], "height": size[1]})
        look_for(page, "russie")
        box = page.page.locator("#results").bounding_box()
        assert box["width"] >= min(400, size[0] - 30)
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert box["y"] + box["height"] <= size[1]
        seen = page.ask(
            f"document.elementFromPoint({box['x'] + box['width'] - 20}, {box['y'] + 30}).closest('#results')?.id"
        )
        assert seen == "results"


def test_a_thousand_nodes_are_searched_at_once(visit):
    page = visit(press_like(1000, 2000))
    page.page.locator("#search").focus()
    times = page.ask("""["n", "ukr", "supports", "union europeenne 1", "zzz"].map((words) => {
        const [field, start] = [document.getElementById("search"), performance.now()];
        field.value = words;
        field.dispatchEvent(new InputEvent("input"));
        document.body.getBoundingClientRect();
        return performance.now() - start;
    })""")
    assert max(times) < 100
