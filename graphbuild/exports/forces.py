"""Points that push and pull each other until what belongs together lies together and nothing covers anything.

Steps are small and follow the links smoothly, so that a few links more or less move the points little. Sums run in a
fixed order and in double precision, so that every machine comes to the same pixels.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Numbers = NDArray[np.intp]

SPACE = 100.0
"""The wished distance of linked points, in pixels."""
SALT = "b"
"""Goes before every name: one picture of many that are as good."""
BLUR = 25
"""How often places are averaged along the links before forces act."""
STEPS = 150
SOFT = 0.5
"""How near, in wished distances, points pass by each other at first instead of pushing."""
HOLD = 0.05
"""How firmly a point is held where it began, against all other forces on it."""
GRAVITY = 0.003
APART, QUARREL = 2.0, 0.4
"""Of opponents' links: the wished length, to that of others, and how strongly they keep it."""
INSIDE, OUTSIDE, BETWEEN = 1.8, 0.9, 1.6
"""How strongly links pull within a group and between groups, and how strongly points of two groups push."""


@dataclass(frozen=True)
class Links:
    """Links between points: the numbers of their ends, and how they pull; below zero, opponents."""

    first: Numbers
    second: Numbers
    pull: Points

    def sums(self, values: Points, count: int) -> Points:
        """For every point the sum of a value over its links."""
        return np.asarray(np.bincount(self.first, values, count) + np.bincount(self.second, values, count))


def links(pairs: Sequence[tuple[int, int, float]]) -> Links:
    """Links as arrays, from (point, point, pull)."""
    ends = np.array([pair[:2] for pair in pairs], dtype=np.intp).reshape(-1, 2)
    return Links(ends[:, 0], ends[:, 1], np.array([pair[2] for pair in pairs], dtype=np.float64))


def scattered(names: Sequence[str]) -> Points:
    """A place in the square from -1 to 1 for every name, by chance but the same for the name everywhere."""
    digests = [
        hashlib.blake2b((SALT + name).encode("utf-8", "surrogatepass"), digest_size=8).digest() for name in names
    ]
    halves = [(int.from_bytes(d[:4], "big"), int.from_bytes(d[4:], "big")) for d in digests]
    return np.array(halves, dtype=np.float64).reshape(-1, 2) / 2**31 - 1


def blurred(points: Points, known: Links) -> Points:
    """The points, each drawn ``BLUR`` times to the middle of those that it is linked with, and spread out again.

    Links of opponents count a third: a quarrel too is a reason to lie in the same part of the picture. As averages of
    places that do not depend on the links, the results change little with any one of them.
    """
    pull = np.where(known.pull < 0, known.pull * -0.3, known.pull)
    degree = known.sums(pull, len(points)) + 1
    for _ in range(BLUR):
        middle = np.stack(
            [
                np.bincount(known.first, pull * axis[known.second], len(axis))
                + np.bincount(known.second, pull * axis[known.first], len(axis))
                for axis in points.T
            ],
            axis=1,
        )
        points = _round(0.5 * points + 0.5 * middle / degree[:, None], degree / degree.sum())
    return points


def _round(points: Points, mass: Points) -> Points:
    """The points as a cloud around (0, 0) that is as wide as it is high, whatever direction one looks from."""
    points = points - (mass[:, None] * points).sum(axis=0)
    x, y = points.T
    a, b, c = (mass * x * x).sum() + 1e-9, (mass * x * y).sum(), (mass * y * y).sum() + 1e-9
    root = math.sqrt(max(a * c - b * b, 1e-18))  # the square root of a symmetric matrix of two rows, inverted
    scale = root * math.sqrt(a + c + 2 * root)
    return np.stack([((c + root) * x - b * y) / scale, ((a + root) * y - b * x) / scale], axis=1)


def grouped(points: Points, groups: Numbers, mass: Points, share: float) -> Points:
    """The points, drawn by ``share`` of the way to the middle of their group, as wide as before."""
    count = int(groups.max(initial=-1)) + 1
    whole = np.bincount(groups, mass, count)
    middles = np.stack([np.bincount(groups, mass * axis, count) / whole for axis in points.T], axis=1)
    drawn = points + (middles[groups] - points) * share
    drawn -= drawn.mean(axis=0)
    return np.asarray(drawn / np.maximum(np.sqrt(drawn.var(axis=0)), 1e-6))


def spring(points: Points, known: Links, groups: Numbers, mass: Points, ratio: float) -> Points:
    """Springs in the manner of Fruchterman and Reingold: links pull, all points push, points of other groups harder.

    Opponents are held at a distance. ``points`` are places to start from, about 1 wide; ``mass`` is how much room
    each takes.
    """
    count = len(points)
    points = points * SPACE * 0.5 * math.sqrt(count)
    home = points
    same = groups[known.first] == groups[known.second]
    foes = known.pull < 0
    pull = np.where(foes, QUARREL, known.pull) * np.where(same, INSIDE, OUTSIDE) / SPACE
    length = SPACE * np.where(foes, APART, np.where(same, 0.6, 1.2))
    push = np.outer(mass, mass) * SPACE * np.where(groups[:, None] == groups[None], 1.0, BETWEEN)
    weight = GRAVITY * math.sqrt(count) * mass
    held = known.sums(pull, count) + weight + 0.02
    lean = np.array([1 / math.sqrt(ratio), math.sqrt(ratio)])
    for step in range(STEPS):
        rest = 1 - step / STEPS
        across = points[:, None, :] - points[None, :, :]
        force = push / ((across * across).sum(axis=2) + (SOFT * SPACE * rest) ** 2 + 25)
        np.fill_diagonal(force, 0)
        repelled = force.sum(axis=1)
        along = points[known.first] - points[known.second]
        far = np.sqrt((along * along).sum(axis=1) + 25)
        drawn = -pull * (far - length) / far
        move = (force[:, :, None] * across).sum(axis=1) - weight[:, None] * points * lean
        for axis in (0, 1):
            move[:, axis] += np.bincount(known.first, drawn * along[:, axis], count)
            move[:, axis] -= np.bincount(known.second, drawn * along[:, axis], count)
        stiff = held + repelled
        wide = np.sqrt(points.var(axis=0) / np.maximum(home.var(axis=0), 1e-9))
        move = (move + HOLD * stiff[:, None] * (home * wide - points)) / stiff[:, None]
        size = np.maximum(np.sqrt((move * move).sum(axis=1)), 1e-9)
        points = points + move * (0.6 * np.minimum(size, SPACE * rest + 2) / size)[:, None]
    return points


def even(points: Points, size: tuple[float, float], share: float) -> Points:
    """The points, which lie in a round cloud, drawn towards filling a rectangle evenly.

    Directions from the middle stay: crowds get room, empty regions lose it, and the corners are used.
    """
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    half = np.maximum((points.max(axis=0) - points.min(axis=0)) / 2, 1)
    disc = (points - middle) / half
    distance = np.hypot(disc[:, 0], disc[:, 1])
    ranks = np.empty(len(disc))
    ranks[np.argsort(distance, kind="stable")] = np.arange(len(disc))
    wished = np.sqrt((ranks + 0.5) / len(disc))
    wished = wished * share + np.minimum(distance, 1) * (1 - share)
    disc *= (wished / np.maximum(distance, 1e-6))[:, None]
    u, v = disc[:, 0], disc[:, 1]
    root, bend = 2 * math.sqrt(2), u * u - v * v
    x = (np.sqrt(np.maximum(2 + bend + root * u, 0)) - np.sqrt(np.maximum(2 + bend - root * u, 0))) / 2
    y = (np.sqrt(np.maximum(2 - bend + root * v, 0)) - np.sqrt(np.maximum(2 - bend - root * v, 0))) / 2
    square = np.stack([x, y], axis=1)  # the disc as a square, circles as rounded squares
    mixed = square * share + disc * (1 - share)
    return np.asarray(mixed * np.array([size[0] / 2, size[1] / 2]))


def apart(points: Points, sizes: Points, rounds: int, exact: bool) -> Points:
    """Moves boxes (given as half widths and heights) until none covers another.

    Exactly: each pair along its shallower overlap. Else more gently, as a crowd spreads, without rows and columns.
    """
    points = points.copy()
    for _ in range(rounds):
        first, second = _close(points, sizes)
        if not len(first):
            break
        room = sizes[first] + sizes[second]
        move = (_along_axis if exact else _along_line)(points[second] - points[first], room)
        if not move.any():
            break
        for axis in (0, 1):
            points[:, axis] += np.bincount(second, move[:, axis], len(points))
            points[:, axis] -= np.bincount(first, move[:, axis], len(points))
    return points


def _along_axis(delta: Points, room: Points) -> Points:
    """Half of what boxes overlap, in the direction in which they overlap less: nothing is left on top of another."""
    overlap = room - np.abs(delta)
    across = overlap[:, 0] < overlap[:, 1]
    sign = np.where(delta >= 0, 0.5, -0.5)
    move = np.where(np.stack([across, ~across], axis=1), overlap * sign, 0)
    moved: Points = np.where((overlap > 0.5).all(axis=1, keepdims=True), move, 0)
    return moved


def _along_line(delta: Points, room: Points) -> Points:
    """What ellipses overlap, along the line between their middles: crowds spread evenly, not in rows and columns."""
    scaled = delta / room
    length = np.maximum(np.hypot(scaled[:, 0], scaled[:, 1]), 0.01)
    lack = np.maximum(1.05 - length, 0) / length
    moved: Points = delta * lack[:, None] * 0.3
    return moved


def clear(points: Points, sizes: Points, ends: Numbers, gap_wished: float) -> Points:
    """Moves nodes off the straight lines between others, without letting boxes cover each other again."""
    node = np.arange(len(points))[:, None]
    own = (node == ends[None, :, 0]) | (node == ends[None, :, 1])
    for _ in range(60):
        a, b = points[ends[:, 0]], points[ends[:, 1]]
        along = b - a
        length = np.maximum((along * along).sum(axis=1), 1)
        middle = points + np.array([0, 5])  # of node and label together
        share = ((middle[:, None] - a[None]) * along[None]).sum(axis=2) / length
        gap = middle[:, None] - (a[None] + np.clip(share, 0, 1)[..., None] * along[None])
        distance = np.sqrt((gap * gap).sum(axis=2))
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.sqrt(length)[:, None]
        way = np.where((distance > 1)[..., None], gap / np.maximum(distance, 1)[..., None], across[None])
        lack = np.where(own, 0, np.maximum(gap_wished - distance, 0))
        if not lack.any():
            break
        points = points + (way * lack[..., None]).sum(axis=1) * 0.5
        points = apart(points, sizes, rounds=10, exact=True)
    return points


def _close(points: Points, sizes: Points) -> tuple[Numbers, Numbers]:
    """Pairs of boxes that may touch: those in the same square of a grid or in neighbouring ones."""
    cell = 2 * sizes.max(axis=0) + 1
    column, row = np.floor((points - points.min(axis=0)) / cell).astype(np.intp).T
    width = int(row.max()) + 3
    square = column * width + row
    order = np.argsort(square, kind="stable")
    ordered = square[order]
    firsts, seconds = [], []
    for ahead in (0, 1, width - 1, width, width + 1):  # the square itself, the next below, and those of the next column
        begin = np.searchsorted(ordered, ordered + ahead, side="left")
        begin = np.maximum(begin, np.arange(len(order)) + 1) if ahead == 0 else begin
        counts = np.maximum(np.searchsorted(ordered, ordered + ahead, side="right") - begin, 0)
        first = np.repeat(np.arange(len(order)), counts)
        firsts.append(order[first])
        seconds.append(order[begin[first] + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)])
    return np.concatenate(firsts), np.concatenate(seconds)
