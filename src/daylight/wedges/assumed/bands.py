"""A value at the middle of all inputs, with the range of nine draws in ten."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import LEVEL
from daylight.wedges.assumed.records import Band, Chance

Floats = NDArray[np.float64]
TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)


def ends(draws: Floats) -> tuple[float, float]:
    """Return the ends of the range of nine draws in ten.

    Draws are taken at the middle of equal steps, so that Hazen's quantiles of a single input are
    exact. Between draws without bound nothing can be interpolated.
    """
    method: Literal["hazen", "inverted_cdf"]
    method = "hazen" if np.isfinite(draws).all() else "inverted_cdf"
    lo, hi = np.quantile(draws, TAILS, method=method)
    return float(lo), float(hi)


def band(value: Floats, draws: Floats) -> Band:
    """Return a value with its range, which always holds it; None for what has no bound."""
    lo, hi = ends(draws)
    found = (float(value), min(lo, float(value)), max(hi, float(value)))
    return Band(*(x if math.isfinite(x) else None for x in found))


def chance(value: Floats, draws: Floats) -> Chance:
    """Return a chance with its range and its mean."""
    lo, hi = ends(draws)
    middle = float(value)
    return Chance(middle, min(lo, middle), max(hi, middle), float(np.mean(draws)))
