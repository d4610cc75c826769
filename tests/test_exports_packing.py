"""Packing: nothing covers anything, and little is left empty."""

import itertools

import pytest

from graphbuild.exports import packing


def overlap(one, other):
    (ax, ay, aw, ah), (bx, by, bw, bh) = one, other
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah


@pytest.mark.parametrize("main", [(900, 600), (600, 900), (1000, 300)])
def test_boxes_lie_beside_each_other_inside_the_whole(main):
    sizes = [(120 + 7 * i % 50, 40 + 11 * i % 30) for i in range(23)]
    corners, (wide, high) = packing.around(main, sizes, 1.5)
    boxes = [(0, 0, *main), *((x, y, w, h) for (x, y), (w, h) in zip(corners, sizes, strict=True))]
    assert not any(overlap(a, b) for a, b in itertools.combinations(boxes, 2))
    assert all(x >= 0 and y >= 0 and x + w <= wide and y + h <= high for x, y, w, h in boxes)
    assert sum(w * h for _, _, w, h in boxes) > 0.75 * wide * high


def test_the_band_stands_where_it_costs_less():
    (place,), _ = packing.around((1000, 400), [(100, 380)], 1.5)
    assert place == (1000, 0)
    (place,), _ = packing.around((1000, 900), [(900, 60)], 1.5)
    assert place == (0, 900)


def test_nothing_to_pack():
    assert packing.around((10, 10), [], 1.5) == ([], (10, 10))
    assert packing.shelves([], 100) == ([], (0.0, 0.0))
