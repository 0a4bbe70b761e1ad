"""Level one set of series to another where they overlap, pair by pair, with shrinkage.

For pair p let d_pt = log(reference_pt / other_pt) over the n_p years in which both are
positive, m_p their mean and m the mean of all m_p. The log factor is

    f_p = w m_p + (1 - w) m,    w = n_p / (n_p + k),

so a pair without overlap gets the overall factor. With s2 the pooled variance of d_pt
within pairs, that of one pair is drawn toward it as if it brought four degrees of freedom,

    v_p = (sum_t (d_pt - m_p)^2 + 4 s2) / (n_p - 1 + 4)    (s2 where n_p = 0),

and a levelled value has the log-sd sqrt(v_p + u_p), where u_p = (1 - w) t2 is what
remains unknown of the factor and t2 is the variance of the m_p between pairs, less the
part s2 / n_p that is noise. The best linear choice of k is s2 / t2 (the weight is then
that of a random-effects mean); callers say which k they use and why.

Reference: Efron & Morris (1975), Data analysis using Stein's estimator, JASA 70: 311-319.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PRIOR = 4.0
"""Degrees of freedom that the pooled variance is worth in the variance of one pair."""


@dataclass(frozen=True, slots=True)
class Level:
    """Factors that bring one set of series to the level of another.

    Attributes
    ----------
    log_factor : array, shape (pairs,)
        Add it to the log of the other series.
    log_sd : array, shape (pairs,)
        Standard deviation of the log of one levelled value.
    n : array, shape (pairs,)
        Number of overlap values used.
    overall : float
        The log factor of a pair without overlap.
    k : float
        The shrinkage used.
    """

    log_factor: Floats
    log_sd: Floats
    n: Ints
    overall: float
    k: float


def level(
    reference: Floats, other: Floats, pair: Ints, pairs: int, k: float | None = None
) -> Level:
    """Return the factor of each pair that levels `other` to `reference`.

    Parameters
    ----------
    reference, other : array, shape (values,)
        Values of the same pair and year in both sets; those not positive in both (or
        not finite) carry no level and are left out.
    pair : array of int, shape (values,)
        Number of the pair of each value, from 0 to `pairs` - 1.
    pairs : int
        How many pairs to return factors for.
    k : float, optional
        Number of years of overlap at which the pair and the whole weigh the same;
        estimated as s2 / t2 when absent.

    Raises
    ------
    BadInput
        When no value is positive in both sets: there is nothing to level on.
    """
    both = np.isfinite(reference) & np.isfinite(other) & (reference > 0) & (other > 0)
    if not both.any():
        raise BadInput("The two sets of series share no positive value to level on.")
    d = np.log(reference[both]) - np.log(other[both])
    p = pair[both]
    n = np.bincount(p, minlength=pairs)
    some = n > 0
    mean = np.zeros(pairs)
    mean[some] = np.bincount(p, d, minlength=pairs)[some] / n[some]
    overall = float(mean[some].mean())
    within, between = _variances(d, p, n, mean, overall)
    if k is None:
        k = within / between if between > 0 else math.inf
    weight = np.divide(n, n + k, out=np.zeros(pairs), where=some & np.isfinite(k))
    factor = weight * mean + (1 - weight) * overall
    squares = np.bincount(p, (d - mean[p]) ** 2, minlength=pairs)
    residual = (squares + PRIOR * within) / (np.maximum(n - 1, 0) + PRIOR)
    unknown = between * (1 - weight)
    return Level(factor, np.sqrt(residual + unknown), n, overall, float(k))


def _variances(d: Floats, p: Ints, n: Ints, mean: Floats, overall: float) -> tuple[float, float]:
    """Return the pooled variance within pairs and that of the pair means, less its noise."""
    some = n > 0
    free = int(n.sum() - some.sum())
    within = float(((d - mean[p]) ** 2).sum() / free) if free > 0 else 0.0
    raw = float(((mean[some] - overall) ** 2).mean())
    return within, max(raw - float((within / n[some]).mean()), 0.0)
