"""Distances of two states on one scale, and differences of distances, with intervals.

Both are built from the arms of the intervals that go in, as if the estimates were independent
(Zou & Donner 2008, Statistics in Medicine 27:1693-1702). What that assumes, and errs on:

* two states on one scale: errors of shared items make states near each other surer than stated;
* one pair on two issues: a text that is on both counts twice, and errors of it cancel; intervals
  of the difference are then wider than need be;
* one pair in two years: a state's errors in near years go together, with the same effect.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """Estimates with the ends of their intervals, arrays of one shape, in units of the scale."""

    value: Floats
    lo: Floats
    hi: Floats


def difference(first: Interval, second: Interval) -> Interval:
    """Return first less second; the interval has the coverage of those that go in."""
    value = first.value - second.value
    below = np.hypot(first.value - first.lo, second.hi - second.value)
    above = np.hypot(first.hi - first.value, second.value - second.lo)
    return Interval(value, value - below, value + above)


def distance(first: Interval, second: Interval) -> Interval:
    """Return how far apart two states are on one scale, at least 0.

    Where it is in doubt which of the two stands higher, the lower end is 0: the interval then
    covers at least what it says. The value is biased upwards near 0.
    """
    raw = difference(first, second)
    lo = np.maximum(np.maximum(raw.lo, -raw.hi), 0.0)
    return Interval(np.abs(raw.value), lo, np.maximum(np.abs(raw.lo), np.abs(raw.hi)))


def change(first: tuple[Interval, Interval], second: tuple[Interval, Interval]) -> Interval:
    """Return by how much the distance of two states is greater in `first` than in `second`.

    Parameters
    ----------
    first, second : (Interval, Interval)
        The two states on one issue, and on another; or in one year, and in another. Both must
        be on one metric: scales of one atlas are.
    """
    return difference(distance(*first), distance(*second))
