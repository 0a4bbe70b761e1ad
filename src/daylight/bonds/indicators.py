"""From component values to ordered categories: what the latent model of a dimension sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.stats.factor import MISSING, Panel

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

BINS = 7
"""Categories of a component that has values enough; zero is one of its own where it means none."""
LEAST_SHARE = 2e-4
"""A category with a smaller share of the values says nothing reliable and joins its neighbour."""


@dataclass(frozen=True, slots=True)
class Years:
    """One component of every pair in some years: pair keys and values by year."""

    keys: dict[int, Ints]
    values: dict[int, Floats]


def thresholds(values: Floats, natural_zero: bool) -> Floats:
    """Return the increasing values at which categories begin, but for the first.

    They are quantiles over all years, so a category means the same in every year.

    Parameters
    ----------
    values : ndarray
        All known values.
    natural_zero : bool
        Whether zero means none: it is then the first category by itself.
    """
    zero = natural_zero and bool((values == 0).any())
    some = values[values > 0] if zero else values
    if not len(some):
        return np.empty(0)
    edges = np.quantile(some, np.arange(1, BINS) / BINS, method="higher")
    steps = np.unique(np.append(edges, some.min()) if zero else edges)
    counts = np.bincount(np.searchsorted(steps, values, side="right"), minlength=len(steps) + 1)
    large = counts >= LEAST_SHARE * len(values)
    return np.asarray(steps[large[:-1] & large[1:]])


def categories(values: Floats, steps: Floats) -> NDArray[np.int8]:
    """Return the category of each value; MISSING for NaN."""
    bins = np.searchsorted(steps, values, side="right")
    return np.where(np.isnan(values), MISSING, bins).astype(np.int8)


def panel(
    parts: Sequence[Years], steps: Sequence[Floats], signs: Sequence[int], years: range
) -> tuple[Ints, Panel]:
    """Line components up as a panel of pairs by year.

    Returns
    -------
    keys : ndarray of int, shape (U,)
        The pairs that were there in any year, see :func:`daylight.bonds.year.key`.
    panel : Panel
        Shape (U, len(years), len(parts)).
    """
    keys = np.unique(np.concatenate([k for part in parts for k in part.keys.values()]))
    category = np.full((len(keys), len(years), len(parts)), MISSING, np.int8)
    for k, (part, edges) in enumerate(zip(parts, steps, strict=True)):
        for year, mine in part.keys.items():
            rows = np.searchsorted(keys, mine)
            category[rows, year - years.start, k] = categories(part.values[year], edges)
    return keys, Panel(category, tuple(len(s) + 1 for s in steps), tuple(signs))
