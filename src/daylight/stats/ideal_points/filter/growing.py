"""Cut a layout down to the votes up to some period, as if later votes had never been held."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data import Ints
from ..model.background import standardised
from ..model.layout import Block, Layout, clock
from ..options import FitOptions


@dataclass(frozen=True, slots=True)
class Growing:
    """A layout whose items are numbered in the order in which they first divide the states.

    `known[p]` items divide them by period p; an item on which all votes up to p are the same
    says nothing yet, and that a later vote will divide it must not show.
    """

    whole: Layout
    known: Ints
    options: FitOptions

    def until(self, p: int) -> Layout:
        """Return the layout of the votes cast up to the p-th period.

        A state all of whose votes of a period are on items that are unanimous so far keeps its
        row with `n_votes` 0, which is then no more than a step of its random walk.
        """
        whole, known = self.whole, int(self.known[p])
        blocks = tuple(_cut(block, known) for block in whole.blocks[: p + 1])
        rows = slice(0, blocks[-1].rows.stop)
        n = np.concatenate(
            [_count(a, b, whole) for a, b in zip(blocks, whole.blocks, strict=False)]
        )
        when = whole.periods[whole.row_period[rows]]
        return replace(
            whole,
            periods=whole.periods[: p + 1],
            items=whole.items[:known],
            row_state=whole.row_state[rows],
            row_period=whole.row_period[rows],
            n_votes=n,
            previous=whole.previous[rows],
            clock=clock(n, whole.previous[rows], when, self.options),
            weight=n / n[n > 0].mean(),
            blocks=blocks,
            lean=None if whole.lean is None else standardised(whole.lean[rows]),
        )


def growing(layout: Layout, options: FitOptions) -> Growing:
    """Sort the items of `layout` by the period in which they first divide the states."""
    seen = np.zeros((len(layout.items), 3), dtype=bool)
    first = np.full(len(layout.items), len(layout.blocks))
    for p, block in enumerate(layout.blocks):
        seen[block.items] |= block.cube.any(0)
        divided = seen[block.items].sum(1) > 1
        first[block.items[divided]] = np.minimum(first[block.items[divided]], p)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    blocks = tuple(Block(b.rows, rank[b.items], b.chose) for b in layout.blocks)
    known = np.searchsorted(first[order], np.arange(len(blocks)), side="right")
    return Growing(replace(layout, items=layout.items[order], blocks=blocks), known, options)


def _cut(block: Block, known: int) -> Block:
    keep = block.items < known
    if keep.all():
        return block
    chose = block.cube[:, keep].reshape(len(block.chose), 3 * int(keep.sum()))
    return Block(block.rows, block.items[keep], chose)


def _count(cut: Block, whole: Block, layout: Layout) -> Ints:
    if cut is whole:
        return layout.n_votes[whole.rows]
    return np.asarray(cut.chose.sum(1), dtype=np.int64)
