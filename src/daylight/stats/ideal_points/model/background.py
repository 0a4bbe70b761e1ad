"""Where states stand by other votes, as a weak guide to where they stand by these.

Votes on one issue are few. A state with two of them would be put anywhere that they allow, and a
year in which all but one vote alike fits with either end up. So each row is given, beside its
votes, a normal around the state's position by all votes, brought to mean 0 and sd 1 over the
rows. Its sd is wide (:attr:`FitOptions.background_sd`): ten votes on the issue outweigh it.

The result is put on the scale of those other positions by mean and sd over the same rows, the
mean/sigma method of linking scales (Marco 1977, Journal of Educational Measurement 14:139-160).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

from ..data import Floats, Ints

_FEWEST = 3
"""Rows that a mean and an sd need at least."""


@dataclass(frozen=True, slots=True)
class Background:
    """Positions by other votes, or by all, one entry per state and period.

    Attributes
    ----------
    state, period : ndarray, shape (N,)
    theta : ndarray, shape (N,)

    Raises
    ------
    BadInput
        Lengths differ, a position is not finite, or a state has two in one period.
    """

    state: NDArray[Any]
    period: Ints
    theta: Floats

    def __post_init__(self) -> None:
        if not self.state.shape == self.period.shape == self.theta.shape:
            raise BadInput("state, period and theta of a background need one length")
        if not np.isfinite(self.theta).all():
            raise BadInput("a background needs finite positions; leave rows without one out")
        if len(set(zip(self.state.tolist(), self.period.tolist(), strict=True))) < len(self.state):
            raise BadInput("a background holds a state twice in one period")

    def at(self, state: NDArray[Any], period: Ints) -> Floats:
        """Return the positions of states in periods, NaN where there is none."""
        keys = zip(self.state.tolist(), self.period.tolist(), strict=True)
        known = dict(zip(keys, self.theta.tolist(), strict=True))
        wanted = zip(state.tolist(), period.tolist(), strict=True)
        return np.array([known.get(key, np.nan) for key in wanted], dtype=np.float64)


def standardised(theta: Floats) -> Floats:
    """Return positions with mean 0 and sd 1; NaN stays.

    Raises
    ------
    BadInput
        Fewer than three are known, or all are the same: they guide nothing.
    """
    mean, sd = metric(theta)
    return (theta - mean) / sd


def metric(theta: Floats) -> tuple[float, float]:
    """Return mean and sd of the positions that are known.

    Raises
    ------
    BadInput
        Fewer than three are known, or all are the same.
    """
    known = theta[np.isfinite(theta)]
    if len(known) < _FEWEST or np.ptp(known) == 0:
        raise BadInput(
            "the background has no two positions apart for the states and periods of these votes"
        )
    return float(known.mean()), float(known.std())


def log_factor(lean: Floats, spread: float, grid: Floats) -> Floats:
    """Return the log of the normals around `lean`, shape (N,), on a grid: shape (N, G)."""
    known = np.isfinite(lean)
    off = grid - np.where(known, lean, 0.0)[:, None]
    return np.asarray(known[:, None] * (-0.5 * (off / spread) ** 2), dtype=np.float64)
