"""Paths of the map: their points, and the largest of several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from daylight.stats.rings import Point, area

TENTHS = 10
"""Paths are in tenths of the unit of a map."""
_NUMBER = re.compile(r"-?\d+")


def corners(path: str) -> list[Point]:
    """Return the points of a path ``M x y l dx dy ... z`` in units of the map."""
    numbers = [int(n) for n in _NUMBER.findall(path)]
    x, y = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return [(a / TENTHS, b / TENTHS) for a, b in zip(x, y, strict=True)]


def largest(paths: Iterable[str]) -> list[Point]:
    """Return the points of the largest ring."""
    return max(map(corners, paths), key=lambda points: abs(area(points)))
