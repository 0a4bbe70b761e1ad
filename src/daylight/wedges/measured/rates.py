"""How often ties in the same position broke, and how often towards the divider."""

from __future__ import annotations

import numpy as np

from daylight.breaks.kinds import GAIN_AFTER
from daylight.breaks.risk import LATE, OUTCOMES_TO, Bools, TieYears
from daylight.core.lineages import NUMBERS
from daylight.endurance.rates import FIRST, HORIZONS, LAST, of_standing
from daylight.endurance.records import Rate
from daylight.stats.clustered import share
from daylight.wedges.measured.named import then
from daylight.wedges.measured.records import Chance, Precedent, Side
from daylight.wedges.measured.triads import Triads

FEW = 5
"""Breaks below which the list says more than the rate."""
DELAYED = max(LATE, GAIN_AFTER)
"""Years until it is known that a tie broke, and what the target gained with the divider."""


def of_position(seen: Triads, side: Side, rival: bool) -> Bools:
    """Return those with the target on this side, and the partner's rivalry with the divider."""
    found: Bools = (seen.weaker == (side == "weaker")) & (seen.rival == rival)
    return found


def usable(ties: TieYears, seen: Triads, standing: str | None) -> Bools:
    """Return those of whose tie a break can be dated, of a standing where one is given."""
    fit = ties.at_risk
    if standing in ("quiet", "warned"):
        fit = fit & of_standing(ties, standing)  # type: ignore[arg-type]
    found: Bools = fit[seen.row] & (seen.year >= FIRST)
    return found


def chances(seen: Triads, kept: Bools, until: int) -> dict[str, Chance]:
    """Return how many broke within 1, 2, 4 and 8 years, and how many towards the divider.

    Parameters
    ----------
    seen : Triads
    kept : ndarray of bool
        Those that count, of :func:`usable`.
    until : int
        Year at whose end is asked: only origins count whose outcome was known by then.

    Notes
    -----
    Intervals resample the targets, since one change of course of a state ends several ties.
    """
    found = {}
    for horizon in HORIZONS:
        last = min(LAST, OUTCOMES_TO - horizon, until - horizon - DELAYED)
        rows = kept & (seen.year <= last)
        if not rows.any():
            continue
        event, target = seen.breaks_within(horizon)[rows], seen.target[rows]
        cases = count(seen, rows)
        span = f"{FIRST} to {int(seen.year[rows].max())}"
        made = [
            _rate(horizon, marks, target, f"{cases} triads, {span}")
            for marks in (event, event & seen.to_divider[rows])
        ]
        found[str(horizon)] = Chance(cases, *made)
    return found


def _rate(horizon: int, event: Bools, target: np.ndarray, basis: str) -> Rate:
    one = share(event, target)
    text = f"{one.events:,} of {one.n:,} years of {basis}"
    return Rate(horizon, one.value, one.lo, one.hi, one.events, one.n, text)


def precedents(seen: Triads, kept: Bools, until: int) -> tuple[Precedent, ...]:
    """Return every break of a tie in this position, newest first, each triad once."""
    last = HORIZONS[-1]
    at = np.flatnonzero(kept & seen.breaks_within(last) & (seen.broke + DELAYED <= until))
    found: dict[tuple[int, ...], Precedent] = {}
    for k in at:
        key = tuple(int(x[k]) for x in (seen.target, seen.partner, seen.divider, seen.broke))
        if key not in found:
            *states, year = key
            target, partner, divider = (then(cow, year) for cow in states)
            found[key] = Precedent(target, partner, divider, year, bool(seen.to_divider[k]))
    return tuple(sorted(found.values(), key=lambda one: (-one.year, one.target.name)))


def count(seen: Triads, kept: Bools) -> int:
    """Return the number of triads, each of several years."""
    triad = (seen.target * NUMBERS + seen.partner) * NUMBERS + seen.divider
    return len(np.unique(triad[kept]))
