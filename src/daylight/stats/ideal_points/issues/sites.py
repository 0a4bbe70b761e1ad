"""What the votes of a state in a period say about one position, as a normal that fits its place.

Expectation propagation (Minka 2001): the votes' likelihood on the grid is multiplied by all that
is known from elsewhere, and the normal is chosen that gives the same mean and variance. The
product on the grid is kept, so intervals need not be symmetric.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data import Floats, Ints, VoteData
from ..inference.identify import Moments, moments
from ..model.information import information
from ..model.layout import Layout, arrange
from ..options import FitOptions

_LEAST = 1e-6
"""Least precision, and least share of information: sites stay proper normals."""
_LEAST_STRETCH = 0.5
"""One iteration shrinks the scale of an issue to no smaller a share than this."""


@dataclass(frozen=True, slots=True)
class Side:
    """Votes of one side, and where its rows lie: index of period and of state."""

    layout: Layout
    period: Ints
    state: Ints


@dataclass(frozen=True, slots=True)
class Tilted:
    """Grid posterior of a side's rows, shape (N, G), its moments, and the new sites, (N,)."""

    posterior: Floats
    moments: Moments
    precision: Floats
    shift: Floats


def side(votes: VoteData, first: int, states: Floats | Ints, options: FitOptions) -> Side:
    """Arrange the votes of one side on a rectangle of periods from `first` and of `states`."""
    layout = arrange(votes, options)
    period = layout.periods[layout.row_period] - first
    return Side(layout, period, np.searchsorted(states, layout.states[layout.row_state]))


def tilted(
    weights: Floats, grid: Floats, place: tuple[Floats, Floats], site: tuple[Floats, Floats]
) -> Tilted:
    """Match the moments of likelihood times cavity.

    Parameters
    ----------
    weights : ndarray, shape (N, G)
        Likelihood of each row's votes on `grid`.
    place : (ndarray, ndarray)
        Posterior mean and variance of each row, shape (N,), with its site.
    site : (ndarray, ndarray)
        Precision and shift of the site, shape (N,), which is taken out.

    Returns
    -------
    Tilted
        With the sites to be put in its place.
    """
    mean, var = place
    precision = np.maximum(1 / var - site[0], _LEAST)
    centre = (mean / var - site[1]) / precision
    terms = np.stack([-0.5 * precision, precision * centre], 1)
    posterior = terms @ np.stack([grid**2, grid])
    posterior -= posterior.max(1, keepdims=True)
    np.exp(posterior, out=posterior)
    posterior *= np.maximum(weights, 1e-300)  # votes that rule out the cavity leave it as it is
    posterior /= np.maximum(posterior.sum(1, keepdims=True), 1e-300)
    matched = moments(posterior, grid)
    new = np.maximum(1 / matched.var - precision, _LEAST)
    return Tilted(posterior, matched, new, matched.mean * (new + precision) - centre * precision)


def regression(mean: Floats, cov: Floats) -> tuple[float, float]:
    """Return shift and stretch of positions on an issue against common ones, pooled.

    Parameters
    ----------
    mean, cov : ndarray, shapes (N, 2) and (N, 2, 2)
        Of the two coordinates, common position and deviation.

    Returns
    -------
    shift, stretch : float
        Such that positions on the issue, less the shift and divided by the stretch, have slope 1.
    """
    theta, delta = mean[:, 0], mean[:, 1]
    var = float((cov[:, 0, 0] + (theta - theta.mean()) ** 2).mean())
    both = float((cov[:, 0, 1] + (theta - theta.mean()) * delta).mean())
    stretch = max(1 + both / var, _LEAST_STRETCH)
    return float(delta.mean() - (stretch - 1) * theta.mean()), stretch


def usable(side: Side, items: Floats, prior: Floats, mean: Floats, cavity: Floats) -> Floats:
    """Return the share of each row's information left when the items are not known, (N,).

    An item is learned from the votes that it explains. Positions and items of a period are taken
    as jointly normal with the expected information at the fit, and the items are integrated out.

    Parameters
    ----------
    side : Side
        Votes, N rows.
    items, prior : ndarray, shapes (J, 3) and (J, 3, 3)
        Item parameters, and the curvature of their log prior.
    mean, cavity : ndarray, shape (N,)
        Position of each row, and the precision with which it is known from elsewhere.
    """
    shared, out = prior.copy(), np.ones(len(mean))
    parts = [information(b, items, mean[b.rows]) for b in side.layout.blocks]
    for block, info in zip(side.layout.blocks, parts, strict=True):
        shared[block.items] += info.shared
    root = np.linalg.cholesky(np.linalg.inv(shared))
    for block, info in zip(side.layout.blocks, parts, strict=True):
        taken = np.einsum("njk,jkl->njl", info.cross, root[block.items])
        taken = taken.reshape(len(info.own), -1)
        joint = np.diag(info.own + cavity[block.rows]) - taken @ taken.T
        left = 1 / np.linalg.inv(joint).diagonal() - cavity[block.rows]
        out[block.rows] = np.clip(left / np.maximum(info.own, _LEAST), _LEAST, 1.0)
    return out
