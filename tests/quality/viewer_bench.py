"""Measures the drawing: how long it takes, how it stays, and whether it shows who stands with whom.

    python tests/quality/viewer_bench.py                    everything: the demo, and graphs made up by chance
    python tests/quality/viewer_bench.py --graph FILE       … and a pickled KnowledgeGraph
    python tests/quality/viewer_bench.py --no-browser       the layout only

Times are of this machine. Places are compared as shares of the drawing's diagonal, each drawing on its own middle.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import pickle
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

import graphbuild as gb
from graphbuild.edges import add_edges
from graphbuild.exports import blocs, importance, layout, records, write
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import HIDDEN, Article, Modality, Polarity, Span, Statement

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--disable-gpu", "--no-sandbox", "--disable-background-networking", "--disable-component-update"]
DRAWS = 6
SIZES = ((1000, 2000), (5000, 10000))

Places = dict[str, tuple[int, int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, action="append", default=[], help="a pickled KnowledgeGraph")
    parser.add_argument("--no-browser", action="store_true", help="measure the layout only")
    args = parser.parse_args()
    demo = gb.build(Path(str(files("graphbuild") / "samples")), progress=False)
    graphs = {"demo": demo} | {path.stem: pickle.loads(path.read_bytes()) for path in args.graph}
    made_up = {f"{nodes}/{edges}": synthetic(nodes, edges, demo) for nodes, edges in SIZES}
    for name, graph in (graphs | made_up).items():
        _say(name, in_python(graph))
        if name in graphs:
            _say("", picture(graph), steadiness(graph))
    if not args.no_browser:
        for name, figures in in_browser(graphs | made_up).items():
            _say(name, figures)


def synthetic(nodes: int, edges: int, like: KnowledgeGraph) -> KnowledgeGraph:
    """A graph of that size with few hubs and many leaves, a sentence behind every edge, and the relations of ``like``."""
    chance = random.Random(nodes)
    relations = sorted(like.graph["relations"])
    kinds = ("country", "organization", "person", "person", "place")
    articles = {
        f"a{i}": Article("x" * 200, id=f"a{i}", title=f"Un titre d’article, le {i}e") for i in range(edges // 3)
    }
    graph = KnowledgeGraph(articles=articles, relations=like.graph["relations"], manifest={})
    for i in range(nodes):
        label = f"{chance.choice(('Alpha', 'Béta', 'Gamma', 'Delta'))} {chance.choice(('du Nord', 'Marin', 'X'))} {i}"
        graph.add_node(
            f"n{i}", type=kinds[i % 5], label=label, label_fr=label, name=label, aliases=[], articles=[], mentions=2
        )
    statements = []
    for i in range(edges):
        hub = min(int(chance.paretovariate(0.7)), nodes) - 1
        ends = (hub, i) if i < nodes else (hub, min(int(chance.paretovariate(0.4)), nodes) - 1)
        if ends[0] != ends[1]:
            at = {
                "sentence": Span(0, 120),
                "trigger": Span(i % 90, i % 90 + 5),
                "source_mention": None,
                "target_mention": None,
            }
            statements.append(
                Statement(
                    *(f"a{i // 3}", f"n{ends[0]}", chance.choice(relations), f"n{ends[1]}"),
                    *(Modality.ASSERTED, Polarity.POSITIVE, None),
                    **at,
                    quote="Alpha a annoncé, selon une phrase d’une longueur ordinaire, qu’elle soutiendrait Béta dès demain.",
                    pattern="made.up",
                    score=0.8,
                )
            )
    add_edges(graph, (s for s in statements if s.article in articles))
    return graph


def in_python(graph: KnowledgeGraph) -> dict[str, str]:
    """Seconds of processor time for the layouts, and of the whole page."""
    taken = {
        name: _timed(do, graph) for name, do in (("start", layout.start), ("all", layout.positions), ("page", _page))
    }
    size = f"{graph.number_of_nodes()}/{graph.number_of_edges()}"
    return {"size": size, **{name: f"{seconds:.2f} s" for name, seconds in taken.items()}}


def _page(graph: KnowledgeGraph) -> None:
    from graphbuild.exports import html

    html.page(graph)


def _timed(do: Callable[[KnowledgeGraph], object], graph: KnowledgeGraph) -> float:
    before = time.process_time()
    do(graph)
    return time.process_time() - before


def picture(graph: KnowledgeGraph) -> dict[str, str]:
    """What the first view looks like: allies' distance to opponents', neighbours of the same bloc, crossings."""
    places = _opening(graph)
    edges = [
        e for e in records.edges(graph) if e["status"] not in HIDDEN and {e["source"], e["target"]} <= places.keys()
    ]
    ties = blocs.ties(e for e in edges if e["quad"] != "structural" or e["relation"] in ("allied_with", "member_of"))
    far = {
        sign: [math.dist(places[a], places[b]) for (a, b), tie in ties.items() if tie * sign > 0] for sign in (1, -1)
    }
    rows = records.edges(graph)
    own = blocs.blocs(blocs.ties(rows), blocs.homes(rows))
    names = list(places)
    points = np.array([places[name] for name in names], dtype=float)
    near = np.argsort(np.linalg.norm(points[:, None] - points[None], axis=2), axis=1)[:, 1:4]
    same = np.mean([own[name] == own[names[other]] for name, row in zip(names, near, strict=True) for other in row])
    return {
        "allies/opponents": f"{np.mean(far[1]) / np.mean(far[-1]):.2f}",
        "3 nearest of own bloc": f"{same:.0%}",
        "crossings/line": f"{_crossings(places, {tuple(sorted((e['source'], e['target']))) for e in edges}):.1f}",
    }


def _opening(graph: KnowledgeGraph) -> Places:
    """Where the linked nodes are that the page opens on."""
    linked = {node for ends in graph.edges() for node in ends}
    return layout.start(graph) or {node: place for node, place in layout.positions(graph).items() if node in linked}


def _crossings(places: Places, pairs: Iterable[tuple[str, ...]]) -> float:
    """How many other straight lines cross a line, in the mean."""
    ends = np.array([[places[a], places[b]] for a, b in pairs if a != b], dtype=float)
    one, two = ends[:, None], ends[None]

    def side(p: Any, q: Any, r: Any) -> Any:
        return (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])

    first = side(one[..., 0, :], one[..., 1, :], two[..., 0, :]) * side(one[..., 0, :], one[..., 1, :], two[..., 1, :])
    return float(((first < 0) & (first.T < 0)).sum() / 2 / len(ends))


def steadiness(graph: KnowledgeGraph) -> dict[str, str]:
    """How far nodes move when a hundredth of the articles is new; of the statements, where articles are few."""
    few = len(graph.graph["articles"]) < 100
    shifts: dict[str, list[tuple[float, float]]] = {"all": [], "opening": []}
    whole, opening = layout.positions(graph), _opening(graph)
    for draw in range(DRAWS):
        fewer = without(graph, draw, few)
        shifts["all"].append(moved(whole, layout.positions(fewer), fewer))
        shifts["opening"].append(moved(opening, _opening(fewer), fewer))
    of = "statement" if few else "article"
    return {
        f"moved by a new {of} in 100, {name}": f"median {statistics.median(m for m, _ in found):.1%}, "
        f"worst {max(m for m, _ in found):.1%}; 9th decile {statistics.median(d for _, d in found):.1%}"
        for name, found in shifts.items()
    }


def without(graph: KnowledgeGraph, draw: int, statements: bool) -> KnowledgeGraph:
    """The graph without a hundredth of its articles, or of its statements, and without what only they mention."""

    def stays(name: str) -> bool:
        return int.from_bytes(hashlib.blake2b(f"{draw}|{name}".encode(), digest_size=6).digest(), "big") > 0.01 * 2**48

    fewer = KnowledgeGraph(**graph.graph)
    for node, data in graph.nodes(data=True):
        if statements or any(map(stays, data["articles"])):
            fewer.add_node(node, **data)
    kept = [s for s in graph.statements() if stays(s.id if statements else s.article)]
    add_edges(fewer, (s for s in kept if s.source in fewer and s.target in fewer))
    return fewer


def moved(before: Places, after: Places, graph: KnowledgeGraph) -> tuple[float, float]:
    """Median and ninth decile of how far the linked nodes of both moved, as shares of the diagonal."""
    linked = {node for ends in graph.edges() for node in ends}
    common = [node for node in after if node in before and node in linked]
    points = [np.array([places[node] for node in common], dtype=float) for places in (before, after)]
    fitted = []
    for own in points:
        low, high = own.min(axis=0), own.max(axis=0)
        fitted.append((own - (low + high) / 2) / np.linalg.norm(high - low))
    shift = np.linalg.norm(fitted[0] - fitted[1], axis=1)
    return float(np.median(shift)), float(np.quantile(shift, 0.9))


def in_browser(graphs: dict[str, KnowledgeGraph]) -> dict[str, dict[str, str]]:
    """Milliseconds in headless Chromium, without a GPU, at 1440 × 900."""
    from playwright.sync_api import sync_playwright

    found = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, graph in graphs.items():
            path = Path(folder, "page.html")
            write(graph, path)
            first = sorted(_first_drawing(browser, path) for _ in range(3))[1]
            found[name] = {"page": f"{path.stat().st_size / 1e6:.1f} MB", "first drawing": f"{first:.0f} ms"}
            found[name] |= {"labels overlapping": _overlapping(browser, path), **_steps(browser, path, all_nodes=False)}
            if importance.start(records.edges(graph)):
                found[name] |= {f"all: {key}": value for key, value in _steps(browser, path, all_nodes=True).items()}
        browser.close()
    return found


def _open(browser: Any, path: Path) -> Any:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(path.as_uri())
    page.wait_for_function("performance.getEntriesByName('drawn').length")
    return page


def _first_drawing(browser: Any, path: Path) -> float:
    """From navigation to the first drawing with all that is shown, names included."""
    page = _open(browser, path)
    found: float = page.evaluate("performance.getEntriesByName('drawn')[0].startTime")
    page.close()
    return found


def _overlapping(browser: Any, path: Path) -> str:
    page = _open(browser, path)
    boxes = page.evaluate("graphbuild.labels()")
    page.close()
    boxes.sort(key=lambda box: box["left"])
    hit = sum(
        a["right"] > b["left"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
    )
    return f"{hit} of {len(boxes)}"


STEP = """async ([what, all]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const measured = async (act) => { const from = performance.now(); act(); await frame(); return performance.now() - from; };
  if (all) { graphbuild.limit(Infinity); await frame(); await frame(); }
  const found = [];
  for (let turn = 0; turn < 12; turn++) {
    const { network } = graphbuild;
    const { x, y } = network.getViewPosition();
    const lines = document.querySelectorAll("#quads button");
    const field = document.getElementById("search");
    const acts = {
      pan: () => network.moveTo({ position: { x: x + 20 / network.getScale(), y } }),
      filter: () => lines[(turn >> 1) % lines.length].click(),
      search: () => { field.value = "alpha du nord 12".slice(0, turn + 1); field.dispatchEvent(new Event("input")); },
    };
    found.push(await measured(acts[what]));
    await frame();
  }
  return found;
}"""


def _steps(browser: Any, path: Path, all_nodes: bool) -> dict[str, str]:
    """How long the page takes to draw again after a step: median and worst of twelve."""
    found = {}
    for what in ("pan", "filter", "search"):
        page = _open(browser, path)
        times = page.evaluate(STEP, [what, all_nodes])
        page.close()
        found[what] = f"{statistics.median(times):.0f} / {max(times):.0f} ms"
    return found


def _say(name: str, *groups: dict[str, str]) -> None:
    for number, figures in enumerate(groups):
        title = "" if number else name
        sys.stdout.write(f"{title:14} " + " · ".join(f"{key} {value}" for key, value in figures.items()) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
