"""The whole way of a reader with a phone, with fingers only: search, evidence, surroundings, ways, files, corrections."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(params=["en", "fr"])
def phone(request, visit, press_graph):
    return visit(press_graph, request.param, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def tap(page, selector, **options):
    page.page.locator(selector, **options).first.tap()


def fits(page):
    assert page.ask("document.documentElement.scrollWidth") <= 390


def find(page, words):
    page.page.locator("#search").fill(words)
    tap(page, "#results [role=option]")


def test_search_leads_to_an_actor_its_surroundings_and_back(phone):
    find(phone, "ukraine")
    assert phone.text("#panel h2") == "Ukraine"
    tap(phone, "#panel .hops button")
    tap(phone, "#panel .close")
    assert phone.page.locator("#crumbs [aria-current]").inner_text() == "Ukraine (1)"
    fits(phone)
    tap(phone, "#crumbs .out")
    assert phone.page.locator("#crumbs").is_hidden()


def test_a_relation_shows_its_sentence_and_all_between_the_two(phone):
    find(phone, "russie")
    tap(phone, "#panel .quad li .link")
    assert phone.page.locator("#panel .card mark.trigger").count()
    tap(
        phone,
        "#panel > .tools button",
        has_text={"en": "between", "fr": "entre"}[phone.ask("document.documentElement.lang")],
    )
    assert "⇄" in phone.text("#panel h2")
    fits(phone)


def test_shortest_ways(phone):
    find(phone, "wagner")
    phone.page.locator("#path_to").fill("ukraine")
    tap(phone, "#panel .popup [role=option]")
    assert phone.page.locator("#panel .way ol > li").count() == 2
    fits(phone)


def test_what_is_visible_can_be_kept(phone):
    tap(phone, "#keep_button")
    with phone.page.expect_download() as found:
        tap(phone, "#keep button", has_text="GraphML")
    assert found.value.suggested_filename.endswith(".graphml")
    fits(phone)


def test_a_sentence_can_be_cited_and_corrected(phone):
    phone.ask("graphbuild.select('edge', 'RUS|invades|UKR')")
    tap(phone, '#panel .card [data-key^="correct"]')
    tap(phone, "dialog.sheet input[type=radio]")
    tap(phone, "dialog.sheet .main")
    assert "1" in phone.text("#corrections")
    fits(phone)
    with phone.page.expect_download() as found:
        tap(phone, "#corrections")
        tap(phone, "dialog.sheet button", has_text="corrections.jsonl")
    assert found.value.suggested_filename == "corrections.jsonl"


def test_the_table_sorts_and_opens(phone):
    tap(phone, "#table > summary")
    tap(phone, "#table_scroll th button")
    assert phone.page.locator("#table_scroll [aria-sort]").count() == 1
    tap(phone, "#rows .link")
    assert phone.page.locator("#panel").is_visible()
    fits(phone)
