"""Response curves on a coarse grid, positions on a fine one.

The more a state votes, the sharper its posterior and the finer the grid that sums over it. The
curves of the items do not become sharper. So they are evaluated on a coarse grid that stays as it
is, and sums of their logs are interpolated to the fine one; the cost of a vote does not grow with
the number of votes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import make_interp_spline

from ..data import Floats

_STEP = 0.15
"""Coarse points are this far apart; a grid no finer than that is its own coarse grid."""
_DEGREE = 5


@dataclass(frozen=True, slots=True)
class CoarseGrid:
    """Points, shape (K,), and the weights, shape (G, K), of a spline through them on the fine grid.

    `weight` is None where the coarse grid is the fine one.
    """

    points: Floats
    weight: Floats | None

    def interpolated(self, value: Floats) -> Floats:
        """Interpolate values at the coarse points, shape (n, K), to the fine grid, shape (n, G)."""
        return value if self.weight is None else value @ self.weight.T

    def gathered(self, mass: Floats) -> Floats:
        """Move weights on the fine grid, shape (n, G), to the coarse points, shape (n, K).

        The sum of any curve, interpolated, by `mass` is the sum of the curve at the coarse points
        by the result. Single weights may be negative.
        """
        return mass if self.weight is None else mass @ self.weight


def coarse_grid(grid: Floats) -> CoarseGrid:
    """Choose the coarse points of an even grid, shape (G,)."""
    if grid[1] - grid[0] >= _STEP:
        return CoarseGrid(grid, None)
    points = np.linspace(grid[0], grid[-1], int(np.ceil((grid[-1] - grid[0]) / _STEP)) + 1)
    spline = make_interp_spline(points, np.eye(len(points)), _DEGREE)
    return CoarseGrid(points, np.asarray(spline(grid)))
