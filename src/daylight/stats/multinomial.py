"""Multinomial logit with a base outcome, and its covariance when cases come in groups.

Fitted by Newton's method; the log likelihood is concave, so that there is one solution. The
covariance is the sandwich of Liang and Zeger (1986, Biometrika 73: 13-22): rows of one group, as
the years of a pair, are not taken for independent.

The sums of a fit differ in the last bits from processor to processor; weights and covariance are
rounded far above that, and all that is made of them adds in one order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.stats.sums import product

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RIDGE, STEPS, NEAR = 1e-2, 50, 1e-9
DIGITS = 6
"""Decimals of weights, drawn weights and covariance."""


@dataclass(frozen=True, slots=True)
class Logit:
    """A fitted model.

    Attributes
    ----------
    weights : ndarray
        Shape (outcomes - 1, inputs): of each outcome against the base, which is outcome 0.
    covariance : ndarray
        Of the weights in a row, outcome by outcome.
    """

    weights: Floats
    covariance: Floats

    def draws(self, n: int, seed: int) -> Floats:
        """Return n weights as the covariance lets them be, shape (n, outcomes - 1, inputs).

        They come in pairs around the estimate, so that their mean is the estimate.
        """
        size = self.weights.size
        half = np.random.default_rng(seed).standard_normal(((n + 1) // 2, size))
        z = np.concatenate([half, -half])[:n]
        values, vectors = np.linalg.eigh(self.covariance)
        # The symmetric root: which sign an eigenvector has does not matter to it.
        root = product(vectors * np.sqrt(np.maximum(values, 0.0)), vectors.T)
        out: Floats = np.round(self.weights.ravel() + product(z, root), DIGITS)
        return out.reshape(n, *self.weights.shape)


def chances(inputs: Floats, weights: Floats) -> Floats:
    """Return the chance of each outcome, the base first; shape (..., outcomes).

    Parameters
    ----------
    inputs : ndarray
        Shape (..., inputs).
    weights : ndarray
        Shape (outcomes - 1, inputs), or (..., outcomes - 1, inputs) for weights of each case.
    """
    odds = [_sum_of_products(inputs, weights[..., j, :]) for j in range(weights.shape[-2])]
    most = np.maximum(0.0, np.maximum.reduce(odds))
    raised = [np.exp(-most), *(np.exp(part - most) for part in odds)]
    whole = sum(raised)
    return np.stack([part / whole for part in raised], axis=-1)


def _sum_of_products(inputs: Floats, weights: Floats) -> Floats:
    """Return the sum over the last axis, from first to last, so that it is the same everywhere."""
    total = inputs[..., 0] * weights[..., 0]
    for k in range(1, inputs.shape[-1]):
        total = total + inputs[..., k] * weights[..., k]
    return np.asarray(total)


def fit(inputs: Floats, outcome: Ints, group: Ints, outcomes: int) -> Logit:
    """Fit the model.

    Parameters
    ----------
    inputs : ndarray
        Shape (n, inputs); a column of ones where a constant is wanted.
    outcome : ndarray
        0 to outcomes - 1.
    group : ndarray
        Group of each row, for the covariance.
    outcomes : int

    Raises
    ------
    BadInput
        Where the weights do not settle.

    Notes
    -----
    A ridge of :data:`RIDGE` keeps weights finite where an input splits the outcomes.
    """
    n, k = inputs.shape
    j = outcomes - 1
    weights = np.zeros((j, k))
    observed = np.eye(outcomes)[outcome][:, 1:]
    for _ in range(STEPS):
        p = chances(inputs, weights)[:, 1:]
        gradient = (observed - p).T @ inputs - RIDGE * weights
        information = _information(inputs, p)
        step = np.linalg.solve(information, gradient.ravel()).reshape(j, k)
        weights = weights + step
        if np.abs(step).max() < NEAR:
            break
    else:
        raise BadInput(
            f"A logit of {outcomes} outcomes on {n:,} rows did not settle in {STEPS} steps; look "
            f"for inputs that are sums of each other."
        )
    p = chances(inputs, weights)[:, 1:]
    scores = ((observed - p)[:, :, None] * inputs[:, None, :]).reshape(n, j * k)
    _, index = np.unique(group, return_inverse=True)
    sums = np.stack([np.bincount(index, column) for column in scores.T], axis=1)
    bread = np.linalg.inv(_information(inputs, p))
    covariance = bread @ (sums.T @ sums) @ bread
    return Logit(np.round(weights, DIGITS), np.round(covariance, DIGITS))


def _information(inputs: Floats, p: Floats) -> Floats:
    k, j = inputs.shape[1], p.shape[1]
    out = np.zeros((j * k, j * k))
    for a in range(j):
        for b in range(j):
            w = p[:, a] * ((a == b) - p[:, b])
            out[a * k : (a + 1) * k, b * k : (b + 1) * k] = (inputs * w[:, None]).T @ inputs
    return out + RIDGE * np.eye(j * k)
