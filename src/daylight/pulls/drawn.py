"""Values with what may be wrong with them: one best, and many as they might be."""

from __future__ import annotations

import numpy as np

from daylight.pulls.square import Floats
from daylight.stats.clustered import ends

DRAWS, SEED = 100, 20170201


def generator(year: int) -> np.random.Generator:
    """Return the source of draws of a year; years are drawn apart from each other."""
    return np.random.default_rng((SEED, year))


def carried(
    best: Floats, lo: Floats, hi: Floats, holds: Floats, rng: np.random.Generator
) -> Floats:
    """Draw values that may no longer hold.

    Parameters
    ----------
    best, lo, hi : ndarray of float
        The value that is carried, and the ends of its band.
    holds : ndarray of float
        Chance that it is still what is carried, 0 to 1; NaN where it is seen, so that it stands.

    Returns
    -------
    ndarray, shape (DRAWS, ...)
        The carried value with the chance that it holds, else one of a triangle that has its peak
        there and its feet at the ends of the band: most changes are small ones.
    """
    out = np.repeat(best[None].astype(np.float32), DRAWS, axis=0)
    open_ = ~np.isnan(holds) & (hi > lo)
    mode, low, high = (x[open_].astype(np.float32) for x in (best, lo, hi))
    low, high = np.minimum(low, mode), np.maximum(high, mode)
    shape = (DRAWS, len(mode))
    u, width, rise = rng.random(shape, np.float32), high - low, mode - low
    falls = u > rise / width
    other = np.where(
        falls,
        high - np.sqrt((1 - u) * width * (high - mode)),
        low + np.sqrt(u * width * rise),
    )
    out[:, open_] = np.where(rng.random(shape, np.float32) < holds[open_], mode, other)
    return out


def scaled(best: Floats, log_sd: Floats, rng: np.random.Generator) -> Floats:
    """Draw parts of a whole whose logarithm errs with a standard deviation; at most 1."""
    z = rng.standard_normal((DRAWS, *best.shape), np.float32)
    found: Floats = np.minimum(best * np.exp(z * log_sd.astype(np.float32)), 1.0)
    return found


def band(best: float, draws: Floats) -> tuple[float, float]:
    """Return the ends of the 90 % interval, around the best value."""
    lo, hi = ends(draws)
    return min(lo, best), max(hi, best)
