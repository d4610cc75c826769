"""All that passes between two actors."""

import pytest
from conftest import SENTENCES, make_build

from graphbuild.graph import to_graph

pytestmark = pytest.mark.browser

PANEL = "#panel"


def rows(page, number=0):
    table = page.page.locator("#panel table.directions").nth(number)
    return [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]


def test_from_an_edge_to_all_that_passes_between_its_ends(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('edge', 'RUS|invades|UKR')")
    page.page.get_by_role("button", name="all that passes between the two").click()
    assert page.text("#panel h2") == "Russia ⇄ Ukraine"
    heads = page.page.locator("#panel table.directions").first.locator("thead th").all_inner_texts()
    assert heads == ["Russia → Ukraine", "Ukraine → Russia", "both ways"]
    assert [[cell.strip() for cell in row] for row in rows(page)] == [
        ["verbal cooperation", "–", "–", "1"],
        ["verbal conflict", "–", "1", "–"],
        ["material conflict", "3", "–", "1"],
    ]
    assert "6 statements" in page.text(PANEL)


def test_shift_click_on_a_second_node(visit, press_graph):
    page = visit(press_graph)
    page.click_node("Bamako")
    page.page.wait_for_timeout(450)
    page.page.keyboard.down("Shift")
    page.click_node("MLI")
    page.page.keyboard.up("Shift")
    assert page.text("#panel h2") == "Bamako ⇄ Mali"
    assert "reste calme" in page.text(PANEL)


def test_sentences_stand_in_order_of_date(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('dyad', ['UKR', 'RUS'])")
    numbers = page.ask("[...document.querySelectorAll('#panel > .card')].map((card) => Number(card.dataset.statement))")
    assert len(numbers) == 6
    days = page.ask(f"""{numbers}.map((number) => {{
        const statement = graphbuild.data.statements[number];
        return statement.date?.[0] ?? graphbuild.data.articles[statement.article]?.date;
    }})""")
    assert days == sorted(days)


def test_bars_say_the_same_as_their_table(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('dyad', ['RUS', 'UKR'])")
    figure = page.page.locator("#panel .balance [role=img]")
    name = figure.get_attribute("aria-label")
    assert name == "Cooperation and conflict over time: cooperation: 1, conflict: 5"
    page.page.get_by_text("As a table").click()
    table = rows(page, 1)
    assert [sum(int(row[side]) for row in table) for side in (1, 2)] == [1, 5]
    heights = page.ask(
        "[...document.querySelectorAll('#panel .balance rect')].map((bar) => Number(bar.getAttribute('height')))"
    )
    unit = min(heights)
    assert round(sum(heights) / unit) == 6


def test_what_is_denied_is_no_conflict(visit):
    lines = [*SENTENCES, "1 attacks MLI FRA denied : [S Le Mali] n'a pas [T attaqué] [O la France]."]
    page = visit(to_graph(make_build(lines)))
    page.page.get_by_label("show hypothetical and denied").check()
    page.ask("graphbuild.select('dyad', ['MLI', 'FRA'])")
    assert "n'a pas attaqué" in page.text(PANEL)
    assert page.page.locator("#panel .balance").count() == 0


def test_days_far_from_the_articles_are_counted_apart(visit, press_graph):
    build = make_build()
    page = visit(to_graph(build))
    page.ask("""() => {
        for (const one of graphbuild.data.statements) if (one.pattern === 'attacks/1') one.date = ['1945-05-08', '1945-05-08', 'explicit'];
        graphbuild.select('dyad', ['RUS', 'UKR']);
    }""")
    assert "1 earlier" in page.text(PANEL)
    assert "1945" not in page.page.locator("#panel .balance .axis").inner_text()


def test_officials_are_included_when_rolled_up(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('dyad', ['Emmanuel Macron', 'Vladimir Poutine'])")
    page.page.get_by_label("officials and places as their country").check()
    assert page.text("#panel h2") == "France ⇄ Russia"
    assert "M. Macron s'est entretenu avec M. Poutine" in page.text(PANEL)
    assert "Emmanuel Macron (France), Vladimir Putin (Russia)" in page.text(PANEL)


def test_nothing_between_them_offers_the_ways(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('dyad', ['MLI', 'UKR'])")
    assert "Nothing that is shown now passes directly between these two." in page.text(PANEL)
    page.page.get_by_role("button", name="shortest ways between them").click()
    assert page.text("#panel h2") == "Mali → Ukraine"


def test_both_sides_of_a_contradiction(visit):
    lines = [*SENTENCES, "1 supports CHN RUS denied : [S La Chine] ne [T soutient] pas [O la Russie]."]
    page = visit(to_graph(make_build(lines)))
    page.ask("graphbuild.select('dyad', ['CHN', 'RUS'])")
    assert page.page.locator("#panel .sides").count() == 1
    assert "ne soutient pas" in page.text("#panel .sides")


def test_the_address_and_both_languages(visit, press_graph):
    page = visit(press_graph, lang="fr")
    page.ask("graphbuild.select('dyad', ['RUS', 'UKR'])")
    address, text = page.ask("location.href"), page.text(PANEL)
    assert "énoncés" in text
    page.page.goto("about:blank")
    page.page.goto(address)
    assert page.text(PANEL) == text
    page.requests[:] = [page.url]


def test_phone(visit, press_graph):
    page = visit(press_graph, viewport={"width": 360, "height": 640})
    page.ask("graphbuild.select('dyad', ['RUS', 'UKR'])")
    assert page.ask("document.documentElement.scrollWidth") <= 360
    panel = page.page.locator(PANEL)
    assert panel.evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
