"""The page as text: nothing to load, nothing to execute, honest header, table in place of the drawing."""

import base64
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser

import networkx as nx
import pytest

from graphbuild.exports import evidence, html
from graphbuild.exports.words import LANGUAGES
from graphbuild.graph import to_graph


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.scripts, self.words = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data):
        if self.cdata_elem == "script":
            self.scripts[-1] += data
        else:
            self.words.append(data)


@pytest.fixture
def page(press_graph):
    return html.page(press_graph)


def test_nothing_is_loaded(page):
    for tag, attributes in Page(page).elements:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "form"}
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("href", "#").startswith("#")
    own = page.replace(html.files("pyvis").joinpath(html.VIS).read_text(encoding="utf-8"), "")
    assert not re.search(r"@import|url\(|cdnjs|jsdelivr|unpkg|bootstrap", own)
    assert not re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|eval|fetch|XMLHttpRequest|localStorage)\b", own)


def test_policy_allows_only_these_scripts(page):
    found = Page(page)
    policy = next(a["content"] for t, a in found.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")
    assert len(found.scripts) == 3
    for script in found.scripts[1:]:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    head = page.index("Content-Security-Policy")
    assert page.index("<meta charset") < head < page.index("<style>")


def test_data_is_json_that_cannot_leave_its_element(hostile_build):
    page = html.page(to_graph(hostile_build))
    found = Page(page)
    assert len(found.scripts) == 3
    assert not set("<>&\u2028\u2029") & set(found.scripts[0])
    data = json.loads(found.scripts[0])
    assert any("</script>" in node["labels"]["en"] for node in data["nodes"])
    tags = {tag for tag, _ in found.elements}
    assert tags.isdisjoint({"img", "a-b", "iframe", "b"})
    assert [tag for tag, _ in found.elements].count("svg") == 0
    assert all(a.get("href", "#").startswith("#") for _, a in found.elements)
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert {a["url"] for a in data["articles"].values() if "url" in a} == {"https://example.org/ok?a=1&b=2"}


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            " javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "//example.org",
        ),
        *("data:text/html,x", "vbscript:x", "file:///etc/passwd", "http:", "https://", "x", "", None, "http://[::1"),
        *('https://example.org/"onmouseover="x', "https://example.org/ x", "https://exa\u202emple.org", "ftp://a.org"),
    ],
)
def test_other_addresses_are_no_links(url):
    assert evidence.link(url) is None


@pytest.mark.parametrize("url", ["https://example.org/a?x=1&y=2#é", "HTTP://example.org", "http://[::1]/"])
def test_web_addresses_are_links(url):
    assert evidence.link(url) == url


def test_header_is_honest(press_graph):
    text = html.page(press_graph, title="Guerre & paix <1>")
    assert "<title>Guerre &amp; paix &lt;1&gt;</title>" in text
    assert "5 articles · 1 near copy · 2022-02-26 – 2022-11-05 · graphbuild" in text
    assert "automatic extraction, check before use" in text
    french = html.page(press_graph, lang="fr")
    assert '<html lang="fr">' in french
    assert "5 articles · 1 quasi-copie · 2022-02-26 – 2022-11-05 · graphbuild" in french
    assert "extraction automatique, à vérifier" in french
    assert "0 articles" in html.page(nx.MultiDiGraph())


def test_both_languages_have_the_same_words():
    strings = json.loads(html._data("strings.json"))
    assert strings["en"].keys() == strings["fr"].keys()
    assert not [key for words in strings.values() for key, text in words.items() if not text.strip()]
    viewer, template = html.script(), html._data("template.html")
    used = set(re.findall(r'\bt\("(\w+)"\)', viewer)) | set(re.findall(r'data-(?:t|label)="(\w+)"', template))
    assert used <= strings["en"].keys()


def test_parts_of_the_script_take_no_name_twice():
    names = re.findall(r"^(?:function|const|let|class) (\w+)", html.script(), re.MULTILINE)
    assert len(names) == len(set(names)) > 60


def test_table_holds_every_edge_and_keeps_doubtful_ones_apart(page, press_graph):
    main, doubtful = page.split('<details id="doubtful">')
    ids = re.compile('<tr data-edge="([^"]+)">')
    shown, hidden = set(ids.findall(main)), set(ids.findall(doubtful))
    assert hidden == {d["id"] for *_, d in press_graph.edges(data=True) if d["status"] in ("denied", "hypothetical")}
    assert {"CHN|sends_weapons_to|RUS", "UKR|member_of|NATO"} == hidden
    assert shown | hidden == {d["id"] for *_, d in press_graph.edges(data=True)}
    assert '<mark class="source">La Russie</mark> a <mark class="trigger">envahi</mark> <mark class="target">' in main


def test_pieces_put_the_quote_together_again(press_build):
    for statement in press_build.statements:
        parts = evidence.pieces(statement)
        assert "".join(text for text, _ in parts) == statement.quote
        assert {role for _, role in parts} >= {"source", "trigger", "target"}


def test_page_of_astral_letters_marks_the_right_words(emoji_statement):
    assert evidence.pieces(emoji_statement) == [
        ("😀 𝕏 ", ""),
        ("Paris", "source"),
        (" ", ""),
        ("aide", "trigger"),
        (" ", ""),
        ("Kiev", "target"),
        (".", ""),
    ]


def test_no_two_parts_of_the_script_declare_the_same_name():
    """They share one scope, where a second function would silently take the place of the first."""
    declared = re.compile(r"^(?:function\*?|const|let|class) +(\w+|\[[^\]]*\]|\{[^}]*\})", re.MULTILINE)
    names = Counter(name for found in declared.findall(html.script()) for name in re.findall(r"\w+", found))
    assert {name for name, count in names.items() if count > 1} == set()


def test_both_languages_have_the_same_words_each_once():
    def once(pairs):
        assert len({key for key, _ in pairs}) == len(pairs), sorted(key for key, _ in pairs)
        return dict(pairs)

    words = json.loads(html._data("strings.json"), object_pairs_hook=once)
    assert set(words) == set(LANGUAGES)
    assert len({frozenset(of) for of in words.values()}) == 1
