"""Ordered probit: how likely yes, abstain and no are at a position.

With discrimination b and cutpoints c1 < c2 of an item, a state at theta says yes with
probability Phi(c1 - b theta), no with Phi(b theta - c2), and abstains otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from ..data import Floats

FLOOR = 1e-16
"""Smallest probability: keeps one impossible vote from ruling out every position."""
REACH = 8.0
"""Beyond this many probit units a probability is at the floor anyway."""
_DENSITY = 1 / np.sqrt(2 * np.pi)


@dataclass(frozen=True, slots=True)
class Curves:
    """Response curves of m items at G positions.

    Attributes
    ----------
    p : ndarray, shape (m, 3, G)
        Probabilities of yes, abstain and no, at least :data:`FLOOR`.
    u1, u2 : ndarray, shape (m, G)
        c1 - b theta and c2 - b theta, within plus or minus :data:`REACH`.
    f1, f2 : ndarray, shape (m, G)
        Normal densities at these.
    """

    p: Floats
    u1: Floats
    u2: Floats
    f1: Floats
    f2: Floats


def curves(items: Floats, theta: Floats) -> Curves:
    """Evaluate items at positions.

    Parameters
    ----------
    items : ndarray, shape (m, 3)
        Rows (b, c1, c2), c1 < c2.
    theta : ndarray, shape (G,)
    """
    line = items[:, :1] * theta
    u1 = np.clip(items[:, 1:2] - line, -REACH, REACH)
    u2 = np.clip(items[:, 2:3] - line, -REACH, REACH)
    p = np.empty((len(items), 3, len(theta)))
    p[:, 0] = ndtr(u1)
    p[:, 2] = ndtr(-u2)
    # the difference is taken in the nearer tail, where it does not cancel
    p[:, 1] = np.where(u1 > 0, ndtr(-u1) - p[:, 2], ndtr(u2) - p[:, 0])
    np.maximum(p, FLOOR, out=p)
    f1 = np.exp(-0.5 * u1 * u1) * _DENSITY
    f2 = np.exp(-0.5 * u2 * u2) * _DENSITY
    return Curves(p, u1, u2, f1, f2)
