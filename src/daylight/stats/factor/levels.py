"""Levels of all units with intervals, from what came before and from all times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .chain import Weights, sums
from .model import GRID, Factor
from .panel import MISSING, Panel


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels of U units at T times, arrays of shape (U, T), in pooled standard deviations.

    Attributes
    ----------
    mean, sd : ndarray
        Posterior mean and sd given the indicators of all times.
    rho : ndarray
        Posterior correlation with the level one time before; NaN at the first time. The
        posterior of a path is a Markov chain, so means, sds and these correlations give a
        normal path back (see :func:`daylight.stats.records.paths`).
    mean_then, sd_then : ndarray
        Given the indicators up to the time itself (filtered). The loadings come from all times.
    support : ndarray
        Information in the indicators seen at that time, as a share of that in all of them:
        0 where none is seen, and the level is then carried over from other times.
    """

    mean: NDArray[np.float64]
    sd: NDArray[np.float64]
    rho: NDArray[np.float64]
    mean_then: NDArray[np.float64]
    sd_then: NDArray[np.float64]
    support: NDArray[np.float64]


def levels(panel: Panel, factor: Factor) -> Levels:
    """Return the levels of all units given the parameters.

    Parameters
    ----------
    panel : Panel
    factor : Factor
        Sds are widened by its strain, but not beyond 1, the sd where nothing is known.

    Returns
    -------
    Levels
    """
    parts = []
    for part in sums(panel, factor):
        mean, var = _moments(part.both)
        mean_then, var_then = _moments(part.forward)
        before = np.vstack([np.full(mean.shape[1], np.nan), mean[:-1] * mean[1:]])
        lag = np.vstack([np.full(mean.shape[1], np.nan), np.sqrt(var[:-1] * var[1:])])
        rho = np.clip((part.product - before) / lag, -1.0, 1.0)
        parts.append(np.stack([mean, var, rho, mean_then, var_then]))
    mean, var, rho, mean_then, var_then = np.concatenate(parts, axis=2).transpose(0, 2, 1)
    wide, wide_then = (np.minimum(factor.strain * np.sqrt(v), 1.0) for v in (var, var_then))
    weight = np.array([one.loading**2 for one in factor.loadings])
    support = (panel.category != MISSING) @ (weight / weight.sum())
    return Levels(mean, wide, rho, mean_then, wide_then, support)


def _moments(weights: Weights) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    grid = GRID.astype(np.float32)
    mean = (weights @ grid).astype(np.float64)
    second = (weights @ grid**2).astype(np.float64)
    return mean, np.maximum(second - mean**2, 1e-4)
