"""What notebooks show: a sandboxed frame, a summary without scripts, evidence with its words marked."""

from html.parser import HTMLParser

import networkx as nx

from graphbuild.exports import html, notebook
from graphbuild.graph import KnowledgeGraph, to_graph

TAGS = {"div", "iframe", "p", "table", "thead", "tbody", "tr", "th", "td", "bdi", "mark", "a", "details", "summary", "img"}


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
    assert "27 entities · 44 relations · 4 of 5 articles · automatic extraction, check before use" in found.text
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
