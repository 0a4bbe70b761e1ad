"""Shared part of the trade measures: fractions with the uncertainty of GDP and of the splice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Z
from daylight.measures.measure import Columns, Floats, Measure, Values, World, both_ways

Compute = Callable[[World, int, int], Values]


def trade_measure(
    name: str, title: str, unit: str, citation: str, compute: Compute, high: float = float("inf")
) -> Measure:
    """Return the measure of what ties a to b by trade, at least zero; undirected, the lower."""
    return Measure(
        name=name,
        title=title,
        unit=unit,
        low=0.0,
        high=high,
        directed=True,
        undirected="lower",
        table="trade",
        absence="missing",
        citation=citation,
        compute=compute,
    )


def directed_fraction(stem: str, log_sd: tuple[str, str]) -> Compute:
    """Return the function for ``stem_ab`` and ``stem_ba`` with log-normal intervals.

    Parameters
    ----------
    stem : str
        Column of the trade table without its direction.
    log_sd : (str, str)
        Columns with the standard deviation of the logarithm, forth and back.
    """

    def compute(world: World, start: int, end: int) -> Values:
        rows = world.years("trade", start, end)
        a, b, year, value = both_ways(rows, f"{stem}_ab", f"{stem}_ba")
        sd = both_ways(rows, *log_sd)[3]
        return with_interval(a, b, year, value, sd)

    return compute


def with_interval(a: Any, b: Any, year: Any, value: NDArray[Any], sd: NDArray[Any]) -> Values:
    """Return values with the interval value * exp(+-z sd)."""
    factor = np.exp(Z * np.where(np.isnan(sd), 0.0, sd))
    known = significant(value)
    return estimated(a, b, year, known, known / factor, known * factor)


def estimated(a: Any, b: Any, year: Any, value: Floats, low: Floats, high: Floats) -> Values:
    """Return values with these intervals; one that is not a number is missing."""
    return Values(
        np.asarray(a, np.int64),
        np.asarray(b, np.int64),
        np.asarray(year, np.int64),
        value,
        low,
        high,
        np.zeros(len(value), np.int64),
        np.where(np.isnan(value), 2, 0).astype(np.int8),
    )


def significant(value: NDArray[Any]) -> Floats:
    """Return numbers rounded to the four digits that single precision surely holds here."""
    size = np.floor(np.log10(np.abs(value), where=value != 0, out=np.zeros(len(value))))
    power = 10.0 ** (3 - np.nan_to_num(size))
    return np.asarray(np.round(value.astype(float) * power) / power)


def year_columns(rows: Columns) -> tuple[Any, Any, Any]:
    """Return the key columns of a dyad-year table."""
    return rows["a"], rows["b"], rows["year"]
