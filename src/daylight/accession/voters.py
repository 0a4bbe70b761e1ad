"""Whose votes in the United Nations are near to those of a bloc's members."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.accession.roster import FIRST, Bools, Ints, place_of
from daylight.measures.measure import Columns

Floats = NDArray[np.float64]


def nearer_voters(
    cows: Ints, member: Bools, alive: Bools, positions: Columns, years: Ints
) -> Floats:  # fmt: skip
    """Return the share of the states outside that vote nearer to the mean of the members."""
    theta = np.full((int(years[-1]) - FIRST + 1, len(cows)), np.nan)
    year = positions["year"].astype(np.int64) - FIRST
    at = (year >= 0) & (year < len(theta))
    theta[year[at], place_of(cows, positions["cow"][at])] = positions["theta"][at]
    now = np.where(alive, theta[years - FIRST], np.nan)[:, None, :]
    known = ~np.isnan(now)
    inside, outside = member & known, known & ~member
    n = inside.sum(2, keepdims=True)
    mean = np.where(inside, now, 0.0).sum(2, keepdims=True) / np.where(n, n, np.nan)
    gap = np.abs(now - mean)
    nearer = np.empty(member.shape)
    ranked = np.sort(np.where(outside, gap, np.inf), axis=2)
    for t, bloc in np.ndindex(member.shape[:2]):
        nearer[t, bloc] = np.searchsorted(ranked[t, bloc], gap[t, bloc], side="left")
    share = nearer / np.maximum(outside.sum(2, keepdims=True), 1)
    return np.where(np.isnan(gap), np.nan, np.minimum(share, 1.0))
