"""How good chances were that were given before it was known what came."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.stats.clustered import Ints, ends, resampled

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Band = tuple[float, float, float]
"""A value, and the ends of its 90 % interval."""


def log_skill(ours: Floats, theirs: Floats, event: Bools, group: Ints) -> Band:
    """Return the log skill of chances against others, with an interval that resamples groups.

    One less the ratio of the log losses: 0 where they are no better, below where they are worse.

    Parameters
    ----------
    ours, theirs : ndarray
        Chances of each case, above 0 and below 1.
    event : ndarray of bool
        Whether it came.
    group : ndarray of int
        Cases of one group are drawn together, as in :mod:`daylight.stats.clustered`.
    """
    mine, other = (-np.log(np.where(event, p, 1 - p)) for p in (ours, theirs))
    one, two = resampled(group, mine, other)
    return float(1 - mine.sum() / other.sum()), *ends(1 - one / two)


def brier_skill(ours: Floats, theirs: Floats, event: Bools) -> float:
    """Return one less the ratio of the squared errors of chances and of others."""
    mine, other = ((p - event) ** 2 for p in (ours, theirs))
    return float(1 - mine.sum() / other.sum())


def auc_within_year(chance: Floats, event: Bools, year: Ints, group: Ints) -> Band | None:
    """Return how often, of two cases of one year, that which came had the higher chance.

    Two alike count half. The interval resamples groups.

    Parameters
    ----------
    chance : ndarray
        Of a few values in each year, since all cases of one value are counted at once.

    Returns
    -------
    tuple of float, or None
        None where no year has both kinds of case.
    """
    cells, cell = np.unique(np.stack([year, chance], axis=1), axis=0, return_inverse=True)
    marks = [cell.ravel() == k for k in range(len(cells))]
    parts = [mark & side for side in (event, ~event) for mark in marks]
    sums = np.array([part.sum() for part in parts], float)[:, None]
    value = _higher(cells[:, 0], sums)
    if np.isnan(value[0]):
        return None
    return float(value[0]), *ends(_higher(cells[:, 0], resampled(group, *parts)))


def _higher(year: Floats, sums: Floats) -> Floats:
    """Return the share of pairs won of each column, from hits and misses of rising chances."""
    hits, misses = np.split(sums, 2)
    won = pairs = np.zeros(sums.shape[1])
    for one in np.unique(year):
        hit, miss = hits[year == one], misses[year == one]
        won = won + (hit * (np.cumsum(miss, axis=0) - miss / 2)).sum(0)
        pairs = pairs + hit.sum(0) * miss.sum(0)
    found = np.full(len(pairs), np.nan)
    np.divide(won, pairs, out=found, where=pairs > 0)
    return found
