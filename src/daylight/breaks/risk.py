"""Years of ties at risk of a break: what was known at their end, and what came after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.kinds import DELAY, HOLE, REST, TREATIES_TO, YOUNG
from daylight.core.lineages import NUMBERS, newest
from daylight.ledgers.years import FIRST

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Columns = Mapping[str, NDArray[np.generic]]
NEVER = 9999
"""Stands for no year, and is above them all."""
LATE = max(DELAY.values())
"""Years after which the last sign of a break is known: votes and trade must stay down."""
OUTCOMES_TO = TREATIES_TO
"""Last year for which breaks can be dated: treaties are known to then, disputes to 2014."""


@dataclass(frozen=True, slots=True)
class TieYears:
    """All years of all ties; one entry each, in the order of the table.

    Attributes
    ----------
    pair : ndarray
        :func:`daylight.core.lineages.pair_number`.
    year, a, b, legs, warned : ndarray
        As in the table `tie_years`.
    weaker : ndarray
        The weaker side, by today's number.
    broke : ndarray
        Year of the first break after it, or :data:`NEVER`.
    last : ndarray
        Year of the last break at or before it, or -:data:`NEVER`.
    since : ndarray
        First year of its run of years; :data:`FIRST` may stand for an earlier one.
    """

    pair: Ints
    year: Ints
    a: Ints
    b: Ints
    legs: Ints
    warned: Ints
    weaker: Ints
    broke: Ints
    last: Ints
    since: Ints

    @property
    def young(self) -> Bools:
        """Whether the tie began less than five years before, as far as its beginning is known."""
        found: Bools = (self.since > FIRST) & (self.year - self.since < YOUNG)
        return found

    @property
    def at_risk(self) -> Bools:
        """Whether a break can be dated in the year after."""
        free: Bools = self.year - self.last >= REST
        return free

    def breaks_within(self, years: int) -> Bools:
        """Return whether the tie breaks in one of the next years."""
        found: Bools = self.broke <= self.year + years
        return found


def tie_years(ties: Columns, breaks: Columns) -> TieYears:
    """Return all years of ties from the tables `tie_years` and `breaks`.

    Parameters
    ----------
    breaks : mapping of str to ndarray
        Those known by the day asked for.
    """
    pair, year = pairs_of(ties), _ints(ties["year"])
    last, broke = around(pair, year, breaks)
    return TieYears(
        pair,
        year,
        _ints(ties["a"]),
        _ints(ties["b"]),
        _ints(ties["legs"]),
        _ints(ties["warned"]),
        today(ties["weaker"]),
        broke,
        last,
        _since(pair, year),
    )


def around(pair: Ints, year: Ints, rows: Columns) -> tuple[Ints, Ints]:
    """Return the last year of the same pair at or before each, and the first after it.

    Parameters
    ----------
    rows : mapping of str to ndarray
        a, b, year of what is looked for: -:data:`NEVER` and :data:`NEVER` where there is none.
    """
    when = np.sort(pairs_of(rows) * NEVER + _ints(rows["year"]))
    at = np.searchsorted(when, pair * NEVER + year, side="right")
    padded = np.concatenate([[-1], when, [-1]])
    before, after = padded[at], padded[at + 1]
    last = np.where(before // NEVER == pair, before % NEVER, -NEVER)
    return last, np.where(after // NEVER == pair, after % NEVER, NEVER)


@overload
def joined(year: int, later: int) -> bool: ...
@overload
def joined(year: Ints, later: Ints) -> Bools: ...
def joined(year: Any, later: Any) -> Any:
    """Return whether two years with a tie, and none between, are of one run.

    One year without is bridged, and any number of them once the list of treaties has ended.
    """
    return (later - year <= HOLE) | (year >= TREATIES_TO)


def _since(pair: Ints, year: Ints) -> Ints:
    """Return the first year of the run of each year."""
    order = np.lexsort((year, pair))
    pairs, years = pair[order], year[order]
    new = np.ones(len(order), bool)
    new[1:] = (np.diff(pairs) != 0) | ~joined(years[:-1], years[1:])
    start = np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))
    out = np.empty_like(year)
    out[order] = years[start]
    return out


def origins(seen: TieYears, first: int, last: int, horizon: int, until: int) -> Bools:
    """Return the years from which a break within a horizon can be counted.

    Parameters
    ----------
    first, last : int
        Years of origin.
    horizon : int
        Years ahead.
    until : int
        Year at whose end is asked: what came later is not looked at, nor what was not yet known.
    """
    end = min(last, OUTCOMES_TO - horizon, until - horizon - LATE)
    found: Bools = seen.at_risk & (seen.year >= first) & (seen.year <= end)
    return found


def _ints(values: NDArray[np.generic]) -> Ints:
    return np.asarray(values, np.int64)


_newest = cache(newest)
"""One wedge asks it thousands of times, of some two hundred numbers."""


def today(cows: NDArray[np.generic]) -> Ints:
    """Return today's number of each."""
    numbers, index = np.unique(_ints(cows), return_inverse=True)
    now = np.array([_newest(int(cow)) for cow in numbers], np.int64)
    return now[index] if len(numbers) else numbers


def pairs_of(columns: Columns) -> Ints:
    """Return the number of the pair of lineages of each row."""
    one, other = today(columns["a"]), today(columns["b"])
    return np.minimum(one, other) * NUMBERS + np.maximum(one, other)
