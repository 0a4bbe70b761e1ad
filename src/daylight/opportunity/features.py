"""What an expectation rests on: sizes, distance, borders, language, colonial tie, capabilities.

No relation of the two states is among them: no alliance, agreement or vote.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.measures.align import line_up
from daylight.measures.measure import Floats, World
from daylight.store.schemas.trade import ECONOMY_STEP

PLACE = ("distance", "land", "strait", "sea", "language", "colony")
SIZE = ("size", "unequal")
POWER = ("power", "uneven")
STRAIT, SEA = (2, 3), (4, 5)
CARRIED = 3
"""Years for which the last capabilities stand, where their source ends."""
LEAST_SHARE = 1e-7
"""A share of the system's capabilities that is given as zero."""


@dataclass(frozen=True, slots=True)
class Features:
    """Pairs of a year with all that their expectation rests on, sorted by a and b.

    Attributes
    ----------
    a, b : ndarray of int
        COW numbers, a < b.
    columns : dict of str to ndarray of float
        NaN where not known. size and unequal: the logs of both GDPs in dollars of 2015, added, and
        how far they lie apart. distance: log of the kilometres between the capitals. land: a
        border on land or along a river; strait and sea: up to 24, and up to 400, nautical miles of
        water between the two. language: an official one in common; colony: one was the other's for
        long. power and uneven: the logs of both shares of the system's capabilities (CINC), added,
        and how far they lie apart.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    columns: dict[str, Floats]

    def matrix(self, names: tuple[str, ...]) -> Floats:
        """Return the columns of these names beside each other."""
        return np.column_stack([self.columns[name] for name in names])


def names_of(power: bool) -> tuple[str, ...]:
    """Return the features of a model, with or without capabilities."""
    return (*SIZE, *PLACE, *(POWER if power else ()))


def features(world: World, year: int, last_power: int) -> Features:
    """Return the features of all pairs of a year.

    Parameters
    ----------
    world : World
        With `nearness`, `economies` and `capabilities`.
    last_power : int
        Last year of capabilities; for :data:`CARRIED` years after it they stand as they were.
    """
    rows = world.rows("nearness")
    now = (rows["start"] <= year) & (rows["end"] >= year)
    a, b, km, kind = (np.asarray(rows[n], np.int64)[now] for n in ("a", "b", "km", "contiguity"))
    size, unequal = _both(a, b, *_sizes(world, year))
    power, uneven = _both(a, b, *_powers(world, min(year, last_power)))
    if year > last_power + CARRIED:
        power, uneven = (np.full(len(a), np.nan) for _ in POWER)
    return Features(
        a,
        b,
        {
            "size": size,
            "unequal": unequal,
            "distance": np.log(km),
            "land": (kind == 1).astype(float),
            "strait": np.isin(kind, STRAIT).astype(float),
            "sea": np.isin(kind, SEA).astype(float),
            **{name: np.asarray(rows[name], float)[now] for name in ("language", "colony")},
            "power": power,
            "uneven": uneven,
        },
    )


def _sizes(world: World, year: int) -> tuple[NDArray[np.int64], Floats]:
    rows = world.years("economies", year, year)
    gdp = rows["gdp"].astype(float) * ECONOMY_STEP + np.log(rows["price"].astype(float))
    return np.asarray(rows["cow"], np.int64), gdp


def _powers(world: World, year: int) -> tuple[NDArray[np.int64], Floats]:
    rows = world.years("capabilities", year, year)
    share = np.maximum(rows["cinc"].astype(float), LEAST_SHARE)
    return np.asarray(rows["cow"], np.int64), np.log(share)


def _both(
    a: NDArray[np.int64], b: NDArray[np.int64], cow: NDArray[np.int64], log: Floats
) -> tuple[Floats, Floats]:
    """Return the sum of a state's number over both sides, and how far the two lie apart."""
    order = np.argsort(cow, kind="stable")
    sides = []
    for side in (a, b):
        taken = np.full(len(side), np.nan)
        if len(cow):
            at = np.minimum(np.searchsorted(cow[order], side), len(cow) - 1)
            there = cow[order][at] == side
            taken[there] = log[order][at[there]]
        sides.append(taken)
    return sides[0] + sides[1], np.abs(sides[0] - sides[1])


def aligned(rows: Features, a: NDArray[np.int64], b: NDArray[np.int64], value: Floats) -> Floats:
    """Return values of pairs in the rows of the features; NaN where a pair has none."""
    out = np.full(len(rows.a), np.nan)
    at, there = line_up(rows.a * 1000 + rows.b, a * 1000 + b)
    out[at] = value[there]
    return out
