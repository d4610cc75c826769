"""The still picture: valid, small, safe; names apart, arrows and dashes where they belong."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from conftest import make_build

from graphbuild.errors import GraphbuildError
from graphbuild.exports import palette, picture, write
from graphbuild.graph import KnowledgeGraph, to_graph

SVG = "{http://www.w3.org/2000/svg}"


def drawn(graph, **options):
    return ET.fromstring(picture.svg(graph, **options))


def lines(root):
    """What an edge's hint says → its attributes."""
    return {
        path.find(f"{SVG}title").text: path.attrib
        for path in root.iter(f"{SVG}path")
        if path.find(f"{SVG}title") is not None
    }


def texts(root):
    return [text.text for text in root.iter(f"{SVG}text")]


def test_names_and_relations_in_both_languages(press_graph):
    root = drawn(press_graph)
    assert {"Russia", "European Union", "Kharkiv", "Vladimir Putin"} <= set(texts(root))
    assert "United States – sends weapons to – Ukraine" in lines(root)
    french = drawn(press_graph, lang="fr", title="Été")
    assert {"Russie", "États-Unis", "conflit matériel", "prévu", "Été"} <= set(texts(french))
    with pytest.raises(GraphbuildError, match="no words in language 'de'"):
        picture.svg(press_graph, "de")


def test_arrows_only_where_directed_and_dashes_where_not_asserted(press_graph):
    found = lines(drawn(press_graph))
    assert (
        "marker-end"
        not in found[
            "Russia – allies – Belarus" if "Russia – allies – Belarus" in found else "Belarus – allies – Russia"
        ]
    )
    invades = found["Russia – invades – Ukraine"]
    assert invades["marker-end"] == f"url(#a{list(palette.QUADS).index('material conflict')})"
    assert invades["stroke"] == palette.quad_colour("material conflict")
    assert "stroke-dasharray" not in invades
    assert found["European Union – sanctions – Belarus"]["stroke-dasharray"] == "10 5"


def test_what_views_hide_is_not_drawn(press_graph):
    assert not [hint for hint in lines(drawn(press_graph)) if hint.startswith("Ukraine – member of")]
    assert not [hint for hint in lines(drawn(press_graph)) if hint.startswith("China – sends")]


def test_parallel_edges_lie_apart(press_graph):
    paths = [
        data["d"] for hint, data in lines(drawn(press_graph)).items() if {"Russia", "Ukraine"} <= set(hint.split(" – "))
    ]
    assert len(paths) >= 5
    assert len({path[1:].split("Q")[-1] for path in paths}) == len(paths)


def test_symmetric_edges_are_drawn_once(press_graph):
    assert lines(drawn(press_graph.both_ways())).keys() == lines(drawn(press_graph)).keys()


def boxes(root):
    group = next(g for g in root.iter(f"{SVG}g") if g.get("text-anchor") == "middle")
    for text in group:
        x, y, half = float(text.get("x")), float(text.get("y")), 3.5 * len(text.text)
        yield x - half, y - 10, x + half, y + 2


def test_names_do_not_lie_on_each_other(press_graph):
    pairs = combinations(boxes(drawn(press_graph)), 2)
    assert not [(a, b) for a, b in pairs if picture._overlap(a, b)]


def test_everything_is_inside(press_graph):
    root = drawn(press_graph)
    _, _, width, height = map(float, root.get("viewBox").split())
    assert all(left >= 0 and right <= width and top >= 0 and low <= height for left, top, right, low in boxes(root))


def test_large_graphs_are_cut_to_their_strongest_part():
    names = [
        (
            "FRA",
            "RUS",
            "UKR",
            "USA",
            "DEU",
            "GBR",
            "POL",
            "CHN",
            "IRN",
            "MLI",
            "TUR",
            "SWE",
            "FIN",
            "BLR",
            "EU",
            "NATO",
            "UN",
            "PRK",
        )
    ]
    kinds = ("accuses", "supports", "threatens")
    made = [f"1 {kind} {a} {b} : [S X] [T agit] sur [O Y]." for a, b in combinations(*names, 2) for kind in kinds]
    graph = to_graph(make_build(made))
    text = picture.svg(graph)
    assert len(text.encode()) < 60_000
    assert len(lines(ET.fromstring(text))) == picture.EDGES < graph.number_of_edges()
    assert f"{picture.EDGES} / {graph.number_of_edges()} relations" in text


def test_hostile_names_stay_text(hostile_build):
    graph = to_graph(hostile_build)
    graph.graph["title"] = "</svg><script>1</script>\ufffe\x00\u202e"
    root = drawn(graph)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "marker", "path", "rect", "text", "g", "circle"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    text = picture.svg(graph)
    assert not re.search("[\u202e\x00\ufffe]", text)
    assert len(text.encode()) < 60_000


@pytest.mark.parametrize(
    "graph",
    [
        KnowledgeGraph(),
        to_graph(make_build([])),
        to_graph(make_build(["1 supports FRA FRA : [S Paris] [T soutient] [O Paris]."])),
    ],
)
def test_nothing_to_draw(graph):
    root = drawn(graph)
    assert lines(root) == {}
    assert "automatic extraction" in texts(root)[-1]


def test_a_type_or_quad_class_that_nobody_knows():
    graph = KnowledgeGraph([("a", "b", "k", {"quad": '"><script>', "status": "odd"})])
    (line,) = lines(drawn(graph)).values()
    assert line["stroke"] == palette.quad_colour("structural")


def test_it_is_a_format(press_graph, tmp_path):
    write(press_graph, tmp_path / "graph.svg", lang="fr", title="Titre")
    assert (tmp_path / "graph.svg").read_text(encoding="utf-8") == picture.svg(press_graph, "fr", "Titre")
