"""The page in a real browser: it draws, shows evidence, loads nothing, executes nothing that articles say."""

import random
import re

import networkx as nx
import pytest
from browsing import Visit

from graphbuild.exports import notebook, write
from graphbuild.graph import to_graph

pytestmark = pytest.mark.browser


INK = """() => {
    const canvas = document.querySelector("#graph canvas");
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 200) colours.add(pixels.slice(i, i + 3).join());
    return colours;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_draws(visit, press_graph, scheme):
    page = visit(press_graph, color_scheme=scheme)
    colours = page.ask(INK.replace("return colours", "return [...colours]"))
    country = {"light": "51,71,91", "dark": "196,210,224"}[scheme]
    conflict = {"light": "179,58,18", "dark": "240,118,74"}[scheme]
    assert country in colours
    assert any(close_to(colour, conflict) for colour in colours)
    assert page.text("#count") == "42 relations shown · 2 hidden"


def close_to(colour, other):
    return all(abs(int(a) - int(b)) < 40 for a, b in zip(colour.split(","), other.split(","), strict=True))


def test_positions_stay_and_nothing_moves(visit, press_graph):
    page = visit(press_graph)
    before = page.ask("graphbuild.network.getPositions()")
    page.page.wait_for_timeout(300)
    assert page.ask("graphbuild.network.getPositions()") == before
    assert page.ask("graphbuild.network.physics.physicsEnabled") is False


def test_click_on_an_edge_shows_its_sentence_with_marks(visit, press_graph):
    page = visit(press_graph)
    page.click_edge("Bamako|capital_of|MLI")
    panel = page.page.locator("#panel")
    assert "Bamako, la capitale du Mali, reste calme." in panel.inner_text()
    marks = {role: panel.locator(f"mark.{role}").all_inner_texts() for role in ("source", "trigger", "target")}
    assert marks == {"source": ["Bamako"], "trigger": ["capitale"], "target": ["Mali"]}
    assert "1 independent article asserts it" in panel.inner_text()
    page.page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_panel_says_where_when_and_who(visit, press_graph):
    page = visit(press_graph)
    page.ask("graphbuild.select('edge', 'RUS|invades|UKR')")
    panel = page.page.locator("#panel")
    assert "2 independent articles assert it · 24 Feb 2022 – 2 Mar 2022" in panel.inner_text()
    link = panel.locator("a")
    assert link.get_attribute("href") == "https://example.org/a?x=1&y=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "Also between these two" not in panel.inner_text()  # upper case
    assert "ALSO BETWEEN THESE TWO" in panel.inner_text()
    page.page.get_by_role("button", name="Ukraine – accuses → Russia").click()
    assert "crimes de guerre" in panel.inner_text()
    page.ask("graphbuild.select('edge', 'RUS|accuses|NATO')")
    assert "said by Vladimir Putin" in panel.inner_text()


def test_click_on_a_node_shows_its_relations_and_sentences(visit, press_graph):
    page = visit(press_graph)
    page.click_node("Bamako")
    panel = page.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Bamako"
    assert "Bamako – capital of → Mali" in panel.inner_text()
    assert panel.locator("mark.trigger").all_inner_texts() == ["capitale"]


def test_panel_never_covers_the_selection_and_leaves_the_view_as_it_was(visit, press_graph):
    page = visit(press_graph)
    view = "JSON.stringify([graphbuild.network.getViewPosition(), graphbuild.network.getScale()])"
    before = page.ask(view)
    page.ask("graphbuild.select('edge', 'UN|demands_from|RUS')")
    page.page.wait_for_timeout(100)
    stage, panel = (page.page.locator(name).bounding_box() for name in ("#stage", "#panel"))
    for node in ("UN", "RUS"):
        place = page.ask(f"graphbuild.network.canvasToDOM(graphbuild.network.getPosition('{node}'))")
        assert stage["x"] < stage["x"] + place["x"] < panel["x"]
    page.page.get_by_role("button", name="Close").click()
    assert page.ask(view) == before


def test_doubtful_edges_are_hidden_until_asked_for(visit, press_graph):
    page = visit(press_graph)
    hidden = "graphbuild.network.body.edges['UKR|member_of|NATO'] === undefined"
    assert page.ask(hidden) is True
    page.ask("graphbuild.select('node', 'UKR')")
    assert "member of" not in page.text("#panel")
    page.page.get_by_label("show hypothetical and denied").check()
    assert page.ask(hidden) is False
    assert "Ukraine – member of → NATO (hypothetical)" in page.text("#panel")
    assert page.text("#count") == "44 relations shown · 0 hidden"
    dashes = "graphbuild.network.body.edges['%s'].options.dashes"
    assert page.ask(dashes % "UKR|member_of|NATO")
    assert page.ask(dashes % "SWE|member_of|NATO")
    assert page.ask(dashes % "FRA|member_of|NATO") is False


def test_legend_hides_and_shows(visit, press_graph):
    page = visit(press_graph)
    button = page.page.get_by_role("button", name="material conflict 7")
    invades = "graphbuild.network.body.edges['RUS|invades|UKR'] === undefined"
    button.click()
    assert page.ask(invades) is True
    assert button.get_attribute("aria-pressed") == "false"
    assert page.ask("graphbuild.network.body.nodes['Kharkiv'] === undefined") is True  # its only relation is
    button.click()
    assert page.ask(invades) is False
    page.page.get_by_role("button", name="planned 3").click()
    assert page.ask("graphbuild.network.body.edges['SWE|member_of|NATO'] === undefined") is True
    page.page.get_by_role("button", name="person 4").click()
    assert page.ask("graphbuild.network.body.nodes['Emmanuel Macron'] === undefined") is True
    page.page.get_by_role("button", name="clear the filters").click()
    assert page.text("#count") == "42 relations shown · 2 hidden"


def test_entities_without_relations_can_be_shown(visit, press_graph):
    page = visit(press_graph)
    alone = "graphbuild.network.body.nodes['CIV'] === undefined"
    assert page.ask(alone) is True
    page.page.get_by_label("show entities without a shown relation").check()
    assert page.ask(alone) is False


@pytest.mark.parametrize(
    ("words", "found"),
    [("etats unis", "United States"), ("OTAN", "NATO"), ("moscou", "Russia"), ("COTE D’IV", "Côte d'Ivoire")],
)
def test_search_ignores_accents_and_knows_aliases(visit, press_graph, words, found):
    page = visit(press_graph)
    page.page.locator("#search").fill(words)
    assert page.page.locator('#results [role="option"]').first.inner_text().startswith(found)
    page.page.keyboard.press("Enter")
    assert page.page.locator("#panel h2").inner_text() == found
    page.page.locator("#search").fill("qwertz")
    assert page.text("#results") == "nothing found"


def test_both_languages(visit, press_graph):
    page = visit(press_graph)
    assert "automatic extraction, check before use" in page.text("header")
    page.page.get_by_role("button", name="Français").click()
    assert page.ask("document.documentElement.lang") == "fr"
    assert "extraction automatique, à vérifier" in page.text("header")
    assert "26 févr. 2022 – 5 nov. 2022" in page.text("header")
    page.ask("graphbuild.select('edge', 'EU|sanctions|RUS')")
    assert re.match("Union européenne sanctionne → Russie", page.page.locator("#panel h2").inner_text())
    assert page.ask("graphbuild.network.body.nodes['USA'].options.label") == "États-Unis"


def test_arrows_only_where_directed(visit, press_graph):
    page = visit(press_graph)
    arrow = "graphbuild.network.body.edges['%s'].options.arrows.to.enabled"
    assert page.ask(arrow % "RUS|invades|UKR") is True
    assert page.ask(arrow % "BLR|allied_with|RUS") is False


def test_no_edge_is_drawn_on_another(visit, press_graph):
    graph = press_graph.copy()
    for key in ("supports", "opposes"):
        graph.add_edge("MLI", "MLI", key, label=key)
    page = visit(graph)
    bends = page.ask("""[...graphbuild.view().drawn].map(({ id, from, to }) => {
        const { smooth, selfReference } = graphbuild.network.body.edges[id].options;
        const turn = smooth.enabled ? smooth.roundness * (smooth.type === "curvedCW" ? 1 : -1) : 0;
        return [[from, to].sort().join(), from === to ? selfReference.size : from < to ? turn : -turn];
    })""")
    assert len(bends) == len({(ends, round(bend, 3)) for ends, bend in bends}) == 44
    assert len({round(bend, 3) for ends, bend in bends if ends == "RUS,UKR"}) == 5


def test_the_address_holds_what_the_reader_chose(visit, press_graph):
    page = visit(press_graph)
    assert page.ask("location.hash") == ""
    page.page.get_by_role("button", name="Français").click()
    page.page.get_by_role("button", name="conflit matériel 7").click()
    page.ask("graphbuild.change({ range: ['2022-02-01', '2022-03-31'], rolled: true, doubtful: true })")
    page.ask("graphbuild.select('edge', 'RUS|supports|MLI')")
    seen = "[[...graphbuild.view().drawn].map((edge) => edge.id), graphbuild.text = document.querySelector('#panel').innerText]"
    before, address = page.ask(seen), page.ask("location.href")
    page.ask("graphbuild.change({ rolled: false, doubtful: false, range: null, lang: 'en', selected: null })")
    page.page.goto("about:blank")
    page.page.goto(address)
    assert page.ask(seen) == before
    page.requests[:] = [page.url]


@pytest.mark.parametrize(
    "hash",
    [
        "#v=9&lang=fr",
        "#v=1&lang=xx&range=a_b&focus=9_RUS&path=A,B&selected=edge_zz&limit=-3&x=1&extra=%25E0%25A4",
        "#%%%",
    ],
)
def test_an_address_that_says_nothing_of_use_is_ignored(visit, press_graph, hash):
    page = visit(press_graph)
    page.page.goto("about:blank")
    page.page.goto(page.url + hash)
    assert page.text("#count") == "42 relations shown · 2 hidden"
    page.requests[:] = [page.url]


def test_keyboard_alone_reaches_the_evidence(visit, press_graph):
    page = visit(press_graph)
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")  # the skip link opens the table
    assert page.ask("document.getElementById('table').open") is True
    page.page.get_by_role("row", name="Mali").get_by_role("button", name="capital of").focus()
    page.page.keyboard.press("Enter")
    assert "reste calme" in page.text("#panel")
    page.page.keyboard.press("Escape")
    assert page.ask("document.activeElement.textContent") == "capital of"


def test_without_javascript_the_table_holds_the_relations(visit, press_graph):
    page = visit(press_graph, lang="fr", java_script_enabled=False)
    assert "Le dessin a besoin de JavaScript" in page.text("#stage")
    page.page.locator("#table > summary").click()
    text = page.text("#table")
    assert "La Russie a envahi l'Ukraine le 24 février." in text
    assert "n'a pas livré" not in text  # denied: in a part of its own, closed
    page.page.locator("#doubtful > summary").click()
    assert "n'a pas livré" in page.text("#table")


def test_hostile_texts_do_nothing(visit, hostile_build):
    graph = to_graph(hostile_build)
    page = visit(graph)
    page.page.get_by_label("show hypothetical and denied").check()
    page.page.get_by_label("show entities without a shown relation").check()
    page.page.get_by_label("name the relations").check()
    page.page.locator("#table > summary").click()
    for node in ("RUS", "UKR", "CIV", "NATO"):
        page.ask(f"graphbuild.select('node', {node!r})")
    for _, _, data in graph.edges(data=True):
        page.ask(f"graphbuild.select('edge', {data['id']!r})")
    page.page.locator("#search").fill("script")
    page.page.mouse.move(600, 400)
    page.page.wait_for_timeout(300)
    assert page.ask("window.pwned === undefined") is True
    assert page.ask("document.querySelectorAll('img, script:not([id]), a[href^=j]').length") == 2  # vis and viewer
    links = set(page.ask("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"))
    assert links <= {"#table", "https://example.org/ok?a=1&b=2"}


def test_policy_stops_scripts_even_if_a_text_got_through(chromium, press_graph, tmp_path):
    write(press_graph, tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    attack = '<script>window.pwned=1</script><img src="data:," onerror="window.pwned=2"></header>'
    (tmp_path / "page.html").write_text(text.replace("</header>", attack), encoding="utf-8")
    visit = Visit(chromium, tmp_path / "page.html")
    assert visit.ask("window.pwned === undefined && !!graphbuild.network") is True
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
    visit.context.close()


@pytest.mark.parametrize("part", [[], ["CIV"], ["RUS"]])
def test_tiny_graphs_open(visit, press_graph, part):
    page = visit(press_graph.subgraph(part))
    assert page.text("#count") == "0 relations shown · 0 hidden"
    page.page.get_by_role("button", name="Whole graph").click()


def test_phone(visit, press_graph):
    page = visit(press_graph, viewport={"width": 390, "height": 800})
    assert page.ask("document.documentElement.scrollWidth") <= 390
    page.ask("graphbuild.select('edge', 'RUS|invades|UKR')")
    page.page.wait_for_timeout(100)
    panel, stage = (page.page.locator(name).bounding_box() for name in ("#panel", "#stage"))
    assert panel["y"] > stage["y"] + 60
    for node in ("RUS", "UKR"):
        place = page.ask(f"graphbuild.network.canvasToDOM(graphbuild.network.getPosition('{node}'))")
        assert 0 < place["x"] < 390
        assert 0 < place["y"] + stage["y"] < panel["y"]


def test_notebook_frame_runs_apart_from_its_page(chromium, press_graph, tmp_path):
    (tmp_path / "note.html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{notebook.graph_html(press_graph)}", encoding="utf-8"
    )
    visit = Visit(chromium, tmp_path / "note.html")
    frame = visit.page.frames[1]
    frame.wait_for_function("window.graphbuild !== undefined")
    assert frame.evaluate("window.origin") == "null"
    assert "42 relations shown" in frame.inner_text("#count")
    assert "27 entities, 44 relations" in visit.page.inner_text("body")
    assert [url for url in visit.requests if url != visit.url] in ([], ["about:srcdoc"])
    assert visit.complaints == []
    visit.context.close()


def test_a_frame_that_is_shown_later_draws_then(chromium, press_graph, tmp_path):
    shell = (
        f"<!DOCTYPE html><meta charset=utf-8><div id=tab style='display:none'>{notebook.graph_html(press_graph)}</div>"
    )
    (tmp_path / "note.html").write_text(shell, encoding="utf-8")
    visit = Visit(chromium, tmp_path / "note.html")
    frame = visit.page.frames[1]
    frame.wait_for_function("window.graphbuild !== undefined")
    visit.page.evaluate("document.getElementById('tab').style.display = 'block'")
    inside = """() => graphbuild.network && ['RUS', 'UKR'].every(node => {
        const place = graphbuild.network.canvasToDOM(graphbuild.network.getPosition(node));
        const room = document.getElementById('graph').getBoundingClientRect();
        return 0 < place.x && place.x < room.width && 0 < place.y && place.y < room.height;
    })"""
    frame.wait_for_function(inside, timeout=5000)
    assert visit.complaints == []
    visit.context.close()


# --- the first sight ---------------------------------------------------------------------------------------------------

NAMES = ["France", "Ukraine", "Union européenne", "Volodymyr Zelensky", "Fédération de Russie", "Mali", "Recep Tayyip"]


def press_like(nodes, edges, pairs=7):
    """A graph as articles give it: a few hubs, many leaves, names of all lengths, pairs that nothing connects."""
    chance = random.Random(5)
    graph = nx.MultiDiGraph()
    quads = ["structural", "structural", "verbal cooperation", "verbal conflict", "material conflict"]
    for number in range(nodes):
        graph.add_node(f"n{number}", label=f"{NAMES[number % len(NAMES)]} {number}", type="country", mentions=1)
    ends = [(number, number // 6) for number in range(1, nodes)]
    ends += [(min(int(chance.paretovariate(0.5)), nodes) - 1, chance.randrange(nodes)) for _ in range(edges)]
    for a, b in ends:
        if a != b:
            graph.add_edge(f"n{a}", f"n{b}", "r", quad=chance.choice(quads), label="supports", weight=1)
    for number in range(pairs):
        graph.add_node(f"a{number}", label=f"Ville {number}", type="place")
        graph.add_edge(f"a{number}", f"b{number}", "capital_of", label="capital of", weight=1)
    return graph


def overlaps(boxes):
    return [
        (a["id"], b["id"])
        for number, a in enumerate(boxes)
        for b in boxes[:number]
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


RADII = """(() => {
    const { data, nodeVisible, radius, network } = graphbuild;
    return data.nodes.filter(nodeVisible).map((node) => radius(node) * network.getScale());
})()"""


@pytest.mark.parametrize(("nodes", "edges"), [(140, 150), (600, 700)])
@pytest.mark.parametrize(("size", "least"), [((1280, 800), 25), ((390, 844), 14)])
def test_first_sight_can_be_read(visit, nodes, edges, size, least):
    page = visit(press_like(nodes, edges), viewport={"width": size[0], "height": size[1]})
    boxes = page.ask("graphbuild.labels()")
    frame = page.page.locator("#graph").bounding_box()
    assert len(boxes) >= least
    assert overlaps(boxes) == []
    assert min(box["size"] for box in boxes) >= 11
    for box in boxes:
        assert box["left"] >= 0
        assert box["top"] >= 0
        assert box["right"] <= frame["width"]
        assert box["bottom"] <= frame["height"]
    assert "n0" in {box["id"] for box in boxes}
    assert min(page.ask(RADII)) >= 2  # four pixels across


def test_more_names_come_with_nearness(visit):
    page = visit(press_like(140, 150))
    count = "new Set(graphbuild.labels().map((box) => box.id)).size"
    first = page.ask(count)
    page.ask("graphbuild.network.moveTo({ scale: graphbuild.network.getScale() * 2.5 })")
    near = page.ask("graphbuild.labels()")
    assert overlaps(near) == []
    page.ask("graphbuild.network.moveTo({ scale: graphbuild.network.getScale() / 5 })")
    assert overlaps(page.ask("graphbuild.labels()")) == []
    assert page.ask(count) < first
    drawn = page.ask("graphbuild.data.nodes.filter(graphbuild.nodeVisible).length")
    page.ask("graphbuild.network.moveTo({ position: graphbuild.network.getPosition('n0'), scale: 8 })")
    in_sight = page.ask("""graphbuild.data.nodes.filter((node) => {
        const { x, y } = graphbuild.network.canvasToDOM(graphbuild.network.getPosition(node.id));
        return graphbuild.nodeVisible(node) && x > 80 && y > 30 && x < 900 && y < 650;
    }).map((node) => node.id)""")
    assert 0 < len(in_sight) < drawn
    assert set(in_sight) <= {box["id"] for box in page.ask("graphbuild.labels()")}


def test_large_graph_opens_on_its_most_connected_part_and_says_so(visit):
    graph = press_like(600, 700)
    page = visit(graph)
    assert page.ask("graphbuild.data.nodes.filter(graphbuild.nodeVisible).length") == 80
    shown = page.ask("graphbuild.data.edges.filter(graphbuild.edgeVisible).length")
    total = graph.number_of_edges()
    assert page.text("#count") == (
        f"showing the 80 most connected of 614 entities with relations · {shown} relations shown · "
        f"{total - shown} hidden — show all"
    )
    page.page.get_by_role("button", name="Français").click()
    assert page.text("#count").startswith("les 80 entités les plus reliées sur 614 qui ont des relations · ")
    page.page.locator("#table > summary").click()
    assert page.page.locator("tr[data-edge]").count() == 200
    page.page.get_by_role("button", name="tout montrer").click()
    assert page.text("#count") == f"{total} relations visibles · 0 masquée"
    assert page.ask("graphbuild.data.nodes.filter(graphbuild.nodeVisible).length") == 614
    assert overlaps(page.ask("graphbuild.labels()")) == []


def test_reader_chooses_how_many_are_drawn(visit):
    page = visit(press_like(600, 700))
    choice = page.page.get_by_label("most connected drawn:")
    assert choice.input_value() == "80"
    for number in (20, 250):
        choice.select_option(str(number))
        assert page.ask("graphbuild.data.nodes.filter(graphbuild.nodeVisible).length") == number
        assert f"showing the {number} most connected of 614" in page.text("#count")
    choice.select_option("all")
    assert "most connected" not in page.text("#count")


def test_search_shows_what_was_left_out(visit):
    page = visit(press_like(600, 700))
    hidden = page.ask("graphbuild.data.nodes.find((node) => !graphbuild.nodeVisible(node) && node.id[0] === 'a').id")
    page.page.locator("#search").fill(f"Ville {hidden[1:]}")
    page.page.keyboard.press("Enter")
    other = hidden.replace("a", "b")
    for node in (hidden, other):
        assert page.ask(f"graphbuild.nodeVisible(graphbuild.data.nodes.find((node) => node.id === '{node}'))")
    places = page.ask("graphbuild.data.nodes.filter(graphbuild.nodeVisible).map((node) => `${node.x} ${node.y}`)")
    assert len(set(places)) == len(places) == 82
    assert "NaN" not in str(places)
    page.page.keyboard.press("Escape")
    deep = page.ask("graphbuild.data.edges.find((edge) => !graphbuild.edgeVisible(edge)).id")
    page.ask(f"graphbuild.select('edge', '{deep}')")
    assert page.ask(f"graphbuild.network.body.edges['{deep}'] === undefined") is False


def test_click_on_a_name_is_a_click_on_its_node(visit, press_graph):
    page = visit(press_graph)
    box = next(box for box in page.ask("graphbuild.labels()") if box["id"] == "UKR")
    frame = page.page.locator("#graph").bounding_box()
    x, y = frame["x"] + (box["left"] + box["right"]) / 2, frame["y"] + (box["top"] + box["bottom"]) / 2
    page.page.mouse.click(x, y + 3)
    assert page.page.locator("#panel h2").inner_text() == "Ukraine"
