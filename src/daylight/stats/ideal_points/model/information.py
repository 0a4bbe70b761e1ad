"""Information of one period's votes about positions and items, at the fitted values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data import Floats, Ints
from ..options import FitOptions
from .answer_bound import bound_effect
from .layout import Block
from .response import curves


@dataclass(frozen=True, slots=True)
class Information:
    """Expected (Fisher) information of a block of n rows and J_p items.

    Attributes
    ----------
    own : ndarray, shape (n,)
        About each row's position.
    cross : ndarray, shape (n, J_p, 3)
        Between a position and an item's (b, c1, c2).
    shared : ndarray, shape (J_p, 3, 3)
        About each item.
    """

    own: Floats
    cross: Floats
    shared: Floats


def information(
    block: Block, items: Floats, theta: Floats, bound: float | None = None
) -> Information:
    """Evaluate the information of the votes of one period.

    Parameters
    ----------
    block : Block
    items : ndarray, shape (J, 3)
        Rows (b, c1, c2) of all items, not only those of the block.
    theta : ndarray, shape (n,)
        Positions of the rows.
    bound : float, optional
        That of the latent answers, see :mod:`.answer_bound`.
    """
    mine = items[block.items]
    at = curves(mine, theta)
    cast = block.cube.sum(2).T
    inverse = 1 / at.p
    i11 = cast * at.f1**2 * (inverse[:, 0] + inverse[:, 1])
    i22 = cast * at.f2**2 * (inverse[:, 1] + inverse[:, 2])
    i12 = -cast * at.f1 * at.f2 * inverse[:, 1]
    low, high = i11 + i12, i22 + i12
    line = low + high
    b = mine[:, :1]
    if bound is not None:
        line = line + cast * bound_effect(b * theta, bound).bend
    own = (b * b * line).sum(0)
    cross = np.stack([b * theta * line, -b * low, -b * high], 2).transpose(1, 0, 2)
    shared = np.empty((len(mine), 3, 3))
    shared[:, 0, 0] = line @ theta**2
    shared[:, 0, 1] = shared[:, 1, 0] = -(low @ theta)
    shared[:, 0, 2] = shared[:, 2, 0] = -(high @ theta)
    shared[:, 1, 1], shared[:, 2, 2] = i11.sum(1), i22.sum(1)
    shared[:, 1, 2] = shared[:, 2, 1] = i12.sum(1)
    return Information(own, cross, shared)


def item_prior_information(items: Floats, options: FitOptions) -> Floats:
    """Curvature of the items' log prior: shape (J, 3, 3)."""
    barrier = (items[:, 2] - items[:, 1]) ** -2
    out = np.zeros((len(items), 3, 3))
    out[:, 0, 0] = options.discrimination_sd**-2
    out[:, 1, 1] = out[:, 2, 2] = options.cutpoint_sd**-2 + barrier
    out[:, 1, 2] = out[:, 2, 1] = -barrier
    return out


def repeated_items(blocks: tuple[Block, ...], n_items: int) -> Ints:
    """Return the numbers, in order, of the items voted in more than one period."""
    times = np.zeros(n_items, dtype=np.int64)
    for block in blocks:
        times[block.items] += 1
    return np.flatnonzero(times > 1)
