"""Latent answers kept within a bound, as the sampler of the published estimates keeps them.

That sampler draws the latent answer of each vote around b theta and cuts it at plus or minus 9.
With items of discrimination 3 a state at 3 expects an answer of 9 already: farther out each of its
answers is cut, and so each pulls it back. The cut stands for no assumption about votes; it belongs
to the way they were computed. Here its mean effect is a term in the log likelihood of a vote,
-psi(x) with x = |b theta| - bound, whose slope is what the cut takes away on average:
psi'(x) = E max(x + e, 0) for a standard normal e = x Phi(x) + phi(x).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from ..data import Floats

_DENSITY = 1 / np.sqrt(2 * np.pi)


@dataclass(frozen=True, slots=True)
class BoundEffect:
    """Effect of the bound at lines b theta, arrays of one shape.

    Attributes
    ----------
    log : ndarray
        -psi, what is added to the log likelihood of a vote.
    slope, bend : ndarray
        First and second derivative of psi in the line.
    """

    log: Floats
    slope: Floats
    bend: Floats


def bound_effect(line: Floats, bound: float) -> BoundEffect:
    """Return what a bound, above 0, adds to the log likelihood of a vote at each `line`."""
    x = np.abs(line) - bound
    inside, density = ndtr(x), np.exp(-0.5 * np.square(np.maximum(x, -40.0))) * _DENSITY
    psi = ((x * x + 1) * inside + x * density) / 2
    return BoundEffect(-psi, np.sign(line) * (x * inside + density), inside)
