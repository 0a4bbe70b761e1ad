"""Two coordinates of a state in time: its common position and its deviation on one set of votes.

The common position walks at random as in the fit of all votes; the deviation is a stationary
AR(1) around zero. Given normal sites (what the votes of a period say) the smoother of Kalman (1960)
and Rauch, Tung & Striebel (1965) is exact; all states are carried at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from ..data import Floats, Ints

SMALLEST = 0.02
"""Least sd of deviations: below it a set of votes has the common scale, and matrices are safe."""
_LONGEST = 0.995
"""Largest correlation of deviations from one period to the next: at 1 they would never return."""
COMMON, ISSUE = np.array([1.0, 0.0]), np.array([1.0, 1.0])
"""Weights of (common, deviation) in the common position and in the position on the issue."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How the two coordinates move from one period to the next.

    `tau` is the stationary sd of deviations and `rho` their correlation from period to period;
    `innovation` and `entry_sd` are those of the common position.
    """

    tau: float
    rho: float
    innovation: float
    entry_sd: float

    @property
    def start(self) -> Floats:
        """Prior covariance at a first appearance."""
        return np.diag([self.entry_sd**2, self.tau**2])

    def ahead(self, mean: Floats, cov: Floats) -> tuple[Floats, Floats]:
        """Move means, shape (n, 2), and covariances, shape (n, 2, 2), one period on."""
        keep = np.array([1.0, self.rho])
        noise = np.diag([self.innovation, self.tau**2 * (1 - self.rho**2)])
        return mean * keep, cov * np.outer(keep, keep) + noise


@dataclass(frozen=True, slots=True)
class Sites:
    """What votes say, as normals: precision and precision times mean, each (T, n, 2).

    The last axis is (common position, position on the issue).
    """

    precision: Floats
    shift: Floats


def site_matrix(precision: Floats, shift: Floats) -> tuple[Floats, Floats]:
    """Sites of one period, each (n, 2), as precision matrices and shifts in coordinates."""
    common, issue = np.outer(COMMON, COMMON), np.outer(ISSUE, ISSUE)
    matrix = precision[:, :1, None] * common + precision[:, 1:, None] * issue
    return matrix, shift[:, :1] * COMMON + shift[:, 1:] * ISSUE


@dataclass(frozen=True, slots=True)
class Smoothed:
    """Posterior means (T, n, 2) and covariances (T, n, 2, 2), and of successive periods.

    `lagged[t]`, shape (n, 2, 2), is the covariance of period t + 1 with period t.
    """

    mean: Floats
    cov: Floats
    lagged: Floats

    def of(self, weights: Floats) -> tuple[Floats, Floats]:
        """Mean and variance of `weights` times the coordinates, each (T, n)."""
        return self.mean @ weights, np.einsum("tnij,i,j->tn", self.cov, weights, weights)


def _inverse(matrix: Floats) -> Floats:
    """Invert symmetric matrices of shape (n, 2, 2)."""
    a, b, c = matrix[:, 0, 0], matrix[:, 0, 1], matrix[:, 1, 1]
    out = np.empty_like(matrix)
    out[:, 0, 0], out[:, 1, 1] = c, a
    out[:, 0, 1] = out[:, 1, 0] = -b
    return np.asarray(out / (a * c - b * b)[:, None, None])


def update(mean: Floats, cov: Floats, precision: Floats, shift: Floats) -> tuple[Floats, Floats]:
    """Multiply normals, shapes (n, 2) and (n, 2, 2), by sites in natural parameters."""
    before = _inverse(cov)
    after = _inverse(before + precision)
    return np.einsum("nij,nj->ni", after, np.einsum("nij,nj->ni", before, mean) + shift), after


def smooth(sites: Sites, first: Ints, motion: Motion) -> Smoothed:
    """Return the posterior of all states in all periods.

    Parameters
    ----------
    sites : Sites
    first : ndarray of int, shape (n,)
        Number of the period in which each state first appears.
    motion : Motion

    References
    ----------
    Kalman 1960, Journal of Basic Engineering 82:35-45. Rauch, Tung & Striebel 1965, AIAA Journal
    3:1445-1450.
    """
    periods, n = sites.precision.shape[:2]
    start = np.broadcast_to(motion.start, (n, 2, 2))
    mean, cov = np.zeros((periods, n, 2)), np.empty((periods, n, 2, 2))
    m_ahead, p_ahead = np.zeros((periods, n, 2)), np.empty((periods, n, 2, 2))
    m, p = np.zeros((n, 2)), start
    for t in range(periods):
        if t:
            m, p = motion.ahead(m, p)
        new = first >= t
        m_ahead[t] = np.where(new[:, None], 0.0, m)
        p_ahead[t] = np.where(new[:, None, None], start, p)
        m, p = update(m_ahead[t], p_ahead[t], *site_matrix(sites.precision[t], sites.shift[t]))
        mean[t], cov[t] = m, p
    keep = np.array([1.0, motion.rho])
    lagged = np.zeros((max(periods - 1, 0), n, 2, 2))
    for t in range(periods - 2, -1, -1):
        gain = (cov[t] * keep) @ _inverse(p_ahead[t + 1])
        gain = np.where((first <= t)[:, None, None], gain, 0.0)
        mean[t] += np.einsum("nij,nj->ni", gain, mean[t + 1] - m_ahead[t + 1])
        cov[t] += gain @ (cov[t + 1] - p_ahead[t + 1]) @ gain.transpose(0, 2, 1)
        lagged[t] = cov[t + 1] @ gain.transpose(0, 2, 1)
    return Smoothed(mean, cov, lagged)


@dataclass(frozen=True, slots=True)
class Products:
    """Sums of expected products of deviations, from which tau and rho are learned.

    Attributes
    ----------
    starts, start : float
        Number of first appearances, and the sum of squares there.
    pairs : float
        Number of pairs of successive periods of a state.
    now, cross, before : float
        Sums over these pairs: squares in the later period, products, squares in the earlier.
    """

    starts: float = 0.0
    start: float = 0.0
    pairs: float = 0.0
    now: float = 0.0
    cross: float = 0.0
    before: float = 0.0

    def __add__(self, other: Products) -> Products:
        return Products(*(getattr(self, k) + getattr(other, k) for k in self.__slots__))

    def best(self) -> tuple[float, float]:
        """Return tau and rho of largest likelihood of a stationary AR(1)."""

        def square(rho: float) -> float:
            moved = (self.now - 2 * rho * self.cross + rho**2 * self.before) / (1 - rho**2)
            return (self.start + moved) / (self.starts + self.pairs)

        def loss(rho: float) -> float:
            total = self.starts + self.pairs
            return total * np.log(square(rho)) + self.pairs * np.log(1 - rho**2)

        rho = float(minimize_scalar(loss, bounds=(0.0, _LONGEST), method="bounded").x)
        return max(float(np.sqrt(square(rho))), SMALLEST), rho


def products(smoothed: Smoothed, first: Ints, last: Ints) -> Products:
    """Sum over the periods from a state's first to its last, shapes (n,)."""
    time = np.arange(len(smoothed.mean))[:, None]
    square = smoothed.cov[:, :, 1, 1] + smoothed.mean[:, :, 1] ** 2
    cross = smoothed.lagged[:, :, 1, 1] + smoothed.mean[1:, :, 1] * smoothed.mean[:-1, :, 1]
    paired = (time[:-1] >= first) & (time[1:] <= last)
    begins = time == first
    return Products(
        starts=float(begins.sum()),
        start=float(square[begins].sum()),
        pairs=float(paired.sum()),
        now=float(square[1:][paired].sum()),
        cross=float(cross[paired].sum()),
        before=float(square[:-1][paired].sum()),
    )


def between(
    old: tuple[Floats, Floats], new: tuple[Floats, Floats], motion: Motion
) -> tuple[Floats, Floats, Floats]:
    """Return what two successive periods say about how deviations move.

    Parameters
    ----------
    old, new : (ndarray, ndarray)
        Filtered means, shape (n, 2), and covariances, shape (n, 2, 2), of the two periods.
    motion : Motion

    Returns
    -------
    before, cross, now : ndarray, shape (n,)
        Expected squares in the earlier period, products, and squares in the later one.
    """
    keep = np.array([1.0, motion.rho])
    m_ahead, p_ahead = motion.ahead(*old)
    gain = (old[1] * keep) @ _inverse(p_ahead)
    mean = old[0] + np.einsum("nij,nj->ni", gain, new[0] - m_ahead)
    cov = old[1] + gain @ (new[1] - p_ahead) @ gain.transpose(0, 2, 1)
    lagged = new[1] @ gain.transpose(0, 2, 1)
    before = cov[:, 1, 1] + mean[:, 1] ** 2
    cross = lagged[:, 1, 1] + new[0][:, 1] * mean[:, 1]
    return before, cross, new[1][:, 1, 1] + new[0][:, 1] ** 2
