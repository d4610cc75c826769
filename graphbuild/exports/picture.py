"""The strongest part of a graph as a still picture: SVG that needs no script, for documents and untrusted notebooks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import networkx as nx

from graphbuild.exports import evidence, importance, layout, palette, records
from graphbuild.exports.words import label, language, words
from graphbuild.model import HIDDEN

NODES = 36
"""Drawn at most; more names than these cannot be read in a picture of this size."""
EDGES = 150
"""Drawn at most, those of most articles first."""
WIDTH = 1000
MARGIN = 70
FONT = 13

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def svg(graph: nx.MultiDiGraph, lang: str | None = None, title: str = "") -> str:
    """The most connected nodes and what is between them, under 60 kB; ``lang`` is "en" or "fr".

    Raises:
        GraphbuildError: There is no such language.
    """
    lang = language(graph, lang)
    nodes, edges = dict(records.nodes(graph)), _shown(records.edges(graph))
    chosen = set(importance.ranking(edges)[:NODES])
    among = [edge for edge in edges if edge["source"] in chosen and edge["target"] in chosen][:EDGES]
    strengths = importance.strengths(among)
    names = {node: evidence.short(label(nodes[node], node, lang), 28) or "?" for node in sorted(strengths)}
    radii = {node: min(4 + 1.6 * math.sqrt(strengths[node]), 14) for node in names}
    places, height = _places(nodes, among)
    word = words(lang)
    head = evidence.short(title or str(graph.graph.get("title") or ""), 80)
    facts = f"{len(names)} / {len(nodes)} {word['entities'].lower()}, {len(among)} / {graph.number_of_edges()} "
    facts += f"{word['relations'].lower()} – {word['caution']}"
    top = 34 if head else 0
    total = top + height + 74
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {total}" width="{WIDTH}" height="{total}" '
        f'font-family="system-ui,sans-serif" font-size="{FONT}" role="img" xml:lang="{lang}">',
        f"<title>{_text(head or word['title'])}</title>",
        f"<desc>{_text(facts)}</desc>",
        _markers(),
        f'<rect width="{WIDTH}" height="{total}" fill="#fff"/>',
        f'<text x="16" y="28" font-size="18" fill="#222">{_text(head)}</text>' if head else "",
        f'<g transform="translate(0 {top})">',
        '<g fill="none">',
        *_lines(among, places, radii, names, lang),
        '</g><g stroke="#fff">',
        *(_shape(palette.shape(str(nodes[node]["type"])), places[node], radii[node], nodes[node]) for node in names),
        '</g><g fill="#222" text-anchor="middle" stroke="#fff" stroke-width="3" paint-order="stroke" '
        'stroke-linejoin="round">',
        *_labels(names, places, radii),
        "</g></g>",
        _legend(among, total, facts, word),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _text(text: str) -> str:
    """The text as XML takes it."""
    return escape(records.clean(text))


def _shown(edges: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The edges that views show, between two nodes, without ways back of symmetric ones; the strongest first."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for edge in edges:
        if edge["status"] not in HIDDEN and edge["source"] != edge["target"]:
            turned = not edge["directed"] and edge["target"] < edge["source"]
            low, high = ("target", "source") if turned else ("source", "target")
            found.setdefault((edge[low], edge[high], edge["key"]), edge)
    return sorted(found.values(), key=lambda edge: (-edge["weight"], -edge["articles"], edge["id"]))


def _places(nodes: Mapping[str, dict[str, Any]], edges: Iterable[dict[str, Any]]) -> tuple[dict[str, Point], int]:
    """Where the nodes of the edges are drawn, and how high that is."""
    drawn = nx.MultiDiGraph()
    for edge in edges:
        for end in (edge["source"], edge["target"]):
            drawn.add_node(end, label=nodes[end]["label"], label_fr=nodes[end]["label_fr"])
        names = ("quad", "status", "weight")
        drawn.add_edge(edge["source"], edge["target"], edge["key"], **{name: edge[name] for name in names})
    places = layout.positions(drawn)
    if not places:
        return {}, 0
    left, right = min(x for x, _ in places.values()), max(x for x, _ in places.values())
    upper, lower = min(y for _, y in places.values()), max(y for _, y in places.values())
    across = min((WIDTH - 2 * MARGIN) / max(right - left, 1), 1.6)
    down = min(across, 900 / max(lower - upper, 1))
    middle = (WIDTH - (right - left) * across) / 2
    found = {node: (middle + (x - left) * across, 36 + (y - upper) * down) for node, (x, y) in places.items()}
    return found, round(36 + (lower - upper) * down + 44)


def _markers() -> str:
    """An arrow's head per quad class."""
    heads = "".join(
        f'<marker id="a{number}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'markerUnits="userSpaceOnUse" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{palette.quad_colour(quad)}"/></marker>'
        for number, quad in enumerate(palette.QUADS)
    )
    return f"<defs>{heads}</defs>"


def _lines(
    edges: list[dict[str, Any]],
    places: Mapping[str, Point],
    radii: Mapping[str, float],
    names: Mapping[str, str],
    lang: str,
) -> list[str]:
    """The edges, those of one pair fanned out; the strongest are drawn last, on top."""
    pairs: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in edges:
        pairs[min(edge["source"], edge["target"]), max(edge["source"], edge["target"])].append(edge["id"])
    numbers = list(palette.QUADS)
    found = []
    for edge in reversed(edges):
        low, high = min(edge["source"], edge["target"]), max(edge["source"], edge["target"])
        group = pairs[low, high]
        bend = (group.index(edge["id"]) - (len(group) - 1) / 2) * min(16, 90 / len(group))
        path = _path(edge, places, radii, bend if edge["source"] == low else -bend)
        quad = edge["quad"] if edge["quad"] in palette.QUADS else "structural"
        dashes = palette.DASHES.get(edge["status"])
        hint = (
            f"{names[edge['source']]} – {evidence.short(label(edge, edge['key'], lang), 40)} – {names[edge['target']]}"
        )
        found.append(
            f'<path d="{path}" stroke="{palette.quad_colour(quad)}" '
            f'stroke-width="{min(1.2 + 0.7 * math.log2(1 + edge["weight"]), 4):.1f}"'
            + (f' stroke-dasharray="{dashes[0]} {dashes[1]}"' if dashes else "")
            + (f' marker-end="url(#a{numbers.index(quad)})"' if edge["directed"] else "")
            + f"><title>{_text(hint)}</title></path>"
        )
    return found


def _path(edge: Mapping[str, Any], places: Mapping[str, Point], radii: Mapping[str, float], bend: float) -> str:
    """A curve from the rim of one node to that of the other."""
    (x1, y1), (x2, y2) = places[edge["source"]], places[edge["target"]]
    far = math.hypot(x2 - x1, y2 - y1) or 1.0
    cx, cy = (x1 + x2) / 2 + 2 * bend * (y2 - y1) / far, (y1 + y2) / 2 - 2 * bend * (x2 - x1) / far
    starts = _toward((x1, y1), (cx, cy), radii[edge["source"]])
    ends = _toward((x2, y2), (cx, cy), radii[edge["target"]] + 3)
    curve = f"Q{cx:.0f} {cy:.0f} " if bend else "L"
    return f"M{starts[0]:.0f} {starts[1]:.0f}{curve}{ends[0]:.0f} {ends[1]:.0f}"


def _toward(point: Point, other: Point, length: float) -> Point:
    far = math.hypot(other[0] - point[0], other[1] - point[1]) or 1.0
    return point[0] + (other[0] - point[0]) / far * length, point[1] + (other[1] - point[1]) / far * length


def _shape(shape: str, place: Point, radius: float, data: Mapping[str, Any]) -> str:
    (x, y), r, colour = place, radius, palette.type_colour(str(data["type"]))
    if shape == "square":
        return f'<rect x="{x - r:.0f}" y="{y - r:.0f}" width="{2 * r:.0f}" height="{2 * r:.0f}" fill="{colour}"/>'
    if shape in ("triangle", "diamond"):
        low = f"L{x + r:.0f} {y + r:.0f}L{x - r:.0f} {y + r:.0f}"
        rhomb = f"L{x + r:.0f} {y:.0f}L{x:.0f} {y + r:.0f}L{x - r:.0f} {y:.0f}"
        return f'<path d="M{x:.0f} {y - r:.0f}{low if shape == "triangle" else rhomb}z" fill="{colour}"/>'
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}" fill="{colour}"/>'


def _labels(names: Mapping[str, str], places: Mapping[str, Point], radii: Mapping[str, float]) -> list[str]:
    """The names below their nodes, or above or beside them where another name or node is; the largest choose first."""
    taken: dict[str, Box] = {
        node: (places[node][0] - r, places[node][1] - r, places[node][0] + r, places[node][1] + r)
        for node, r in radii.items()
    }
    found = {}
    for node in sorted(names, key=lambda node: (-radii[node], node)):
        (x, y), r, half = places[node], radii[node], 0.29 * FONT * len(names[node]) + 3
        spots = ((x, y + r + FONT), (x, y - r - 5), (x + r + half + 2, y + 4), (x - r - half - 2, y + 4))
        inside = [spot for spot in spots if half <= spot[0] <= WIDTH - half and spot[1] > FONT] or spots[:1]
        boxes = [(cx - half, cy - FONT + 1, cx + half, cy + 3) for cx, cy in inside]
        covered = [sum(_overlap(box, other) for key, other in taken.items() if key != node) for box in boxes]
        best = covered.index(min(covered))
        taken[f"{node}\n"] = boxes[best]
        cx, cy = inside[best]
        found[node] = f'<text x="{cx:.0f}" y="{cy:.0f}">{_text(names[node])}</text>'
    return [found[node] for node in names]


def _overlap(a: Box, b: Box) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _legend(edges: Iterable[dict[str, Any]], height: int, facts: str, word: Mapping[str, str]) -> str:
    """What the colours and dashes that occur mean, and what the picture is of."""
    edges = list(edges)
    quads = [quad for quad in palette.QUADS if any(edge["quad"] == quad for edge in edges)]
    statuses = [status for status in palette.DASHES if any(edge["status"] == status for edge in edges)]
    rows = [(word[quad], palette.quad_colour(quad), "") for quad in quads]
    rows += [
        (word[status], "#444", f' stroke-dasharray="{palette.DASHES[status][0]} {palette.DASHES[status][1]}"')
        for status in statuses
    ]
    x, y, found = 16, 0, []
    for text, colour, dashes in rows:
        width = 48 + round(6.4 * len(text))
        if x + width > WIDTH:
            x, y = 16, y + 20
        found.append((x, y, text, colour, dashes))
        x += width
    top = height - 32 - y
    parts = [
        f'<path d="M{x} {top + y - 4}h22" stroke="{colour}" stroke-width="3"{dashes}/>'
        f'<text x="{x + 28}" y="{top + y}">{_text(text)}</text>'
        for x, y, text, colour, dashes in found
    ]
    parts.append(f'<text x="16" y="{height - 9}">{_text(facts)}</text>')
    return f'<g font-size="12" fill="#444">{"".join(parts)}</g>'
