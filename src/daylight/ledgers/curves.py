"""Curves from the raw value of an item to points, and how the two directions become one.

A curve takes raw values of one direction and returns points between 0 and the item's maximum. All
are monotone: more of the raw value never moves the points the other way. NaN, which stands for
what is not known, stays NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Curve = Callable[[Floats], Floats]
TOP = 100.0
"""Most points of a ledger."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A curve with its description for people.

    Attributes
    ----------
    points : callable
        From raw values to points.
    says : str
        The curve in words.
    falling : bool
        Whether a higher raw value gives fewer points.
    """

    points: Curve
    says: str
    falling: bool = False


def linear(zero: float, full: float, maximum: float, says: str = "") -> Shape:
    """Return points that go straight from 0 at `zero` to `maximum` at `full`, and stop there."""
    slope = maximum / (full - zero)
    return Shape(
        lambda raw: np.clip((raw - zero) * slope, 0.0, maximum),
        says or f"{zero:g} = 0, {full:g} = {maximum:g}, straight between",
        falling=full < zero,
    )


def logarithmic(zero: float, full: float, maximum: float, says: str) -> Shape:
    """Return points that go straight in the logarithm, from 0 at `zero` to `maximum` at `full`."""
    line, span = linear(0.0, 1.0, maximum).points, np.log(full / zero)
    return Shape(lambda raw: line(np.log(np.maximum(raw, zero) / zero) / span), says)


def rooted(zero: float, full: float, maximum: float, says: str) -> Shape:
    """Return points that go straight in the square root, from `zero` to `full` of the root."""
    line = linear(zero, full, maximum).points
    return Shape(lambda raw: line(np.sqrt(np.maximum(raw, 0.0))), says)


def steps(levels: Mapping[float, float], says: str) -> Shape:
    """Return the points of the highest level that the raw value reaches, 0 below all."""
    reached = np.array(sorted(levels))
    values = np.array([0.0, *(levels[level] for level in sorted(levels))])

    def points(raw: Floats) -> Floats:
        found: Floats = values[np.searchsorted(reached, raw, side="right")]
        return np.where(np.isnan(raw), np.nan, found)

    return Shape(points, says)


Join = Callable[[Floats, Floats], Floats]


def higher(forth: Floats, back: Floats) -> Floats:
    """Return the points of the higher direction."""
    return np.fmax(forth, back)


def both_ways(bonus: float) -> Join:
    """Return the higher direction, and `bonus` more where both have points."""

    def join(forth: Floats, back: Floats) -> Floats:
        return np.fmax(forth, back) + bonus * ((forth > 0) & (back > 0))

    return join


def with_part(part: float) -> Join:
    """Return the higher direction and `part` of the lower one, at most :data:`TOP`."""

    def join(forth: Floats, back: Floats) -> Floats:
        lower = np.minimum(np.nan_to_num(forth), np.nan_to_num(back))
        return np.minimum(np.fmax(forth, back) + part * lower, TOP)

    return join


def added(forth: Floats, back: Floats) -> Floats:
    """Return the sum of what is known of both directions; NaN where neither is."""
    known = ~(np.isnan(forth) & np.isnan(back))
    return np.where(known, np.nan_to_num(forth) + np.nan_to_num(back), np.nan)
