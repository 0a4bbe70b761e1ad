"""Votes arranged for dense algebra: one row per state-period, one block per period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..data import ABSENT, Floats, Ints, VoteData
from ..options import FitOptions
from .background import Background, standardised


@dataclass(frozen=True, slots=True)
class Block:
    """The votes of one period.

    Attributes
    ----------
    rows : slice
        State-period rows of the period, n of them.
    items : ndarray of int, shape (J_p,)
        Numbers of the items voted on.
    chose : ndarray, shape (n, 3 * J_p)
        Votes as 0/1: yes, abstain, no of the first item, then of the second, and so on; an
        absence is three zeros.
    away : ndarray, shape (n, J_p), or None
        1 at the absences to be modelled, if any.
    """

    rows: slice
    items: Ints
    chose: Floats
    away: Floats | None = None

    @property
    def cube(self) -> Floats:
        """`chose` as an array of shape (rows, J_p, 3)."""
        return self.chose.reshape(len(self.chose), len(self.items), 3)


@dataclass(frozen=True, slots=True)
class Layout:
    """Votes of N state-periods on J items in T periods; rows sorted by period, then state.

    Attributes
    ----------
    states, periods, items : ndarray
        Sorted labels.
    row_state, row_period : ndarray of int, shape (N,)
        Index of the row's state and period in these.
    n_votes : ndarray of int, shape (N,)
    previous : ndarray of int, shape (N,)
        Row of the same state in its last period present, or -1.
    clock : ndarray, shape (N,)
        Innovation variance since `previous`; 0 where there is none.
    weight : ndarray, shape (N,)
        Share of the mean reversion, proportional to `n_votes`, mean 1.
    blocks : tuple of Block
    lean : ndarray, shape (N,), or None
        Positions by other votes, with mean 0 and sd 1; NaN where there is none.
    """

    states: NDArray[Any]
    periods: Ints
    items: NDArray[Any]
    row_state: Ints
    row_period: Ints
    n_votes: Ints
    previous: Ints
    clock: Floats
    weight: Floats
    blocks: tuple[Block, ...]
    lean: Floats | None = None


def arrange(votes: VoteData, options: FitOptions, background: Background | None = None) -> Layout:
    """Arrange votes; memory and time are linear in states x items per period.

    Parameters
    ----------
    votes : VoteData
        Informative ones, see :func:`informative`.
    options : FitOptions
        For the clock of the random walks.
    background : Background, optional
        Positions by other votes.
    """
    states, s = np.unique(votes.state, return_inverse=True)
    items, j = np.unique(votes.item, return_inverse=True)
    periods, t = np.unique(votes.period, return_inverse=True)
    cell_row = t.astype(np.int64) * len(states) + s
    keys, row = np.unique(cell_row, return_inverse=True)
    row_period, row_state = np.divmod(keys, len(states))
    cast = votes.vote != ABSENT
    n = np.bincount(row[cast], minlength=len(keys))
    previous = _previous(row_state, row_period)
    lean = None
    if background is not None:
        lean = standardised(background.at(states[row_state], periods[row_period]))
    return Layout(
        states,
        periods,
        items,
        row_state,
        row_period,
        n,
        previous,
        clock(n, previous, periods[row_period], options),
        n / n.mean(),
        _blocks(row_period, len(periods), t, row, j, votes.vote),
        lean,
    )


def _previous(row_state: Ints, row_period: Ints) -> Ints:
    order = np.lexsort((row_period, row_state))
    follows = row_state[order][1:] == row_state[order][:-1]
    previous = np.full(len(row_state), -1, dtype=np.int64)
    previous[order[1:][follows]] = order[:-1][follows]
    return previous


def clock(n: Ints, previous: Ints, when: Ints, options: FitOptions) -> Floats:
    """Innovation variance of each row since `previous`; 0 where there is none.

    Parameters
    ----------
    n : ndarray of int, shape (N,)
        Numbers of votes of the rows.
    previous : ndarray of int, shape (N,)
        Row of the same state in its last period present, or -1.
    when : ndarray of int, shape (N,)
        Periods of the rows: a gap of g periods counts g times.
    options : FitOptions

    Returns
    -------
    ndarray, shape (N,)
        In squared units of the scale.
    """
    gap = np.where(previous >= 0, when - when[previous], 0).astype(float)
    if options.clock == "calendar":
        return options.innovation * gap
    return 2 * options.innovation * gap * n / np.maximum(n + n[previous], 1)


def _blocks(
    row_period: Ints, n_periods: int, t: Ints, row: Ints, item: Ints, vote: Ints
) -> tuple[Block, ...]:
    row_edge = np.searchsorted(row_period, np.arange(n_periods + 1))
    order = np.argsort(t, kind="stable")
    cell_edge = np.searchsorted(t[order], np.arange(n_periods + 1))
    blocks = []
    for p in range(n_periods):
        cells = order[cell_edge[p] : cell_edge[p + 1]]
        rows = slice(int(row_edge[p]), int(row_edge[p + 1]))
        items, column = np.unique(item[cells], return_inverse=True)
        local_row, said = row[cells] - rows.start, vote[cells]
        cast = said != ABSENT
        chose = np.zeros((rows.stop - rows.start, 3 * len(items)))
        chose[local_row[cast], 3 * column[cast] + said[cast] - 1] = 1.0
        away = None
        if not cast.all():
            away = np.zeros((len(chose), len(items)))
            away[local_row[~cast], column[~cast]] = 1.0
        blocks.append(Block(rows, items, chose, away))
    return tuple(blocks)


def tail(layout: Layout, since: int) -> Layout:
    """Drop the periods before the one numbered `since`; rows lose predecessors there."""
    begin = layout.blocks[since].rows.start
    previous = layout.previous[begin:] - begin
    gone = previous < 0
    return replace(
        layout,
        periods=layout.periods[since:],
        row_state=layout.row_state[begin:],
        row_period=layout.row_period[begin:] - since,
        n_votes=layout.n_votes[begin:],
        previous=np.where(gone, -1, previous),
        clock=np.where(gone, 0.0, layout.clock[begin:]),
        weight=layout.weight[begin:],
        blocks=tuple(
            Block(slice(b.rows.start - begin, b.rows.stop - begin), b.items, b.chose)
            for b in layout.blocks[since:]
        ),
        lean=None if layout.lean is None else layout.lean[begin:],
    )
