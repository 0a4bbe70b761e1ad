"""The public fit: positions of all states in all periods from all votes."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from .data import Floats, VoteData, informative
from .em import Converged, iterate
from .identify import rescale, sign
from .layout import Layout, arrange
from .options import FitOptions
from .result import RESOLVED, Diagnostics, IdealPoints, Items
from .spread import inflation
from .start import start_positions
from .summary import bounds


def fit(
    votes: VoteData, options: FitOptions | None = None, start: Floats | None = None
) -> IdealPoints:
    """Estimate a dynamic ordinal ideal-point model with calibrated intervals.

    An ordered probit with one dimension (see :mod:`.model`); a state's position follows a
    random walk; an item voted again keeps its parameters. Positions are summed out exactly on a
    grid and the items maximised (EM, accelerated); the intervals then add the items' uncertainty
    (see :mod:`.spread`). These are smoothed estimates: each uses all votes, later ones too. For
    what was knowable at the time see :func:`filtered`.

    Parameters
    ----------
    votes : VoteData
        Cast votes. Unanimous items are dropped here.
    options : FitOptions, optional
    start : ndarray, shape (N,), optional
        Starting positions of the state-periods, in the order of the result; by default from
        the votes. The result does not depend on it unless it mixes both orientations.

    Returns
    -------
    IdealPoints

    Raises
    ------
    BadInput
        All items are unanimous, or fewer than three states cast an informative vote.

    References
    ----------
    Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61:430-456.
    Bock & Aitkin 1981, Psychometrika 46:443-459 (EM over a grid).
    """
    began = time.perf_counter()
    options = options or FitOptions()
    kept = informative(votes)
    layout = arrange(kept, options)
    found = iterate(layout, start_positions(layout) if start is None else start, options)
    wider = inflation(layout, found, options) if options.item_uncertainty else 1.0
    lo, hi = bounds(found.posterior, found.lattice.grid, found.found, options.level)
    mean, sd = found.found.mean, np.sqrt(found.found.var)
    shift, scale = found.found.shift, found.found.scale
    turn = sign(layout, mean, options.anchors)
    ends = np.stack([mean + wider * (x - mean) for x in (lo, hi)])
    ends = np.sort(turn * (ends - shift) / scale, axis=0)
    return IdealPoints(
        state=layout.states[layout.row_state],
        period=layout.periods[layout.row_period],
        theta=turn * (mean - shift) / scale,
        sd=wider * sd / scale,
        lo=ends[0],
        hi=ends[1],
        n_votes=layout.n_votes,
        level=options.level,
        items=_items(layout, found.items, shift, turn * scale),
        diagnostics=_diagnostics(votes, kept, layout, found, time.perf_counter() - began),
    )


def _items(layout: Layout, items: Floats, shift: float, scale: float) -> Items:
    b, c1, c2 = rescale(items, shift, scale).T
    return Items(layout.items, b, c1, c2)


def _diagnostics(
    votes: VoteData, kept: VoteData, layout: Layout, found: Converged, seconds: float
) -> Diagnostics:
    lost: list[Any] = np.setdiff1d(votes.state, layout.states).tolist()
    step = float(found.lattice.grid[1] - found.lattice.grid[0])
    return Diagnostics(
        iterations=found.iterations,
        converged=found.converged,
        change=found.change,
        log_posterior=found.log_posterior,
        seconds=seconds,
        votes=len(kept),
        items=len(layout.items),
        states=len(layout.states),
        periods=len(layout.periods),
        uninformed=tuple(lost),
        pull=found.reversion.pull,
        tilt=found.reversion.tilt,
        shift=found.found.shift,
        scale=found.found.scale,
        grid_step=step,
        unresolved=int((np.sqrt(found.found.var) < RESOLVED * step).sum()),
    )
