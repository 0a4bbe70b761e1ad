"""With whom a side of a broken tie gained something hard around the break: its realignment.

The two sides of a tie gain something with some power or other in most years, so that a gain says
nothing of why the tie broke; it counts only towards a power that was named beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.breaks.kinds import GAIN_AFTER, GAIN_BASE, GAIN_BEFORE, GAIN_MEAN
from daylight.breaks.pairs import FIRST, Bools, Floats, Ints, Pairs, bits
from daylight.breaks.series import Series
from daylight.breaks.ties import BIG
from daylight.core.lineages import NUMBERS, newest
from daylight.store.schemas.breaks import GAINS

GROWTH = 2.0
"""Times that trade must have grown."""


@dataclass(frozen=True, slots=True)
class _Around:
    """The columns of the years before the window, and in it."""

    base: slice
    window: slice
    after: slice


def gains(seen: Series, pairs: Pairs, broke: Bools) -> pl.DataFrame:
    """Return target, partner, year of the break, power, and what was gained with it.

    A gain is what was there in one of the two years before the break to the fourth after, and in
    none of the three years before these: a treaty, a pact with defence or offence, 500 US troops.
    Or trade: a tenth of the trade of the target or more on average in the four years after, twice
    or more that of the three before, with votes nearer than then.

    Parameters
    ----------
    seen : Series
    pairs : Pairs
    broke : ndarray of bool
        Where a break is dated.

    Returns
    -------
    DataFrame
        COW numbers of the year of the break; `by` has the bits of
        :data:`daylight.store.schemas.breaks.GAINS`.
    """
    rows = [row for unit, year in np.argwhere(broke) for row in _of(seen, pairs, unit, year)]
    schema = dict.fromkeys(("target", "partner", "year", "power"), pl.Int16) | {"by": pl.UInt8}
    table = pl.DataFrame(rows, schema, orient="row")
    return table.sort("target", "partner", "year", "power")


def _of(seen: Series, pairs: Pairs, unit: int, year: int) -> Iterator[tuple[int, ...]]:
    """Return the gains of both sides of one break."""
    start = max(year - GAIN_BEFORE, 0)
    when = _Around(
        slice(max(start - GAIN_BASE, 0), start),
        slice(start, year + GAIN_AFTER + 1),
        slice(year + 1, year + GAIN_AFTER + 1),
    )
    sides = [int(number) for number in pairs.numbers[:, unit, year]]
    for target, partner in (sides, sides[::-1]):
        own = newest(target)
        units = np.flatnonzero(pairs.alive[:, year] & _includes(pairs.keys, own))
        units = units[units != unit]
        low = np.array([newest(int(n)) == own for n in pairs.numbers[0, units, year]], bool)
        found = bits(_gained(seen, units, low, when)[name] for name in GAINS)
        powers = np.where(low, pairs.numbers[1, units, year], pairs.numbers[0, units, year])
        for k in np.flatnonzero(found):
            yield target, partner, year + FIRST, int(powers[k]), int(found[k])


def _includes(keys: Ints, lineage: int) -> Bools:
    found: Bools = (keys // NUMBERS == lineage) | (keys % NUMBERS == lineage)
    return found


def _gained(seen: Series, units: Ints, low: Bools, when: _Around) -> dict[str, Bools]:
    """Return which pairs gained what, by the words of :data:`GAINS`."""
    share = np.where(low[:, None], seen.shares[0][units], seen.shares[1][units])
    bound = _new(seen.treaty | seen.support, units, when)
    new = {"treaty": bound, "troops": _new(seen.troops, units, when)}
    before, after = _mean(share[:, when.base]), _mean(share[:, when.after])
    gap = seen.gap[units]
    nearer: Bools = _mean(gap[:, when.after]) < _mean(gap[:, when.base])
    bigger: Bools = (after >= BIG) & (after >= GROWTH * before) & nearer
    return new | {"trade": bigger}


def _new(marks: Bools, units: Ints, when: _Around) -> Bools:
    there, before = (marks[units, span].any(axis=1) for span in (when.window, when.base))
    found: Bools = np.asarray(there & ~before)
    return found


def _mean(values: Floats) -> NDArray[np.float64]:
    """Return the mean of the known values of each row, NaN where too few are."""
    known = ~np.isnan(values)
    total = np.where(known, values, 0.0).sum(axis=1)
    count = known.sum(axis=1)
    return np.where(count >= GAIN_MEAN, total / np.maximum(count, 1), np.nan)
