"""Two actors: what passes between them over time, and how cooperation and conflict balance between all pairs.

What is counted are independent articles, each once per quad class: a near copy adds nothing. Structural relations
(membership, alliance, office …) are neither cooperation nor conflict and do not count; nor does what is denied.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import networkx as nx

from graphbuild import edges, figures, frames, lookup, periods, rollup, views
from graphbuild.exports import evidence, notebook
from graphbuild.exports.words import label, language, words
from graphbuild.model import Polarity, Statement

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")

LONG = 40
"""Of a longer timeline, the table in a notebook leaves out the periods without anything."""

Names = Mapping[str, tuple[str, str]]
"""Node → its label in English and French."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Independent articles by quad class."""

    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int

    @property
    def volume(self) -> int:
        """All of them."""
        return self.cooperation + self.conflict

    @property
    def cooperation(self) -> int:
        return self.verbal_cooperation + self.material_cooperation

    @property
    def conflict(self) -> int:
        return self.verbal_conflict + self.material_conflict

    @property
    def net(self) -> float | None:
        """From -1 (all conflict) to 1 (all cooperation); None where nothing was counted."""
        return (self.cooperation - self.conflict) / self.volume if self.volume else None


@dataclass(frozen=True, slots=True)
class Period:
    """What passed between two actors from a day to a day."""

    start: dt.date
    end: dt.date
    counts: Counts


@dataclass(frozen=True, slots=True)
class Dyad:
    """What passed between two actors in all; ``a`` and ``b`` are node ids in alphabetical order."""

    a: str
    b: str
    counts: Counts


class Timeline(list[Period]):
    """Periods without a gap, the first first; a list that shows itself in notebooks."""

    def __init__(
        self, rows: Iterable[Period], pair: tuple[str, str], names: Names, every: str, undated: int, lang: str
    ) -> None:
        super().__init__(rows)
        self.pair, self.names, self.lang = pair, names, lang
        self.every = every
        """``day``, ``week``, ``month`` or ``year``."""
        self.undated = undated
        """Statements that are in no period: without a date, or with one that is longer than a period."""

    def plot(self, ax: Any = None, lang: str | None = None) -> Any:
        """Cooperation upwards, conflict downwards, as the Axes of a matplotlib figure.

        Raises:
            MissingLibrary: matplotlib is not installed.
        """
        return figures.plot_timeline(self, _named(self.pair, self.names, lang or self.lang), ax, lang or self.lang)

    def to_pandas(self) -> Any:
        """A DataFrame with a row per period. Raises ``MissingLibrary`` without pandas."""
        rows = [{"start": p.start.isoformat(), "end": p.end.isoformat(), **_counts(p.counts)} for p in self]
        return frames.frame(rows, ("start", "end", *_COLUMNS))

    def __repr__(self) -> str:
        return f"<Timeline: {' – '.join(self.pair)}, periods of a {self.every}: {len(self)}>"

    def _repr_html_(self) -> str:
        word = words(self.lang)
        ends = (evidence.short(name, 60) for name in _named(self.pair, self.names, self.lang))
        title = f"{' – '.join(ends)} ({word['independent_articles']})"
        titles = (word[self.every], *(word[quad.replace("_", " ")] for quad in QUADS))
        shown = self if len(self) <= LONG else [p for p in self if p.counts.volume][:LONG]
        rows = [[periods.name(p.start, self.every), *_cells(p.counts)] for p in shown]
        notes = [*_more(len(self) - len(rows), word), *([f"{self.undated} {word['unplaced']}"] if self.undated else ())]
        table = notebook.table(titles, rows, word["nothing_counted"])
        return notebook.note(title) + table + notebook.note("; ".join(notes))


class Balance(list[Dyad]):
    """Pairs of actors, those with most articles first; a list that shows itself in notebooks."""

    def __init__(self, rows: Iterable[Dyad], names: Names, lang: str) -> None:
        super().__init__(rows)
        self.names, self.lang = names, lang

    def plot(self, top: int = 15, ax: Any = None, lang: str | None = None) -> Any:
        """Cooperation to the right, conflict to the left, of the first pairs, as the Axes of a matplotlib figure.

        Raises:
            MissingLibrary: matplotlib is not installed.
        """
        lang = lang or self.lang
        rows = [(" – ".join(_named((d.a, d.b), self.names, lang)), d.counts) for d in self[:top]]
        return figures.plot_balance(rows, ax, lang)

    def to_pandas(self, lang: str | None = None) -> Any:
        """A DataFrame with a row per pair. Raises ``MissingLibrary`` without pandas."""
        rows = []
        for d in self:
            a, b = _named((d.a, d.b), self.names, lang or self.lang)
            rows.append({"a": d.a, "b": d.b, "a_label": a, "b_label": b, **_counts(d.counts)})
        return frames.frame(rows, ("a", "b", "a_label", "b_label", *_COLUMNS))

    def __repr__(self) -> str:
        return f"<Balance: {len(self)} pair{'' if len(self) == 1 else 's'}>"

    def _repr_html_(self) -> str:
        word = words(self.lang)
        titles = ("", *(word[quad.replace("_", " ")] for quad in QUADS), word["net"])
        rows = [
            [notebook.text(" – ".join(_named((d.a, d.b), self.names, self.lang)), 80), *_cells(d.counts), _net(d)]
            for d in self[: notebook.ROWS]
        ]
        notes = [word["independent_articles"], *_more(len(self) - len(rows), word)]
        return notebook.table(titles, rows, word["nothing_counted"]) + notebook.note("; ".join(notes))


def timeline(
    graph: nx.MultiDiGraph,
    a: str,
    b: str,
    every: str | None = None,
    *,
    asserted_only: bool = True,
    rolled_up: bool = False,
) -> Timeline:
    """What passes between two actors, in either direction, per period.

    A statement is in the period of its date, or of its article's where the text gives none. One that is dated no closer
    than a period (« en 2014 », in months) is in none, and counted in ``undated``.

    Args:
        graph: The graph.
        a: An actor: id, label or alias.
        b: Another.
        every: ``day``, ``week``, ``month`` or ``year``; by default what suits the time from first to last.
        asserted_only: Count only what is asserted; else also what is planned, possible, requested or hypothetical.
        rolled_up: Count what officials and places do as done by their country.

    Raises:
        QueryError: An actor is not in the graph, or ``every`` is no period.
    """
    graph = rollup.rolled_up(graph) if rolled_up else graph
    pair = lookup.actor(graph, a), lookup.actor(graph, b)
    articles = graph.graph.get("articles", {})
    counted = [s for s in _counted(graph, asserted_only) if {s.source, s.target} == set(pair)]
    dated = [(s, days) for s in counted if (days := edges.interval(s, articles))]
    if every is None:
        exact = [day for _, (first, last) in dated for day in (first, last)]
        every = periods.unit(min(exact), max(exact)) if exact else "month"
    periods.around(dt.date.min, every)  # refuses what is no period, even where there is nothing to count
    placed: defaultdict[tuple[dt.date, dt.date], list[Statement]] = defaultdict(list)
    for s, (first, last) in dated:
        period = periods.around(first, every)
        if last <= period[1]:
            placed[period].append(s)
    whole = periods.each(min(placed)[0], max(placed)[0], every) if placed else ()
    rows = [Period(*days, _count(placed.get(days, ()), graph)) for days in whole]
    left = len(counted) - sum(map(len, placed.values()))
    return Timeline(rows, pair, _labels(graph, pair), every, left, language(graph))


def balance(graph: nx.MultiDiGraph, *, asserted_only: bool = True, rolled_up: bool = False) -> Balance:
    """Cooperation and conflict between any two actors between whom something counts.

    Args:
        graph: The graph.
        asserted_only: Count only what is asserted; else also what is planned, possible, requested or hypothetical.
        rolled_up: Count what officials and places do as done by their country.
    """
    graph = rollup.rolled_up(graph) if rolled_up else graph
    groups: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in _counted(graph, asserted_only):
        if s.source != s.target:
            groups[min(s.source, s.target), max(s.source, s.target)].append(s)
    rows = [Dyad(a, b, _count(group, graph)) for (a, b), group in groups.items()]
    rows.sort(key=lambda dyad: (-dyad.counts.volume, dyad.a, dyad.b))
    return Balance(rows, _labels(graph, {end for pair in groups for end in pair}), language(graph))


_COLUMNS = (*QUADS, "volume", "net")


def _counted(graph: nx.MultiDiGraph, asserted_only: bool) -> list[Statement]:
    known = graph.graph.get("relations", {})
    return [
        s
        for s in edges.statements(graph)
        if known[s.relation].quad.replace(" ", "_") in QUADS
        and (views.asserts(s) if asserted_only else s.polarity == Polarity.POSITIVE)
    ]


def _count(statements: Iterable[Statement], graph: nx.MultiDiGraph) -> Counts:
    known, articles = graph.graph["relations"], graph.graph.get("articles", {})
    found: dict[str, set[str]] = {quad: set() for quad in QUADS}
    for s in statements:
        found[known[s.relation].quad.replace(" ", "_")].add(edges.origin(s, articles))
    return Counts(**{quad: len(origins) for quad, origins in found.items()})


def _labels(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> Names:
    return {node: (label(graph.nodes[node], node, "en"), label(graph.nodes[node], node, "fr")) for node in nodes}


def _named(nodes: Iterable[str], names: Names, lang: str) -> tuple[str, ...]:
    return tuple(names[node][lang == "fr"] for node in nodes)


def _counts(counts: Counts) -> dict[str, Any]:
    return {**asdict(counts), "volume": counts.volume, "net": counts.net}


def _cells(counts: Counts) -> list[str]:
    return [str(getattr(counts, quad) or "") for quad in QUADS]


def _more(number: int, word: Mapping[str, str]) -> list[str]:
    return [word["more_rows"].format(n=number)] if number > 0 else []


def _net(dyad: Dyad) -> str:
    return f"{dyad.counts.net:+.2f}" if dyad.counts.net else "0.00"
