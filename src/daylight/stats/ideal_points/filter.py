"""One-sided positions: what could be known of each period when it ended."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from .data import Floats, Ints, VoteData, informative
from .identify import rescale, sign
from .items import NEUTRAL
from .layout import Layout, arrange
from .onestep import Past, Step, one_period
from .options import FitOptions
from .result import RESOLVED, Diagnostics, IdealPoints, Items
from .start import start_positions, start_posterior
from .states import Chain, chain

_STEP = 0.06
"""At 0.1 the most divided sessions, with sds of 0.04, fall onto single grid points."""
_FEW = 3
"""With fewer states seen before, a period sets its own metric."""


class _Pass:
    """What is carried from period to period, always in one metric."""

    def __init__(self, layout: Layout, lattice: Chain) -> None:
        grid = lattice.grid
        self.density = np.zeros((len(layout.states), len(grid)))
        self.items = np.tile(np.array(NEUTRAL), (len(layout.items), 1))
        self.memory = np.zeros((len(layout.items), 3, len(grid)), dtype=np.float32)
        self.mean = np.empty(len(layout.n_votes))
        self.var = np.empty(len(layout.n_votes))
        self.past = Past()

    def link(self, who: Ints, posterior: Floats, grid: Floats) -> tuple[float, float]:
        """Shift and scale that put a period on the metric of the periods before.

        They give the states seen before the mean and variance that they had when last seen: a
        random walk with new items cannot tell a wider assembly from a wider scale, and would
        let the scale grow a few per cent each period.
        """
        back = np.flatnonzero(self.density[who].any(1))
        if len(back) < _FEW:
            back, old = np.arange(len(who)), (0.0, 1.0)
        else:
            old = _pooled(self.density[who[back]], grid)
        new = _pooled(posterior[back], grid)
        scale = new[1] / old[1]
        return new[0] - scale * old[0], scale

    def store(self, who: Ints, step: Step, items: Ints, carry: Floats, link: Floats) -> None:
        """Keep a period in the common metric."""
        self.density[who] = step.posterior @ carry
        self.items[items] = rescale(self.items[items], float(link[0]), float(link[1]))
        self.memory[items] = self.memory[items] @ carry
        self.past = Past(self.past.push + step.push, self.past.held + step.held)


def _pooled(density: Floats, grid: Floats) -> tuple[float, float]:
    total = density.mean(0)
    mean = float(total @ grid)
    return mean, float(np.sqrt(total @ (grid - mean) ** 2))


def filtered(votes: VoteData, options: FitOptions | None = None) -> IdealPoints:
    """Estimate each period from the votes cast up to its end, in one pass over time.

    Entering period t, each state carries its filtered distribution of the period before, moved
    on by the random walk. Positions and the items of t are then estimated together from the
    votes of t; an item already voted earlier keeps what earlier votes said about it. The scale
    is chained: the states seen before keep their mean and spread, so a common widening or shift
    of the whole assembly does not show. It is reported standardised over the rows up to t.

    No later vote enters period t: not directly, nor through item parameters, the scale or the
    mean reversion (set from earlier periods). What does leak:
    the sign, one bit for the whole run; and what went into `votes` itself, such as an item
    bridged or kept because of a vote held later.

    The scale of period t rests on fewer votes than in a smoothed fit: compare distances
    and ranks within a period rather than levels across periods. For one date
    ``fit(votes.until(t))`` leaks nothing at all and is the better estimate of t: its items rest
    on several periods of smoothed positions.

    Parameters and errors are those of :func:`fit`. Item parameters are on the scale of the last
    period, each as last estimated.
    """
    began = time.perf_counter()
    options = options or FitOptions()
    kept = informative(votes)
    layout = arrange(kept, options)
    lattice = chain(layout, _STEP, options)
    state = _Pass(layout, lattice)
    out = np.empty((len(layout.n_votes), 4))
    steps = []
    for p, block in enumerate(layout.blocks):
        who = layout.row_state[block.rows]
        ahead = _predicted(layout, lattice, state.density[who], p)
        begin = _first(kept, options, lattice.grid) if p == 0 else ahead
        step = one_period(
            layout,
            block,
            lattice.grid,
            ahead,
            begin,
            state.items,
            state.memory,
            state.past,
            options,
        )
        steps.append(step)
        link = np.array(state.link(who, step.posterior, lattice.grid))
        state.store(who, step, block.items, _transport(lattice.grid, *link.tolist()), link)
        state.mean[block.rows] = (step.found.mean - link[0]) / link[1]
        state.var[block.rows] = step.found.var / link[1] ** 2
        pool = slice(0, block.rows.stop)
        shift = float(state.mean[pool].mean())
        scale = float(np.sqrt((state.var[pool] + (state.mean[pool] - shift) ** 2).mean()))
        out[block.rows] = _report(step, float(link[0] + shift * link[1]), float(link[1] * scale))
    return _result(votes, kept, layout, steps, out, state.items, options, began)


def _transport(grid: Floats, shift: float, scale: float) -> Floats:
    """Matrix that moves weights on `grid` to (grid - shift) / scale, split between neighbours."""
    place = np.clip(((grid - shift) / scale - grid[0]) / (grid[1] - grid[0]), 0, len(grid) - 1)
    low = np.minimum(place.astype(np.int64), len(grid) - 2)
    out = np.zeros((len(grid), len(grid)))
    index = np.arange(len(grid))
    out[index, low] = 1 - (place - low)
    out[index, low + 1] += place - low
    return out


def _predicted(layout: Layout, lattice: Chain, density: Floats, p: int) -> Floats:
    entry = np.exp(lattice.entry)
    out = np.tile(entry / entry.sum(), (len(density), 1))
    for k, rows in lattice.moves[p]:
        out[rows] = density[rows] @ lattice.kernels[k]
    return out


def _first(kept: VoteData, options: FitOptions, grid: Floats) -> Floats:
    first = kept.where(kept.period == kept.period.min())
    return start_posterior(start_positions(arrange(first, options)), grid)


def _report(step: Step, shift: float, scale: float) -> NDArray[np.float64]:
    mean = step.found.mean
    wide = step.wider * np.sqrt(step.found.var)
    ends = [mean + step.wider * (x - mean) for x in (step.lo, step.hi)]
    columns = [(x - shift) / scale for x in (mean, *ends)]
    return np.stack([columns[0], wide / scale, columns[1], columns[2]], 1)


def _result(
    votes: VoteData,
    kept: VoteData,
    layout: Layout,
    steps: list[Step],
    out: Floats,
    items: Floats,
    options: FitOptions,
    began: float,
) -> IdealPoints:
    turn = sign(layout, out[:, 0], options.anchors)
    ends = np.sort(turn * out[:, 2:], axis=1)
    narrow = [int((np.sqrt(s.found.var) < RESOLVED * _STEP).sum()) for s in steps]
    return IdealPoints(
        state=layout.states[layout.row_state],
        period=layout.periods[layout.row_period],
        theta=turn * out[:, 0],
        sd=out[:, 1].copy(),
        lo=ends[:, 0].copy(),
        hi=ends[:, 1].copy(),
        n_votes=layout.n_votes,
        level=options.level,
        items=Items(layout.items, turn * items[:, 0], items[:, 1], items[:, 2]),
        diagnostics=Diagnostics(
            iterations=sum(s.iterations for s in steps),
            converged=all(s.converged for s in steps),
            change=max(s.change for s in steps),
            log_posterior=float("nan"),
            seconds=time.perf_counter() - began,
            votes=len(kept),
            items=len(layout.items),
            states=len(layout.states),
            periods=len(layout.periods),
            uninformed=tuple(np.setdiff1d(votes.state, layout.states).tolist()),
            pull=steps[-1].back.pull,
            tilt=steps[-1].back.tilt,
            shift=float(out[:, 0].mean()),
            scale=float(out[:, 0].std()),
            grid_step=_STEP,
            unresolved=sum(narrow),
        ),
    )
