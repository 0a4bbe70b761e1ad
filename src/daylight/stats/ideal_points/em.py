"""EM: positions summed out over the grid, items at their posterior mode, metric held."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .absence import AT_RANDOM, log_absent, next_odds, would_say
from .accelerate import Anderson
from .bound import cut
from .data import Floats
from .identify import Moments, Reversion, moments, next_reversion, rescale
from .items import NEUTRAL, log_prior, newton, tallies
from .layout import Layout
from .model import Curves, curves
from .options import FitOptions
from .start import start_posterior
from .states import NARROWEST, Chain, Smoothed, chain, likelihood, smooth

_FIRST_PULL = 2.0
_FIRST_STEPS = 8
"""Newton steps that bring the items to the starting positions."""
_COARSE = 8
"""Iterations on the coarsest grid before the step is fitted and acceleration starts."""
_SDS_PER_STEP = 1.25
"""Length of a grid step in posterior sds (their 5 % quantile): the variance of a normal summed
over the grid is then exact to 2e-4."""
_FINEST = 0.03
_ORDERED = 0.3
"""An accelerated gap may shrink to this share of the plain one; else the plain item is kept."""


@dataclass(frozen=True, slots=True)
class Converged:
    """State of the iteration at its end.

    `path`, on `lattice.grid`, belongs to `items`; `change` is the largest move of a position in
    the last iteration, in posterior sds.
    """

    items: Floats
    path: Smoothed
    found: Moments
    lattice: Chain
    reversion: Reversion
    absence: tuple[float, ...] | None
    log_posterior: float
    iterations: int
    change: float
    converged: bool


@dataclass(frozen=True, slots=True)
class Begin:
    """Where an iteration starts: positions, shape (N,), items, reversion and grid.

    For `coarse` iterations the grid stays as it is and nothing is accelerated; then the step
    of the grid is fitted to the sds found. `held`, shape (J, 3, K), are tallies at the knots of
    votes outside the layout: with these, the layout is a part of a whole, and the metric is that
    of the whole.
    """

    place: Floats
    items: Floats
    reversion: Reversion
    lattice: Chain
    coarse: int = 0
    held: Floats | None = None


def iterate(layout: Layout, start: Floats, options: FitOptions) -> Converged:
    """Run EM from starting positions of shape (N,) until positions stand still."""
    lattice = chain(layout, options.grid_step, options)
    items = np.tile(np.array(NEUTRAL), (len(layout.items), 1))
    items = first_items(
        items, tallies(layout, start_posterior(start, lattice.knots.place)), lattice, options
    )
    back = Reversion(_FIRST_PULL if options.pull is None else options.pull, 0.0)
    return resume(layout, Begin(start, items, back, lattice, _COARSE), options)


def resume(layout: Layout, begin: Begin, options: FitOptions) -> Converged:
    """Run EM from `begin` until positions stand still."""
    odds = np.array(AT_RANDOM) if options.absences == "modelled" else None
    point, lattice = _Point(begin.items, begin.reversion, odds), begin.lattice
    faster, last, small, k = Anderson(), begin.place, 0, 0
    while True:
        k += 1
        seen = _expected(layout, begin, lattice, point, options)
        found = seen.found
        place = (found.mean - found.shift) / found.scale
        change = float((np.abs(place - last) / np.sqrt(found.var)).max())
        last, small = place, small + 1 if change < options.tolerance else 0
        done = small >= 2 and k > begin.coarse + 1
        if done or k >= options.max_iterations:
            return _end(point, seen, lattice, k, change, done)
        new = _improved(layout, begin, lattice, point, seen, options)
        if k == begin.coarse:
            lattice = chain(layout, fitted_step(found, layout, options), options)
        point = _accelerated(faster, point, new) if k > begin.coarse else new


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
    found: Moments
    value: float


def _expected(
    layout: Layout, begin: Begin, lattice: Chain, point: _Point, options: FitOptions
) -> _Seen:
    at = curves(point.items, lattice.knots.place)
    factor = point.reversion.log_factor(layout.weight, lattice.grid)
    absent, said = None, None
    if point.odds is not None:
        absent, said = log_absent(at, point.odds), would_say(at, point.odds)
    log_p = np.log(at.p)
    if options.answer_bound is not None:
        line = point.items[:, :1] * lattice.knots.place
        log_p += cut(line, options.answer_bound).log[:, None]
    weights, scales = likelihood(layout, log_p, factor, absent, lattice.knots)
    path = smooth(layout, lattice, weights)
    found = moments(path.posterior, lattice.grid, layout.n_votes > 0)
    if begin.held is not None:
        found = replace(found, shift=0.0, scale=1.0)
    value = path.log_total + float(scales.sum()) + log_prior(point.items, options)
    return _Seen(at, said, path, found, value)


def _improved(
    layout: Layout, begin: Begin, lattice: Chain, point: _Point, seen: _Seen, options: FitOptions
) -> _Point:
    place = lattice.knots.place
    known = lattice.knots.gathered(seen.path.posterior)
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
        rescale(items, seen.found.shift, seen.found.scale),
        next_reversion(point.reversion, seen.found, layout.weight, fixed),
        odds,
    )


def _end(
    point: _Point, seen: _Seen, lattice: Chain, k: int, change: float, done: bool
) -> Converged:
    away = None if point.odds is None else tuple(point.odds.tolist())
    return Converged(
        point.items,
        seen.path,
        seen.found,
        lattice,
        point.reversion,
        away,
        seen.value,
        k,
        change,
        done,
    )


def first_items(items: Floats, tally: Floats, lattice: Chain, options: FitOptions) -> Floats:
    """Bring `items` to a tally of starting positions."""
    place = lattice.knots.place
    for _ in range(_FIRST_STEPS):
        items, _ = newton(items, tally, curves(items, place), place, options)
    return items


def fitted_step(found: Moments, layout: Layout, options: FitOptions) -> float:
    """Return the step of a grid on which most posteriors and moves are resolved."""
    sharp = _SDS_PER_STEP * float(np.quantile(np.sqrt(found.var), 0.05))
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
