"""The latent level of each dimension: fitted on part of the pairs, computed for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.components import BondComponent, Dimension
from daylight.bonds.indicators import Floats, Ints, Years, panel, thresholds
from daylight.measures import measure
from daylight.stats.factor import FactorFit, Levels, fit, levels

SHARE = 0.2
"""Part of the pairs that the parameters are fitted on, drawn with a fixed seed; all get levels."""
LEAST_SUPPORT = 0.3
"""Share of the information that must be there in a year for a level to be given."""
LEAST = 1000
"""Pairs that the parameters are fitted on at the least, where there are so many."""
LEAST_COMPONENTS = 3
SEED = 20170201


@dataclass(frozen=True, slots=True)
class DimensionLevels:
    """Latent levels of one dimension for all pairs and years.

    Attributes
    ----------
    dimension : Dimension
    keys : ndarray of int, shape (U,)
        Pairs, see :func:`daylight.bonds.year.key`.
    years : range
    components : tuple of BondComponent
        Those that the model uses: they vary, and have values in some year.
    steps : tuple of ndarray
        Values at which the categories of each begin.
    fit : FactorFit
    levels : Levels
    seen : ndarray of bool, shape (U, T)
        Where the level is supported by components of that very year, and may be shown.
    """

    dimension: Dimension
    keys: Ints
    years: range
    components: tuple[BondComponent, ...]
    steps: tuple[Floats, ...]
    fit: FactorFit
    levels: Levels
    seen: NDArray[np.bool_]


def dimension_levels(
    dimension: Dimension,
    components: Sequence[BondComponent],
    parts: Mapping[str, Years],
    years: range,
) -> DimensionLevels | None:
    """Fit the model of one dimension and return the levels of all pairs.

    None where fewer than three components vary: a level cannot then be told from their errors.

    Parameters
    ----------
    parts : mapping of str to Years
        Values of each component by measure.
    years : range
        Years of the model.
    """
    used, steps = [], []
    for component in components:
        values = np.concatenate([np.empty(0), *parts[component.measure].values.values()])
        known = values[~np.isnan(values)]
        edges = thresholds(known, measure(component.measure).low == 0)
        if len(edges):
            used.append(component)
            steps.append(edges)
    if len(used) < LEAST_COMPONENTS:
        return None
    chosen = [parts[c.measure] for c in used]
    keys, indicators = panel(chosen, steps, [c.sign for c in used], years)
    draw = np.random.default_rng(SEED).permutation(len(keys))[: max(int(SHARE * len(keys)), LEAST)]
    fitted = fit(indicators.units(np.sort(draw)))
    level = levels(indicators, fitted.factor)
    seen = _supported(used, indicators.category, level)
    return DimensionLevels(dimension, keys, years, tuple(used), tuple(steps), fitted, level, seen)


def _supported(
    used: Sequence[BondComponent],
    category: NDArray[np.int8],
    level: Levels,
) -> NDArray[np.bool_]:
    """Return where enough is known: what the index requires too, and a share of the rest."""
    needed = [k for k, c in enumerate(used) if c.required]
    return np.asarray((level.support >= LEAST_SUPPORT) & (category[:, :, needed] >= 0).all(2))
