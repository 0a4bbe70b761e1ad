"""What is known of states and pairs by year, ready to be looked up for many triads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.kinds import SANCTIONS_TO
from daylight.breaks.risk import Columns, Ints, TieYears, today
from daylight.core.lineages import NUMBERS
from daylight.core.status import OBSERVED, STRUCTURAL_ZERO
from daylight.endurance.shocks.rivals import KNOWN_TO as RIVALRIES_TO
from daylight.ledgers.stored import raw_of
from daylight.ledgers.years import FIRST, LAST
from daylight.stats.gaps import Interval, distance
from daylight.store.atlas import Atlas
from daylight.wedges.measured.keys import key, pair_key, year_by_year
from daylight.wedges.measured.leaders import Leaders, leaders

Floats = NDArray[np.float64]
YEARS = LAST - FIRST + 1
SANCTIONS_FROM = 1950
"""First year of the list of sanctions."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Values by a number, in rising order of the numbers."""

    keys: Ints
    values: Floats

    @classmethod
    def of(cls, keys: Ints, values: Floats) -> Lookup:
        """Return a lookup; of several values of one number the last stays."""
        order = np.argsort(keys, kind="stable")
        last = np.append(np.diff(keys[order]) > 0, True)[: len(order)]
        return cls(keys[order][last], np.asarray(values, float)[order][last])

    def at(self, wanted: Ints) -> Floats:
        """Return the value of each number, NaN where there is none."""
        if not len(self.keys):
            return np.full(len(wanted), np.nan)
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[place] == wanted, self.values[place], np.nan)


@dataclass(frozen=True, slots=True)
class World:
    """States are given by today's numbers; what is not known is NaN."""

    capabilities: Floats
    regimes: Floats
    points: Interval
    usual: Floats
    shares: Lookup
    standing: Lookup
    warnings: Lookup
    punished: Ints
    rivals: Ints
    leaders: Leaders

    def capability(self, cow: Ints, year: Ints) -> Floats:
        """Return the share of the world's capabilities; after their last year, that of it."""
        return _of_state(self.capabilities, cow, year)

    def democracy(self, cow: Ints, year: Ints) -> Floats:
        """Return the index of electoral democracy, 0 to 1."""
        return _of_state(self.regimes, cow, year)

    def distance(self, one: Ints, other: Ints, year: Ints) -> Interval:
        """Return how far apart two vote, in standard deviations of the points of the year."""
        return _apart(self.points, one, other, year)

    def usual_distance(self, year: Ints) -> Floats:
        """Return the median distance of all ties of a year."""
        return _in_year(self.usual, year)

    def trade(self, of: Ints, with_: Ints, year: Ints) -> Floats:
        """Return the part of a state's trade that is with another."""
        return self.shares.at(key(year, of, with_))

    def tied(self, one: Ints, other: Ints, year: Ints) -> NDArray[np.bool_]:
        """Return whether two have a tie."""
        found: NDArray[np.bool_] = ~np.isnan(self.standing.at(pair_key(one, other, year)))
        return found

    def legs(self, one: Ints, other: Ints, year: Ints) -> Ints:
        """Return the bits of what holds the tie of two, 0 without one."""
        return np.nan_to_num(self.standing.at(pair_key(one, other, year))).astype(np.int64)

    def warned(self, one: Ints, other: Ints, year: Ints) -> Ints:
        """Return the bits of what is known to have given way in the tie of two."""
        return np.nan_to_num(self.warnings.at(pair_key(one, other, year))).astype(np.int64)

    def are_rivals(self, one: Ints, other: Ints, year: Ints) -> NDArray[np.bool_]:
        """Return whether two are strategic rivals; after the list's end, whether they were then."""
        found: NDArray[np.bool_] = np.isin(
            pair_key(one, other, np.minimum(year, RIVALRIES_TO)), self.rivals
        )
        return found

    def sanctions(self, sender: Ints, target: Ints, year: Ints) -> Floats:
        """Return 1 where one has sanctions against the other, 0 where not, NaN off the list."""
        there = np.isin(key(year, sender, target), self.punished).astype(float)
        return np.where((year < SANCTIONS_FROM) | (year > SANCTIONS_TO), np.nan, there)


def world(atlas: Atlas, ties: TieYears, powers: Sequence[int]) -> World:
    """Read what is needed of the pairs with a tie, and of all pairs of some powers.

    Parameters
    ----------
    atlas : Atlas
    ties : TieYears
    powers : sequence of int
        COW numbers of any time.
    """
    points = atlas.rows(
        "ideal_points", "votes = 'all' AND kind = 'filtered' AND issue = 'all'",
        columns=("cow", "year", "theta", "lo", "hi"),
    )  # fmt: skip
    placed = Interval(*(_dense(points, name) for name in ("theta", "lo", "hi")))
    one, other = today(ties.a), today(ties.b)
    pair = pair_key(one, other, ties.year)
    return World(
        _held(_dense(atlas.rows("capabilities"), "cinc")),
        _dense(atlas.rows("regimes", columns=("cow", "year", "polyarchy")), "polyarchy"),
        placed,
        _medians(_apart(placed, one, other, ties.year).value, ties.year),
        _shares(atlas, powers),
        Lookup.of(pair, ties.legs.astype(float)),
        Lookup.of(pair, ties.warned.astype(float)),
        _punished(atlas),
        _rivals(atlas),
        leaders(atlas),
    )


def _dense(rows: Columns, name: str) -> Floats:
    """Return a value by today's number and year."""
    out = np.full((NUMBERS, YEARS), np.nan)
    year = np.asarray(rows["year"], np.int64)
    there = (year >= FIRST) & (year <= LAST)
    out[today(rows["cow"])[there], year[there] - FIRST] = np.asarray(rows[name], float)[there]
    return out


def _held(values: Floats) -> Floats:
    """Return values with the last year of the whole table held after it."""
    known = np.flatnonzero(~np.isnan(values).all(axis=0))
    if len(known):
        values[:, known[-1] + 1 :] = values[:, [known[-1]]]
    return values


def _of_state(values: Floats, cow: Ints, year: Ints) -> Floats:
    at = np.clip(year - FIRST, 0, YEARS - 1)
    return np.where((year >= FIRST) & (year <= LAST), values[cow, at], np.nan)


def _apart(points: Interval, one: Ints, other: Ints, year: Ints) -> Interval:
    sides = (
        Interval(*(_of_state(x, cow, year) for x in (points.value, points.lo, points.hi)))
        for cow in (one, other)
    )
    return distance(*sides)


def _in_year(values: Floats, year: Ints) -> Floats:
    return values[np.clip(year - FIRST, 0, YEARS - 1)]


def _medians(gap: Floats, year: Ints) -> Floats:
    out = np.full(YEARS, np.nan)
    for k in np.unique(year[~np.isnan(gap)]):
        out[k - FIRST] = np.nanmedian(gap[year == k])
    return out


def _shares(atlas: Atlas, powers: Sequence[int]) -> Lookup:
    marks = ", ".join("?" * len(powers))
    where = f"((a, b) IN (SELECT (a, b) FROM tie_years) OR a IN ({marks}) OR b IN ({marks}))"
    names = ("a", "b", "year", "trade_share_ab", "trade_share_ba", "trade_share_status")
    rows = atlas.rows("ledger_items", where, (*powers, *powers), names)
    seen = np.isin(rows["trade_share_status"], (OBSERVED, STRUCTURAL_ZERO))
    one, other = today(rows["a"])[seen], today(rows["b"])[seen]
    year = np.asarray(rows["year"], np.int64)[seen]
    keys = np.concatenate([key(year, one, other), key(year, other, one)])
    steps = [np.asarray(rows[f"trade_share_{way}"], float)[seen] for way in ("ab", "ba")]
    return Lookup.of(keys, raw_of("trade_share", np.concatenate(steps)))


def _punished(atlas: Atlas) -> Ints:
    cow, partner, year = _listed(atlas, "sanctions")
    return np.unique(key(year, cow, partner))


def _rivals(atlas: Atlas) -> Ints:
    cow, partner, year = _listed(atlas, "rivalry")
    return np.unique(pair_key(cow, partner, year))


def _listed(atlas: Atlas, measure: str) -> tuple[Ints, Ints, Ints]:
    """Return both states and each year of the spells of a list."""
    where = 'measure = ? AND value > 0 AND "end" >= ?'
    spells = atlas.rows("ties", where, (measure, FIRST), ("cow", "partner", "start", "end"))
    first, last = (np.asarray(spells[name], np.int64) for name in ("start", "end"))
    at, year = year_by_year(np.maximum(first, FIRST), last)
    return today(spells["cow"])[at], today(spells["partner"])[at], year
