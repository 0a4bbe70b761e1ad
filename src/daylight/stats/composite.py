"""A composite index: the weighted mean of the standings that are known.

Each component of a case is first put on one scale: its standing among all cases, 0 to 100
(:func:`daylight.stats.ranks.standing`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.stats.sums import dot

Floats = NDArray[np.floating[Any]]

SPREAD = 20.0
"""Concentration of weights that are drawn around the stated ones: a weight of one half is drawn
between about 0.32 and 0.68 (90 %)."""


def weighted(positions: Floats, weights: Floats) -> NDArray[np.float64]:
    """Return the weighted mean of each row, (n, c), over its known columns; NaN without any."""
    known = ~np.isnan(positions)
    total = dot(known, weights)
    with np.errstate(invalid="ignore"):
        return dot(np.nan_to_num(positions), weights) / np.where(total > 0, total, np.nan)
