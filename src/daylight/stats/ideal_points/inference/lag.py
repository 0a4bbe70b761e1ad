"""How a state's position goes together with its position one row before, given all votes.

Given the items, a state's path is a Markov chain on the grid, before the votes and after. So
all that its joint posterior holds is in the rows' marginals and the joint weights of each two
rows in sequence. Where these are near normal, a Gaussian path that steps from row to row with
these correlations has the joint posterior of the whole path: a mean over years or a change over
ten years gets the right sd.

The items are taken as known here. Their uncertainty, which is in the sds, makes the votes of a
period say less about it and so ties it closer to the rows around it: in the UN, by a joint normal
approximation, correlations rise by 0.005 in the median and by more than 0.05 in 4.5 % of rows.
"""

from __future__ import annotations

import numpy as np

from ..data import Floats
from ..model.layout import Layout
from ..model.states import Chain, Smoothed
from .em import Converged


def lag_correlation(layout: Layout, fit: Converged) -> Floats:
    """Return the correlation of each row with the state's row before, NaN for its first.

    Exact on the grid, given the items.
    """
    product = _products(layout, fit.lattice, fit.path)
    seen = np.flatnonzero(layout.previous >= 0)
    old, mean, var = layout.previous[seen], fit.moments.mean, fit.moments.var
    out = np.full(len(mean), np.nan)
    out[seen] = (product[seen] - mean[old] * mean[seen]) / np.sqrt(var[old] * var[seen])
    return out


def _products(layout: Layout, chain: Chain, path: Smoothed) -> Floats:
    """Mean product of each row's position and the one before."""
    grid, out = chain.grid, np.full(len(path.forward), np.nan)
    for block, moves in zip(layout.blocks, chain.moves, strict=True):
        later, previous = path.later[block.rows], layout.previous[block.rows]
        for k, rows in moves:
            before = path.forward[previous[rows]]
            total = (before @ chain.kernels[k] * later[rows]).sum(1)
            both = ((before * grid) @ chain.kernels[k] * later[rows] * grid).sum(1)
            out[block.rows.start + rows] = both / total
    return out
