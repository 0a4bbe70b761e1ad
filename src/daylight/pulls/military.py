"""Military pull: whose strength stands behind a state, and whose arms it carries.

Half of it, or what the weight says, is *backing*. Be ``m[i, j]`` how far j stands behind i: the
largest of its promise to i in parts of a promise of defence, its troops in i, and its troops in
battle for i; less the part that military conflict of the two takes away. With ``c`` the share of
the world's capabilities (CINC),

    backing[i, j] = m[i, j] c[j] / (c[i] + sum over k of m[i, k] c[k]), and at most m[i, j],

so that a state's own strength is in the sum, and a great power leans on nobody much; and a weak
promise of a strong state stays a weak one. The rest is
the part of the arms of i that j supplies, by class of supplier. The form follows the security
hierarchy of Lake (2009), which takes troops and the lack of other allies together.
"""

from __future__ import annotations

from functools import reduce

import numpy as np

from daylight.ledgers.curves import TOP
from daylight.ledgers.items import item_of
from daylight.ledgers.stored import raw_of
from daylight.pulls.drawn import DRAWS, carried
from daylight.pulls.points import in_points, points
from daylight.pulls.square import Columns, Floats, Roll
from daylight.store.schemas.ledgers import PART_STEP

BACKING = 2 / 3
"""Weight of backing against arms; drawn anew for the interval."""
SPREAD = 12
"""Of a beta distribution around the weight: 90 % between 0.44 and 0.86."""
BEHIND = ("promise", "troops", "side_by_side")


def military(
    roll: Roll, items: Columns, ledgers: Columns, cinc: Floats, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Return the military pull of each state (columns) on each other (rows), and draws of it.

    Parameters
    ----------
    roll : Roll
    items, ledgers : mapping
        Rows of `ledger_items` and `ledgers` of the year.
    cinc : ndarray of float
        Share of the world's capabilities of each state.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of shape (n, n), ndarray of shape (DRAWS, n, n)
        Parts of one, 0 where nothing is known to bind the two.
    """
    behind = [_behind(roll, items, name, rng) for name in BEHIND]
    best = np.maximum.reduce([b for b, _ in behind])
    drawn = reduce(np.maximum, (d for _, d in behind))
    conflict, conflict_drawn = points(roll, ledgers, "military_conflict", rng)
    sold = _parts(_supplied(roll, items))
    strength = np.nan_to_num(cinc)
    weight = rng.beta(BACKING * SPREAD, (1 - BACKING) * SPREAD, (DRAWS, 1, 1)).astype(np.float32)
    return (
        _joined(_backing(best * (1 - conflict / TOP), strength), sold, BACKING),
        _joined(_backing(drawn * (1 - conflict_drawn / TOP), strength), sold, weight),
    )


def _behind(
    roll: Roll, items: Columns, name: str, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Return how far the column's state stands behind the row's by one item, in parts of most."""
    ways, most = _both_ways(items, name), item_of(name).maximum
    kept = in_points(items[f"{name}_carried"])
    gone = ~np.isnan(kept)
    forward, back = (np.where(gone, kept, way) for way in ways)
    ends = [np.where(gone, in_points(items[f"{name}_{end}"]), np.nan) for end in ("lo", "hi")]
    holds = np.where(gone, np.asarray(items[f"{name}_holds"], float) * PART_STEP, np.nan)
    best = np.nan_to_num(roll.square(items, forward, back)).T / most
    if not gone.any():
        return best, best
    lo, hi, holds = (roll.square(items, x) for x in (*ends, holds))
    return best, carried(best, lo / most, hi / most, holds, rng)


def _supplied(roll: Roll, items: Columns) -> Floats:
    return np.nan_to_num(roll.square(items, *_both_ways(items, "arms"))).T


def _both_ways(items: Columns, name: str) -> tuple[Floats, Floats]:
    """Return the points of an item of a towards b, and back; 0 where nothing is known."""
    curve = item_of(name).shape.points
    forward, back = (curve(raw_of(name, items[f"{name}_{way}"])) for way in ("ab", "ba"))
    return np.nan_to_num(forward), np.nan_to_num(back)


def _backing(behind: Floats, strength: Floats) -> Floats:
    lent = behind * strength.astype(behind.dtype)
    whole = strength[:, None].astype(behind.dtype) + lent.sum(axis=-1, keepdims=True)
    lent /= np.where(whole > 0, whole, 1)
    return np.minimum(lent, behind, out=lent)


def _parts(amounts: Floats) -> Floats:
    whole = np.broadcast_to(amounts.sum(axis=-1, keepdims=True), amounts.shape)
    return np.divide(amounts, whole, out=np.zeros_like(amounts), where=whole > 0)


def _joined(backing: Floats, sold: Floats, weight: Floats | float) -> Floats:
    """Return both together; a state with no supplier on the list is judged by backing alone."""
    armed = sold.any(axis=1, keepdims=True)
    return np.where(armed, weight * backing + (1 - weight) * sold, backing)
