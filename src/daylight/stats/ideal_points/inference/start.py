"""Starting positions from the votes alone: the leading component of voting together."""

from __future__ import annotations

import numpy as np

from ..data import Floats
from ..model.layout import Layout

_FEW = 20
"""Pairs with fewer joint votes are shrunk towards no relation."""
_DOUBT = 0.3
"""Sd around a starting position."""


def starts(layout: Layout) -> tuple[Floats, ...]:
    """Return where the rows may start, each of shape (N,).

    From the votes alone; where positions by other votes are given, also from these. Few votes
    can be explained in more than one way, and which of two explanations is found depends on
    where one starts.
    """
    alone = from_votes(layout)
    if layout.lean is None:
        return (alone,)
    lean = np.nan_to_num(layout.lean)
    return lean, -alone if float((alone * lean).sum()) < 0 else alone


def from_votes(layout: Layout) -> Floats:
    """Return one constant position per state, pooled sd 1; shape (N,) over the rows.

    Votes are centred on the item's mean, so that the component is about who differs from whom.
    """
    size = len(layout.states)
    together, joint = np.zeros((size, size)), np.zeros((size, size))
    for block in layout.blocks:
        cube = block.cube
        cast = cube.sum(2)
        vote = cube[:, :, 2] - cube[:, :, 0]
        vote = (vote - vote.sum(0) / cast.sum(0)) * cast
        where = np.ix_(layout.row_state[block.rows], layout.row_state[block.rows])
        together[where] += vote @ vote.T
        joint[where] += cast @ cast.T
    _, vectors = np.linalg.eigh(together / np.maximum(joint, _FEW))
    theta = vectors[:, -1][layout.row_state]
    return np.asarray((theta - theta.mean()) / max(float(theta.std()), 1e-12))


def start_posterior(theta: Floats, grid: Floats) -> Floats:
    """Spread positions over the grid: weights of shape (N, G)."""
    inside = np.clip(theta, grid[0], grid[-1])
    weights = np.exp(-((grid - inside[:, None]) ** 2) / (2 * _DOUBT**2))
    return np.asarray(weights / weights.sum(1, keepdims=True))
