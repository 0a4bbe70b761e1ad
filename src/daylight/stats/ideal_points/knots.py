"""Response curves at few places, positions on a fine grid.

The more a state votes, the sharper its posterior and the finer the grid that sums over it. The
curves of the items do not become sharper. So they are evaluated at knots that stay where they
are, and sums of their logs are interpolated to the grid; the cost of a vote does not grow with
the number of votes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import make_interp_spline

from .data import Floats

_STEP = 0.15
"""Knots are this far apart; on a coarser grid they are the grid itself."""
_DEGREE = 5


@dataclass(frozen=True, slots=True)
class Knots:
    """Places, shape (K,), and the weights, shape (G, K), of a spline through them on the grid.

    `weight` is None where the knots are the grid.
    """

    place: Floats
    weight: Floats | None

    def between(self, value: Floats) -> Floats:
        """Interpolate values at the knots, shape (n, K), to the grid, shape (n, G)."""
        return value if self.weight is None else value @ self.weight.T

    def gathered(self, mass: Floats) -> Floats:
        """Move weights on the grid, shape (n, G), to the knots, shape (n, K).

        The sum of any curve, interpolated, by `mass` is the sum of the curve at the knots by
        the result. Single weights may be negative.
        """
        return mass if self.weight is None else mass @ self.weight


def knots(grid: Floats) -> Knots:
    """Choose the knots of an even grid."""
    if grid[1] - grid[0] >= _STEP:
        return Knots(grid, None)
    place = np.linspace(grid[0], grid[-1], int(np.ceil((grid[-1] - grid[0]) / _STEP)) + 1)
    return Knots(place, np.asarray(make_interp_spline(place, np.eye(len(place)), _DEGREE)(grid)))
