"""Expected log response curves when an item's parameters are themselves uncertain.

Plugging in the mode of an item treats it as known, which favours positions that make few votes
decide everything (one state far out, with items that only it decides). To second order the
expectation of log p over a normal with covariance V is log p + tr(H V) / 2, H the second
derivatives of log p in (b, c1, c2). This is the mean-field variational bound; the covariance
between items and states that it leaves out comes back in :mod:`..inference.item_uncertainty`.
"""

from __future__ import annotations

import numpy as np

from ..data import Floats
from ..model.response import Curves


def expected_log(at: Curves, grid: Floats, covariance: Floats) -> Floats:
    """Take the expectation of log probabilities, shape (J, 3, G).

    Parameters
    ----------
    at : Curves
        The items' curves on `grid`.
    covariance : ndarray, shape (J, 3, 3)
        Of each item's (b, c1, c2).
    """
    out = np.log(at.p)
    v = covariance[:, :, :, None]
    var_b = v[:, 0, 0] * grid**2
    var1 = v[:, 1, 1] - 2 * grid * v[:, 0, 1] + var_b
    var2 = v[:, 2, 2] - 2 * grid * v[:, 0, 2] + var_b
    both = v[:, 1, 2] - grid * (v[:, 0, 1] + v[:, 0, 2]) + var_b
    yes, no = at.f1 / at.p[:, 0], at.f2 / at.p[:, 2]
    low, high = at.f1 / at.p[:, 1], at.f2 / at.p[:, 1]
    out[:, 0] -= 0.5 * np.maximum(yes * (yes + at.u1), 0) * var1
    out[:, 2] -= 0.5 * np.maximum(no * (no - at.u2), 0) * var2
    bend = low * (low - at.u1) * var1 + high * (high + at.u2) * var2 - 2 * low * high * both
    out[:, 1] -= 0.5 * np.maximum(bend, 0)
    return out
