"""A few triads, and what is known of them, for the tests of what is measured: nothing real."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import TieYears, tie_years
from daylight.core.lineages import NUMBERS
from daylight.stats.gaps import Interval
from daylight.wedges.measured.keys import key, pair_key
from daylight.wedges.measured.leaders import Leaders
from daylight.wedges.measured.world import YEARS, Lookup, World

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


def small(
    rivals: Sequence[tuple[int, int]],
    trade: Mapping[tuple[int, int], Mapping[int, float]] | None = None,
    last: int = 2020,
) -> World:
    """Return a world of which only rivalries from 1950, and some trade, are known."""
    years = np.arange(1950, last + 1)
    keys = [pair_key(np.full(len(years), a), np.full(len(years), b), years) for a, b in rivals]
    cells = [
        (int(key(*(np.array(x) for x in (year, a, b)))), share)
        for (a, b), by_year in (trade or {}).items()
        for year, share in by_year.items()
    ]
    none = np.full((NUMBERS, YEARS), np.nan)
    empty = Lookup.of(np.zeros(0, np.int64), np.zeros(0))
    shares = Lookup.of(
        np.array([key for key, _ in cells], np.int64), np.array([share for _, share in cells])
    )
    nobody = np.zeros(0, np.int64)
    return World(
        none, none, Interval(none, none, none), np.full(YEARS, np.nan), shares, empty, empty,
        nobody, np.unique(np.concatenate([nobody, *keys])), Leaders(nobody, nobody, nobody),
    )  # fmt: skip
