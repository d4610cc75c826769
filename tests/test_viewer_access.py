"""The page for all eyes and hands: axe-core finds nothing, and colours are told apart."""

import re
from importlib.resources import files

import pytest

from graphbuild.exports import palette

SOURCE = files("axe_playwright_python") / "axe.min.js"
RUN = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"

SITES = {
    "first view": "() => {}",
    "node": "() => graphbuild.select('node', 'RUS')",
    "edge": "() => graphbuild.select('edge', 'RUS|invades|UKR')",
    "tables": "() => { graphbuild.change({ table: true }); graphbuild.select('edge', 'RUS|invades|UKR'); }",
    "entities": """() => {
        graphbuild.change({ table: true });
        graphbuild.select(null);
        document.querySelector('#table_tools button:nth-child(2)').click();
        document.querySelector('#table_scroll th:nth-child(3) button').click();
    }""",
    "filters": """() => {
        document.getElementById('filters').open = true;
        document.querySelector('#quads button').click();
        document.querySelector('#show_hidden').click();
        graphbuild.change({ limit: 8 });
    }""",
    "help": "() => document.getElementById('help_open').click()",
}


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("size", [(1280, 800), (360, 640)])
@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "fr")])
def test_axe_finds_nothing(visit, press_graph, size, scheme, lang):
    page = visit(press_graph, lang, viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page.ask(SOURCE.read_text(encoding="utf-8"))
    for site, action in SITES.items():
        page.ask(action)
        page.page.wait_for_timeout(200)  # the table fills itself once its part is open
        found = page.ask(RUN)
        assert [(site, one["id"], one["impact"], one["nodes"][0]["html"]) for one in found] == []


# --- contrast, worked out from the colours ----------------------------------------------------------------------------

STYLE = (files("graphbuild.exports") / "viewer.css").read_text(encoding="utf-8")
COLOURS = {name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLE)}
SCHEMES = pytest.mark.parametrize("dark", [False, True])

DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
"""Machado, Oliveira and Fernandes (2009), full severity, on linear RGB."""


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def brightness(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour, eyes):
    """A colour as these eyes see it, in CIE Lab."""
    red, green, blue = (max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True))) for row in eyes)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def test_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("text", ["ink", "faint", "accent", "warn"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_texts_can_be_read(text, ground, dark):
    assert contrast(COLOURS[text][dark], COLOURS[ground][dark]) >= 4.5


@SCHEMES
@pytest.mark.parametrize("mark", ["source", "trigger", "target"])
def test_marked_words_can_be_read(mark, dark):
    assert contrast(COLOURS["ink"][dark], COLOURS[mark][dark]) >= 4.5


@SCHEMES
def test_a_marked_row_can_be_read(dark):
    assert contrast(COLOURS["accent"][dark], COLOURS["source"][dark]) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_lines_shapes_and_fields_stand_out(ground, dark):
    colours = [*palette.QUADS.values(), *(look[:2] for look in palette.TYPES.values()), COLOURS["rim"]]
    assert min(contrast(pair[dark], COLOURS[ground][dark]) for pair in colours) >= 3


@SCHEMES
@pytest.mark.parametrize("eyes", [DEUTERANOPIA, PROTANOPIA])
def test_kinds_of_relations_are_told_apart_by_colour_blind_eyes(eyes, dark):
    looks = [seen(pair[dark], eyes) for pair in palette.QUADS.values()]
    apart = [
        sum((a - b) ** 2 for a, b in zip(p, q, strict=True)) ** 0.5 for n, p in enumerate(looks) for q in looks[:n]
    ]
    assert min(apart) >= 17


@pytest.mark.browser
def test_forced_colours_keep_names_and_lines(visit, press_graph):
    page = visit(press_graph, forced_colors="active", color_scheme="dark")
    assert page.page.locator("#theme").is_hidden()  # the system chooses
    colours = page.ask("""[...new Set((() => {
        const canvas = document.querySelector("#graph canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return Array.from({ length: data.length / 4 }, (_, at) => [...data.slice(4 * at, 4 * at + 3)].join());
    })())]""")
    assert "255,255,255" in colours  # the names
    red, green, blue = (int(palette.QUADS["material conflict"][1][at : at + 2], 16) for at in (1, 3, 5))
    assert any(near(colour, (red, green, blue)) for colour in colours)


def near(colour, other):
    return all(abs(int(a) - b) < 40 for a, b in zip(colour.split(","), other, strict=True))


@pytest.mark.browser
def test_calm_where_the_reader_wants_it(visit, press_graph):
    page = visit(press_graph, reduced_motion="reduce")
    page.ask("graphbuild.network.moveTo({ scale: 3 })")
    page.page.get_by_role("button", name="Whole graph").click()
    scale = page.ask("graphbuild.network.getScale()")
    page.page.wait_for_timeout(300)
    assert page.ask("graphbuild.network.getScale()") == scale
    assert scale < 3


@pytest.mark.browser
def test_more_contrast_where_the_reader_wants_it(visit, press_graph):
    page = visit(press_graph, contrast="more")
    opacity = "Object.values(graphbuild.network.body.edges).map((edge) => edge.options.color.opacity)"
    assert set(page.ask(opacity)) == {1}


@pytest.mark.browser
def test_theme_button_says_what_it_does(visit, press_graph):
    page = visit(press_graph)
    page.page.get_by_role("button", name="Switch to dark").click()
    assert page.ask("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.page.get_by_role("button", name="Français").click()
    page.page.get_by_role("button", name="Passer en clair").click()
    assert page.ask("getComputedStyle(document.documentElement).colorScheme") == "light"
