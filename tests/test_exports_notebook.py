"""What notebooks show: a sandboxed frame, a summary without scripts, evidence with its words marked."""

import base64
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import networkx as nx
import pytest

from graphbuild.exports import html, notebook, picture
from graphbuild.graph import KnowledgeGraph, to_graph

TAGS = {
    "div",
    "iframe",
    "p",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "bdi",
    "mark",
    "a",
    "details",
    "summary",
    "img",
}


class Outline(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.text = [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_frame_is_sandboxed_and_holds_the_page(press_graph):
    found = Outline(press_graph._repr_html_())
    frame = next(attributes for tag, attributes in found.elements if tag == "iframe")
    assert frame["sandbox"] == "allow-scripts allow-downloads allow-popups"
    assert frame["srcdoc"] == html.page(press_graph)
    assert [tag for tag, _ in found.elements].count("iframe") == 1
    assert "script" not in {tag for tag, _ in found.elements}


def test_summary_counts_and_shows_strong_edges_first(press_graph):
    found = Outline(notebook.graph_html(press_graph))
    assert "27 entities, 44 relations · 4 of 5 articles · automatic extraction, check before use" in found.text
    assert found.text.index("invades") < found.text.index("capital of") if "capital of" in found.text else True
    assert [tag for tag, _ in found.elements].count("tr") == notebook.ROWS + 1
    assert "denied" not in found.text


def test_large_graphs_show_their_strongest_part(press_graph, monkeypatch):
    size = len(html.page(press_graph))
    monkeypatch.setattr(notebook, "LIMIT", size - 10_000)
    text = notebook.graph_html(press_graph)
    found = Outline(text)
    frame = next(attributes for tag, attributes in found.elements if tag == "iframe")
    assert len(frame["srcdoc"]) <= size - 10_000
    assert "strongest of 44 relations" in found.text
    assert "RUS|invades|UKR" in frame["srcdoc"]


def test_nothing_hostile_gets_out(hostile_build):
    graph = to_graph(hostile_build)
    for text in (notebook.graph_html(graph), graph.evidence("RUS", "UKR")._repr_html_()):
        found = Outline(text)
        assert {tag for tag, _ in found.elements} <= TAGS
        assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
        links = {attributes["href"] for tag, attributes in found.elements if tag == "a"}
        assert links <= {"https://example.org/ok?a=1&b=2"}
        assert "\u202e" not in found.text


def test_evidence_marks_words_and_says_where(press_graph):
    text = press_graph.evidence("RUS", "UKR", "invades")._repr_html_()
    assert ">La Russie</mark> a <mark" in text
    assert 'href="https://example.org/a?x=1&amp;y=2" target="_blank" rel="noopener noreferrer"' in text
    found = Outline(text)
    assert "Bruxelles sanctionne « en bloc »" in found.text
    assert "2022-02-24" in found.text
    assert [tag for tag, _ in found.elements].count("mark") == 6
    speaker = Outline(press_graph.evidence("RUS", "NATO")._repr_html_())
    assert "Vladimir Putin" in speaker.text
    denied = Outline(press_graph.evidence("UKR", "NATO")._repr_html_())
    assert "denied" in denied.text
    assert "hypothetical" in denied.text


def test_empty_graphs_and_parts(press_graph):
    assert "0 entities" in notebook.graph_html(KnowledgeGraph())
    assert "3 entities" in notebook.graph_html(press_graph.subgraph(["RUS", "UKR", "CIV"]))
    assert "No sentence stands behind it." in notebook.evidence_html([], nx.MultiDiGraph())
    orphan = press_graph.statements()[:1]
    assert "mark" in notebook.evidence_html(orphan, nx.MultiDiGraph())


def test_a_still_picture_stands_where_scripts_are_stripped(press_graph):
    found = Outline(notebook.graph_html(press_graph))
    images = [attributes for tag, attributes in found.elements if tag == "img"]
    assert [tag for tag, _ in found.elements].count("details") == 1
    for image in images:
        kind, _, data = image["src"].partition(",")
        assert kind == "data:image/svg+xml;base64"
        assert base64.b64decode(data).decode() == picture.svg(press_graph)
        assert ET.fromstring(picture.svg(press_graph)).tag.endswith("svg")
        assert image["alt"]
    assert len(images) == 2
    text = notebook.graph_html(press_graph)
    assert "<img" in text[text.rindex("<details>") :]
    assert text.rindex("</iframe>") < text.rindex("<details>")


def test_a_part_says_of_what(press_graph):
    text = Outline(notebook.graph_html(press_graph.since("2022-11").asserted_only())).text
    assert "· 1 article ·" in text
    assert "Filtered: since 2022-11; asserted" in text
    view = press_graph.edge_subgraph([("RUS", "UKR", "invades")])
    assert "2 entities, 1 relations · 2 of 5 articles" in Outline(notebook.graph_html(view)).text


def test_in_french(press_graph):
    press_graph.graph["lang"] = "fr"
    text = Outline(press_graph._repr_html_()).text
    assert "27 entités, 44 relations · 4 sur 5 articles · extraction automatique, à vérifier" in text
    assert "articles indépendants" in text
    evidence = Outline(press_graph.evidence("RUS", "UKR")._repr_html_()).text
    assert "Russie – envahit – Ukraine" in evidence
    assert "affirmé" in evidence
    frame = next(a for tag, a in Outline(press_graph._repr_html_()).elements if tag == "iframe")
    assert frame["srcdoc"] == html.page(press_graph, "fr")


@pytest.fixture
def converted(press_graph, chromium):
    """Opens what nbconvert makes of a notebook that shows the graph, as a browser with or without scripts shows it."""
    nbconvert = pytest.importorskip("nbconvert")
    nbformat = pytest.importorskip("nbformat")
    output = nbformat.v4.new_output("execute_result", {"text/html": press_graph._repr_html_(), "text/plain": "g"})
    cell = nbformat.v4.new_code_cell("graph", outputs=[output])
    page, _ = nbconvert.HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    contexts = []

    def open_page(scripts, change=lambda page: page):
        contexts.append(chromium.new_context(java_script_enabled=scripts, offline=True))
        tab = contexts[-1].new_page()
        tab.set_content(change(page), wait_until="domcontentloaded")
        return tab

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.browser
def test_nbconvert_keeps_the_frame_and_it_draws(converted):
    tab = converted(scripts=True)
    frame = tab.frame_locator("iframe")
    frame.locator("canvas").wait_for(timeout=20_000)
    assert not tab.locator("iframe ~ details img").is_visible()


@pytest.mark.browser
def test_the_picture_shows_without_scripts(converted):
    tab = converted(scripts=False)
    tab.locator("iframe ~ details > summary").click()
    image = tab.locator("iframe ~ details img")
    assert image.is_visible()
    assert image.bounding_box()["height"] > 200


@pytest.mark.browser
def test_the_picture_takes_the_place_of_a_frame_that_was_removed(converted):
    """JupyterLab's sanitizer, in notebooks that are not trusted, removes the frame and keeps what stands in it."""

    def stripped(page):
        start, end = page.index("<iframe"), page.index("</iframe>")
        inner = page[page.rindex("<img", start, end) : end]
        return page[:start] + inner + page[end + len("</iframe>") :]

    tab = converted(scripts=False, change=stripped)
    image = tab.locator("div > img").first
    assert image.is_visible()
    assert image.bounding_box()["height"] > 200
