"""How sure a chance is: groups of cases drawn anew, and the chance in what came of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.accession.counts import Cases, Cells
from daylight.accession.rates import HALF, OPEN, by_points, chance, openness, overall, rising
from daylight.accession.signs import MOST, Floats
from daylight.accession.tested import Way
from daylight.stats.clustered import DRAWS, SEED, ends, resampled


@dataclass(frozen=True, eq=False)
class Fitted:
    """Chances in one bloc for each number of points, with 90 % intervals, shape (p,)."""

    value: Floats
    lo: Floats
    hi: Floats


def fitted(seen: Cases, cells: Cells, bloc: int, way: Way) -> Fitted:
    """Return the chances in a bloc from all that is known.

    Parameters
    ----------
    seen : Cases
    cells : Cells
        Of the horizon, of the same cases.
    bloc : int
        Its place in the roster.
    way : {"signs", "bloc", "all"}
        With "bloc" and "all" points count for nothing. With "all" the bloc is taken for any.

    Notes
    -----
    The ends are the outer ones of two groupings, blocs and states. Each draw takes groups anew
    (:func:`daylight.stats.clustered.resampled`), then the rate and the openness from gamma
    distributions of as many events as there were, one counting once in a horizon.
    """
    h = cells.horizon
    n, events = (part.sum((0, 3)) for part in (cells.n, cells.events))
    if way != "signs":
        n, events = (part.sum(1, keepdims=True) for part in (n, events))
    rate = by_points(n.sum(0), events.sum(0), h) if way == "signs" else overall(n, events)
    rate = np.atleast_1d(rate)
    own = way != "all"
    came = np.asarray(events[bloc].sum() if own else 0.0)
    expected = np.asarray((n[bloc] * rate).sum() if own else 0.0)
    value = chance(rate, openness(expected, came, h))
    rng = np.random.default_rng(SEED)
    times = rng.gamma(came / h + OPEN, size=(DRAWS, 1)) / (expected / h + OPEN)
    spans = [
        chance(_rates(counts, h, rng), times) for counts in (_groups(seen, h, way), (n, events))
    ]
    both = np.array([[ends(span[:, k]) for k in range(len(rate))] for span in spans])
    lo, hi = np.minimum(both[..., 0].min(0), value), np.maximum(both[..., 1].max(0), value)
    return Fitted(*(np.broadcast_to(part, MOST + 1) for part in (value, lo, hi)))


def never_less(fits: list[Fitted | None]) -> list[Fitted | None]:
    """Return chances by horizon, shortest first, none of them below that of a shorter one.

    A longer horizon learns from fewer years, so that its rate can come out lower; what comes
    within four years comes within eight.
    """
    told: list[Fitted | None] = []
    for fit in fits:
        last = told[-1] if told else None
        if fit is not None and last is not None:
            pairs = ((fit.value, last.value), (fit.lo, last.lo), (fit.hi, last.hi))
            fit = Fitted(*(np.maximum(*pair) for pair in pairs))
        told.append(fit)
    return told


def _groups(seen: Cases, horizon: int, way: Way) -> tuple[Floats, Floats]:
    """Return known cases and events by state and points."""
    at = seen.known(horizon)
    points = seen.points[at] if way == "signs" else np.zeros(at.sum(), np.int64)
    levels = MOST + 1 if way == "signs" else 1
    flat = seen.state[at] * levels + points
    size = (int(seen.state.max(initial=0)) + 1) * levels
    n, events = (
        np.bincount(part, minlength=size).reshape(-1, levels).astype(float)
        for part in (flat, flat[seen.event(horizon)[at]])
    )
    there = n.sum(1) > 0
    return n[there], events[there]


def _rates(counts: tuple[Floats, Floats], horizon: int, rng: np.random.Generator) -> Floats:
    """Return drawn rates by points, shape (draws, p)."""
    n, events = counts
    drawn = resampled(np.arange(len(n)), *n.T, *events.T).reshape(2, n.shape[1], -1)
    cases, came = drawn[0].T, drawn[1].T
    share = (came.sum(1, keepdims=True) + HALF) / (cases.sum(1, keepdims=True) + 2 * HALF)
    weight = cases / horizon + HALF / share
    rate = rng.gamma(came / horizon + HALF) / weight
    return np.minimum(rising(weight, rate * weight), 1.0)
