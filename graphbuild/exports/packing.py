"""Setting boxes beside each other: the parts of a graph that nothing connects, and nodes that have no edge."""

from __future__ import annotations

import math
from collections.abc import Sequence

Size = tuple[float, float]
Place = tuple[float, float]


def shelves(sizes: Sequence[Size], width: float) -> tuple[list[Place], Size]:
    """Upper left corners of boxes set in rows no wider than ``width`` (but for one box alone), and what they take.

    >>> shelves([(4, 2), (3, 3), (5, 1)], 8)
    ([(3.0, 0.0), (0.0, 0.0), (0.0, 3.0)], (7.0, 4.0))
    """
    places: list[Place] = [(0.0, 0.0)] * len(sizes)
    x = y = row = widest = 0.0
    for number in sorted(range(len(sizes)), key=lambda i: (-sizes[i][1], -sizes[i][0], i)):
        wide, high = sizes[number]
        if x and x + wide > width:
            x, y, row = 0.0, y + row, 0.0
        places[number] = x, y
        x, row = x + wide, max(row, high)
        widest = max(widest, x)
    return places, (widest, y + row)


def around(main: Size, sizes: Sequence[Size], ratio: float) -> tuple[list[Place], Size]:
    """Upper left corners of small boxes below or to the right of the main one, which stands at (0, 0); and the whole.

    They are set below where that clearly leaves less room empty and comes nearer to ``ratio`` (width to height).
    """
    if not sizes:
        return [], main
    low, (wide, high) = shelves(sizes, main[0])
    below = max(main[0], wide), main[1] + high
    column = max(max(wide for wide, _ in sizes), sum(wide * high for wide, high in sizes) / main[1] * 1.15)
    far, (wide, high) = shelves(sizes, column)
    beside = main[0] + wide, max(main[1], high)
    if _cost(below, ratio) <= 0.92 * _cost(beside, ratio):
        return [(x, main[1] + y) for x, y in low], below
    return [(main[0] + x, y) for x, y in far], beside


def _cost(size: Size, ratio: float) -> float:
    """The area, more where the shape is a different one."""
    shape = size[0] / size[1] / ratio
    return size[0] * size[1] * math.sqrt(math.sqrt(max(shape, 1 / shape)))


def side(area: float, ratio: float) -> Size:
    """Width and height of an area with this ratio between them."""
    width = math.sqrt(max(area, 1.0) * ratio)
    return width, width / ratio
