"""Means by quasi-likelihood: of amounts that may be zero, and of parts between zero and one.

An amount has E(y | x) = exp(x b), a part E(y | x) = 1 / (1 + exp(-x b)). Both solve
sum x (y - E) = 0, and are consistent whenever that mean is right, whatever y is distributed like
(Gourieroux, Monfort & Trognon 1984). Unlike a regression of log y the first keeps the zeros, and
errors that grow with the mean do not bias it (Santos Silva & Tenreyro 2006, The Log of Gravity,
Review of Economics and Statistics 88: 641-658); the second stays between its bounds (Papke &
Wooldridge 1996, Journal of Applied Econometrics 11: 619-632). Errors of the coefficients allow for
what the rows of one cluster have in common.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
MOST_STEPS = 60
TOLERANCE = 1e-8
"""Relative change of the deviance at which it has converged."""
MOST_ALIKE = 1e10
"""Condition number, columns of length one, beyond which they count as depending on each other."""
FURTHEST = 30.0
"""Bound of the linear predictor, so that a first step cannot overflow."""
LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients of a model.

    Attributes
    ----------
    coefficients, errors : ndarray, shape (k,)
        Estimates, and standard errors that are robust and clustered.
    converged : bool
    """

    coefficients: Floats
    errors: Floats
    converged: bool


def fit(x: Floats, y: Floats, clusters: Ints, part: bool = False) -> Fit:
    """Fit by iteratively reweighted least squares.

    Parameters
    ----------
    x : ndarray, shape (n, k)
        Of full rank, with a constant or groups that add to one.
    y : ndarray, shape (n,)
        Zero or more, not all zero; of a part, one at most, not all one.
    clusters : ndarray of int, shape (n,)
        Numbers from zero: rows of one cluster may err together.
    part : bool
        Whether `y` is a part between zero and one.

    Raises
    ------
    BadInput
        When `y` is not within its bounds or all at one of them, or `x` is not of full rank.
    """
    if not len(y) or (y < 0).any() or not (y > 0).any():
        raise BadInput("A mean that multiplies needs amounts of zero or more, and one above zero.")
    if part and ((y > 1).any() or not (y < 1).any()):
        raise BadInput("A part is one at most, and somewhere less.")
    size = np.sqrt((x**2).sum(axis=0))
    if (size == 0).any() or np.linalg.cond((x / size).T @ (x / size)) > MOST_ALIKE:
        raise BadInput("The columns of a model depend on each other; leave one out.")
    start = (y + y.mean()) / 2
    eta = np.log(start / (1 - start)) if part else np.log(start)
    before, converged = np.inf, False
    b = np.zeros(x.shape[1])
    for _ in range(MOST_STEPS):
        mu = mean_of(eta, part)
        slope = _slope(mu, part)
        weighted = x * slope[:, None]
        b = np.linalg.solve(x.T @ weighted, weighted.T @ (eta + (y - mu) / slope))
        eta = np.clip(x @ b, -FURTHEST, FURTHEST)
        now = deviance(y, mean_of(eta, part), part)
        if abs(before - now) <= TOLERANCE * (abs(now) + 1.0):
            converged = True
            break
        before = now
    return Fit(b, _errors(x, y, mean_of(eta, part), clusters, part), converged)


def mean_of(eta: Floats, part: bool = False) -> Floats:
    """Return the mean of a linear predictor."""
    if part:
        return np.asarray(1 / (1 + np.exp(-np.clip(eta, -FURTHEST, FURTHEST))))
    return np.asarray(np.exp(eta))


def _slope(mu: Floats, part: bool) -> Floats:
    """Return how fast the mean grows with the linear predictor; of both, also its variance."""
    return np.maximum(mu * (1 - mu) if part else mu, LEAST)


def deviance(y: Floats, mu: Floats, part: bool = False) -> float:
    """Return twice the gap of the log likelihood to that of a perfect mean."""
    up = _gap(y, mu)
    rest = _gap(1 - y, 1 - mu) if part else mu - y
    return float(2.0 * (up + rest).sum())


def _gap(y: Floats, mu: Floats) -> Floats:
    return np.where(y > 0, y * np.log(np.where(y > 0, y, 1.0) / np.maximum(mu, LEAST)), 0.0)


def _errors(x: Floats, y: Floats, mu: Floats, clusters: Ints, part: bool) -> Floats:
    bread = np.linalg.inv(x.T @ (x * _slope(mu, part)[:, None]))
    scores = x * (y - mu)[:, None]
    sums = np.stack([np.bincount(clusters, weights=column) for column in scores.T], axis=1)
    n = len(np.unique(clusters))
    spread = bread @ (sums.T @ sums) @ bread * n / max(n - 1, 1)
    return np.asarray(np.sqrt(np.diag(spread)))
