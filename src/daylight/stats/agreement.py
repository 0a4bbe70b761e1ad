"""Agreement of two voters from their joint counts: raw, chance-corrected, with intervals.

With P the 3x3 table of joint shares, r and q its margins, m their mean and D a matrix of
disagreement: observed disagreement is o = sum(P * D). Then S = 1 - 2 o (Signorino & Ritter
1999), Cohen's kappa = 1 - o / (r'Dq) and Scott's pi = 1 - o / (m'Dm) (Haege 2011), and plain
agreement = 1 - o.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.estimate import LEVEL
from daylight.stats.student import t_quantile

Distance = Literal["nominal", "absolute", "squared"]
Chance = Literal["none", "cohen", "scott", "s"]
Floats = NDArray[np.float64]

DISTANCES: tuple[Distance, ...] = ("nominal", "absolute", "squared")
CHANCES: tuple[Chance, ...] = ("none", "cohen", "scott", "s")

PRIOR = 1.0
"""Votes added in total, spread by the margins and evenly, before a standard error is taken:
a pair that agreed ten times in ten has not shown that it always will."""

_STEP = np.abs(np.subtract.outer(np.arange(3.0), np.arange(3.0))) / 2
_MATRICES = {"nominal": (_STEP > 0).astype(float), "absolute": _STEP, "squared": _STEP**2}


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of m pairs, arrays of shape (m,).

    Attributes
    ----------
    value : ndarray
        NaN where the score is undefined: no joint choice, or for the chance-corrected ones both
        voters always made one and the same choice.
    lo, hi : ndarray
        Ends of the interval, which holds `value`; NaN where that is.
    n : ndarray of int
        Number of joint choices.
    """

    value: Floats
    lo: Floats
    hi: Floats
    n: NDArray[np.int64]


def agreement(
    counts: NDArray[np.integer], distance: Distance, chance: Chance, level: float = LEVEL
) -> Scores:
    """Score pairs from their joint counts.

    Parameters
    ----------
    counts : ndarray of int, shape (m, 9)
        Joint counts as in :class:`daylight.stats.joint.JointCounts`.
    distance : {"nominal", "absolute", "squared"}
        D: 1 for any difference; half for yes-abstain; a quarter for yes-abstain.
    chance : {"none", "cohen", "scott", "s"}
        ``none`` is the share of agreement, 0 to 1; ``s`` is 1 - 2 o, -1 to 1; ``cohen`` and
        ``scott`` correct for the agreement expected from the margins, at most 1.
    level : float
        Probability of the interval.

    Returns
    -------
    Scores

    Raises
    ------
    BadInput
        When `distance` or `chance` is not one of the choices.

    Notes
    -----
    Intervals treat the roll calls as a sample of those that could have been held: the
    delta method for a multinomial table, with Student's t for n joint choices, on the table
    with :data:`PRIOR` votes added, so that few votes give a wide interval even where the pair
    always agreed. They do not cover the choice of what is put to a vote, which moves every score
    (see the agenda break of 2025).

    References
    ----------
    Signorino & Ritter 1999, ISQ 43:115-144. Haege 2011, Political Analysis 19:287-305.
    Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323-327 (variance of kappa).
    """
    one_of(distance, DISTANCES, "distance")
    one_of(chance, CHANCES, "chance")
    d = _MATRICES[distance]
    tables = np.asarray(counts, float).reshape(-1, 3, 3)
    n = tables.sum(axis=(1, 2))
    with np.errstate(invalid="ignore", divide="ignore"):
        value = _score(tables / n[:, None, None], d, chance)[0]
        centre, gradient, shares = _smoothed(tables, n, d, chance)
        spread = (shares * gradient**2).sum((1, 2)) - (shares * gradient).sum((1, 2)) ** 2
        half = t_quantile(n, 0.5 + level / 2) * np.sqrt(np.maximum(spread, 0) / (n + PRIOR))
    floor = 0.0 if chance == "none" else -1.0
    lo = np.fmin(np.maximum(centre - half, floor), value)
    hi = np.fmax(np.minimum(centre + half, 1.0), value)
    undefined = ~np.isfinite(value)
    lo[undefined] = hi[undefined] = value[undefined] = np.nan
    return Scores(value, lo, hi, n.astype(np.int64))


def _smoothed(
    tables: Floats, n: Floats, d: Floats, chance: Chance
) -> tuple[Floats, Floats, Floats]:
    """Score, its gradient and the shares after adding PRIOR votes spread evenly."""
    shares = (tables + PRIOR / 9) / (n + PRIOR)[:, None, None]
    value, gradient = _score(shares, d, chance)
    return value, gradient, shares


def _score(shares: Floats, d: Floats, chance: Chance) -> tuple[Floats, Floats]:
    """Return the score of each table and its gradient in the shares."""
    observed = (shares * d).sum((1, 2))
    if chance in ("none", "s"):
        factor = 1.0 if chance == "none" else 2.0
        return 1 - factor * observed, np.broadcast_to(-factor * d, shares.shape)
    rows, columns = shares.sum(2), shares.sum(1)
    if chance == "scott":
        rows = columns = (rows + columns) / 2
    expected = np.einsum("mi,ij,mj->m", rows, d, columns)
    expected = np.where(expected > 0, expected, np.nan)
    slope = (columns @ d)[:, :, None] + (rows @ d)[:, None, :]
    ratio = observed / expected
    gradient = (ratio[:, None, None] * slope - d) / expected[:, None, None]
    return 1 - ratio, gradient
