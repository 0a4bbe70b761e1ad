"""EM: positions summed out over the grid, items at their posterior mode, metric held."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data import Floats
from ..model.absence import AT_RANDOM, log_absent, next_odds, would_say
from ..model.answer_bound import bound_effect
from ..model.background import log_factor
from ..model.items import NEUTRAL, log_prior, newton, tallies
from ..model.layout import Layout
from ..model.response import Curves, curves
from ..model.states import NARROWEST, Chain, Smoothed, chain, likelihood, smooth
from ..options import FitOptions
from .accelerate import Anderson
from .identify import Moments, Reversion, moments, next_reversion, rescale
from .start import start_posterior

_FIRST_PULL = 2.0
_FIRST_STEPS = 8
"""Newton steps that bring the items to the starting positions."""
_WARM_UP = 8
"""Iterations on the coarsest grid before the step is fitted and acceleration starts."""
_SDS_PER_STEP = 1.25
"""Length of a grid step in posterior sds (their 5 % quantile): the variance of a normal summed
over the grid is then exact to 2e-4."""
_FINEST = 0.03
"""Least step of the grid: the cost grows with the square of the number of its points."""
_ORDERED = 0.3
"""An accelerated gap may shrink to this share of the plain one; else the plain item is kept."""


@dataclass(frozen=True, slots=True)
class Converged:
    """State of the iteration at its end.

    Attributes
    ----------
    items : ndarray, shape (J, 3)
        Rows (b, c1, c2).
    path : Smoothed
        Weights of positions on `lattice.grid`, given these items.
    moments : Moments
        Of `path`.
    lattice : Chain
        Final grid and its transitions.
    reversion : Reversion
    absence : tuple of three floats, or None
        Relative rates of absence, where absences are modelled.
    log_posterior : float
        Of the items, positions summed out, up to a constant.
    iterations : int
    change : float
        Largest move of a position in the last iteration, in posterior sds.
    converged : bool
    """

    items: Floats
    path: Smoothed
    moments: Moments
    lattice: Chain
    reversion: Reversion
    absence: tuple[float, ...] | None
    log_posterior: float
    iterations: int
    change: float
    converged: bool


@dataclass(frozen=True, slots=True)
class Begin:
    """Where an iteration starts.

    Attributes
    ----------
    place : ndarray, shape (N,)
        Positions.
    items : ndarray, shape (J, 3)
        Rows (b, c1, c2).
    reversion : Reversion
    lattice : Chain
        Grid and its transitions.
    warm_up : int
        For so many iterations the grid stays as it is and nothing is accelerated; then the step
        of the grid is fitted to the sds so far. 0: the grid stays.
    held : ndarray, shape (J, 3, K), or None
        Tallies, at the coarse points, of votes outside the layout: with these, the layout is a
        part of a whole, and the metric is that of the whole.
    """

    place: Floats
    items: Floats
    reversion: Reversion
    lattice: Chain
    warm_up: int = 0
    held: Floats | None = None


def iterate(layout: Layout, start: Floats, options: FitOptions) -> Converged:
    """Run EM from starting positions, shape (N,), until positions stand still.

    References
    ----------
    Bock & Aitkin 1981, Psychometrika 46:443-459 (EM over a grid).
    """
    lattice = chain(layout, options.grid_step, options)
    items = np.tile(np.array(NEUTRAL), (len(layout.items), 1))
    items = first_items(
        items, tallies(layout, start_posterior(start, lattice.coarse.points)), lattice, options
    )
    back = Reversion(_FIRST_PULL if options.pull is None else options.pull, 0.0)
    return resume(layout, Begin(start, items, back, lattice, _WARM_UP), options)


def resume(layout: Layout, begin: Begin, options: FitOptions) -> Converged:
    """Run EM from `begin` until positions stand still."""
    odds = np.array(AT_RANDOM) if options.absences == "modelled" else None
    point, lattice = _Point(begin.items, begin.reversion, odds), begin.lattice
    faster, last, small, k = Anderson(), begin.place, 0, 0
    while True:
        k += 1
        seen = _expected(layout, begin, lattice, point, options)
        current = seen.moments
        place = (current.mean - current.shift) / current.scale
        change = float((np.abs(place - last) / np.sqrt(current.var)).max())
        last, small = place, small + 1 if change < options.tolerance else 0
        done = small >= 2 and k > begin.warm_up + 1
        if done or k >= options.max_iterations:
            return _end(point, seen, lattice, k, change, done)
        new = _improved(layout, begin, lattice, point, seen, options)
        if k == begin.warm_up:
            lattice = chain(layout, fitted_step(current, layout, options), options)
        point = _accelerated(faster, point, new) if k > begin.warm_up else new


@dataclass(frozen=True, slots=True)
class _Point:
    """All that the iteration moves; `odds` of absence only where absences are modelled."""

    items: Floats
    reversion: Reversion
    odds: Floats | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a point makes of the votes; `said` is what absent states would have said."""

    at: Curves
    said: Floats | None
    path: Smoothed
    moments: Moments
    value: float


def _expected(
    layout: Layout, begin: Begin, lattice: Chain, point: _Point, options: FitOptions
) -> _Seen:
    at = curves(point.items, lattice.coarse.points)
    factor = point.reversion.log_factor(layout.weight, lattice.grid)
    if layout.lean is not None:
        factor += log_factor(layout.lean, options.background_sd, lattice.grid)
    absent, said = None, None
    if point.odds is not None:
        absent, said = log_absent(at, point.odds), would_say(at, point.odds)
    log_p = np.log(at.p)
    if options.answer_bound is not None:
        line = point.items[:, :1] * lattice.coarse.points
        log_p += bound_effect(line, options.answer_bound).log[:, None]
    weights, scales = likelihood(layout, log_p, factor, absent, lattice.coarse)
    path = smooth(layout, lattice, weights)
    current = moments(path.posterior, lattice.grid, layout.n_votes > 0)
    if begin.held is not None:
        current = replace(current, shift=0.0, scale=1.0)
    value = path.log_total + float(scales.sum()) + log_prior(point.items, options)
    return _Seen(at, said, path, current, value)


def _improved(
    layout: Layout, begin: Begin, lattice: Chain, point: _Point, seen: _Seen, options: FitOptions
) -> _Point:
    place = lattice.coarse.points
    known = lattice.coarse.gathered(seen.path.posterior)
    tally = tallies(layout, known, seen.said)
    if begin.held is not None:
        items, _ = newton(point.items, tally + begin.held, seen.at, place, options)
        return replace(point, items=items)
    items, _ = newton(point.items, tally, seen.at, place, options)
    odds = point.odds
    if odds is not None and seen.said is not None:
        odds = next_odds(layout, known, seen.said, odds)
    fixed = options.pull is not None
    return _Point(
        rescale(items, seen.moments.shift, seen.moments.scale),
        next_reversion(point.reversion, seen.moments, layout.weight, fixed),
        odds,
    )


def _end(
    point: _Point, seen: _Seen, lattice: Chain, k: int, change: float, done: bool
) -> Converged:
    away = None if point.odds is None else tuple(point.odds.tolist())
    return Converged(
        items=point.items,
        path=seen.path,
        moments=seen.moments,
        lattice=lattice,
        reversion=point.reversion,
        absence=away,
        log_posterior=seen.value,
        iterations=k,
        change=change,
        converged=done,
    )


def first_items(items: Floats, tally: Floats, lattice: Chain, options: FitOptions) -> Floats:
    """Bring `items` to a tally of starting positions."""
    place = lattice.coarse.points
    for _ in range(_FIRST_STEPS):
        items, _ = newton(items, tally, curves(items, place), place, options)
    return items


def fitted_step(current: Moments, layout: Layout, options: FitOptions) -> float:
    """Return the step of a grid on which most posteriors and moves are resolved."""
    sharp = _SDS_PER_STEP * float(np.quantile(np.sqrt(current.var), 0.05))
    walks = layout.clock[layout.previous >= 0]
    moves = float(np.sqrt(np.median(walks))) / NARROWEST if len(walks) else np.inf
    return float(np.clip(min(sharp, moves), _FINEST, options.grid_step))


def _accelerated(faster: Anderson, old: _Point, new: _Point) -> _Point:
    size = old.items.size
    y = faster.step(_flat(old), _flat(new))
    tried = y[:size].reshape(old.items.shape)
    gap, plain = tried[:, 2] - tried[:, 1], new.items[:, 2] - new.items[:, 1]
    bad = gap < _ORDERED * np.minimum(plain, old.items[:, 2] - old.items[:, 1])
    tried[bad] = new.items[bad]
    reversion = Reversion(max(float(y[size]), 0.0), float(y[size + 1]))
    return _Point(tried, reversion, None if old.odds is None else np.exp(y[size + 2 :]))


def _flat(point: _Point) -> Floats:
    odds = np.zeros(0) if point.odds is None else np.log(point.odds)
    back = point.reversion
    return np.concatenate([point.items.ravel(), [back.pull, back.tilt], odds])
