"""Blocs in the page: on one tint, only while they are seen, with a word in the legend."""

import networkx as nx
import pytest

pytestmark = pytest.mark.browser

TINTS = """(ids) => {
    const canvas = document.querySelector("#graph canvas");
    const ratio = canvas.width / canvas.clientWidth;
    const all = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const around = (id) => {
        // the colour that most points of a ring around the node have
        const { x, y } = graphbuild.network.canvasToDOM(graphbuild.network.getPosition(id));
        const counts = {};
        for (let turn = 0; turn < 60; turn++) {
            const [across, down] = [x + 21 * Math.cos(turn / 9.5), y + 21 * Math.sin(turn / 9.5)].map((n) => Math.round(n * ratio));
            const at = 4 * (down * canvas.width + across);
            const colour = all.slice(at, at + 4).join();
            counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return Object.entries(counts).sort((a, b) => b[1] - a[1])[0][0];
    };
    return Object.fromEntries(ids.map((id) => [id, around(id)]));
}"""


@pytest.fixture
def camps():
    """Two alliances of countries at war with each other, and a country that has nothing to do with them."""
    graph = nx.MultiDiGraph()
    for camp in ("abc", "xyz"):
        for one, other in zip(camp, camp[1:] + camp[0], strict=True):
            graph.add_edge(one, other, "supports", quad="material cooperation")
    graph.add_edge("a", "x", "attacks", quad="material conflict")
    graph.add_edge("q", "r", "accuses", quad="verbal conflict")
    for node in graph:
        graph.add_node(node, type="country", label=node)
    return graph


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_allies_lie_on_one_tint_opponents_on_another(visit, camps, scheme):
    page = visit(camps, color_scheme=scheme)
    tints = page.page.evaluate(TINTS, list("bcyzqr"))
    assert tints["b"] == tints["c"] != tints["y"] == tints["z"]
    assert tints["q"] == tints["r"] == "0,0,0,0"
    assert "0,0,0,0" not in (tints["b"], tints["y"])
    assert page.page.locator("#blocs").is_visible()


def test_a_graph_without_blocs_says_nothing_of_them(visit):
    graph = nx.MultiDiGraph([("q", "r")])
    assert not visit(graph).page.locator("#blocs").is_visible()


def test_what_a_filter_hides_leaves_no_tint(visit, camps):
    page = visit(camps)
    page.ask("() => graphbuild.change({ off: { ...graphbuild.state.off, quads: new Set(['material cooperation']) } })")
    page.ask("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.page.evaluate(TINTS, ["a", "x"]) == {"a": "0,0,0,0", "x": "0,0,0,0"}


def test_rims_keep_their_width_when_the_drawing_is_small(visit, camps):
    page = visit(camps, viewport={"width": 360, "height": 740})
    widths = page.ask("() => Object.values(graphbuild.network.body.nodes).map((node) => node.options.borderWidth)")
    assert max(widths) <= 1


def test_a_change_is_drawn_once(visit, camps):
    page = visit(camps)
    drawings = page.ask(
        """async () => {
            let drawn = 0;
            graphbuild.network.on("afterDrawing", () => (drawn += 1));
            graphbuild.change({ off: { ...graphbuild.state.off, quads: new Set(["material conflict"]) } });
            return drawn;
        }"""
    )
    assert drawings <= 2
