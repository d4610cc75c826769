"""Sentences as references to quote: what they say in each form and language, and how they reach the reader."""

import re
from dataclasses import replace

import pytest
from browsing import Visit
from conftest import HOSTILE, make_build

from graphbuild.exports import notebook
from graphbuild.graph import to_graph

pytestmark = pytest.mark.browser

LINE = "2 sanctions EU RUS : [S Bruxelles] a adopté des [T sanctions] contre [O Moscou]."


def graph_of(**article):
    build = make_build([LINE])
    changed = tuple(replace(a, **article) if a.id == "article-2" else a for a in build.articles)
    return to_graph(replace(build, articles=changed))


FULL = {"author": "Zoé Lefèvre", "url": "https://example.org/a_(b)?x=1&y=50%25"}


def cited(page, form="text"):
    """What the button puts into the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.ask("graphbuild.select('edge', 'EU|sanctions|RUS')")
    page.page.locator("[data-key=cite]").select_option(form)
    page.page.locator(".card .tools button").first.click()
    page.page.locator(".card .tools [role=status]", has_text=re.compile("copied|copié")).wait_for()
    return page.ask("navigator.clipboard.readText()")


def name(graph):
    ((*_, data),) = graph.edges(data=True)
    return data["evidence"][0].id


def test_text_in_english(visit):
    graph = graph_of(**FULL)
    assert cited(visit(graph)) == (
        "“Bruxelles a adopté des sanctions contre Moscou”, Zoé Lefèvre, “Bruxelles sanctionne « en bloc »”, Le Journal, "
        f"2 March 2022, https://example.org/a_(b)?x=1&y=50%25 (graphbuild 0.1.0, statement {name(graph)})"
    )


def test_text_in_french_without_what_is_not_known(visit):
    graph = graph_of()
    assert cited(visit(graph, lang="fr")) == (
        "«\u00a0Bruxelles a adopté des sanctions contre Moscou\u00a0», «\u00a0Bruxelles sanctionne « en bloc »\u00a0», "
        f"Le Journal, 2 mars 2022 (graphbuild 0.1.0, énoncé {name(graph)})"
    )


def test_markdown_keeps_its_signs_as_signs(visit):
    text = cited(visit(graph_of(**FULL | {"title": "[Un] *titre* <b> `x`", "publisher": "A_B"})), "Markdown")
    assert r"[“\[Un\] \*titre\* \<b\> \`x\`”](<https://example.org/a_(b)?x=1&y=50%25>), A\_B, 2 March 2022" in text


def test_bibtex_is_one_entry_with_balanced_braces(visit):
    graph = graph_of(**FULL | {"title": r"50 % & {plus} \input{x} #1_2 $x^2~", "publisher": "Le Journal}"})
    text = cited(visit(graph), "BibTeX")
    assert text.startswith(f"@article{{graphbuild-{name(graph)},\n  author = {{{{Zoé Lefèvre}}}},\n")
    escaped = r"50 \% \& \{plus\} \textbackslash{}input\{x\} \#1\_2 \$x\textasciicircum{}2\textasciitilde{}"
    assert f"  title = {{{{{escaped}}}}},\n" in text
    assert r"  journal = {{Le Journal\}}}," in text
    assert "  date = {2022-03-02},\n  url = {https://example.org/a_(b)?x=1&y=50%25},\n" in text
    assert balanced(text)


def balanced(text):
    depth = 0
    for sign in re.sub(r"\\[{}\\%&#_$]", "", text.replace(r"\textbackslash", "")):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("form", ["text", "Markdown", "BibTeX"])
def test_hostile_texts_stay_in_their_place(visit, form):
    text = cited(visit(graph_of(title=HOSTILE[0] + "\n@evil{,}\n", publisher=HOSTILE[2], author=HOSTILE[4])), form)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    if form == "BibTeX":
        assert re.findall("^@", text, re.MULTILINE) == ["@"]
        assert balanced(text)
    else:
        assert "\n" not in text
    if form == "Markdown":
        assert not re.search(r"(?<!\\)<(?!https?:)", text)


def test_the_form_is_kept_in_the_address(visit):
    page = visit(graph_of())
    page.ask("graphbuild.select('edge', 'EU|sanctions|RUS')")
    page.page.locator("[data-key=cite]").select_option("BibTeX")
    assert "cite=bibtex" in page.ask("location.hash")


def test_where_there_is_no_clipboard_the_text_is_shown_and_selected(chromium, tmp_path):
    graph = graph_of()
    (tmp_path / "note.html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{notebook.graph_html(graph)}", encoding="utf-8"
    )
    visit = Visit(chromium, tmp_path / "note.html")
    frame = visit.page.frames[1]
    frame.wait_for_function("window.graphbuild !== undefined")
    frame.evaluate("graphbuild.select('edge', 'EU|sanctions|RUS')")
    for _ in range(2):
        frame.get_by_role("button", name="copy as citation").click()
        field = frame.get_by_role("textbox", name="copy with Ctrl+C")
        field.wait_for()
    assert field.count() == 1
    assert field.input_value().endswith(f"statement {name(graph)})")
    assert frame.evaluate("getSelection().toString() || document.activeElement.value").startswith("“Bruxelles")
    assert frame.locator(".tools [role=status]").inner_text() == "copy with Ctrl+C"
    assert visit.complaints == []
    visit.context.close()
