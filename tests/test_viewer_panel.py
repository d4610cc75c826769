"""The panel of a relation and of an entity: which sentences, in which order, counted once, both sides beside each other."""

import datetime as dt
from dataclasses import replace

import pytest
from conftest import make_build

from graphbuild.graph import to_graph

pytestmark = pytest.mark.browser

LINES = [
    "2 attacks RUS UKR : [S Moscou] a [T bombardé] [O l'Ukraine].",
    "1 attacks RUS UKR @USA : [S La Russie] a [T frappé] [O l'Ukraine], dit Washington.",
    "3 attacks RUS UKR denied @RUS : [S La Russie] n'a pas [T attaqué] [O l'Ukraine], dit Moscou.",
    "3 attacks RUS UKR possible : [S Moscou] aurait [T tiré] sur [O l'Ukraine].",
    "5 attacks RUS UKR @USA : [S La Russie] a [T frappé] [O l'Ukraine], dit Washington.",
    "5 attacks RUS UKR planned : [S La Russie] va [T frapper] [O l'Ukraine].",
    "2 allied_with BLR RUS : [S Minsk] est [T l'allié] de [O Moscou].",
    "3 in_conflict_with BLR RUS : [S Minsk] est en [T conflit] avec [O Moscou].",
    "4 supports POL UKR : [S Varsovie] [T soutient] [O Kiev].",
    "1 holds_office_in Vladimir_Poutine RUS : [S Vladimir Poutine], ancien [T président] [O russe], parle.",
]


@pytest.fixture
def graph():
    build = make_build(LINES)
    statements = tuple(replace(s, former=s.relation == "holds_office_in") for s in build.statements)
    return to_graph(replace(build, statements=statements))


def cards(page, place="#panel"):
    return page.page.locator(f"{place} .card blockquote").all_inner_texts()


def test_contradicting_statements_stand_side_by_side(visit, graph):
    page = visit(graph)
    page.click_edge("RUS|attacks|UKR")
    columns = page.page.locator(".sides > section")
    pro, con = (columns.nth(number) for number in range(2))
    assert "for (2)" in pro.inner_text()
    assert "against (1)" in con.inner_text()
    assert pro.locator(".saying").all_inner_texts() == ["Le Journal writes", "United States affirms"]
    assert con.locator(".saying").all_inner_texts() == ["Russia denies"]
    assert con.locator("mark.trigger").all_inner_texts() == ["attaqué"]
    boxes = [column.bounding_box() for column in (pro, con)]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 2
    assert "aurait tiré" in page.text("#panel").split("SAID IN OTHER WAYS")[1]
    page.page.get_by_role("button", name="Français").click()
    assert pro.locator(".saying").all_inner_texts() == ["Le Journal écrit", "États-Unis affirment"]
    assert con.locator(".saying").all_inner_texts() == ["Russie dément"]


def test_the_two_sides_are_stacked_on_a_phone(visit, graph):
    page = visit(graph, viewport={"width": 360, "height": 740})
    page.ask("graphbuild.select('edge', 'RUS|attacks|UKR')")
    pro, con = (page.page.locator(".sides > section").nth(number).bounding_box() for number in range(2))
    assert abs(pro["x"] - con["x"]) < 2
    assert pro["y"] + pro["height"] <= con["y"]
    assert page.ask("document.documentElement.scrollWidth") <= 360
    assert page.ask("(() => { const p = document.getElementById('panel'); return p.scrollWidth <= p.clientWidth; })()")


def test_a_relation_and_its_contrary_contradict_each_other(visit, graph):
    page = visit(graph)
    page.ask("graphbuild.select('edge', 'BLR|allied_with|RUS')")
    con = page.page.locator(".sides > section").nth(1)
    assert "Belarus – in conflict with – Russia" in con.inner_text()
    assert "est en conflit avec" in con.inner_text()
    assert page.page.locator("#panel li .sign").get_attribute("title") == "some deny this or say the contrary"
    page.ask("graphbuild.select('edge', 'POL|supports|UKR')")
    assert page.page.locator(".sides").count() == 0


def test_only_what_is_contradicted_can_be_shown(visit, graph):
    page = visit(graph)
    box = page.page.get_by_label("only what some deny or contradict")
    box.check()
    assert page.text("#count") == "3 relations shown · 2 hidden"
    assert "contested=1" in page.ask("location.hash")
    page.page.locator("#table > summary").click()
    page.until("document.querySelectorAll('#rows .sign').length === 3")
    page.page.get_by_role("button", name="clear the filters").click()
    assert page.text("#count") == "5 relations shown · 0 hidden"
    assert not box.is_checked()


def test_no_choice_of_contradictions_where_there_are_none(visit):
    page = visit(to_graph(make_build(LINES[8:9])))
    assert page.page.get_by_label("only what some deny or contradict").is_hidden()


def test_near_copies_are_folded_and_count_once(visit, graph):
    page = visit(graph)
    page.ask("graphbuild.select('edge', 'RUS|attacks|UKR')")
    assert "2 independent articles assert it (1 near copy not counted)" in page.text("#panel")
    assert cards(page).count("La Russie a frappé l'Ukraine, dit Washington.") == 1
    assert page.page.locator(".card", has_text="dit Washington").locator("details.copies").count() == 1
    folded = page.page.get_by_text("also in 1 near copy, counted once")
    folded.click()
    assert "L'été de la guerre (bis)" in page.text("details.copies")


def test_kinds_filter_the_sentences(visit, graph):
    page = visit(graph)
    page.ask("graphbuild.select('edge', 'RUS|attacks|UKR')")
    denied = page.page.locator("#panel").get_by_role("button", name="denied: 1")
    denied.click()
    assert cards(page) == ["La Russie n'a pas attaqué l'Ukraine, dit Moscou."]
    assert denied.get_attribute("aria-pressed") == "true"
    assert page.ask("document.activeElement.textContent") == "denied: 1"
    page.page.keyboard.press("Space")
    assert len(cards(page)) == 5
    denied.click()
    page.ask("graphbuild.select('node', 'UKR')")
    assert len(cards(page)) == 6  # another selection begins with all


def test_reader_chooses_the_order(visit, graph):
    page = visit(graph)
    page.ask("graphbuild.select('node', 'RUS')")
    status = page.page.locator("#panel .card .chip:first-child").all_inner_texts()
    assert status == ["asserted"] * 5 + ["planned", "possible", "denied"]
    order = page.page.get_by_label("order:")
    order.focus()
    order.select_option("newest first")
    days = page.ask("""[...document.querySelectorAll('#panel .card')].map((card) => {
        const { articles, statements } = graphbuild.data;
        return articles[statements.find((one) => String(one.number) === card.dataset.statement).article].date ?? '';
    })""")
    assert days == sorted(days, reverse=True)
    assert "order=date" in page.ask("location.hash")
    assert page.ask("document.activeElement.dataset.key") == "order"
    order.select_option("by publisher")
    assert "Le Journal" in page.page.locator("#panel .card").first.inner_text()


def test_many_sentences_come_in_parts(visit):
    lines = [f"2 attacks RUS UKR : [S Moscou] a [T bombardé] [O l'Ukraine] {n} fois." for n in range(45)]
    page = visit(to_graph(make_build(lines)))
    page.ask("graphbuild.select('edge', 'RUS|attacks|UKR')")
    assert len(cards(page)) == 20
    page.page.get_by_role("button", name="show more (25)").click()
    assert len(cards(page)) == 40
    page.page.get_by_role("button", name="show more (5)").click()
    assert len(set(cards(page))) == 45


def test_a_card_says_how_it_was_read(visit, graph):
    page = visit(graph)
    page.ask("graphbuild.select('edge', 'Vladimir Poutine|holds_office_in|RUS')")
    text = page.text("#panel")
    assert "read correctly: 88 % (estimate) · rule holds_office_in/1" in text
    assert "not of whether it is true" in text
    assert "former office" in page.page.locator("#panel .card .chip").all_inner_texts()
    assert "office: président" in text
    page.page.get_by_role("button", name="Français").click()
    assert "lecture correcte : 88 % (estimation)" in page.text("#panel")


def test_an_entity_lists_its_relations_by_class(visit, press_graph):
    page = visit(press_graph)
    page.click_node("RUS")
    panel = page.page.locator("#panel")
    heads = panel.locator("details.quad > summary").all_inner_texts()
    assert heads == [
        "structural (2)",
        "verbal cooperation (4)",
        "material cooperation (2)",
        "verbal conflict (4)",
        "material conflict (6)",
    ]
    link = panel.get_by_role("link", name="Wikidata Q159")
    assert link.get_attribute("href") == "https://www.wikidata.org/wiki/Q159"
    assert "Also written: Russie, Moscou, la Russie, le Kremlin" in panel.inner_text()
    assert "Russia – attacks → Ukraine" in panel.locator(".card .of").all_inner_texts()


def test_long_lists_of_relations_and_names_are_cut(visit):
    countries = ["BLR", "CHN", "CIV", "DEU", "FIN", "FRA", "IRN", "MLI", "POL", "PRK"]
    build = make_build([f"1 supports RUS {c} : [S Moscou] [T soutient] [O {c}]." for c in countries])
    names = tuple(f"nom {n}" for n in range(12))
    graph = to_graph(replace(build, entities=tuple(replace(e, aliases=names) for e in build.entities)))
    page = visit(graph)
    page.ask("graphbuild.select('node', 'RUS')")
    assert page.page.locator("details.quad li").count() == 8
    page.page.get_by_role("button", name="show more (2)").click()
    assert page.page.locator("details.quad li").count() == 10
    names = page.page.get_by_text("Also written: Russie, nom 0, nom 1, nom 2, nom 3, nom 4… (13)")
    assert "nom 11" not in page.text("#panel")
    names.click()
    assert "nom 11" in page.text("#panel")


def test_a_rolled_up_relation_says_between_whom_each_sentence_is(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_label("officials and places as their country").check()
    page.ask("graphbuild.select('edge', 'FRA|talks_with|RUS')")
    assert page.page.locator(".card .of").all_inner_texts() == ["Emmanuel Macron – talks with – Vladimir Putin"]
    assert page.page.locator("#panel > p [data-key=correct]").count() == 0  # its sentences can be corrected, it cannot
    assert page.page.locator("#panel .card").get_by_role("button", name="correct…").count() == 1


def test_dates_of_the_filter_hold_in_the_panel(visit, graph):
    page = visit(graph)
    page.ask("graphbuild.change({ range: ['2022-03-01', '2022-03-31'] })")
    page.ask("graphbuild.select('edge', 'RUS|attacks|UKR')")
    assert cards(page) == ["Moscou a bombardé l'Ukraine."]
    assert page.page.locator(".sides").count() == 0
    assert dt.date(2022, 3, 2).isoformat() in page.ask("JSON.stringify([...graphbuild.view().now.values()])")
