"""Rings of points on a plane: how large one is, where its middle lies, and what lies inside.

A ring may name its first point again at its end, or not.
"""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def area(points: Sequence[Point]) -> float:
    """Return the area of a ring; a hole turns the other way, and its sign is the other."""
    return sum(_crosses(points)) / 2


def middle(points: Sequence[Point]) -> Point:
    """Return the middle of a ring: where it would balance."""
    crosses = _crosses(points)
    whole = sum(crosses)
    if not whole:
        return points[0]
    pairs = list(zip(points, [*points[1:], points[0]], strict=True))
    x, y = (sum((a[k] + b[k]) * c for (a, b), c in zip(pairs, crosses, strict=True))
            for k in (0, 1))  # fmt: skip
    return x / (3 * whole), y / (3 * whole)


def inside(points: Sequence[Point], place: Point) -> bool:
    """Whether a place lies inside a ring."""
    odd = False
    for a, b in zip(points, [*points[1:], points[0]], strict=True):
        if (a[1] > place[1]) != (b[1] > place[1]):
            share = (place[1] - a[1]) / (b[1] - a[1])
            odd ^= place[0] < a[0] + share * (b[0] - a[0])
    return odd


def _crosses(points: Sequence[Point]) -> list[float]:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return [x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs]
