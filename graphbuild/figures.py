"""Cooperation against conflict as matplotlib figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Protocol

from graphbuild.exports import evidence, palette
from graphbuild.exports.words import words
from graphbuild.extras import library

ABOVE = ("material cooperation", "verbal cooperation")
BELOW = ("material conflict", "verbal conflict")


class Counted(Protocol):
    """A stretch of time and the independent articles of each quad class in it."""

    @property
    def start(self) -> dt.date: ...
    @property
    def end(self) -> dt.date: ...
    @property
    def counts(self) -> Any: ...


def plot_timeline(periods: Sequence[Counted], pair: Sequence[str], ax: Any = None, lang: str = "en") -> Any:
    """Cooperation above the line, conflict below it, along the calendar; gives the Axes, new ones if none are given.

    Raises:
        MissingLibrary: matplotlib is not installed.
    """
    ax = ax or _axes(8, 3.5)
    starts = [period.start for period in periods]
    widths = [period.end - period.start + dt.timedelta(days=0.9) for period in periods]
    for quad, heights, bottoms in _stacked([period.counts for period in periods]):
        ax.bar(starts, heights, widths, bottoms, align="edge", color=palette.quad_colour(quad), label=words(lang)[quad])
    ax.axhline(0, color="#444", linewidth=0.8)
    ax.set_ylabel(words(lang)["independent_articles"])
    _whole(ax.yaxis)
    if starts:
        ax.xaxis_date()
        ax.figure.autofmt_xdate()
    _finish(ax, _title(pair), lang)
    return ax


def plot_balance(rows: Sequence[tuple[str, Any]], ax: Any = None, lang: str = "en") -> Any:
    """A bar per pair, conflict to the left and cooperation to the right; gives the Axes, new ones if none are given.

    Raises:
        MissingLibrary: matplotlib is not installed.
    """
    ax = ax or _axes(8, 1.4 + 0.3 * len(rows))
    places = range(len(rows))
    for quad, widths, lefts in _stacked([counts for _, counts in rows]):
        ax.barh(places, widths, 0.75, lefts, color=palette.quad_colour(quad), label=words(lang)[quad])
    ax.axvline(0, color="#444", linewidth=0.8)
    ax.set_yticks(places, [evidence.short(name, 48) for name, _ in rows], parse_math=False)
    ax.invert_yaxis()
    ax.set_xlabel(words(lang)["independent_articles"])
    _whole(ax.xaxis)
    _finish(ax, "", lang)
    return ax


def _axes(width: float, height: float) -> Any:
    _, ax = library("matplotlib.pyplot").subplots(figsize=(width, height), layout="constrained")
    return ax


def _stacked(counts: Sequence[Any]) -> list[tuple[str, list[int], list[int]]]:
    """Quad class, lengths of its bars and where they begin: what is material lies at the line."""
    found = []
    for sign, quads in ((1, ABOVE), (-1, BELOW)):
        begins = [0] * len(counts)
        for quad in quads:
            lengths = [sign * getattr(each, quad.replace(" ", "_")) for each in counts]
            found.append((quad, lengths, begins))
            begins = [begin + length for begin, length in zip(begins, lengths, strict=True)]
    return found


def _whole(axis: Any) -> None:
    """Counts on an axis: whole numbers, on both sides of zero without a sign."""
    ticker = library("matplotlib.ticker")
    axis.set_major_locator(ticker.MaxNLocator(integer=True, min_n_ticks=1))
    axis.set_major_formatter(ticker.FuncFormatter(lambda value, _: f"{abs(value):.0f}"))


def _title(pair: Sequence[str]) -> str:
    return " – ".join(evidence.short(name, 40) for name in pair)


def _finish(ax: Any, title: str, lang: str) -> None:
    ax.legend(fontsize=8, frameon=False, ncols=4, loc="lower left", bbox_to_anchor=(0, 1), borderaxespad=0)
    ax.set_title(title, loc="left", pad=22, parse_math=False)
    ax.set_title(words(lang)["caution"], loc="right", pad=22, fontsize=8, color="#555")
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
