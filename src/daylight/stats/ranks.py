"""Positions among all: the share of cases that lie below."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def share_below(values: Floats, reference: Floats) -> NDArray[np.float64]:
    """Return, for each value, the percentage of reference values strictly below it.

    Parameters
    ----------
    values : ndarray, shape (m,)
        NaN gives NaN.
    reference : ndarray, shape (n,)
        NaN entries do not count.

    Notes
    -----
    Strictly below, so that a pair without any tie stands at 0 however many others have
    none either; a mid-rank would put it near the middle.
    """
    known = np.sort(reference[~np.isnan(reference)])
    if not len(known):
        return np.full(len(values), np.nan)
    below = np.searchsorted(known, values, side="left") * (100.0 / len(known))
    return np.where(np.isnan(values), np.nan, below)
