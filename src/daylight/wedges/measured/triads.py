"""Ties as an outside power sees them: target, partner and divider by year, and what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from daylight.breaks.kinds import (
    GAIN_AFTER,
    GAIN_BASE,
    GAIN_BEFORE,
    GAIN_MEAN,
    TREATIES_TO,
)
from daylight.breaks.risk import NEVER, Bools, Columns, Ints, TieYears, today
from daylight.wedges.measured.keys import key
from daylight.wedges.measured.world import World

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
        Whether the target was seen to gain something hard with the divider around that break.
    gain_known : ndarray of bool
        Whether that is known: a gain is seen, or treaties and trade of the years around are known.
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
    gain_known: Bools

    def where(self, kept: Bools) -> Triads:
        """Return some of them."""
        return Triads(*(getattr(self, field.name)[kept] for field in fields(self)))

    def breaks_within(self, years: int) -> Bools:
        """Return whether the tie breaks in one of the next years."""
        found: Bools = self.broke <= self.year + years
        return found


def triads(
    seen: TieYears, known: World, gains: Columns, powers: Sequence[int], until: int
) -> Triads:
    """Return every year of every tie, from both of its sides, with each power.

    Parameters
    ----------
    seen : TieYears
    known : World
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
    told = np.asarray(gains["year"], np.int64) + GAIN_AFTER <= until
    to, away, by = (today(gains[name])[told] for name in ("target", "partner", "power"))
    gained = key(np.asarray(gains["year"], np.int64)[told], to, away, by)
    gain = np.isin(key(broke, target, partner, divider), gained)
    return Triads(
        target,
        partner,
        divider,
        year,
        row,
        seen.weaker[row] == target,
        known.are_rivals(partner, divider, year),
        broke,
        gain,
        gain | _gain_seen(known, target, divider, broke),
    )


def one_triad(known: World, target: int, partner: int, divider: int, year: int) -> Triads:
    """Return one triad in a year, whether or not a tie stood; no break of it is looked for."""
    of, away, by, when = (np.array([x], np.int64) for x in (target, partner, divider, year))
    no, never = np.zeros(1, bool), np.array([NEVER], np.int64)
    weaker: Bools = known.capability(of, when) <= known.capability(away, when)
    rival = known.are_rivals(away, by, when)
    return Triads(of, away, by, when, np.array([-1], np.int64), weaker, rival, never, no, no)


def _gain_seen(known: World, target: Ints, divider: Ints, broke: Ints) -> Bools:
    """Return where a gain around a break would have been seen: in treaties, and in trade."""
    found = np.zeros(len(broke), bool)
    some = np.flatnonzero((broke != NEVER) & (broke + GAIN_AFTER <= TREATIES_TO))
    spans = (range(-GAIN_BEFORE - GAIN_BASE, -GAIN_BEFORE), range(1, GAIN_AFTER + 1))
    for span in spans:
        seen = np.sum(
            [~np.isnan(known.trade(target[some], divider[some], broke[some] + k)) for k in span], 0
        )
        some = some[seen >= GAIN_MEAN]
    found[some] = True
    return found
