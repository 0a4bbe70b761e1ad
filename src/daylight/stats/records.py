"""Whether a year is a record: drawn paths, and how often each time is the highest of them.

A record among uncertain values is a statement about their joint distribution. The year with the
highest estimate need not be the likeliest record: a thin year with a wide interval has the
highest draw often, but never surely.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

Floats = NDArray[np.floating[Any]]

DRAWS = 2000
SEED = 20170201


@dataclass(frozen=True, slots=True)
class Record:
    """How surely the last of some times stands out.

    Attributes
    ----------
    highest, lowest : float
        Probability that the last value is the highest, or the lowest, of all; with ties, which
        coded facts have, shared equally among the times that tie.
    expected : float
        What either would be if all times were alike: one over their number.
    top : int
        Position of the time that is the highest most often.
    beaten : float
        Probability that one earlier time, `beaten_by`, is above the last: the largest there is.
        Many doubtful times make a record unlikely without any of them ruling it out; this does.
    beaten_by : int
        Position of that time.
    of : int
        Number of times compared.
    """

    highest: float
    lowest: float
    expected: float
    top: int
    beaten: float
    beaten_by: int
    of: int


def paths(
    mean: Floats,
    sd: Floats,
    rho: Floats | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> NDArray[np.float64]:
    """Draw normal paths with given means, sds and correlations with the time before.

    Parameters
    ----------
    mean, sd : ndarray, shape (T,)
        In the unit of the values.
    rho : ndarray, shape (T,), optional
        Correlation of each time with the one before; the first is ignored and NaN counts as
        zero. The path is a Markov chain, so these correlations say all. Without it the errors
        of different times are independent, which makes records less sure.
    draws, seed : int
        Number of paths, and what makes them the same in every run.

    Returns
    -------
    ndarray, shape (draws, T)
    """
    z = np.random.default_rng(seed).standard_normal((draws, len(mean)))
    lag = np.zeros(len(mean)) if rho is None else np.nan_to_num(rho)
    for t in range(1, len(mean)):
        z[:, t] = lag[t] * z[:, t - 1] + np.sqrt(1 - lag[t] ** 2) * z[:, t]
    return np.asarray(mean + sd * z)


def record(drawn: Floats) -> Record:
    """Return how surely the last time of drawn paths is a record.

    Parameters
    ----------
    drawn : ndarray, shape (draws, T)
        See :func:`paths`; other draws will do.

    Raises
    ------
    BadInput
        When there is nothing to compare the last time with.
    """
    times = drawn.shape[1]
    if times < 2:
        raise BadInput("A record needs at least two times; got one.")
    shares = [_share(drawn == edge[:, None]) for edge in (drawn.max(1), drawn.min(1))]
    top = int(np.argmax(shares[0]))
    above = (drawn[:, :-1] > drawn[:, -1:]).mean(0)
    by = int(np.argmax(above))
    return Record(
        float(shares[0][-1]), float(shares[1][-1]), 1 / times, top, float(above[by]), by, times
    )


def _share(at_edge: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how often each time is at the edge, a tie counting a part for each."""
    return np.asarray((at_edge / at_edge.sum(1, keepdims=True)).mean(0))
