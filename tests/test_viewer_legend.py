"""The legend of the page: its lines count, hide, single out; what is in force is said and can be lifted."""

from collections import Counter
from dataclasses import replace

import pytest

from graphbuild.graph import to_graph
from graphbuild.model import HIDDEN

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def lines(page, part):
    """What the lines of a part of the legend say: label → number."""
    rows = page.page.locator(f"#{part} .toggle")
    return {
        row.locator("bdi").text_content(): int(row.locator(".n").text_content())
        for row in (rows.nth(n) for n in range(rows.count()))
    }


def line(page, name):
    return page.page.locator(".legend").get_by_role("button", name=name).and_(page.page.locator(".toggle"))


def shown(page):
    return set(page.ask("[...graphbuild.view().now.keys()].map((edge) => edge.id)"))


def certain(graph):
    return [data for _, _, data in graph.edges(data=True) if data["status"] not in HIDDEN]


def test_counts_are_those_of_the_graph(visit, press_graph):
    page = visit(press_graph)
    page.page.locator("#facet_publishers > summary").click()
    edges = certain(press_graph)
    statements = [statement for edge in edges for statement in edge["evidence"]]
    publishers = Counter(press_graph.graph["articles"][s.article].publisher for s in statements)
    names = {None: "unknown publisher", "": "unknown publisher"}
    ends = {node for u, v, data in press_graph.edges(data=True) if data["status"] not in HIDDEN for node in (u, v)}
    assert lines(page, "quads") == Counter(edge["quad"] for edge in edges)
    said = Counter("denied" if s.polarity == "negative" else str(s.modality) for s in statements)
    assert lines(page, "statuses") == said
    assert lines(page, "types") == Counter(press_graph.nodes[node]["type"] for node in ends)
    assert lines(page, "publishers") == {names.get(name, name): n for name, n in publishers.items()}
    assert lines(page, "publishers")["Le Journal"] > 0


def test_a_quad_class_unfolds_into_its_relations(visit, press_graph):
    page = visit(press_graph)
    before = shown(page)
    conflict = Counter(edge["label"] for edge in certain(press_graph) if edge["quad"] == "material conflict")
    unfold = page.page.get_by_role("button", name="relations: material conflict")
    assert unfold.get_attribute("aria-expanded") == "false"
    unfold.click()
    assert page.ask("document.activeElement.ariaExpanded") == "true"
    assert lines(page, "quads").items() >= conflict.items()
    line(page, "invades 1").click()
    assert before - shown(page) == {"RUS|invades|UKR"}
    assert line(page, "material conflict").get_attribute("aria-pressed") == "mixed"
    assert line(page, "invades 1").get_attribute("aria-pressed") == "false"  # it says what it would bring back
    assert page.ask("document.activeElement.textContent") == "invades1"
    line(page, "material conflict").click()
    assert shown(page) == before
    assert line(page, "material conflict").get_attribute("aria-pressed") == "true"


def test_all_relations_of_a_class_hidden_one_by_one_hide_the_class(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_role("button", name="relations: material conflict").click()
    for label in {edge["label"] for edge in certain(press_graph) if edge["quad"] == "material conflict"}:
        line(page, label).click()
    assert line(page, "material conflict").get_attribute("aria-pressed") == "false"
    assert page.text("#filtered_list") == "without material conflict\n×"
    assert page.ask("location.hash") == "#v=1&no_quads=material%2520conflict"


@pytest.mark.parametrize("how", ["alt-click", "button", "keyboard"])
def test_a_line_can_be_singled_out_and_back(visit, press_graph, how):
    page = visit(press_graph)
    before = shown(page)

    def single():
        if how == "alt-click":
            line(page, "verbal conflict").click(modifiers=["Alt"])
        elif how == "button":
            line(page, "verbal conflict").hover()
            page.page.get_by_role("button", name="only verbal conflict", exact=True).click()
        else:
            line(page, "verbal conflict").focus()
            page.page.keyboard.press("Tab")
            assert page.ask("getComputedStyle(document.activeElement).opacity") == "1"
            page.page.keyboard.press("Enter")
            assert page.ask("document.activeElement.ariaLabel") == "only verbal conflict"

    single()
    quads = page.ask("[...graphbuild.view().now.keys()].map((edge) => edge.quad)")
    assert set(quads) == {"verbal conflict"}
    assert len(quads) == lines(page, "quads")["verbal conflict"]
    assert page.text("#filtered_list") == "only verbal conflict\n×"
    single()
    assert shown(page) == before


def test_a_filter_changes_the_counts_of_the_others_and_not_its_own(visit, press_graph):
    page = visit(press_graph)
    quads, types = lines(page, "quads"), lines(page, "types")
    line(page, "person").click()
    assert lines(page, "types") == types
    left = lines(page, "quads")
    assert left["structural"] < quads["structural"]
    assert sum(left.values()) == len(shown(page))
    line(page, "planned").click()
    assert lines(page, "types")["country"] < types["country"]
    assert page.text("#filtered_count") == "2 filters active"


def test_least_number_of_independent_articles(visit, press_graph):
    page = visit(press_graph)
    strong = {edge["id"] for edge in certain(press_graph) if edge["weight"] >= 2}
    choice = page.page.get_by_label("articles, at least")
    assert f"2 ({len(strong)})" in choice.inner_text()
    choice.select_option("2")
    assert shown(page) == strong
    assert f"2 ({len(strong)})" in choice.inner_text()
    assert "independent articles: 2 or more" in page.text("#filtered_list")
    assert "least=2" in page.ask("location.hash")


def test_unknown_publisher_hides_and_the_address_keeps_it(visit, press_graph):
    page = visit(press_graph)
    page.page.locator("#facet_publishers > summary").click()
    line(page, "unknown publisher").click()
    known = shown(page)
    articles = press_graph.graph["articles"]
    assert known == {
        edge["id"]
        for edge in certain(press_graph)
        if any(articles[s.article].publisher == "Le Journal" for s in edge["evidence"])
    }
    assert page.ask("document.querySelector('#facet_publishers').open") is True
    address = page.ask("location.href")
    page.page.goto("about:blank")
    page.page.goto(address)
    assert shown(page) == known
    assert page.text("#filtered_list") == "without unknown publisher\n×"
    page.requests[:] = [page.url]


@pytest.fixture
def many_publishers(press_build):
    """The graph as if each sentence had come from a paper of its own, one with a name that is no name."""
    names = ["!", ".", "a,b", "L’Écho des Savanes", '</script><img src=x onerror="window.pwned=1">']
    papers = [*names, *(f"Paper {n}" for n in range(60))]
    articles = tuple(
        replace(press_build.articles[0], id=f"one-{n}", publisher=papers[n], date=None, duplicate_of=None)
        for n in range(len(press_build.statements))
    )
    statements = tuple(replace(s, article=f"one-{n}") for n, s in enumerate(press_build.statements))
    return to_graph(replace(press_build, articles=articles, statements=statements))


def test_many_publishers_are_searched_and_shown_by_and_by(visit, many_publishers):
    page = visit(many_publishers)
    page.page.locator("#facet_publishers > summary").click()
    assert len(lines(page, "publishers")) == 8
    page.page.locator("#publishers").get_by_role("button", name="show more").click()
    assert len(lines(page, "publishers")) == 40
    page.page.get_by_label("Search a publisher").fill("echo")
    assert list(lines(page, "publishers")) == ["L’Écho des Savanes"]
    page.page.get_by_label("Search a publisher").fill("qwertz")
    assert page.text("#publishers") == "nothing found"


@pytest.mark.parametrize("paper", ["!", ".", "a,b", '</script><img src=x onerror="window.pwned=1">', "Paper 7"])
def test_one_of_many_publishers_alone_has_a_short_address(visit, many_publishers, paper):
    page = visit(many_publishers)
    page.page.locator("#facet_publishers > summary").click()
    page.page.get_by_label("Search a publisher").fill(paper if paper not in "!." else "")
    while page.page.locator("#publishers").get_by_role("button", name="show more").count():
        page.page.locator("#publishers").get_by_role("button", name="show more").click()
    page.page.locator("#publishers .toggle").filter(has_text=paper).first.click(modifiers=["Alt"])
    own = shown(page)
    assert 0 < len(own) < 5
    assert len(page.ask("location.hash")) < 150
    address = page.ask("location.href")
    page.page.goto("about:blank")
    page.page.goto(address)
    assert shown(page) == own
    page.requests[:] = [page.url]


def test_names_in_an_address_that_the_graph_does_not_have_filter_nothing(visit, press_graph):
    page = visit(press_graph)
    page.page.goto("about:blank")
    page.page.goto(f"{page.url}#v=1&no_publishers=%25E0%25A4,Nobody&no_quads=nonsense&no_relations=")
    assert page.page.locator("#filtered").is_hidden()
    assert len(shown(page)) == len(certain(press_graph))
    page.requests[:] = [page.url]


def test_around_a_focus_the_counts_are_those_of_the_part(visit, press_graph):
    page = visit(press_graph)
    everything = lines(page, "quads")
    page.ask("graphbuild.change({ focus: { id: 'MLI', hops: 1 } })")
    assert sum(lines(page, "quads").values()) == page.ask("graphbuild.view().drawn.size")
    assert sum(lines(page, "quads").values()) < sum(everything.values())
    line(page, "structural").click()
    assert "structural" in lines(page, "quads")


def test_the_notice_lifts_one_filter_or_all(visit, press_graph):
    page = visit(press_graph)
    notice = page.page.locator("#filtered")
    assert notice.is_hidden()
    before = shown(page)
    line(page, "person").click()
    line(page, "asserted").click()
    line(page, "planned").click()
    assert notice.is_visible()
    assert page.text("#filtered_count") == "2 filters active"
    assert "without asserted, planned" in page.text("#filtered_list")
    page.page.get_by_role("button", name="remove this filter: without person").click()
    assert page.text("#filtered_count") == "1 filter active"
    assert page.ask("document.activeElement.closest('#filtered') !== null") is True
    page.page.get_by_role("button", name="clear the filters").click()
    assert notice.is_hidden()
    assert shown(page) == before
    assert page.ask("document.activeElement.parentElement.id") == "filters"


def test_in_french(visit, press_graph):
    page = visit(press_graph, lang="fr")
    page.page.get_by_role("button", name="relations : conflit matériel").click()
    line(page, "envahit 1").click()
    assert page.text("#filtered").split("\n") == ["1 filtre actif", "effacer les filtres", "", "sans envahit", "×"]
    assert "1 relation" in line(page, "envahit 1").get_attribute("title")


def test_folded_groups_stay_folded(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_role("heading", name="Entities").click()
    line(page, "verbal conflict").click()
    assert page.page.locator("#types").is_hidden()
    assert page.page.locator("#statuses").is_visible()


def test_on_a_phone_the_notice_stays_when_the_legend_is_folded(visit, press_graph):
    page = visit(press_graph, **PHONE)
    page.page.locator("#filters > summary").tap()
    line(page, "material conflict").tap()
    page.page.locator("#filters > summary").tap()
    assert page.page.locator("#quads").is_hidden()
    assert page.page.locator("#filtered").is_visible()
    assert page.ask("document.documentElement.scrollWidth") <= 390


def test_hostile_relations_and_publishers_do_nothing(visit, hostile_build):
    page = visit(to_graph(hostile_build))
    page.page.locator("#facet_publishers > summary").click()
    for button in page.page.locator(".unfold").all():
        button.click()
    for part in ("#quads", "#publishers"):
        for toggle in page.page.locator(f"{part} .toggle").all():
            toggle.click()
    page.page.wait_for_timeout(100)
    assert page.ask("window.pwned === undefined") is True
    assert page.ask("document.documentElement.scrollWidth") <= 1280
    assert page.ask("Math.max(...[...document.querySelectorAll('#filtered li')].map((li) => li.offsetHeight))") < 200
