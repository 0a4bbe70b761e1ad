"""Chances from counts: a rate for each number of points, times how open the bloc has been.

With n cases and e events of a horizon of h years known so far, an event counting in up to h of
them, the rate of p points is

    r_p = (e_p + h / 2) / (n_p + h / 2 r),    r = all events / all cases,

made to rise with p by pooling neighbours that are out of order. The openness of a bloc is

    m = (e_b + 4 h) / (sum of r_p over its cases + 4 h),

near 1 for a bloc with few cases, and the chance is 1 - (1 - r_p) ** m.
"""

from __future__ import annotations

import numpy as np

from daylight.accession.signs import Floats

HALF = 0.5
"""Events of one's own that each number of points, and all together, begin with."""
OPEN = 4.0
"""Events that a bloc begins with, at the rate of all: its openness has a gamma prior of this."""


def overall(n: Floats, events: Floats) -> Floats:
    """Return the share of all cases, from counts by bloc and points in the last two axes."""
    both = (-2, -1)
    return np.asarray((events.sum(both) + HALF) / (n.sum(both) + 2 * HALF))


def by_points(n: Floats, events: Floats, horizon: int, rise: bool = True) -> Floats:
    """Return the rate of each number of points, from counts in the last axis.

    Parameters
    ----------
    n, events : ndarray, shape (..., p)
    horizon : int
    rise : bool
        Whether more points cannot mean less.
    """
    least = HALF * horizon
    share = (events.sum(-1, keepdims=True) + HALF) / (n.sum(-1, keepdims=True) + 2 * HALF)
    more_n, more = n + least / share, events + least
    return rising(more_n, more) if rise else more / more_n


def rising(n: Floats, events: Floats) -> Floats:
    """Return the shares nearest to those of the counts that never fall along the last axis.

    Isotonic regression, as the greatest over where a block begins of the least over where it ends
    (Robertson, Wright & Dykstra 1988, Order Restricted Statistical Inference, 1.4).
    """
    levels = n.shape[-1]
    ends = np.stack([np.cumsum(part, axis=-1) for part in (events, n)])
    starts = np.concatenate([np.zeros_like(ends[..., :1]), ends[..., :-1]], axis=-1)
    blocks = ends[..., None, :] - starts[..., :, None]
    share = blocks[0] / np.where(blocks[1] > 0, blocks[1], 1)
    return np.stack([share[..., : k + 1, k:].min(-1).max(-1) for k in range(levels)], axis=-1)


def openness(expected: Floats, events: Floats, horizon: int) -> Floats:
    """Return how many times more of a bloc's cases came than expected, drawn towards 1."""
    prior = OPEN * horizon
    return (events + prior) / (expected + prior)


def chance(rate: Floats, times: Floats) -> Floats:
    """Return the chance of a rate where it comes so many times oftener."""
    return np.asarray(1 - (1 - rate) ** times)
