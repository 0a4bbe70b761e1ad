"""The model: an ordered probit for each indicator on a level that moves slowly over time.

The level eta of a unit is a stationary first-order autoregression with mean 0 and variance 1
over units and times, so it is in standard deviations of all unit-times. Indicator k of it falls
into category c or below with probability ``Phi(cut[k, c] - loading[k] * eta)``. Cutting a
continuous or a mixed indicator (many zeros, a long tail) into ordered categories keeps only the
order of its values: a coarsened form of the rank likelihood of Hoff 2007, Annals of Applied
Statistics 1:265-283. Missing indicators drop out, which is right when they are missing at random
given the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import ndtr

from .panel import MISSING, Floats, Panel

GRID: NDArray[np.float64] = np.arange(-4.05, 5.56, 0.15)
"""Levels summed over, in pooled standard deviations. The upper end is farther: strong ties are
rarer than no ties."""
STEADIEST = 0.994
"""Largest yearly correlation of the level; with more, a move would be narrower than the grid."""
LEAST: dict[int, float] = {1: 0.1, -1: 0.75}
"""Least size of a loading by the sign of its indicator. Signs hold by definition. What counts
against a level is held to count: left alone, quarrels would load the other way, since units
that matter to each other have more of everything."""
MOST = 2.0
"""No indicator may rest on the level for more than four fifths: one that did would be it."""
_TINY = 1e-12
"""Least probability of a category: no single cell may rule a level out."""
_GAP = 1e-3
"""Least distance of two cuts."""


@dataclass(frozen=True, slots=True)
class Loading:
    """How one indicator depends on the level.

    Attributes
    ----------
    loading : float
        Change of the indicator's probit per standard deviation of the level; its square over
        one plus its square is the share of the indicator's variation that the level carries.
    cuts : ndarray, shape (C - 1,)
        Increasing thresholds.
    """

    loading: float
    cuts: Floats

    @property
    def communality(self) -> float:
        """Share of the variation of the underlying indicator that the level carries."""
        return self.loading**2 / (1 + self.loading**2)

    def probabilities(self, eta: Floats) -> NDArray[np.float64]:
        """Return the probability of each category at each level, shape (C, len(eta))."""
        below = ndtr(self.cuts[:, None] - self.loading * eta[None, :])
        edges = np.vstack([np.zeros_like(eta), below, np.ones_like(eta)])
        return np.maximum(np.diff(edges, axis=0), _TINY)


@dataclass(frozen=True, slots=True)
class Factor:
    """Parameters of a fitted model.

    Attributes
    ----------
    loadings : tuple of Loading
    steadiness : float
        Correlation of the level with itself one time step later.
    strain : float
        Factor by which two halves of the indicators disagree more than the model allows; it
        widens the intervals. 1 means as much as the model says.
    """

    loadings: tuple[Loading, ...]
    steadiness: float
    strain: float = 1.0

    def kernel(self) -> NDArray[np.float32]:
        """Return the matrix that moves a distribution on the grid one time step, (G, G)."""
        spread = np.sqrt(1 - self.steadiness**2)
        away = (GRID[None, :] - self.steadiness * GRID[:, None]) / spread
        weight = np.exp(-(away**2) / 2)
        return np.asarray(weight / weight.sum(1, keepdims=True), np.float32)

    def likelihood(
        self, patterns: NDArray[np.int8]
    ) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
        """Return the likelihood of each pattern at each grid level, and what it was scaled by.

        Parameters
        ----------
        patterns : ndarray of int8, shape (P, K)
            See :attr:`Panel.patterns`.

        Returns
        -------
        likelihood : ndarray of float32, shape (P, G)
            Scaled to maximum 1 in each row.
        scale : ndarray, shape (P,)
            Log of what each row was divided by.
        """
        total = np.zeros((len(patterns), len(GRID)))
        for k, one in enumerate(self.loadings):
            table = np.vstack([np.log(one.probabilities(GRID)), np.zeros(len(GRID))])
            total += table[patterns[:, k]]  # MISSING, -1, takes the last row: no information
        top = total.max(1)
        return np.exp(total - top[:, None]).astype(np.float32), top


def prior() -> NDArray[np.float32]:
    """Return the distribution of the level of a unit of which nothing is known, shape (G,)."""
    weight = np.exp(-(GRID**2) / 2)
    return np.asarray(weight / weight.sum(), np.float32)


def start(panel: Panel) -> tuple[Loading, ...]:
    """Return loadings of one, and thresholds that give each category its observed share."""
    out = []
    for k, (size, sign) in enumerate(zip(panel.sizes, panel.signs, strict=True)):
        seen = panel.category[:, :, k]
        count = np.bincount(seen[seen != MISSING], minlength=size) + 0.5
        share = np.cumsum(count)[:-1] / count.sum()
        grid = np.linspace(-6, 6, 2401)
        cuts = np.interp(share, ndtr(grid), grid) * np.sqrt(2.0)
        out.append(Loading(float(sign), _spread_out(cuts)))
    return tuple(out)


def improve(one: Loading, counts: Floats, sign: int) -> Loading:
    """Return the loading and cuts that fit expected counts best.

    Parameters
    ----------
    one : Loading
        Where the search starts.
    counts : ndarray, shape (C, G)
        Expected number of unit-times in each category at each grid level.
    sign : int
        +1 or -1, the side of zero on which the loading is held.
    """
    first = sign * float(np.clip(sign * one.loading, LEAST[sign], MOST))
    edge = np.concatenate([[first, one.cuts[0]], np.log(np.diff(one.cuts))])
    size = (LEAST[1], MOST) if sign > 0 else (-MOST, -LEAST[-1])
    bounds = [size, (-12.0, 12.0)] + [(np.log(_GAP), 3.0)] * (len(edge) - 2)
    best = minimize(_loss, edge, (counts / counts.sum(),), jac=True, bounds=bounds)
    return Loading(float(best.x[0]), _cuts(best.x))


def _cuts(x: Floats) -> NDArray[np.float64]:
    return np.asarray(x[1] + np.concatenate([[0.0], np.cumsum(np.exp(x[2:]))]))


def _loss(x: Floats, counts: Floats) -> tuple[float, Floats]:
    cuts = _cuts(x)
    z = cuts[:, None] - x[0] * GRID[None, :]
    below, density = ndtr(z), np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    edges = np.vstack([np.zeros(len(GRID)), below, np.ones(len(GRID))])
    p = np.maximum(np.diff(edges, axis=0), _TINY)
    pull = counts / p
    by_cut = (pull[:-1] - pull[1:]) * density
    first = by_cut.sum(1)
    steps = np.cumsum(first[::-1])[::-1]
    slope = np.concatenate([[-(by_cut @ GRID).sum(), first.sum()], steps[1:] * np.exp(x[2:])])
    return -float((counts * np.log(p)).sum()), -slope


def _spread_out(cuts: Floats) -> NDArray[np.float64]:
    return np.asarray(cuts[0] + np.concatenate([[0], np.cumsum(np.maximum(np.diff(cuts), 0.02))]))
