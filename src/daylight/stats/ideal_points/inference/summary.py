"""Numbers of the result from grid weights."""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri

from ..data import Floats
from ..result import RESOLVED
from .em import Converged
from .identify import Moments

_WIDE = 2.5
"""From this many grid steps per sd the grid's own quantiles are exact enough."""


def values(fit: Converged, rows: slice, wider: Floats, level: float) -> Floats:
    """Return theta, sd, lo, hi of some rows on the standardised scale.

    Parameters
    ----------
    fit : Converged
    rows : slice
        n rows.
    wider : ndarray, shape (n,)
        Multiplies sds and the arms of the intervals for the items' uncertainty.
    level : float
        Coverage of the intervals.

    Returns
    -------
    ndarray, shape (n, 4)
    """
    whole = fit.moments
    mine = Moments(whole.mean[rows], whole.var[rows], whole.shift, whole.scale)
    lo, hi = bounds(fit.path.posterior[rows], fit.lattice.grid, mine, level)
    ends = [mine.mean + wider * (x - mine.mean) for x in (lo, hi)]
    place = [(x - whole.shift) / whole.scale for x in (mine.mean, *ends)]
    return np.stack([place[0], wider * np.sqrt(mine.var) / whole.scale, place[1], place[2]], 1)


def unresolved(fit: Converged, rows: slice) -> int:
    """Count the `rows` whose sd is too narrow for the grid."""
    step = fit.lattice.grid[1] - fit.lattice.grid[0]
    return int((np.sqrt(fit.moments.var[rows]) < RESOLVED * step).sum())


def bounds(
    posterior: Floats, grid: Floats, moments: Moments, level: float
) -> tuple[Floats, Floats]:
    """Return equal-tailed bounds, each of shape (N,), of each row of grid weights.

    Wide posteriors are read off the grid. Narrow ones, which span few grid points and are close
    to normal, use the normal quantile corrected for skewness (Cornish & Fisher 1938, Revue de
    l'Institut International de Statistique 5:307-320).

    Parameters
    ----------
    posterior : ndarray, shape (N, G)
    grid : ndarray, shape (G,)
    moments : Moments
        Of `posterior`.
    level : float
        Coverage.
    """
    tail = (1 - level) / 2
    sd = np.sqrt(moments.var)
    third = posterior @ grid**3 - 3 * moments.mean * moments.var - moments.mean**3
    skew = np.clip(third / sd**3, -1.0, 1.0)
    z = float(ndtri(1 - tail))
    bend = (z * z - 1) / 6 * skew
    lo, hi = moments.mean + sd * (bend - z), moments.mean + sd * (bend + z)
    step = grid[1] - grid[0]
    wide = np.flatnonzero(sd > _WIDE * step)
    if len(wide):
        mass = np.cumsum(posterior[wide], 1)
        edge = grid + step / 2
        lo[wide] = [np.interp(tail, row, edge) for row in mass]
        hi[wide] = [np.interp(1 - tail, row, edge) for row in mass]
    return lo, hi
