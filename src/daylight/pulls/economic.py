"""Economic pull: the part of a state's trade that is with each other state."""

from __future__ import annotations

import numpy as np

from daylight.dependence.newest import LEAST_COVERED
from daylight.measures.goods import Goods, goods
from daylight.measures.measure import World
from daylight.pulls.drawn import scaled
from daylight.pulls.square import Floats, Ints, Roll

BACK = 3
"""Years that may pass since most of a state's trade was last known by partner."""


def economic(world: World, roll: Roll, rng: np.random.Generator) -> tuple[Floats, Floats, Ints]:
    """Return the trade shares of each state (rows) with each other (columns), and draws of them.

    Parameters
    ----------
    world : World
        With `trade` and `economies`.
    roll : Roll
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of shape (n, n), ndarray of shape (DRAWS, n, n), ndarray of shape (n,)
        Parts of all goods traded, NaN in the row of a state of which no year is known; and the
        year that each row is of: the newest, up to :data:`BACK` years back, in which partners
        are known for most of the state's trade.
    """
    n = len(roll)
    share, sd, when = np.full((n, n), np.nan), np.zeros((n, n)), np.zeros(n, np.int64)
    for year in range(roll.year, roll.year - BACK - 1, -1):
        read = goods(world, year, year)
        own = roll.square(_pairs(read), read.of_a.share, read.of_b.share)
        better = (when == 0) & (np.nansum(own, axis=1) >= LEAST_COVERED)
        share[better], when[better] = np.nan_to_num(own)[better], year
        sd[better] = np.nan_to_num(roll.square(_pairs(read), read.of_a.share_sd))[better]
        if (when > 0).all():
            break
    return share, scaled(share, sd, rng), when


def _pairs(read: Goods) -> dict[str, Ints]:
    return {"a": read.a, "b": read.b}
