"""Quantiles of Student's t for whole degrees of freedom, without a library that is slow to load.

SciPy has them too, but loading its special functions takes longer than answering a question.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

EXACT = 40
"""Up to so many degrees of freedom the distribution is summed exactly; beyond, the expansion in
their inverse is right to seven digits (0.75 to 0.975)."""
_HALVINGS = 60


def t_quantile(n: NDArray[np.float64], p: float) -> NDArray[np.float64]:
    """Return the quantile of Student's t at p.

    Parameters
    ----------
    n : ndarray of whole numbers, shape (m,)
        Degrees of freedom.
    p : float
        Above 0.5.

    Returns
    -------
    ndarray, shape (m,)
        NaN where n is below 1.

    References
    ----------
    Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 26.7.3 to 26.7.5.
    """
    table = np.array(_small(p))
    small = table[np.minimum(n, EXACT).astype(np.int64)]
    return np.where(n <= EXACT, small, _expansion(np.maximum(n, EXACT), NormalDist().inv_cdf(p)))


@lru_cache(maxsize=8)
def _small(p: float) -> tuple[float, ...]:
    return (math.nan, *(_solved(n, 2 * p - 1) for n in range(1, EXACT + 1)))


def _solved(n: int, inside: float) -> float:
    """Return t with P(-t < T < t) = inside, by halving the angle whose tangent is t / sqrt(n)."""
    low, high = 0.0, math.pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, n) < inside else (low, middle)
    return math.sqrt(n) * math.tan((low + high) / 2)


def _within(angle: float, n: int) -> float:
    sine, cosine = math.sin(angle), math.cos(angle)
    term = cosine if n % 2 else 1.0
    total = 0.0
    for k in range(2 + n % 2, n + 1, 2):
        total += term
        term *= cosine**2 * (k - 1) / k
    return 2 / math.pi * (angle + sine * total) if n % 2 else sine * total


def _expansion(n: NDArray[np.float64], z: float) -> NDArray[np.float64]:
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum((term / n**k for k, term in enumerate(terms, 1)), np.zeros(n.shape))
