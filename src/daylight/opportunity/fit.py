"""The fits: one for each outcome and period, with its own level in each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import LoaderFault
from daylight.measures.align import key
from daylight.measures.measure import Floats, World
from daylight.opportunity.features import aligned, features, names_of
from daylight.opportunity.outcomes import OUTCOMES, Outcome, observed
from daylight.stats.quasi import Fit, fit

PERIODS = (
    (1950, 1959), (1960, 1969), (1970, 1979), (1980, 1989), (1990, 1999), (2000, 2009),
    (2010, 2019), (2020, 2029),
)  # fmt: skip
"""Coefficients hold for a decade: a distance does not mean the same in 1950 and in 2020."""


@dataclass(frozen=True, slots=True)
class Data:
    """Pairs of the years of a period that have an outcome and all features.

    Attributes
    ----------
    x : ndarray, shape (n, k)
        Features in the order of :func:`daylight.opportunity.features.names_of`.
    y : ndarray, shape (n,)
    year : ndarray of int
    pair : ndarray of int
        Numbers of pairs from zero.
    """

    x: Floats
    y: Floats
    year: NDArray[np.int64]
    pair: NDArray[np.int64]

    def with_years(self) -> tuple[Floats, tuple[int, ...]]:
        """Return the features with a column for each year, and the years."""
        years = tuple(np.unique(self.year).tolist())
        return np.column_stack([self.x, *((self.year == y).astype(float) for y in years)]), years


def data(
    outcome: Outcome, world: World, ledgers: World | None, period: tuple[int, int], last_power: int
) -> Data | None:
    """Return what a period is fitted on; None where nothing of it is observed."""
    parts = []
    for year in range(period[0], period[1] + 1):
        seen = observed(outcome, world, ledgers, year)
        if seen is None or not len(seen.a):
            continue
        rows = features(world, year, last_power)
        x = rows.matrix(names_of(outcome.power))
        y = aligned(rows, seen.a, seen.b, seen.value)
        used = ~np.isnan(y) & ~np.isnan(x).any(axis=1)
        if used.any():
            pair = key(rows.a, rows.b)[used]
            parts.append((x[used], y[used], np.full(used.sum(), year), pair))
    if not parts:
        return None
    x, y, years, pairs = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Data(x, y, years, np.unique(pairs, return_inverse=True)[1])


@dataclass(frozen=True, slots=True)
class Term:
    """One coefficient: of a feature, or the level of a year, as ``year 1990``.

    `end` is the last year of the period in which the outcome is observed.
    """

    outcome: str
    start: int
    end: int
    term: str
    value: float
    sd: float


def terms(world: World, ledgers: World | None, last_power: int) -> Iterator[Term]:
    """Return the coefficients of every outcome and period that can be fitted."""
    for outcome in OUTCOMES:
        for period in PERIODS:
            rows = data(outcome, world, ledgers, period, last_power)
            if rows is None:
                continue
            found, years = fitted(outcome, rows)
            if not found.converged:
                raise LoaderFault(
                    f"The expectation of {outcome.name} from {period[0]} to {years[-1]} did not "
                    f"converge; report this with the sources that were given."
                )
            names = (*names_of(outcome.power), *(f"year {year}" for year in years))
            for name, value, sd in zip(names, found.coefficients, found.errors, strict=True):
                yield Term(outcome.name, period[0], years[-1], name, float(value), float(sd))


def fitted(outcome: Outcome, rows: Data) -> tuple[Fit, tuple[int, ...]]:
    """Return the fit of a period, and its years in the order of their columns."""
    x, years = rows.with_years()
    y = rows.y / outcome.most if outcome.bounded else rows.y
    return fit(x, y, rows.pair, outcome.bounded), years
