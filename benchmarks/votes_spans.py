"""How well distances tell who votes apart: rank correlations over spans of six years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from daylight.stats.ideal_points import VoteData

FIRST, YEARS = 1946, 6
LEAST = 8
"""Common votes of a pair in a year."""
FEWEST = 100
"""Pairs and years that a correlation needs."""


@dataclass(frozen=True, slots=True)
class Points:
    """Positions, one entry per state and year."""

    state: NDArray[Any]
    period: NDArray[np.int64]
    theta: NDArray[np.float64]


def spans(votes: VoteData) -> Iterator[tuple[int, int]]:
    """Return the first and last year of each span; the last is cut off at the data."""
    end = int(votes.period.max())
    for first in range(FIRST, end + 1, YEARS):
        yield first, min(first + YEARS - 1, end)


def likeness(votes: VoteData, points: Points, first: int, last: int) -> float | None:
    """Return Spearman's correlation of distance and disagreement, pairs and years pooled.

    Disagreement is the mean over common votes of 0 for the same vote, a half for one step apart,
    1 for yes against no. Pairs with under eight common votes in a year are left out.
    """
    apart, distance = [], []
    for year in range(first, last + 1):
        cast = np.flatnonzero((votes.period == year) & (votes.vote > 0))
        if not len(cast):
            continue
        states, share, n = disagreement(votes.where(cast))
        place = {
            s: t
            for s, t, p in zip(
                points.state.tolist(), points.theta.tolist(), points.period.tolist(), strict=True
            )
            if p == year
        }
        at = np.array([place.get(s, np.nan) for s in states.tolist()])
        i, k = np.triu_indices(len(states), 1)
        gap = np.abs(at[i] - at[k])
        keep = (n[i, k] >= LEAST) & np.isfinite(gap)
        apart.append(share[i, k][keep])
        distance.append(gap[keep])
    if sum(map(len, apart)) < FEWEST:
        return None
    ranks = [rankdata(np.concatenate(x)) for x in (apart, distance)]
    return round(float(np.corrcoef(*ranks)[0, 1]), 3)


def disagreement(votes: VoteData) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return states, mean disagreement and number of common votes of all pairs."""
    states, s = np.unique(votes.state, return_inverse=True)
    items, j = np.unique(votes.item, return_inverse=True)
    said = np.zeros((4, len(states), len(items)))
    said[votes.vote, s, j] = 1.0
    cast = said[1:].sum(0)
    n = cast @ cast.T
    off = sum(abs(a - b) / 2 * said[a] @ said[b].T for a in (1, 2, 3) for b in (1, 2, 3) if a != b)
    return states, off / np.maximum(n, 1), n
