"""Figures: what is drawn where, in which colours and words."""

import sys

import pytest

from graphbuild.errors import MissingLibrary
from graphbuild.exports import palette
from graphbuild.graph import to_graph

matplotlib = pytest.importorskip("matplotlib")


@pytest.fixture(autouse=True)
def closed():
    matplotlib.use("Agg")
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def bars(ax):
    """Quad class as the legend names it → lengths of its bars."""
    return {bar.get_label(): [round(b.get_height() or 0, 1) for b in bar] for bar in ax.containers}


def test_a_timeline_has_cooperation_above_and_conflict_below(press_graph):
    ax = press_graph.timeline("RUS", "UKR", "month").plot()
    assert bars(ax) == {
        "material cooperation": [0, 0],
        "verbal cooperation": [0, 0],
        "material conflict": [-1, -1],
        "verbal conflict": [0, -1],
    }
    low = {bar.get_label(): [b.get_y() for b in bar] for bar in ax.containers}
    assert low["verbal conflict"] == [-1, -1]  # on top of what is material
    colours = {bar.get_label(): matplotlib.colors.to_hex(bar[0].get_facecolor()) for bar in ax.containers}
    assert colours == {quad: palette.quad_colour(quad) for quad in colours}
    assert ax.get_title(loc="left") == "Russia – Ukraine"
    ax.figure.canvas.draw()
    assert not [
        label.get_text() for label in ax.get_yticklabels() if "-" in label.get_text() or "\u2212" in label.get_text()
    ]


def test_a_balance_has_conflict_left_and_cooperation_right(press_graph):
    ax = press_graph.balance().plot(top=5)
    assert next(label.get_text() for label in ax.get_yticklabels()) == "Russia – Ukraine"
    assert len(ax.get_yticklabels()) == 5
    widths = {bar.get_label(): [b.get_width() for b in bar] for bar in ax.containers}
    assert widths["material conflict"][0] == -2
    assert all(width >= 0 for quad in ("verbal cooperation", "material cooperation") for width in widths[quad])


def test_words_in_french(press_graph):
    ax = press_graph.balance().plot(lang="fr")
    assert {text.get_text() for text in ax.get_legend().get_texts()} >= {"conflit matériel", "coopération verbale"}
    assert ax.get_xlabel() == "articles indépendants"
    assert ax.get_title(loc="right") == "extraction automatique, à vérifier"
    press_graph.graph["lang"] = "fr"
    assert press_graph.timeline("RUS", "UKR").plot().get_title(loc="left") == "Russie – Ukraine"


def test_axes_of_ones_own(press_graph):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(2)
    assert press_graph.timeline("RUS", "UKR").plot(ax=axes[0]) is axes[0]
    assert press_graph.balance().plot(ax=axes[1]) is axes[1]


def test_nothing_to_draw(press_graph, tmp_path):
    press_graph.timeline("IRN", "FRA").plot().figure.savefig(tmp_path / "a.png")
    press_graph.relations().balance().plot().figure.savefig(tmp_path / "b.png")


def test_hostile_names_are_drawn_as_they_are(hostile_build, tmp_path):
    graph = to_graph(hostile_build)
    for node in graph:
        graph.nodes[node]["label"] = "$\\frac{x^ $ <b>"
    graph.timeline("RUS", "UKR").plot().figure.savefig(tmp_path / "a.png")
    graph.balance().plot().figure.savefig(tmp_path / "b.png")
    assert graph.timeline("RUS", "UKR").plot().get_title(loc="left").startswith("$\\frac{x^ $ <b>")


def test_without_matplotlib_the_message_says_what_to_install(press_graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingLibrary, match=r'needs matplotlib, .*: python -m pip install "graphbuild\[notebook\]"'):
        press_graph.balance().plot()
    assert press_graph.balance()._repr_html_()
