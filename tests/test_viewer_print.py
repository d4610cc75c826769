"""The page on paper: drawing, facts, caution and choices, then all visible relations; without controls, in light."""

import re

import pytest

from graphbuild.exports import palette

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def on_paper(page):
    """Makes the sheet as the browser does before it prints, and leaves it there to be looked at."""
    page.page.emulate_media(media="print")
    page.ask("dispatchEvent(new Event('beforeprint'))")
    page.until("[...document.images].every((image) => image.complete)")
    page.requests[:] = [page.url]  # the drawing is an image in the page itself


def test_sheet_says_all_that_is_seen(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_role("button", name="structural 15").click()
    on_paper(page)
    sheet = page.page.locator("#printed")
    text = sheet.inner_text()
    assert "Knowledge graph" in text
    assert "5 articles · 1 near copy · 26 Feb 2022 – 5 Nov 2022 · graphbuild" in text
    assert "automatic extraction, check before use" in text
    assert "without structural" in text
    assert "without what is only hypothetical or denied" in text
    assert sheet.locator("tbody tr").count() == page.ask("graphbuild.view().drawn.size") > 20
    row = sheet.locator("tr[data-edge='RUS|invades|UKR']").inner_text()
    assert "Russia – invades → Ukraine" in row
    assert "material conflict · asserted · 2 articles · 24 Feb 2022" in row
    assert "La Russie a envahi l'Ukraine le 24 février." in row
    assert "L'été de la guerre, 26 Feb 2022, https://example.org/a?x=1&y=2" in row
    assert "capital of" not in text


def test_controls_stay_off_the_paper(visit, press_graph):
    page = visit(press_graph)
    on_paper(page)
    seen = "[...document.querySelectorAll('button, input, select, #controls, #graph, #table')].filter((one) => one.offsetParent).length"
    assert page.ask(seen) == 0
    image = page.page.locator("#printed img").bounding_box()
    assert image["width"] > 0.95 * page.ask("document.getElementById('printed').clientWidth")
    page.page.emulate_media(media="screen")
    page.ask("dispatchEvent(new Event('afterprint'))")
    assert page.page.locator("#printed").is_hidden()
    assert page.page.locator("#graph").is_visible()


def test_paper_is_light_and_the_screen_stays_dark(visit, press_graph):
    page = visit(press_graph, color_scheme="dark")
    page.ask("graphbuild.select('edge', 'RUS|invades|UKR')")
    look = "JSON.stringify([graphbuild.state.theme, graphbuild.state.labels, graphbuild.state.selected, graphbuild.network.body.nodes.RUS.options.color.background])"
    before = page.ask(look)
    on_paper(page)
    picture = page.ask("decodeURIComponent(document.querySelector('#printed img').src)")
    assert palette.type_colour("country") in picture
    assert palette.type_colour("country", dark=True) not in picture
    assert 'opacity="0.2"' not in picture  # nothing pales beside what is selected
    assert page.ask(look) == before


def test_few_relations_are_named_in_the_drawing(visit, press_graph):
    page = visit(press_graph.edge_subgraph([("RUS", "UKR", "invades"), ("EU", "RUS", "sanctions")]))
    on_paper(page)
    assert ">sanctions</text>" in page.ask("decodeURIComponent(document.querySelector('#printed img').src)")


def test_french_sheet_of_a_focus(visit, press_graph):
    page = visit(press_graph, lang="fr")
    page.ask(
        "graphbuild.change({ focus: { id: 'MLI', hops: 1, from: null }, range: ['2022-01-01', '2022-12-31'], undated: true })"
    )
    on_paper(page)
    text = page.text("#printed")
    assert "jusqu’à 1 pas autour de Mali" in text
    assert "· 1 janv. 2022 – 31 déc. 2022 · et ce qui n’a pas de date" in text
    assert "extraction automatique, à vérifier" in text
    assert "Mali – coopère avec – groupe Wagner" in text


def test_browser_prints_the_sheet(visit, press_graph):
    page = visit(press_graph)
    pdf = page.page.pdf()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) in (2, 3, 4, 5)
    assert page.ask("document.getElementById('printed').children.length") == 0
    page.requests[:] = [page.url]


@pytest.mark.parametrize("part", [[], ["CIV"]])
def test_nothing_to_print_prints(visit, press_graph, part):
    page = visit(press_graph.subgraph(part))
    on_paper(page)
    assert "0 relations shown" in page.text("#printed")
    assert page.page.locator("#printed img").count() == 0
