"""The page where things meet that seldom do: names that a program knows, no drawing at all, corrections and roll-up."""

import networkx as nx
import pytest
from test_viewer_corrections import open_sheet

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = ["constructor", "__proto__", 'a"b]\\', "</script>", "é,è_%", "n" * 10_000, "!", "."]


def test_anything_may_be_called_like_a_part_of_the_program(visit):
    graph = nx.MultiDiGraph()
    for one, other in zip(NAMES, NAMES[1:] + NAMES[:1], strict=True):
        graph.add_edge(one, other, relation="constructor", quad="constructor", status="constructor")
    for name in NAMES:
        graph.nodes[name]["type"] = "constructor"
    page = visit(graph)
    drawn = "[...Object.keys(graphbuild.network.body.nodes)].length"
    assert page.ask(drawn) == len(NAMES)
    for name in NAMES:
        page.ask(f"graphbuild.select('node', {name!r})")
        assert page.text("#panel h2") == name
    for number in range(len(NAMES)):
        page.ask(f"graphbuild.select('edge', graphbuild.data.edges[{number}].id)")
        assert page.text("#panel .chip").strip() == "structural"


@pytest.mark.parametrize("nodes", [[], ["alone"]])
def test_where_nothing_is_drawn_a_picture_says_so(visit, nodes):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    page = visit(graph)
    page.page.click("#keep_button")
    for kind in ("SVG", "PNG"):
        with page.page.expect_download() as waiting:
            page.page.get_by_role("button", name=f"{kind}, ").click()
        assert waiting.value.suggested_filename == f"knowledge-graph.{kind.lower()}"
    page.requests[:] = [page.url]  # the blobs of the downloads


def test_a_sentence_leads_to_the_relation_as_it_is_drawn(visit, press_graph):
    page = visit(press_graph)
    page.page.check("#roll")
    page.ask("graphbuild.select('node', 'RUS')")
    links = page.page.locator("#panel .card .of button")
    away = page.ask(
        "graphbuild.data.edges.filter(({ id }) => !graphbuild.edgeOf(id)).flatMap(({ evidence }) => evidence)"
    )
    card = page.page.locator(", ".join(f'#panel .card[data-statement="{number}"]' for number in away))
    assert 0 < card.count() < links.count()
    card.first.locator(".of button").click()
    assert page.ask("graphbuild.state.selected.kind") == "edge"
    assert page.ask("graphbuild.edgeVisible(graphbuild.edgeOf(graphbuild.state.selected.id))")


def test_a_new_name_stands_in_the_table_and_is_found(visit, press_graph):
    page = visit(press_graph)
    page.page.click("#table > summary")
    assert "Maliba" not in page.text("#table_scroll")
    sheet = open_sheet(page, "node", "MLI")
    sheet.get_by_label("The name").check()
    sheet.get_by_label("English name").fill("Maliba")
    sheet.get_by_role("button", name="add to the corrections").click()
    assert "Maliba" in page.text("#table_scroll")
    page.page.fill("#search", "maliba")
    assert "Maliba" in page.text("#results [role=option]")


def test_what_is_chosen_is_drawn_with_its_ends_though_their_type_is_hidden(visit, press_graph):
    page = visit(press_graph)
    page.page.click('#types [data-key="types organization"]')
    assert page.ask("graphbuild.data.nodes.filter(graphbuild.nodeVisible).every(({ type }) => type !== 'organization')")
    chosen = page.ask("graphbuild.data.edges.find(({ from, to }) => [from, to].includes('Wagner')).id")
    page.ask(f"graphbuild.select('edge', {chosen!r})")
    assert page.ask("'Wagner' in graphbuild.network.body.nodes")
    page.page.click("#keep_button")
    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name="GraphML").click()
    assert nx.read_graphml(waiting.value.path()).nodes["Wagner"]["type"] == "organization"
    page.requests[:] = [page.url]  # the blob of the download


def test_the_focus_stays_in_the_panel_when_its_content_changes(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('node', 'RUS')")
    page.page.locator('#panel [data-key^="kind "]').first.click()
    assert page.ask("document.activeElement.dataset.key").startswith("kind ")
    page.page.locator("#panel .quad .link").first.click()  # makes place for the relation
    assert page.ask("document.activeElement.id") == "panel"
