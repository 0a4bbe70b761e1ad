"""One-sided positions: what could be known of each period when it ended."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from daylight.core.errors import BadInput

from ..data import Floats, Ints, VoteData, cast_only, informative
from ..inference.em import Converged, iterate, resume
from ..inference.fit import diagnostics, standard_items
from ..inference.identify import sign
from ..inference.item_uncertainty import inflation
from ..inference.start import starts
from ..inference.summary import unresolved, values
from ..model.background import Background, metric
from ..model.layout import Layout, arrange
from ..options import FitOptions
from ..result import IdealPoints
from .growing import growing
from .next_period import start_next

_DOUBTFUL = 0.8
"""Positions that go less with those by other votes may be an explanation that held once and is no
longer the likeliest: a fit that goes on from the one before would not leave it."""
_MEMORY = 8
"""Periods over which the uncertainty of items is followed; sds agree with all periods to 1 %."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """The last period of a fit.

    `rows`, shape (n,), are its rows in the whole layout; `values`, shape (n, 4), as those of
    :func:`values`; `link` the mean and sd of the scale that they are to be put on; `turn` the sign
    that takes the whole fit to positions known from elsewhere, where there are any.
    """

    rows: Ints
    n_votes: Ints
    values: Floats
    link: tuple[float, float]
    turn: int
    iterations: int
    change: float
    converged: bool
    unresolved: int


def filtered(
    votes: VoteData, options: FitOptions | None = None, background: Background | None = None
) -> IdealPoints:
    """Estimate each period from the votes cast up to its end.

    Period t is the last period of the fit to ``votes.until(t)``, which starts from the fit of
    the period before; nothing of the earlier fits is held fixed. The scale is that fit's: pooled
    over the state-periods up to t, mean 0 and sd 1.

    Holding things fixed is faster and fails: an item that is voted year after year, if the
    positions that it helped to estimate are kept as they were and counted as evidence about it,
    confirms itself, becomes steeper every year and piles the states up at its edge.

    No later vote enters period t: not directly, nor through item parameters, the scale, the
    pull, or the choice of items (one that is unanimous up to t is left out, as it would have
    been then). What does leak: the sign, one bit for the whole run; and what went into `votes`
    itself.

    Parameters
    ----------
    votes : VoteData
        Absences and unanimous items are dropped here.
    options : FitOptions, optional
        As for :func:`fit`, but absences cannot be modelled.
    background : Background, optional
        As for :func:`fit`: filtered positions, so that it holds no later vote either.

    Returns
    -------
    IdealPoints
        Without lag correlations (`rho` is NaN). Item parameters are those of the last period's
        fit. A state-period all of whose votes were on items unanimous so far has no row.

    Raises
    ------
    BadInput
        The options have absences modelled, all items are unanimous, or fewer than three states
        cast an informative vote.
    """
    began = time.perf_counter()
    options = options or FitOptions()
    if options.absences != "dropped":
        raise BadInput("absences can be modelled in fit only; filtered drops them")
    kept = informative(cast_only(votes))
    whole = growing(arrange(kept, options, background), options)
    other = _elsewhere(whole.whole, background)
    edges: list[_Edge] = []
    last: Converged | None = None
    for p in range(len(whole.known)):
        layout = whole.until(p)
        if len(layout.items):
            last = _fit(layout, last, options)
            link = (0.0, 1.0) if other is None else metric(other[: len(layout.n_votes)])
            edges.append(_edge(layout, last, link, options))
    assert last is not None, "informative votes divide at least one item"
    seconds = time.perf_counter() - began
    return _result(votes, kept, whole.whole, edges, last, options, seconds)


def _elsewhere(layout: Layout, background: Background | None) -> Floats | None:
    if background is None:
        return None
    return background.at(layout.states[layout.row_state], layout.periods[layout.row_period])


def _fit(layout: Layout, last: Converged | None, options: FitOptions) -> Converged:
    if last is None:
        return iterate(layout, starts(layout)[0], options)
    found = resume(layout, start_next(layout, last, options), options)
    if layout.lean is None or _goes_with(layout.lean, found, layout) > _DOUBTFUL:
        return found
    fresh = (iterate(layout, start, options) for start in starts(layout))
    return max((found, *fresh), key=lambda fit: fit.log_posterior)


def _goes_with(lean: Floats, fit: Converged, layout: Layout) -> float:
    """Return how far the last period's positions go with those known from elsewhere."""
    rows = layout.blocks[-1].rows
    known = np.isfinite(lean[rows])
    one, other = lean[rows][known], fit.moments.mean[rows][known]
    if len(one) < 3 or one.std() == 0 or other.std() == 0:
        return 1.0
    return float(np.corrcoef(one, other)[0, 1])


def _edge(layout: Layout, fit: Converged, link: tuple[float, float], options: FitOptions) -> _Edge:
    rows = layout.blocks[-1].rows
    wider = np.ones(rows.stop - rows.start)
    if options.item_uncertainty:
        since = max(0, len(layout.blocks) - _MEMORY)
        wider = inflation(layout, fit, options, since)[-len(wider) :]
    voted = layout.n_votes[rows] > 0
    return _Edge(
        np.arange(rows.start, rows.stop)[voted],
        layout.n_votes[rows][voted],
        values(fit, rows, wider, options.level)[voted],
        link,
        1 if layout.lean is None else sign(layout, fit.moments.mean, {}),
        fit.iterations,
        fit.change,
        fit.converged,
        unresolved(fit, rows),
    )


def _result(
    votes: VoteData,
    kept: VoteData,
    layout: Layout,
    edges: list[_Edge],
    last: Converged,
    options: FitOptions,
    seconds: float,
) -> IdealPoints:
    rows = np.concatenate([e.rows for e in edges])
    theta, sd, lo, hi = np.concatenate([e.values for e in edges]).T
    turn = np.concatenate([np.full(len(e.rows), float(e.turn)) for e in edges])
    if layout.lean is None:
        turn[:] = sign(layout, theta, options.anchors, np.concatenate([e.rows for e in edges]))
    mean, unit = np.concatenate([np.tile(e.link, (len(e.rows), 1)) for e in edges]).T
    ends = mean + unit * np.sort(turn * np.stack([lo, hi]), axis=0)
    return IdealPoints(
        state=layout.states[layout.row_state[rows]],
        period=layout.periods[layout.row_period[rows]],
        theta=mean + unit * turn * theta,
        sd=unit * sd,
        lo=ends[0],
        hi=ends[1],
        rho=np.full(len(rows), np.nan),
        n_votes=np.concatenate([e.n_votes for e in edges]),
        level=options.level,
        items=standard_items(layout, last, int(turn[-1]), edges[-1].link),
        diagnostics=replace(
            diagnostics(votes, kept, layout, last, seconds),
            iterations=sum(e.iterations for e in edges),
            converged=all(e.converged for e in edges),
            change=max(e.change for e in edges),
            log_posterior=float("nan"),
            unresolved=sum(e.unresolved for e in edges),
        ),
    )
