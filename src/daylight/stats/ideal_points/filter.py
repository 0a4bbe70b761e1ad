"""One-sided positions: what could be known of each period when it ended."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from .data import Floats, VoteData, informative
from .identify import rescale, sign
from .items import NEUTRAL
from .layout import Layout, arrange
from .onestep import Step, one_period
from .options import FitOptions
from .result import Diagnostics, IdealPoints, Items
from .start import start_positions, start_posterior
from .states import Chain, chain

_STEP = 0.1


class _Pass:
    """What is carried from period to period, always in the metric of the rows so far."""

    def __init__(self, layout: Layout, lattice: Chain) -> None:
        grid = lattice.grid
        self.density = np.zeros((len(layout.states), len(grid)))
        self.items = np.tile(np.array(NEUTRAL), (len(layout.items), 1))
        self.memory = np.zeros((len(layout.items), 3, len(grid)), dtype=np.float32)
        self.mean = np.empty(len(layout.n_votes))
        self.var = np.empty(len(layout.n_votes))
        self.level = (0.0, 1.0)

    def restandardise(self, rows: int, grid: Floats) -> tuple[float, float]:
        """Change units so that the first `rows` rows have mean 0 and second moment 1."""
        mean, var = self.mean[:rows], self.var[:rows]
        shift = float(mean.mean())
        scale = float(np.sqrt((var + (mean - shift) ** 2).mean()))
        self.mean[:rows], self.var[:rows] = (mean - shift) / scale, var / scale**2
        self.items = rescale(self.items, shift, scale)
        carry = _transport(grid, shift, scale)
        self.density = self.density @ carry
        used = np.flatnonzero(self.memory.any((1, 2)))
        self.memory[used] = self.memory[used] @ carry
        return shift, scale


def filtered(votes: VoteData, options: FitOptions | None = None) -> IdealPoints:
    """Estimate each period from the votes cast up to its end, in one pass over time.

    Entering period t, each state carries its filtered distribution of the period before, moved
    on by the random walk. Positions and the items of t are then estimated together from the
    votes of t; an item already voted earlier keeps what earlier votes said about it. The scale
    is standardised over the state-periods up to t.

    No later vote enters period t: not directly, nor through item parameters, the scale or the
    mean reversion (set per period so as to cancel the push of the item priors). What does leak:
    the sign, one bit for the whole run; and what went into `votes` itself, such as an item
    bridged or kept because of a vote held later.

    With the scale of period t rests on fewer votes than in a smoothed fit, so compare distances
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
            layout, block, lattice.grid, ahead, begin, state.items, state.memory,
            state.level, options,
        )
        steps.append(step)
        state.density[who] = step.posterior
        state.mean[block.rows], state.var[block.rows] = step.found.mean, step.found.var
        shift, scale = state.restandardise(block.rows.stop, lattice.grid)
        out[block.rows] = _report(step, shift, scale)
        now, spread = state.mean[block.rows], state.var[block.rows]
        state.level = float(now.mean()), float((spread + (now - now.mean()) ** 2).mean())
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
    votes: VoteData, kept: VoteData, layout: Layout, steps: list[Step], out: Floats,
    items: Floats, options: FitOptions, began: float,
) -> IdealPoints:
    theta, sd, lo, hi = out.T
    turn = sign(layout, theta, options.anchors)
    ends = (lo, hi) if turn > 0 else (-hi, -lo)
    change = max(s.change for s in steps)
    return IdealPoints(
        layout.states[layout.row_state], layout.periods[layout.row_period],
        turn * theta, sd.copy(), ends[0].copy(), ends[1].copy(), layout.n_votes, options.level,
        Items(layout.items, turn * items[:, 0], items[:, 1], items[:, 2]),
        Diagnostics(
            sum(s.iterations for s in steps), all(s.converged for s in steps), change,
            float("nan"), time.perf_counter() - began, len(kept), len(layout.items),
            len(layout.states), len(layout.periods),
            tuple(np.setdiff1d(votes.state, layout.states).tolist()),
            steps[-1].back.pull, steps[-1].back.tilt, float(theta.mean()), float(theta.std()),
            _STEP, sum(int((np.sqrt(s.found.var) < 0.6 * _STEP).sum()) for s in steps),
        ),
    )
