"""Thinning of lines by the area that each point adds, after Visvalingam and Whyatt (1993).

A line shared by two neighbours is thinned once, so that they still share it. Libraries that
thin whole networks of borders bring a geometry engine with them; this needs a heap.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from daylight.stats.rings import Point

FEWEST_OF_A_RING = 4
"""Points of a closed line: three corners and the first again."""


def kept(line: Sequence[Point], area: float) -> list[int]:
    """Return which points of a line stay when those go that add less than an area, least first.

    Parameters
    ----------
    line : sequence of (float, float)
        Its two ends always stay, so that lines that meet there still meet.
    area : float
        Of the triangle of a point with its neighbours, in the square of the unit of the line.

    Returns
    -------
    list of int
        Places in `line`: at least one between the ends, or two where the ends are one point, so
        that a shape of such lines keeps an inside.
    """
    fewest = FEWEST_OF_A_RING if line[0] == line[-1] else 3
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    size = {i: _triangle(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)}
    heap = [(value, i) for i, value in size.items()]
    heapq.heapify(heap)
    while heap and len(size) + 2 > fewest:
        value, i = heapq.heappop(heap)
        if size.get(i) != value:
            continue  # a neighbour has gone since
        if value >= area:
            break
        del size[i]
        one, two = before[i], after[i]
        after[one], before[two] = two, one
        for k in (one, two):
            if k in size:
                # Never less than what went before it, or a bend would go before its tip.
                size[k] = max(value, _triangle(line[before[k]], line[k], line[after[k]]))
                heapq.heappush(heap, (size[k], k))
    return [0, *sorted(size), len(line) - 1]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
