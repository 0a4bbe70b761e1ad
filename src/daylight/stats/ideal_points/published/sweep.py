"""One sweep of the published sampler over positions, cutpoints, latent answers and items."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import log_ndtr, ndtr, ndtri

from ..data import Floats, Ints

_STEP = 0.2 / 3
"""Sd of the Metropolis steps of the cutpoints."""
_CUT, _PLACE, _ANSWER = 7.0, 5.0, 9.0
"""Cutpoints, positions and latent answers are kept within plus or minus these."""
_LEAST, _MOST = 1e-150, 1 - 1e-16
"""Probabilities are kept between these, so that logs and normal quantiles are finite."""


@dataclass(slots=True)
class Sampler:
    """State of the chain, for n votes of N rows on J items.

    Attributes
    ----------
    rng : Generator
    row, item, vote : ndarray of int, shape (n,)
        Numbers of row and item; 0 yes, 1 abstain, 2 no.
    before : ndarray of int, shape (N,)
        Row whose conditional mean is the prior mean of each row.
    variance : ndarray, shape (N,)
        Of that prior.
    mean : ndarray, shape (N,)
        Conditional means of the last sweep.
    b, cut : ndarray, shapes (J,) and (J, 2)
        Discriminations and cutpoints.
    z : ndarray, shape (n,)
        Latent answers.
    """

    rng: np.random.Generator
    row: Ints
    item: Ints
    vote: Ints
    before: Ints
    variance: Floats
    mean: Floats
    b: Floats
    cut: Floats
    z: Floats

    def sweep(self) -> Floats:
        """Move everything once; return the standardised positions, shape (N,)."""
        theta = self._positions()
        place = theta[self.row]
        expected = self.b[self.item] * place
        self._move_cutpoints(expected)
        self.z = self._answers(expected)
        spread = 1 / (np.bincount(self.item, place**2, len(self.b)) + 1)
        centre = spread * np.bincount(self.item, place * self.z, len(self.b))
        self.b = centre + np.sqrt(spread) * self.rng.standard_normal(len(self.b))
        return theta

    def _positions(self) -> Floats:
        b, n = self.b[self.item], len(self.mean)
        precision = np.bincount(self.row, b * b, n) + 1 / self.variance
        said = np.bincount(self.row, b * self.z, n)
        self.mean = (said + self.mean[self.before] / self.variance) / precision
        theta = self.mean + self.rng.standard_normal(n) / np.sqrt(precision)
        theta = np.clip(theta, -_PLACE, _PLACE)
        return np.asarray((theta - theta.mean()) / theta.std(ddof=1))

    def _move_cutpoints(self, expected: Floats) -> None:
        old, new, size = self.cut, np.empty_like(self.cut), len(self.cut)
        new[:, 0] = self._near(old[:, 0], np.full(size, -_CUT), old[:, 1])
        new[:, 1] = self._near(old[:, 1], new[:, 0], np.full(size, _CUT))
        better = self._chance(new, expected) / self._chance(old, expected)
        gain = np.bincount(self.item, np.log(better), size)
        # the bound of the second step there and back, as the published code has it; that of the
        # first is left out there too, which favours gaps narrower than a step
        gain += log_ndtr((old[:, 1] - new[:, 0]) / _STEP)
        gain -= log_ndtr((new[:, 1] - old[:, 0]) / _STEP)
        taken = np.log(self.rng.random(size)) < gain
        self.cut = np.where(taken[:, None], new, old)

    def _near(self, centre: Floats, lo: Floats, hi: Floats) -> Floats:
        """Step from `centre`, kept between `lo` and `hi`."""
        step = self._between((lo - centre) / _STEP, (hi - centre) / _STEP)
        return np.clip(centre + _STEP * step, lo, hi)

    def _answers(self, expected: Floats) -> Floats:
        lo, hi, side = self._bounds(self.cut, expected)
        return np.clip(expected + side * self._between(lo, hi), -_ANSWER, _ANSWER)

    def _chance(self, cut: Floats, expected: Floats) -> Floats:
        """Probability of each vote, at least 1e-150."""
        lo, hi, _ = self._bounds(cut, expected)
        return np.asarray(np.maximum(ndtr(hi) - ndtr(lo), _LEAST))

    def _between(self, lo: Floats, hi: Floats) -> Floats:
        """Draw standard normals between `lo` and `hi`."""
        a = ndtr(lo)
        u = a + self.rng.random(len(lo)) * (ndtr(hi) - a)
        return np.asarray(ndtri(np.clip(u, _LEAST, _MOST)))

    def _bounds(self, cut: Floats, expected: Floats) -> tuple[Floats, Floats, Floats]:
        """Bounds of the error of each answer, turned to the lower tail where they are positive.

        There probabilities do not cancel. The third array is -1 where turned, else 1.
        """
        ends = np.pad(cut, ((0, 0), (1, 1)), constant_values=(-np.inf, np.inf)).ravel()
        place = 4 * self.item + self.vote
        lo, hi = ends[place] - expected, ends[place + 1] - expected
        turned = lo > 0
        side = np.where(turned, -1.0, 1.0)
        return np.where(turned, -hi, lo), np.where(turned, -lo, hi), side
