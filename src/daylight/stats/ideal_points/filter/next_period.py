"""From the fit of some periods to a start for the fit of one period more.

A new period moves little but itself and the few periods before it. These are brought to rest
first, with everything earlier held, so that the iteration over all periods has little left to do.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..data import Floats, Ints
from ..inference.em import Begin, Converged, first_items, fitted_step, resume
from ..inference.start import start_posterior
from ..model.items import NEUTRAL, tallies
from ..model.layout import Block, Layout, tail
from ..model.states import Chain, chain, chain_on, kernel
from ..options import FitOptions

_NEAR = 5
"""Periods brought to rest first. What a later one says of a position fades by half in each."""


def start_next(layout: Layout, last: Converged, options: FitOptions) -> Begin:
    """Return where to start, given a fit to all periods of a layout but its last one.

    A state starts where it was last, a new one in the middle; new items start from there.

    Parameters
    ----------
    layout : Layout
        The items of `last` come first and in the same order.
    last : Converged
    options : FitOptions
    """
    place = _places(layout, last.moments.mean)
    new = np.tile(np.array(NEUTRAL), (len(layout.items) - len(last.items), 1))
    items = np.concatenate([last.items, new])
    since = max(0, len(layout.blocks) - _NEAR)
    near, used = _only_used(tail(layout, since))
    first = layout.blocks[since].rows.start
    lattice = _lattice(layout, near, first, last, options)
    known = lattice.coarse.gathered(last.path.posterior)
    held = _held(layout.blocks[:since], used, known)
    fresh = used >= len(last.items)
    start = tallies(near, start_posterior(place[first:], lattice.coarse.points)) + held
    items[used[fresh]] = first_items(items[used[fresh]], start[fresh], lattice, options)
    begin = Begin(place[first:], items[used], last.reversion, lattice, held=held)
    rest = resume(near, begin, options)
    items[used], place[first:] = rest.items, rest.moments.mean
    step = fitted_step(last.moments, layout, options)
    return Begin(place, items, last.reversion, chain(layout, step, options))


def _places(layout: Layout, known: Floats) -> Floats:
    old = np.append(known, 0.0)  # the 0 at the end is for -1, no row before
    return np.concatenate([known, old[layout.previous[len(known) :]]])


def _only_used(layout: Layout) -> tuple[Layout, Ints]:
    """Drop all items without a vote; return the old numbers of the rest."""
    used = np.unique(np.concatenate([b.items for b in layout.blocks]))
    blocks = tuple(Block(b.rows, np.searchsorted(used, b.items), b.chose) for b in layout.blocks)
    return replace(layout, items=layout.items[used], blocks=blocks), used


def _lattice(
    layout: Layout, near: Layout, first: int, last: Converged, options: FitOptions
) -> Chain:
    """Let the states enter the near periods as the votes before have left them."""
    grid = last.lattice.grid
    lattice = chain_on(near, grid, options)
    entry = lattice.entry.copy()
    previous, variance = layout.previous[first:], layout.clock[first:]
    before = (previous >= 0) & (previous < first)
    for value in np.unique(variance[before]).tolist():
        rows = np.flatnonzero(before & (variance == value))
        entry[rows] = last.path.forward[previous[rows]] @ kernel(grid, value)
    return replace(lattice, entry=entry)


def _held(blocks: tuple[Block, ...], used: Ints, known: Floats) -> Floats:
    """Tallies of the items `used` from votes in earlier periods, shape (J, 3, K).

    `known`, shape (N, K), are the posteriors of their rows, gathered at the coarse points.
    """
    size = known.shape[1]
    out = np.zeros((len(used), 3, size))
    for block in blocks:
        mine = np.isin(block.items, used)
        if mine.any():
            chose = block.cube[:, mine].reshape(len(block.chose), -1)
            part = (chose.T @ known[block.rows]).reshape(-1, 3, size)
            out[np.searchsorted(used, block.items[mine])] += part
    return out
