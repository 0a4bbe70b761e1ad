"""The sampler behind the published ideal points, written anew after its description and code.

It does not sample the posterior of a model exactly, and states at the end of the scale differ
from :func:`.fit`: latent answers are cut at 9, positions are standardised on every sweep, and a
position is drawn around the state's last one while the next one has no say. It is here so that
published values can be had again, and their difference from ours be traced to the scheme.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from daylight.core.errors import BadInput

from ..data import Floats, Ints, VoteData, cast_only, informative
from ..inference.identify import sign
from ..inference.start import from_votes
from ..model.layout import Layout, arrange
from ..options import FitOptions
from ..result import Diagnostics, IdealPoints, Items
from .sweep import Sampler

FEWEST = 40
_EVERY = 5
_SMOOTH = 0.5
"""Prior variance of a move, times the period's share of its votes and those of the one before."""
_FAR, _SHARE = 0.62, 0.1
"""Not converged: for more than this share of positions the halves differ by so many sds or more.
Two halves that far apart have a potential scale reduction of 1.1 (Gelman & Rubin 1992)."""


def sampled(
    votes: VoteData,
    sweeps: int,
    seed: int = 0,
    options: FitOptions | None = None,
    tick: Callable[[], None] = lambda: None,
) -> IdealPoints:
    """Estimate positions by the scheme of the published estimates.

    The first quarter of the sweeps is thrown away; of the rest every fifth is kept.

    Parameters
    ----------
    votes : VoteData
        Absences and unanimous items are dropped here.
    sweeps : int
        At least 40. The published values rest on 24,000.
    seed : int
    options : FitOptions, optional
        Only `anchors` and `level` count; the scheme fixes the rest.
    tick : callable
        Called after each sweep, for a progress bar.

    Returns
    -------
    IdealPoints
        Mean, sd, quantiles and lag correlation of the draws kept. In the diagnostics `change` is
        the largest difference between the means of their two halves, in posterior sds;
        `converged`: at most 10 % of the positions have a potential scale reduction above 1.1.
        `pull`, `tilt` and `grid_step` do not apply and are NaN.

    Raises
    ------
    BadInput
        Fewer than 40 sweeps, all items unanimous, or fewer than three states left.

    References
    ----------
    Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61:430-456, and the code of
    the release of April 2020 for what the paper leaves open (bounds, steps, first sessions,
    gaps). Johnson & Albert 1999, Ordinal Data Modeling, ch. 4 (steps of the cutpoints). Gelman &
    Rubin 1992, Statistical Science 7:457-472 (potential scale reduction).
    """
    if sweeps < FEWEST:
        raise BadInput(f"sweeps must be {FEWEST} or more; got {sweeps}")
    began, options = time.perf_counter(), options or FitOptions()
    kept = informative(cast_only(votes))
    layout = arrange(kept, options)
    chain = _begin(layout, np.random.default_rng(seed))
    places, items = [], []
    for k in range(1, sweeps + 1):
        theta = chain.sweep()
        if k > sweeps // 4 and k % _EVERY == 0:
            places.append(theta.astype(np.float32))
            items.append(np.column_stack([chain.b, chain.cut]))
        tick()
    draws = np.stack(places).astype(float)
    lost = np.setdiff1d(votes.state, layout.states).tolist()
    size, seconds = len(kept), time.perf_counter() - began
    went = _diagnostics(layout, draws, sweeps, size, tuple(lost), seconds)
    return _result(layout, draws, np.mean(items, axis=0), options, went)


def _begin(layout: Layout, rng: np.random.Generator) -> Sampler:
    """Start from positions read off the votes, items that say nothing, and no latent answers."""
    row, item, vote = [], [], []
    for block in layout.blocks:
        i, j, k = np.nonzero(block.cube)
        row.append(i + block.rows.start)
        item.append(block.items[j])
        vote.append(k)
    rows, items, votes = (np.concatenate(part) for part in (row, item, vote))
    size, before = len(layout.items), _before(layout)
    n = layout.n_votes
    share = np.stack([np.bincount(items[votes == k], minlength=size) for k in range(3)], 1)
    below = np.cumsum(share, 1)[:, :2] / share.sum(1, keepdims=True)
    return Sampler(
        rng=rng,
        row=rows,
        item=items,
        vote=votes,
        before=before,
        variance=_SMOOTH * n / (n + n[before]),
        mean=from_votes(layout),
        b=np.zeros(size),
        cut=2 * below - 1,
        z=np.zeros(len(votes)),
    )


def _before(layout: Layout) -> Ints:
    """Row of the state's last period; for its first one that of its next; else the row itself."""
    rows = np.arange(len(layout.previous))
    after = rows.copy()
    later = layout.previous >= 0
    after[layout.previous[later]] = rows[later]
    return np.where(later, layout.previous, after)


def _result(
    layout: Layout, draws: Floats, items: Floats, options: FitOptions, went: Diagnostics
) -> IdealPoints:
    turn = sign(layout, draws.mean(0), options.anchors)
    draws, (b, c1, c2) = turn * draws, items.T
    theta, sd = draws.mean(0), draws.std(0, ddof=1)
    tail = (1 - options.level) / 2
    lo, hi = np.quantile(draws, [tail, 1 - tail], axis=0)
    return IdealPoints(
        state=layout.states[layout.row_state],
        period=layout.periods[layout.row_period],
        theta=theta,
        sd=sd,
        lo=lo,
        hi=hi,
        rho=_lag_correlation(layout, (draws - theta) / sd),
        n_votes=layout.n_votes,
        level=options.level,
        items=Items(layout.items, turn * b, c1, c2),
        diagnostics=went,
    )


def _diagnostics(
    layout: Layout,
    draws: Floats,
    sweeps: int,
    votes: int,
    uninformed: tuple[Any, ...],
    seconds: float,
) -> Diagnostics:
    theta, half, no = draws.mean(0), len(draws) // 2, float("nan")
    apart = np.abs(draws[:half].mean(0) - draws[half:].mean(0)) / draws.std(0, ddof=1)
    return Diagnostics(
        iterations=sweeps,
        converged=bool((apart >= _FAR).mean() <= _SHARE),
        change=float(apart.max()),
        log_posterior=no,
        seconds=seconds,
        votes=votes,
        items=len(layout.items),
        states=len(layout.states),
        periods=len(layout.periods),
        uninformed=uninformed,
        pull=no,
        tilt=no,
        shift=float(theta.mean()),
        scale=float(theta.std()),
        grid_step=no,
        unresolved=0,
    )


def _lag_correlation(layout: Layout, scores: Floats) -> Floats:
    both = (scores * scores[:, layout.previous]).mean(0)
    return np.asarray(np.where(layout.previous >= 0, np.clip(both, -1, 1), np.nan))
