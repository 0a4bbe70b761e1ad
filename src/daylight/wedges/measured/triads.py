"""Ties as an outside power sees them: target, partner and divider by year, and what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.kinds import GAIN_AFTER
from daylight.breaks.risk import NEVER, Bools, Columns, Ints, TieYears, today
from daylight.core.lineages import NUMBERS
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas

RIVALRIES_TO = 2020
"""Last year of the list of rivalries."""
GREAT = (2, 365, 710)
"""The powers whose attempts are compared: the United States, Russia, China, by today's numbers."""


@dataclass(frozen=True, slots=True)
class Triads:
    """Years of ties with an outside power, one entry each; states by today's numbers.

    Attributes
    ----------
    target, partner, divider, year : ndarray
    row : ndarray
        Place in the years of ties.
    weaker : ndarray of bool
        Whether the target is the weaker side of the tie.
    rival : ndarray of bool
        Whether the partner has the divider as strategic rival.
    broke : ndarray
        Year of the first break of the tie after it, or :data:`daylight.breaks.risk.NEVER`.
    to_divider : ndarray of bool
        Whether the target gained something hard with the divider around that break.
    """

    target: Ints
    partner: Ints
    divider: Ints
    year: Ints
    row: Ints
    weaker: Bools
    rival: Bools
    broke: Ints
    to_divider: Bools

    def where(self, kept: Bools) -> Triads:
        """Return some of them."""
        return Triads(*(getattr(self, field.name)[kept] for field in fields(self)))

    def breaks_within(self, years: int) -> Bools:
        """Return whether the tie breaks in one of the next years."""
        found: Bools = self.broke <= self.year + years
        return found


def triads(
    seen: TieYears, rivals: NDArray[np.int64], gains: Columns, powers: Sequence[int], until: int
) -> Triads:
    """Return every year of every tie, from both of its sides, with each power.

    Parameters
    ----------
    seen : TieYears
    rivals : ndarray
        From :func:`rivalries`.
    gains : mapping of str to ndarray
        The table of that name; a gain counts once the years in which it could come have passed.
    powers : sequence of int
        Today's numbers of the outside powers.
    until : int
        Year at whose end is asked.
    """
    one, other = today(seen.a), today(seen.b)
    rows = np.arange(len(seen.year))
    parts = [
        (*sides, np.full(len(rows), power), rows)
        for power in powers
        for sides in ((one, other), (other, one))
    ]
    target, partner, divider, row = (np.concatenate(column) for column in zip(*parts, strict=True))
    kept = (target != divider) & (partner != divider)
    target, partner, divider, row = (x[kept] for x in (target, partner, divider, row))
    year, broke = seen.year[row], seen.broke[row]
    now = np.minimum(year, RIVALRIES_TO)
    known = np.asarray(gains["year"], np.int64) + GAIN_AFTER <= until
    to, away, by = (today(gains[name])[known] for name in ("target", "partner", "power"))
    gained = _keys(to, away, by, np.asarray(gains["year"], np.int64)[known])
    return Triads(
        target,
        partner,
        divider,
        year,
        row,
        seen.weaker[row] == target,
        np.isin(pair_year(partner, divider, now), rivals),
        broke,
        np.isin(_keys(target, partner, divider, broke), gained),
    )


def rivalries(atlas: Atlas) -> NDArray[np.int64]:
    """Return the pairs and years of strategic rivalry, as :func:`pair_year` numbers them."""
    spells = atlas.rows(
        "ties", "measure = 'rivalry' AND value > 0 AND \"end\" >= ?", (FIRST,),
        ("cow", "partner", "start", "end"),
    )  # fmt: skip
    one, other = today(spells["cow"]), today(spells["partner"])
    first = np.maximum(np.asarray(spells["start"], np.int64), FIRST)
    length = np.asarray(spells["end"], np.int64) - first + 1
    at = np.repeat(np.arange(len(first)), length)
    years = first[at] + np.arange(len(at)) - np.repeat(np.cumsum(length) - length, length)
    return np.unique(pair_year(one[at], other[at], years))


def pair_year(one: Ints, other: Ints, year: Ints) -> Ints:
    """Return one number for a pair of today's numbers and a year, whatever their order."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    found: Ints = (low * NUMBERS + high) * NEVER + year
    return found


def _keys(target: Ints, partner: Ints, power: Ints, year: Ints) -> Ints:
    """Return one number for each side of a break and power."""
    found: Ints = ((target * NUMBERS + partner) * NUMBERS + power) * (NEVER + 1) + year
    return found
