"""The pull of a state, or of several together, on another as a quantity: band, and how known."""

from __future__ import annotations

import numpy as np

from daylight.bonds.records import Quantity
from daylight.core.status import Known
from daylight.pulls.drawn import band
from daylight.pulls.pulls import Dimension, Pulls
from daylight.pulls.square import Floats, Ints

DIGITS = 3


def pull_on(pulls: Pulls, dimension: Dimension, row: int, columns: Ints) -> Quantity:
    """Return the pull on a state of one state, or of several together.

    Several draw as one: by arms and trade the sum of their pulls, which are parts of one; in
    politics the mean of their places.

    Parameters
    ----------
    pulls : Pulls
    dimension : Dimension
    row : int
        Who is drawn.
    columns : ndarray of int
        Who draws.
    """
    values: Floats = pulls.of(dimension)[row, columns]
    draws: Floats = pulls.drawn[dimension][:, row, columns]
    if not len(columns) or np.isnan(values).all():
        return Quantity(None, None, None, "missing")
    together = np.nanmean if dimension == "political" else np.nansum
    value = float(together(values))
    lo, hi = band(value, together(draws, axis=1))
    known: Known = "carried" if _is_earlier(pulls, dimension, row, moved=lo < hi) else "observed"
    return Quantity(round(value, DIGITS), round(lo, DIGITS), round(hi, DIGITS), known)


def _is_earlier(pulls: Pulls, dimension: Dimension, row: int, *, moved: bool) -> bool:
    """Whether it rests on values of an earlier year.

    Of arms and politics only what is carried past its source differs from draw to draw: where all
    draws agree nothing carried moves it. Trade differs for its errors in every year.
    """
    year = pulls.roll.year
    if dimension == "economic":
        return bool(pulls.trade_of[row] < year)
    return moved or (dimension == "military" and pulls.strength_of < year)
