"""The menu « Keep »: links, pictures, tables and graph files hold what is visible, and what they hold is harmless."""

import base64
import csv
import io
import json
import struct
from xml.etree import ElementTree as ET

import defusedxml.ElementTree
import igraph
import networkx as nx
import pytest

from graphbuild.exports import palette, tables, write, xml
from graphbuild.graph import to_graph
from graphbuild.rollup import rolled_up

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
OWN = {"articles", "evidence", "score"}  # node articles: of what is visible; evidence: without offsets; score: rounded


def kept(page, item, folder):
    """The file that an item of the menu hands to the browser."""
    page.page.get_by_role("button", name="Keep").click()
    with page.page.expect_download() as saved:
        page.page.locator("#keep").get_by_role("button", name=item).click()
    page.until("document.getElementById('kept').innerText.length > 0")
    page.page.keyboard.press("Escape")
    path = folder / saved.value.suggested_filename
    saved.value.save_as(path)
    return path


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def shown(graph):
    """What the page shows at first: the edges that some view does not hide, and their nodes."""
    edges = [
        (u, v, k)
        for u, v, k, data in graph.edges(keys=True, data=True)
        if data["status"] not in ("hypothetical", "denied")
    ]
    return graph.edge_subgraph(edges)


def without(attributes, names=OWN):
    return {name: value for name, value in attributes.items() if name not in names}


def test_relations_are_those_of_the_csv_of_python(visit, press_graph, tmp_path):
    path = kept(visit(press_graph), "Relations, CSV", tmp_path)
    assert path.name == "knowledge-graph-relations.csv"
    text, expected = path.read_text(encoding="utf-8"), tables.csv(shown(press_graph))
    assert text.splitlines()[0] == expected.splitlines()[0]
    ours, theirs = rows(text), rows(expected)
    assert len(ours) == len(theirs) == 42
    for one, other in zip(ours, theirs, strict=True):
        assert without(one, {"score", "title"}) == without(other, {"score", "title"})
        assert one["title"] == (other["title"] or other["article"])  # the page calls an untitled article by its id
        assert one["score"] == (str(round(float(other["score"]), 3)) if other["score"] else "")


def test_counts_are_those_of_the_statements_that_pass(visit, press_graph, tmp_path):
    page = visit(press_graph)
    page.ask("graphbuild.change({ off: { ...graphbuild.state.off, publishers: new Set(['Le Journal']) } })")
    found = {row["id"]: row for row in rows(kept(page, "Relations, CSV", tmp_path).read_text(encoding="utf-8"))}
    assert found["RUS|invades|UKR"]["n_asserted"] == found["RUS|invades|UKR"]["weight"] == "1"
    assert press_graph["RUS"]["UKR"]["invades"]["n_asserted"] == 2
    assert "EU|sanctions|BLR" not in found
    sentences = rows(kept(page, "Sentences, CSV", tmp_path).read_text(encoding="utf-8"))
    assert len(sentences) == sum(
        int(row[f"n_{status}"])
        for row in found.values()
        for status in ("asserted", "planned", "possible", "requested", "hypothetical", "denied")
    )
    assert "Le Journal" not in {row["publisher"] for row in sentences}


def test_sentences_have_who_when_and_where(visit, press_graph, tmp_path):
    found = rows(kept(visit(press_graph), "Sentences, CSV", tmp_path).read_text(encoding="utf-8"))
    by_id = {statement.id: statement for statement in press_graph.statements()}
    assert {row["id"] for row in found} == {
        s.id for *_, data in shown(press_graph).edges(data=True) for s in data["evidence"]
    }
    for row in found:
        one = by_id[row["id"]]
        assert (row["sentence"], row["modality"], row["polarity"], row["pattern"]) == (
            one.quote,
            one.modality,
            one.polarity,
            one.pattern,
        )
        assert row["attribution"] == (one.attribution or "")
        assert row["date_start"] == (one.date.start.isoformat() if one.date else "")
    first = next(row for row in found if row["relation"] == "invades" and "février" in row["sentence"])
    assert (first["published"], first["url"]) == ("2022-02-26", "https://example.org/a?x=1&y=2")


def test_json_is_read_by_networkx(visit, press_graph, tmp_path):
    path = kept(visit(press_graph), "Graph, JSON", tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    graph = nx.node_link_graph(data, edges="edges")
    expected = nx.node_link_graph(json.loads(tables.node_link(shown(press_graph))), edges="edges")
    assert set(graph.nodes) == set(expected.nodes)
    assert set(graph.edges(keys=True)) == set(expected.edges(keys=True))
    for u, v, key, attributes in expected.edges(keys=True, data=True):
        mine = graph.edges[u, v, key]
        assert without(mine, {"evidence", "score"}) == without(attributes, {"evidence", "score"})
        offsets = {"sentence", "trigger", "source_mention", "target_mention"}
        if mine["directed"]:  # the page does not know which of two equals a sentence names first
            given = [without(one, offsets) for one in attributes["evidence"]]
            assert [without(one, {"score"}) for one in mine["evidence"]] == [without(one, {"score"}) for one in given]
    assert data["graph"]["caution"] == "automatic extraction, check before use"
    assert data["graph"]["chosen"] == ["without what is only hypothetical or denied"]


def test_graphml_is_that_of_python(visit, press_graph, tmp_path):
    path = kept(visit(press_graph), "Graph, GraphML", tmp_path)
    (tmp_path / "python.graphml").write_text(xml.graphml(shown(press_graph)), encoding="utf-8")
    ours, theirs = (nx.read_graphml(file, force_multigraph=True) for file in (path, tmp_path / "python.graphml"))
    assert {n: without(a) for n, a in ours.nodes(data=True)} == {
        n: aliases(without(a)) for n, a in theirs.nodes(data=True)
    }
    edges = [{key: without(a) for *_, key, a in graph.edges(keys=True, data=True)} for graph in (ours, theirs)]
    assert edges[0] == edges[1]
    assert len(edges[0]) == 42
    assert {type(a["score"]) for *_, a in ours.edges(data=True) if "score" in a} == {float}
    read = igraph.Graph.Read_GraphML(str(path))
    assert (read.vcount(), read.ecount()) == (ours.number_of_nodes(), 42)
    assert sorted(read.es["weight"]) == sorted(a["weight"] for *_, a in theirs.edges(data=True))
    assert set(read.vs["id"]) == set(ours.nodes)


def aliases(attributes):
    """With aliases as JSON.stringify writes them."""
    return attributes | {
        "aliases": json.dumps(json.loads(attributes["aliases"]), ensure_ascii=False, separators=(",", ":"))
    }


def test_rolled_up_files_are_those_of_the_rolled_up_graph(visit, press_graph, tmp_path):
    page = visit(press_graph)
    page.page.get_by_label("officials and places as their country").check()
    found = rows(kept(page, "Relations, CSV", tmp_path).read_text(encoding="utf-8"))
    expected = rows(tables.csv(shown(rolled_up(press_graph))))
    counts = ("id", "weight", "articles", "n_asserted", "n_denied", "status", "first_date", "last_date")
    assert sorted([row[name] for name in counts] for row in found) == sorted(
        [row[name] for name in counts] for row in expected
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picture_is_sharp_and_has_legend_and_colours(visit, press_graph, tmp_path, scheme):
    page = visit(press_graph, color_scheme=scheme)
    png = kept(page, "PNG", tmp_path).read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = struct.unpack(">II", png[16:24])
    svg = ET.fromstring(kept(page, "SVG", tmp_path).read_bytes())
    assert wide == pytest.approx(2 * float(svg.get("width")), abs=2)
    assert high == pytest.approx(2 * float(svg.get("height")), abs=2)
    paper = svg.find(f"{SVG}path").get("fill")
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 25, 31)"}[scheme]


def test_svg_shows_what_the_screen_shows(visit, press_graph, tmp_path):
    page = visit(press_graph, lang="fr")
    page.page.get_by_role("button", name="Garder").click()
    with page.page.expect_download() as saved:
        page.page.get_by_role("button", name="SVG").click()
    saved.value.save_as(tmp_path / "picture.svg")
    svg = defusedxml.ElementTree.parse(tmp_path / "picture.svg").getroot()
    texts = [element.text for element in svg.iter(f"{SVG}text")]
    names = page.ask("graphbuild.labels().map(({ text }) => text)")
    assert set(names) <= set(texts)
    assert {
        "Graphe de connaissances",
        "extraction automatique, à vérifier",
        "conflit matériel",
        "prévu",
        "pays",
    } <= set(texts)
    assert "nié" not in texts  # nothing denied is drawn
    assert any("42 relations visibles · 2 masquées" in text for text in texts)
    marks = list(svg.iter(f"{SVG}path"))
    red, green, blue = bytes.fromhex(palette.quad_colour("material conflict")[1:])
    rgba = f"rgba({red},{green},{blue},"
    conflict = [mark for mark in marks if mark.get("stroke", "").startswith(rgba) and mark.get("fill") == "none"]
    assert len(conflict) >= 7
    assert [mark for mark in marks if mark.get("stroke-dasharray") and mark.get("stroke-dasharray").startswith("10 5")]
    view = [float(n) for n in svg.get("viewBox").split()]
    for element in svg.iter(f"{SVG}text"):
        if element.get("x"):
            assert 0 <= float(element.get("x")) <= view[2]
            assert 0 <= float(element.get("y")) <= view[3]


def test_svg_looks_like_the_png(chromium, visit, press_graph, tmp_path):
    page = visit(press_graph)
    svg, png = kept(page, "SVG", tmp_path), kept(page, "PNG", tmp_path)
    shell = tmp_path / "both.html"
    shell.write_text(f"<img id=a src='{svg.name}'><img id=b src='{png.name}'>", encoding="utf-8")
    other = chromium.new_page()
    other.goto(shell.as_uri())
    shots = []
    for name in ("a", "b"):
        other.evaluate(
            f"document.getElementById('{name}').style.cssText = 'position:fixed;top:0;left:0;z-index:1;width:900px'"
        )
        shots.append(other.locator(f"#{name}").screenshot())
        other.evaluate(f"document.getElementById('{name}').style.display = 'none'")
    compare = """async (shots) => {
        const [one, two] = await Promise.all(shots.map(async (shot) => {
            const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(225, 180);
            const pen = canvas.getContext("2d");
            pen.drawImage(image, 0, 0, 225, 180);
            return pen.getImageData(0, 0, 225, 180).data;
        }));
        let far = 0;
        for (let i = 0; i < one.length; i += 4) if (Math.abs(one[i] - two[i]) + Math.abs(one[i + 2] - two[i + 2]) > 60) far++;
        return far / (one.length / 4);
    }"""
    assert other.evaluate(compare, [base64.b64encode(shot).decode() for shot in shots]) < 0.04
    other.close()


def test_picture_of_the_part_on_the_screen(visit, press_graph, tmp_path):
    page = visit(press_graph)
    whole = ET.fromstring(kept(page, "SVG", tmp_path).read_bytes())
    page.ask("graphbuild.network.moveTo({ position: graphbuild.network.getPosition('MLI'), scale: 4 })")
    page.page.get_by_role("button", name="Keep").click()
    page.page.get_by_label("only the part on the screen").check()
    page.page.keyboard.press("Escape")
    part = ET.fromstring(kept(page, "SVG", tmp_path).read_bytes())
    stage = page.page.locator("#graph").bounding_box()
    assert float(part.get("width")) == pytest.approx(stage["width"] + 48, abs=1)
    sizes = [
        max(float(text.get("font-size")) for text in svg.iter(f"{SVG}text") if text.text == "Mali")
        for svg in (whole, part)
    ]
    assert sizes[1] > sizes[0]
    assert page.ask("graphbuild.network.getScale()") == 4


def test_hostile_names_stay_names(chromium, visit, hostile_build, tmp_path):
    graph = to_graph(hostile_build)
    write(graph, tmp_path / "page.html")
    page = visit(graph)
    page.page.get_by_label("show hypothetical and denied").check()
    page.page.get_by_label("show entities without a shown relation").check()
    page.page.get_by_label("name the relations").check()
    items = ("SVG", "Relations, CSV", "Sentences, CSV", "Graph, JSON", "Graph, GraphML")
    files = {item: kept(page, item, tmp_path) for item in items}
    svg = defusedxml.ElementTree.parse(files["SVG"]).getroot()
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {"svg", "title", "desc", "path", "text"}
    assert not [name for element in svg.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    other = chromium.new_page()
    other.goto(files["SVG"].as_uri())
    assert other.evaluate("window.pwned === undefined") is True
    other.close()
    for item in ("Relations, CSV", "Sentences, CSV"):
        text = files[item].read_text(encoding="utf-8")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@", "|", "%")]
        assert len({len(row) for row in csv.reader(io.StringIO(text))}) == 1
        assert len(text.splitlines()) == len(list(csv.reader(io.StringIO(text))))
    assert nx.read_graphml(files["Graph, GraphML"], force_multigraph=True).number_of_edges() == graph.number_of_edges()
    assert igraph.Graph.Read_GraphML(str(files["Graph, GraphML"])).ecount() == graph.number_of_edges()
    read = nx.node_link_graph(json.loads(files["Graph, JSON"].read_text(encoding="utf-8")), edges="edges")
    assert set(read.nodes) == set(graph.nodes)


def test_file_names_are_harmless(visit, press_graph, tmp_path):
    press_graph.graph["title"] = "../../L'été « rouge » : <b>\u202egpj.exe\x00"
    assert kept(visit(press_graph), "Graph, JSON", tmp_path).name == "l-ete-rouge-b-gpj-exe.json"
    press_graph.graph["title"] = "Война"
    assert kept(visit(press_graph), "Graph, JSON", tmp_path).name == "graph.json"


def test_link_is_copied_or_shown(visit, press_graph):
    page = visit(press_graph, permissions=["clipboard-read", "clipboard-write"])
    page.ask("graphbuild.select('node', 'FIN')")
    page.page.get_by_role("button", name="Keep").click()
    page.page.get_by_role("button", name="Copy the link").click()
    page.until("document.getElementById('kept').innerText === 'The link is copied.'")
    assert page.ask("navigator.clipboard.readText()") == page.ask("location.href")
    page.ask("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.page.get_by_role("button", name="Copy the link").click()
    assert "Ctrl+C" in page.text("#kept")
    assert page.ask("document.getSelection().toString()") == page.ask("location.href")
    page.page.keyboard.press("Escape")
    assert page.page.locator("#keep").is_hidden()
    assert page.ask("document.querySelector('#panel').hidden") is False  # Escape closed the menu only


@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (360, 640)])
@pytest.mark.parametrize("button", ["Keep", "articles", "automatic extraction"])
def test_lists_open_within_the_screen(visit, press_graph, size, button):
    page = visit(press_graph, viewport={"width": size[0], "height": size[1]})
    page.page.locator("header").get_by_role("button", name=button).click()
    box = page.page.locator(".pop:popover-open").bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] + box["height"] <= size[1]
    assert page.ask("document.documentElement.scrollWidth") <= size[0]


def test_header_names_the_filters_of_a_part(visit, press_graph):
    page = visit(press_graph.since("2022").asserted_only(), "fr")
    assert "filtré : since 2022; asserted" in page.text("#facts")
    page.page.locator("#facts").click()
    assert "filtré : since 2022; asserted" in page.text("#about")


def test_header_accounts_for_the_corpus_in_both_languages(visit, press_graph):
    page = visit(press_graph.edge_subgraph([("RUS", "UKR", "invades")]))
    page.page.locator("#facts").click()
    text = page.text("#about")
    assert "articles read: 5, with a relation that stands here: 2" in text
    assert "near copies, which count once: 1" in text
    assert "Le Journal (1)" in text
    assert "articles without a publisher: 4" in text
    assert "statements in sentences: 2, gathered into relations: 1" in text
    assert "filtered:" not in text
    page.page.locator("#about").get_by_role("button", name="What may I conclude").click()
    assert "A relation that was said is not a fact" in page.text("#conclude")
    page.page.keyboard.press("Escape")
    page.page.get_by_role("button", name="Français").click()
    page.page.locator("#caution").click()
    assert "Une relation dite n’est pas un fait" in page.text("#conclude")
