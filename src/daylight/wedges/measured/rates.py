"""How often ties in the same position broke, and how often towards the divider."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from daylight.breaks.kinds import GAIN_AFTER
from daylight.breaks.risk import LATE, NEVER, OUTCOMES_TO, Bools, TieYears
from daylight.core.lineages import NUMBERS
from daylight.endurance.rates import FIRST, HORIZONS, LAST, of_standing
from daylight.endurance.records import Rate
from daylight.stats.clustered import share, widest
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
    Years whose break came where a gain with the divider could not be seen count for breaks, and
    not for gains. Intervals resample the targets, since one change of course of a state ends
    several ties, and the partners, whom several leave at once: the wider of the two.
    """
    found = {}
    for horizon in HORIZONS:
        rows = kept & (seen.year <= last_origin(until, horizon))
        if not rows.any():
            continue
        event = seen.breaks_within(horizon)
        told = rows & (seen.gain_known | ~event)
        span = f"{FIRST} to {int(seen.year[rows].max())}"
        made = [
            _rate(horizon, marks[some], seen.where(some), f"{count(seen, some)} ties, {span}")
            for marks, some in ((event, rows), (event & seen.to_divider, told))
        ]
        found[str(horizon)] = Chance(count(seen, rows), made[0], _within(*made))
    return found


def _within(whole: Rate, part: Rate) -> Rate:
    """Return the rate of a part, whose upper end is no higher than that of the whole."""
    if part.hi is None or whole.hi is None or part.value is None:
        return part
    return replace(part, hi=max(min(part.hi, whole.hi), part.value))


def last_origin(until: int, horizon: int) -> int:
    """Return the last year of which is known what came within a horizon."""
    return min(LAST, OUTCOMES_TO - horizon, until - horizon - DELAYED)


def _rate(horizon: int, event: Bools, seen: Triads, basis: str) -> Rate:
    parts = [share(event, group, horizon) for group in (seen.target, seen.partner)]
    one = parts[0]
    text = f"{one.events:,} of {one.n:,} years of {basis}"
    return Rate(horizon, one.value, *widest(parts), one.events, one.n, text)


def precedents(seen: Triads, kept: Bools, until: int) -> tuple[Precedent, ...]:
    """Return every break of a tie that was in this position in its last year, newest first.

    Each triad once; those whose outcome was known by the end of a year.
    """
    broke = np.flatnonzero((seen.broke != NEVER) & (seen.broke + DELAYED <= until))
    found: dict[tuple[int, ...], int] = {}
    for k in broke[np.argsort(seen.year[broke], kind="stable")]:
        key = tuple(int(x[k]) for x in (seen.target, seen.partner, seen.divider, seen.broke))
        found[key] = int(k)
    told = [_precedent(seen, k) for k in found.values() if kept[k]]
    return tuple(sorted(told, key=lambda one: (-one.year, one.target.name, one.partner.name)))


def _precedent(seen: Triads, k: int) -> Precedent:
    year = int(seen.broke[k])
    target, partner, divider = (
        then(int(cow[k]), year) for cow in (seen.target, seen.partner, seen.divider)
    )
    gain = bool(seen.to_divider[k]) if seen.gain_known[k] else None
    return Precedent(target, partner, divider, year, gain)


def count(seen: Triads, kept: Bools) -> int:
    """Return the number of ties, each from one side and of several years."""
    return len(np.unique(seen.target[kept] * NUMBERS + seen.partner[kept]))
