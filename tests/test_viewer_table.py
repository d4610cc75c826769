"""The tables are equal to the drawing: the same relations and entities, in the order that the reader wants."""

import pytest

pytestmark = pytest.mark.browser

DRAWN = "[...graphbuild.view().drawn].map((edge) => edge.id).sort()"
LISTED = "[...document.querySelectorAll('#rows tr[data-edge]')].map((row) => row.dataset.edge).sort()"
NODES = "graphbuild.data.nodes.filter(graphbuild.nodeVisible).map((node) => node.id).sort()"
LISTED_NODES = "[...document.querySelectorAll('#rows tr[data-node]')].map((row) => row.dataset.node).sort()"


def column(page, number):
    return page.page.locator(f"#rows tr td:nth-child({number})").all_inner_texts()


@pytest.fixture
def opened(visit, press_graph):
    page = visit(press_graph)
    page.page.locator("#table > summary").click()
    return page


CHOICES = [
    "{}",
    "{ doubtful: true }",
    "{ rolled: true }",
    "{ alone: true }",
    "{ range: ['2022-02-01', '2022-03-01'], undated: false }",
    "{ off: { ...graphbuild.state.off, quads: new Set(['structural', 'material conflict']) } }",
    "{ off: { ...graphbuild.state.off, types: new Set(['person']) } }",
    "{ focus: { id: 'MLI', hops: 1 } }",
    "{ path: ['MLI', 'Jens Stoltenberg'] }",
]


@pytest.mark.parametrize("choice", CHOICES)
def test_it_holds_what_the_drawing_holds(opened, choice):
    opened.ask(f"graphbuild.change({choice})")
    edges = opened.ask(DRAWN)
    assert opened.ask(LISTED) == edges
    assert opened.text("#table > summary") == f"Table of relations ({len(edges)})"
    opened.page.get_by_role("button", name="Entities (").click()
    nodes = opened.ask(NODES)
    assert opened.ask(LISTED_NODES) == nodes
    assert opened.ask("document.querySelector('#table_tools button:nth-child(2)').textContent") == (
        f"Entities ({len(nodes)})"
    )


def test_an_edge_that_filters_hide_is_listed_while_it_is_drawn(opened):
    opened.ask("graphbuild.select('edge', 'UKR|member_of|NATO')")
    assert "UKR|member_of|NATO" in opened.ask(LISTED)
    assert opened.ask(LISTED) == opened.ask(DRAWN)


def test_its_caption_says_what_is_left_out(opened):
    assert opened.text("caption") == "42 of 44 relations: those that the filters let through."
    opened.ask("graphbuild.change({ focus: { id: 'MLI', hops: 1 } })")
    assert opened.text("caption") == "3 of 44 relations: those that are drawn."
    opened.ask("graphbuild.change({ focus: null, lang: 'fr' })")
    assert opened.text("caption") == "42 relations sur 44 : celles que les filtres laissent passer."


def test_a_limit_is_told_and_can_be_followed(opened):
    opened.ask("graphbuild.change({ limit: 8 })")
    drawn = opened.ask(DRAWN)
    assert 0 < len(drawn) < 42
    assert opened.ask(LISTED) != drawn
    assert f"The drawing holds {len(drawn)} of them, between the 8 most connected entities." in opened.text("caption")
    opened.page.get_by_label("only what is drawn").check()
    assert opened.ask(LISTED) == drawn
    assert opened.page.get_by_label("only what is drawn").is_checked()
    assert opened.text("caption") == f"{len(drawn)} of 44 relations: those that are drawn."


def test_columns_sort_both_ways_and_say_so(opened):
    opened.page.get_by_role("button", name="source", exact=True).click()
    names = column(opened, 1)
    assert names[0] == "Bamako"
    assert names == sorted(names)
    head = opened.page.locator("th", has_text="source")
    assert head.get_attribute("aria-sort") == "ascending"
    assert opened.ask("document.activeElement.textContent") == "source▲"
    opened.page.keyboard.press("Enter")
    assert column(opened, 1) == sorted(names, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"
    opened.page.get_by_role("button", name="independent articles").click()
    numbers = [int(text) for text in column(opened, 5)]
    assert numbers == sorted(numbers, reverse=True)
    assert opened.page.locator("th[aria-sort]").count() == 1


def test_accents_do_not_put_a_name_last(opened):
    opened.ask("graphbuild.change({ lang: 'fr', alone: true })")
    opened.page.get_by_role("button", name="Entités (").click()
    opened.page.get_by_role("button", name="entité", exact=True).click()
    names = column(opened, 1)
    assert names.index("Emmanuel Macron") < names.index("États-Unis") < names.index("Finlande")


def test_what_has_no_date_comes_last_either_way(opened):
    for _ in range(2):
        opened.page.get_by_role("button", name="dates").click()
        dates = column(opened, 6)
        assert "" in dates
        assert all(dates[: dates.index("")])
        assert not any(dates[dates.index("") :])


def test_a_row_opens_its_evidence_and_is_marked(opened):
    row = opened.page.locator("tr[data-edge='Bamako|capital_of|MLI']")
    row.locator("td").first.click()
    assert "reste calme" in opened.text("#panel")
    assert row.get_attribute("aria-current") == "true"
    assert opened.page.locator("tr[aria-current]").count() == 1
    assert opened.ask("document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.ask("document.activeElement.textContent") == "capital of"
    assert opened.page.locator("tr[aria-current]").count() == 0


def test_entities_lead_to_their_evidence(opened):
    opened.page.get_by_role("button", name="Entities (").click()
    opened.page.get_by_role("button", name="Mali", exact=True).press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "Mali"
    assert opened.page.locator("tr[data-node='MLI']").get_attribute("aria-current") == "true"
    assert opened.page.locator("tr[data-node='MLI'] td").all_inner_texts() == ["Mali", "country", "3", "1"]


def test_long_tables_come_in_parts_and_the_focus_goes_on(visit, press_graph):
    graph = press_graph.copy()
    for number in range(250):
        graph.add_edge("FRA", "MLI", f"r{number}", label=f"r{number}")
    page = visit(graph)
    page.page.locator("#table > summary").click()
    assert page.page.locator("#rows tr").count() == 200
    page.page.get_by_role("button", name="show more (92)").press("Enter")
    assert page.page.locator("#rows tr").count() == 292
    assert page.ask("document.activeElement.closest('tr').rowIndex") == 201


def test_opening_it_brings_it_into_sight(opened):
    assert opened.page.locator("#rows tr").first.bounding_box()["y"] < 800


def test_skip_link_changes_nothing_but_the_place(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.change({ doubtful: true })")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    assert page.ask("graphbuild.state.doubtful") is True
    assert page.ask("document.activeElement.tagName") == "SUMMARY"
    assert page.ask("document.getElementById('table').open") is True
