"""The latent level again: without one component, or with parameters from early years only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from validity_data import Cube, DimensionData

from daylight.bonds.indicators import categories, thresholds
from daylight.bonds.latent import LEAST_SUPPORT, SEED
from daylight.measures import measure
from daylight.stats.factor import MISSING, Factor, Panel, fit
from daylight.stats.factor.model import GRID, prior

SAMPLE = 1000
"""Pairs that a refit uses; the atlas uses a fifth of all pairs."""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The panel of a dimension and which of its components it holds."""

    panel: Panel
    columns: tuple[int, ...]

    def only(self, columns: tuple[int, ...]) -> Indicators:
        """Return the panel of some of the components."""
        at = [self.columns.index(k) for k in columns]
        p = self.panel
        sizes, signs = ([x[k] for k in at] for x in (p.sizes, p.signs))
        category = np.ascontiguousarray(p.category[:, :, at])
        return Indicators(Panel(category, tuple(sizes), tuple(signs)), columns)


def indicators(data: DimensionData, last: int | None = None) -> Indicators:
    """Cut the components into categories; thresholds may rest on the years to `last` only."""
    until = len(data.years) if last is None else last + 1 - data.years.start
    columns, parts, sizes = [], [], []
    for k, component in enumerate(data.components):
        values = data.values[:, :until, k]
        known = values[~np.isnan(values)]
        steps = thresholds(known, measure(component.measure).low == 0) if len(known) else known
        if len(steps):
            columns.append(k)
            parts.append(categories(data.values[:, :, k], steps))
            sizes.append(len(steps) + 1)
    signs = tuple(int(data.components[k].sign) for k in columns)
    return Indicators(Panel(np.stack(parts, 2), tuple(sizes), signs), tuple(columns))


def refit(panel: Panel, until: int | None = None, sample: int = SAMPLE) -> Factor:
    """Fit the model on drawn pairs, to the year numbered `until` if given."""
    units = np.random.default_rng(SEED).permutation(len(panel.category))[:sample]
    category = panel.category[np.sort(units), :until]
    return fit(Panel(np.ascontiguousarray(category), panel.sizes, panel.signs)).factor


def filtered(panel: Panel, factor: Factor) -> Cube:
    """Return filtered means of all pairs, (U, T), without the pass back from later years."""
    patterns, which = panel.patterns
    like, _ = factor.likelihood(patterns)
    kernel, grid = factor.kernel(), GRID.astype(np.float32)
    out = np.empty(which.shape, np.float32)
    state = np.broadcast_to(prior(), (len(which), len(grid)))
    for t in range(which.shape[1]):
        state = (state @ kernel if t else state) * like[which[:, t]]
        state /= state.sum(1, keepdims=True)
        out[:, t] = state @ grid
    return out


def supported(panel: Panel, factor: Factor) -> NDArray[np.bool_]:
    """Return where components with enough information are seen in that very year."""
    weight = np.array([one.loading**2 for one in factor.loadings])
    support = (panel.category != MISSING) @ (weight / weight.sum()).astype(np.float32)
    return np.asarray(support >= LEAST_SUPPORT)
