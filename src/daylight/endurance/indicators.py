"""What votes and trade of every tie did, year by year: raw, never smoothed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.kinds import BACK, FEWEST_VOTES
from daylight.breaks.risk import Columns, pairs_of, today
from daylight.core.lineages import NUMBERS
from daylight.ledgers.years import FIRST as ORIGIN
from daylight.measures.goods import flow
from daylight.stats.agreement import agreement
from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
FIRST = ORIGIN - BACK
LEAST_TRADE = 1.0
"""Millions of dollars: less counts as this, so that small sums do not swing."""
OF_TIES = "(a, b) IN (SELECT (a, b) FROM tie_years) AND year BETWEEN ? AND ?"


@dataclass(frozen=True, slots=True)
class Panel:
    """Series of every pair that ever had a tie, from :data:`FIRST` on.

    Attributes
    ----------
    pairs : ndarray
        Numbers of pairs of lineages, rising; shape (n,).
    tie : ndarray of bool
        Where a tie stands; shape (n, years), as all that follow.
    distance, kappa, trade : ndarray
        Of filtered ideal points, of the year's votes, and the natural logarithm of both ways'
        goods in millions of current dollars; NaN where not known.
    """

    pairs: Ints
    tie: Bools
    distance: Floats
    kappa: Floats
    trade: Floats


def panel(atlas: Atlas, last: int) -> Panel:
    """Return the series up to a year."""
    whole, years = _whole(atlas, max(last, atlas.last.year)), last - FIRST + 1
    series = (whole.distance, whole.kappa, whole.trade)
    return Panel(whole.pairs, whole.tie[:, :years], *(values[:, :years] for values in series))


@lru_cache(maxsize=2)
def _whole(atlas: Atlas, last: int) -> Panel:
    """Return the same, kept: that of an earlier year is the first columns of it."""
    ties = atlas.rows("tie_years", columns=("a", "b", "year"))
    pairs = np.unique(pairs_of(ties))
    shape = len(pairs), last - FIRST + 1
    tie = _placed(ties, np.ones(len(ties["year"])), pairs, shape) > 0
    votes = atlas.rows("votes", OF_TIES, (FIRST, last))
    counts = np.stack([np.asarray(votes[name], float) for name in VOTE_COUNTS], axis=1)
    kappa = agreement(counts, "squared", "cohen").value
    trade = atlas.rows("trade", OF_TIES, (FIRST, last))
    return Panel(
        pairs,
        tie,
        _distance(atlas, pairs, shape),
        _placed(votes, kappa, pairs, shape),
        _placed(trade, _goods(trade), pairs, shape),
    )


def _goods(trade: Columns) -> Floats:
    """Return the logarithm of both directions, or NaN where one is not known."""
    logs: Floats = np.log(np.maximum(flow(trade, "ab") + flow(trade, "ba"), LEAST_TRADE))
    return logs


def _distance(atlas: Atlas, pairs: Ints, shape: tuple[int, int]) -> Floats:
    where = "votes = 'all' AND kind = 'filtered' AND issue = 'all' AND n_votes >= ? AND year >= ?"
    rows = atlas.rows("ideal_points", where, (FEWEST_VOTES, FIRST), ("cow", "year", "theta"))
    states, index = np.unique(today(rows["cow"]), return_inverse=True)
    year = np.asarray(rows["year"], np.int64) - FIRST
    theta = np.full((len(states), shape[1]), np.nan)
    kept = year < shape[1]
    theta[index[kept], year[kept]] = np.asarray(rows["theta"], float)[kept]
    sides = [_rows_of(theta, states, side) for side in np.divmod(pairs, NUMBERS)]
    gap: Floats = np.abs(sides[0] - sides[1])
    return gap


def _rows_of(theta: Floats, states: Ints, cows: Ints) -> Floats:
    at = np.minimum(np.searchsorted(states, cows), len(states) - 1)
    return np.where((states[at] == cows)[:, None], theta[at], np.nan)


def _placed(rows: Columns, values: Floats, pairs: Ints, shape: tuple[int, int]) -> Floats:
    key, year = pairs_of(rows), np.asarray(rows["year"], np.int64) - FIRST
    at = np.minimum(np.searchsorted(pairs, key), len(pairs) - 1)
    there = (pairs[at] == key) & (year >= 0) & (year < shape[1])
    out = np.full(shape, np.nan)
    out[at[there], year[there]] = values[there]
    return out
