"""Curves from the raw value of an item to points, and how the two directions become one.

A curve takes an expression of raw values and returns points between 0 and the item's maximum in
one direction. All are monotone: more of the raw value never moves the points the other way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

Curve = Callable[[pl.Expr], pl.Expr]
TOP = 100.0
"""Most points of a ledger."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A curve with its description for people.

    Attributes
    ----------
    points : callable
        From an expression of raw values to points; null stays null.
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
        lambda raw: ((raw - zero) * slope).clip(0.0, maximum),
        says or f"{zero:g} = 0, {full:g} = {maximum:g}, straight between",
        falling=full < zero,
    )


def logarithmic(zero: float, full: float, maximum: float, says: str) -> Shape:
    """Return points that go straight in the logarithm, from 0 at `zero` to `maximum` at `full`."""
    line = linear(0.0, 1.0, maximum).points
    span = pl.lit(full / zero).log()

    def points(raw: pl.Expr) -> pl.Expr:
        return line((raw.clip(zero) / zero).log() / span)

    return Shape(points, says)


def rooted(zero: float, full: float, maximum: float, says: str) -> Shape:
    """Return points that go straight in the square root, from `zero` to `full` of the root."""
    line = linear(zero, full, maximum).points
    return Shape(lambda raw: line(raw.clip(0.0).sqrt()), says)


def steps(levels: Mapping[float, float], says: str) -> Shape:
    """Return the points of the highest level that the raw value reaches, 0 below all."""
    rising = sorted(levels.items())

    def points(raw: pl.Expr) -> pl.Expr:
        found: pl.Expr = pl.when(raw.is_not_null()).then(0.0)
        for level, value in rising:
            found = pl.when(raw >= level).then(value).otherwise(found)
        return found

    return Shape(points, says)


Join = Callable[[pl.Expr, pl.Expr], pl.Expr]


def higher(forth: pl.Expr, back: pl.Expr) -> pl.Expr:
    """Return the points of the higher direction."""
    return pl.max_horizontal(forth, back)


def both_ways(bonus: float) -> Join:
    """Return the higher direction, and `bonus` more where both have points."""

    def join(forth: pl.Expr, back: pl.Expr) -> pl.Expr:
        more = (pl.min_horizontal(forth.fill_null(0.0), back.fill_null(0.0)) > 0).cast(pl.Float64)
        return pl.max_horizontal(forth, back) + bonus * more

    return join


def with_part(part: float) -> Join:
    """Return the higher direction and `part` of the lower one, at most :data:`TOP`."""

    def join(forth: pl.Expr, back: pl.Expr) -> pl.Expr:
        lower = pl.min_horizontal(forth.fill_null(0.0), back.fill_null(0.0))
        return (pl.max_horizontal(forth, back) + part * lower).clip(upper_bound=TOP)

    return join


def added(forth: pl.Expr, back: pl.Expr) -> pl.Expr:
    """Return the sum of what is known of both directions; null where neither is."""
    known = forth.is_not_null() | back.is_not_null()
    return pl.when(known).then(forth.fill_null(0.0) + back.fill_null(0.0))
