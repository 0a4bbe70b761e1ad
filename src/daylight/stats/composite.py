"""A composite index of positions, with an interval for weights, measurement and gaps.

Each component of a case is first put on one scale: its standing among all cases, 0 to 100
(:func:`daylight.stats.ranks.standing`). The index is the weighted mean of the known
standings; its position, the percentage of cases with a lower index, is the result. The
interval comes from repeating this with weights drawn around the stated ones, with each
value drawn from its own interval, and with each missing component drawn from all the
places it could take.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import LEVEL, Z
from daylight.stats.ranks import among, standing
from daylight.stats.sums import dot

Floats = NDArray[np.floating[Any]]

DRAWS = 64
SPREAD = 20.0
"""Concentration of the weights: a weight of one half is drawn between about 0.32 and 0.68
(90 %)."""
SEED = 20170201


@dataclass(frozen=True, slots=True)
class Component:
    """One component of n cases, in any unit.

    Attributes
    ----------
    value : ndarray, shape (n,)
        NaN is missing.
    lo, hi : ndarray, shape (n,)
        Interval of 90 %; equal to `value` for coded facts.
    natural_zero : bool
        Zero means that there is none of it at all.
    sign : int
        With -1 more of it means a weaker tie, and its standing is turned round: none of it
        stands at 100.
    """

    value: Floats
    lo: Floats
    hi: Floats
    natural_zero: bool = False
    sign: int = 1

    def standings(self, values: Floats | None = None) -> Floats:
        """Return the standing of `values`, or of the component's own, among its own."""
        place = standing(self.value if values is None else values, self.value, self.natural_zero)
        return place if self.sign > 0 else 100.0 - place


@dataclass(frozen=True, slots=True)
class Composite:
    """Result for n cases.

    Attributes
    ----------
    positions : ndarray, shape (n, c)
        Standing of each component, 0 to 100; NaN where missing.
    index : ndarray, shape (n,)
        Weighted mean of the known standings.
    value, lo, hi : ndarray, shape (n,)
        Position of the index among all cases, and its 90 % interval.
    draws : ndarray of float32, shape (n, DRAWS)
        Position in each repetition, for use in a composite of composites.
    """

    positions: Floats
    index: Floats
    value: Floats
    lo: Floats
    hi: Floats
    draws: NDArray[np.float32]


def composite(
    components: list[Component],
    weights: Floats,
    eligible: NDArray[np.bool_],
    seed: int = SEED,
) -> Composite:
    """Combine components into one position for each case.

    Parameters
    ----------
    components : list of Component
        c components over the same n cases.
    weights : ndarray, shape (c,)
        Zero or more, in any unit; a component of weight zero plays no part.
    eligible : ndarray of bool, shape (n,)
        Cases that may have a result; the others count for nobody's position.
    seed : int
        Seed of the draws.

    Returns
    -------
    Composite
        NaN for cases that are not eligible or have no known component.
    """
    positions = np.stack([c.standings() for c in components], axis=1)
    index = weighted(positions, weights)
    index[~eligible] = np.nan
    value = among(index)
    used = [c for c, weight in zip(components, weights, strict=True) if weight > 0]
    heavy = weights[weights > 0]
    draws = [_drawer(c) for c in used]
    rng = np.random.default_rng(seed)
    drawn = np.empty((len(index), DRAWS), np.float32)
    for k in range(DRAWS):
        w = rng.dirichlet(SPREAD * heavy / heavy.sum())
        noisy = np.stack([draw(rng) for draw in draws], axis=1)
        again = weighted(noisy, w)
        again[~eligible] = np.nan
        drawn[:, k] = among(again)
    lo, hi = interval(value, drawn)
    return Composite(positions, index, value, lo, hi, drawn)


def combine(parts: list[Composite], weights: Floats, least: int, seed: int = SEED) -> Composite:
    """Combine composites into an overall one.

    Parameters
    ----------
    parts : list of Composite
        Over the same n cases; their draws are used again, so that what is uncertain in a part
        is uncertain in the whole.
    weights : ndarray, shape (parts,)
        Above zero, in any unit.
    least : int
        Cases with fewer known parts have no result.
    seed : int
        Seed of the draws of weights and of missing parts.

    Returns
    -------
    Composite
    """
    positions = np.stack([part.value for part in parts], axis=1)
    eligible = (~np.isnan(positions)).sum(axis=1) >= least
    index = weighted(positions, weights)
    index[~eligible] = np.nan
    value = among(index)
    rng = np.random.default_rng(seed)
    drawn = np.empty((len(index), DRAWS), np.float32)
    for k in range(DRAWS):
        w = rng.dirichlet(SPREAD * weights / weights.sum())
        noisy = np.stack([_anywhere(part.draws[:, k], rng) for part in parts], axis=1)
        again = weighted(noisy, w)
        again[~eligible] = np.nan
        drawn[:, k] = among(again)
    lo, hi = interval(value, drawn)
    return Composite(positions, index, value, lo, hi, drawn)


def weighted(positions: Floats, weights: Floats) -> NDArray[np.float64]:
    """Return the weighted mean of each row, (n, c), over its known columns; NaN without any."""
    known = ~np.isnan(positions)
    total = dot(known, weights)
    with np.errstate(invalid="ignore"):
        return dot(np.nan_to_num(positions), weights) / np.where(total > 0, total, np.nan)


def interval(value: Floats, draws: NDArray[np.float32]) -> tuple[Floats, Floats]:
    """Return the ends of the central 90 % of draws, (n, DRAWS), widened to hold the value, (n,)."""
    tails = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    known = ~np.isnan(value)
    ends = np.full((2, len(value)), np.nan)
    if known.any():
        ends[:, known] = np.quantile(draws[known], tails, axis=1)
    return np.fmin(ends[0], value), np.fmax(ends[1], value)


def _drawer(component: Component) -> Callable[[np.random.Generator], Floats]:
    """Return the function that draws positions: values within intervals, gaps anywhere."""
    known = ~np.isnan(component.value)
    fixed = (component.lo == component.value) & (component.hi == component.value)
    if fixed[known].all():  # coded facts: only the gaps differ between draws
        places = component.standings()
        return lambda rng: _anywhere(places, rng)
    reference = component.value[known & ((component.value > 0) | (not component.natural_zero))]
    reference = np.sort(reference)
    return lambda rng: _anywhere(_place(component, _draw(component, rng), reference), rng)


def _draw(component: Component, rng: np.random.Generator) -> Floats:
    """Draw values within their intervals."""
    z = rng.standard_normal(len(component.value)) / Z
    below, above = component.value - component.lo, component.hi - component.value
    return component.value + np.where(z < 0, z * below, z * above)


def _place(component: Component, values: Floats, reference: Floats) -> Floats:
    """Return standings of drawn values; these hardly ever tie, so ties need no middle."""
    place = np.searchsorted(reference, values) * (100.0 / max(len(reference), 1))
    if component.natural_zero:
        place = np.where(values > 0, place, 0.0)
    place = np.where(np.isnan(values), np.nan, place)
    return place if component.sign > 0 else 100.0 - place


def _anywhere(position: Floats, rng: np.random.Generator) -> Floats:
    """Put cases without a position at a place drawn from all places."""
    gone = np.isnan(position)
    if not gone.any():
        return position
    return np.where(gone, rng.uniform(0, 100, len(position)), position)
