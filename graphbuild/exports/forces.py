"""Points that push and pull each other until what belongs together lies together and nothing covers anything."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
Link = tuple[int, int, float]

SPACE = 100.0
"""The wished length of an edge, in pixels."""
SEED = 20220224


def spring(count: int, links: Sequence[Link], ratio: float, begin: Points | None = None) -> Points:
    """Fruchterman and Reingold's springs; links below zero push. ``begin`` are places to start from."""
    points = _spiral(count) if begin is None else begin
    x, y = points[:, 0].copy(), points[:, 1].copy()
    pulls = np.zeros((count, count), dtype=np.float32)
    for a, b, pull in links:
        pulls[a, b] = pulls[b, a] = pull / SPACE
    mass = np.sqrt(1 + (pulls != 0).sum(axis=1, dtype=np.float32) * np.float32(0.25))
    push = np.outer(mass, mass) * np.float32(SPACE**2) * np.where(pulls < 0, np.float32(2.5), np.float32(1))
    np.abs(pulls, out=pulls)
    steps = 300 if count <= 150 else 160 if count <= 400 else 80
    gravity = np.float32(0.012 * math.sqrt(count) + 0.02) * mass
    for step in range(steps):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        square = dx * dx
        square += dy * dy
        np.maximum(square, 25.0, out=square)
        force = push / square
        force -= pulls * np.sqrt(square)
        force_x = (force * dx).sum(axis=1) - gravity * x / np.float32(math.sqrt(ratio))
        force_y = (force * dy).sum(axis=1) - gravity * y * np.float32(math.sqrt(ratio))
        length = np.maximum(np.hypot(force_x, force_y), np.float32(1e-6))
        heat = np.float32(SPACE * (0.3 if begin is not None else 1.5) * (1 - step / steps) ** 1.5 + 1)
        scale = np.minimum(length, heat) / length
        x, y = x + force_x * scale, y + force_y * scale
    return np.stack([x, y], axis=1)


def _spiral(count: int) -> Points:
    """Places to start from: the first in the middle, the last outside."""
    angle = np.arange(count, dtype=np.float32) * np.float32(math.pi * (3 - math.sqrt(5)))
    jitter = np.random.default_rng(SEED).uniform(0.9, 1.1, count).astype(np.float32)
    radius = np.float32(SPACE * 0.6) * np.sqrt(np.arange(count, dtype=np.float32) + np.float32(0.5)) * jitter
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).astype(np.float32)


def even(points: Points, size: tuple[float, float], share: float) -> Points:
    """The points, which lie in a round cloud, drawn towards filling a rectangle evenly.

    Directions from the middle stay: crowds get room, empty regions lose it, and the corners are used.
    """
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    half = np.maximum((points.max(axis=0) - points.min(axis=0)) / 2, np.float32(1))
    disc = (points - middle) / half
    distance = np.hypot(disc[:, 0], disc[:, 1])
    ranks = np.empty(len(disc), dtype=np.float32)
    ranks[np.argsort(distance, kind="stable")] = np.arange(len(disc), dtype=np.float32)
    wished = np.sqrt((ranks + np.float32(0.5)) / np.float32(len(disc)))
    wished = wished * np.float32(share) + np.minimum(distance, 1) * np.float32(1 - share)
    disc *= (wished / np.maximum(distance, np.float32(1e-6)))[:, None]
    u, v = disc[:, 0], disc[:, 1]
    root, bend = np.float32(2 * math.sqrt(2)), u * u - v * v
    x = (np.sqrt(np.maximum(2 + bend + root * u, 0)) - np.sqrt(np.maximum(2 + bend - root * u, 0))) / 2
    y = (np.sqrt(np.maximum(2 - bend + root * v, 0)) - np.sqrt(np.maximum(2 - bend - root * v, 0))) / 2
    square = np.stack([x, y], axis=1)  # the disc as a square, circles as rounded squares
    mixed = square * np.float32(share) + disc * np.float32(1 - share)
    spread: Points = (mixed * np.array([size[0] / 2, size[1] / 2])).astype(np.float32)
    return spread


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
        np.add.at(points, second, move)
        np.add.at(points, first, -move)
    return points


def _along_axis(delta: Points, room: Points) -> Points:
    """Half of what boxes overlap, in the direction in which they overlap less: nothing is left on top of another."""
    overlap = room - np.abs(delta)
    across = overlap[:, 0] < overlap[:, 1]
    sign = np.where(delta >= 0, np.float32(0.5), np.float32(-0.5))
    move = np.where(np.stack([across, ~across], axis=1), overlap * sign, np.float32(0))
    moved: Points = np.where((overlap > 0.5).all(axis=1, keepdims=True), move, np.float32(0))
    return moved


def _along_line(delta: Points, room: Points) -> Points:
    """What ellipses overlap, along the line between their middles: crowds spread evenly, not in rows and columns."""
    scaled = delta / room
    length = np.maximum(np.hypot(scaled[:, 0], scaled[:, 1]), np.float32(0.01))
    lack = np.maximum(np.float32(1.05) - length, np.float32(0)) / length
    moved: Points = delta * lack[:, None] * np.float32(0.3)
    return moved


def clear(points: Points, sizes: Points, ends: NDArray[np.intp], gap_wished: float) -> Points:
    """Moves nodes off the straight lines between others, without letting boxes cover each other again."""
    node = np.arange(len(points))[:, None]
    own = (node == ends[None, :, 0]) | (node == ends[None, :, 1])
    for _ in range(60):
        a, b = points[ends[:, 0]], points[ends[:, 1]]
        along = b - a
        length = np.maximum((along * along).sum(axis=1), np.float32(1))
        middle = points + np.array([0, 5], dtype=np.float32)  # of node and label together
        share = ((middle[:, None] - a[None]) * along[None]).sum(axis=2) / length
        gap = middle[:, None] - (a[None] + np.clip(share, 0, 1)[..., None] * along[None])
        distance = np.sqrt((gap * gap).sum(axis=2))
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.sqrt(length)[:, None]
        way = np.where((distance > 1)[..., None], gap / np.maximum(distance, 1)[..., None], across[None])
        lack = np.where(own, 0, np.maximum(np.float32(gap_wished) - distance, 0)).astype(np.float32)
        if not lack.any():
            break
        points = points + (way * lack[..., None]).sum(axis=1) * np.float32(0.5)
        points = apart(points, sizes, rounds=10, exact=True)
    return points


def _close(points: Points, sizes: Points) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of boxes that may touch: neighbours in the order of x."""
    order = np.argsort(points[:, 0], kind="stable")
    x, reach = points[order, 0], 2 * float(sizes[:, 0].max())
    ends = np.searchsorted(x, x + np.float32(reach), side="right")
    counts = ends - np.arange(len(x)) - 1
    first = np.repeat(np.arange(len(x)), counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[first], order[second]
