"""A few triads, and what is known of them, for the tests of what is measured: nothing real."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import TieYears, tie_years

Row = tuple[int, int, int, int, int, int]
"""a, b, year, legs, warned, weaker."""
NAMES = ("a", "b", "year", "legs", "warned", "weaker")
NO_GAINS = {name: np.zeros(0, np.int64) for name in ("target", "partner", "year", "power", "by")}


def columns(names: Sequence[str], rows: Sequence[Sequence[int]]) -> dict[str, NDArray[np.int64]]:
    """Return rows as columns."""
    table = np.array(rows, np.int64).reshape(-1, len(names))
    return {name: table[:, k] for k, name in enumerate(names)}


def ties(rows: Sequence[Row], broke: Sequence[tuple[int, int, int]] = ()) -> TieYears:
    """Return years of ties with breaks."""
    return tie_years(columns(NAMES, rows), columns(("a", "b", "year"), broke))


def tied(a: int, b: int, years: Sequence[int], weaker: int, warned: int = 0) -> list[Row]:
    """Return years of one tie."""
    return [(a, b, year, 1, warned, weaker) for year in years]
