"""What is measured of a target, a partner and a divider at a date."""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.breaks.kinds import REST, TREATIES_TO
from daylight.breaks.risk import TieYears
from daylight.core.lineages import newest, numbers, pair_number
from daylight.core.refs import StateRef, in_text
from daylight.core.request import Request
from daylight.endurance.rates import FIRST as FIRST_ORIGIN
from daylight.endurance.rates import alike, rates, seen_by
from daylight.endurance.read import acts, breaks_of, resting, tie_rows, traded
from daylight.endurance.records import Rates, State
from daylight.endurance.state import state
from daylight.store.atlas import Atlas
from daylight.wedges.measured.conditions import conditions
from daylight.wedges.measured.leans import lean
from daylight.wedges.measured.pulled import pulled
from daylight.wedges.measured.rates import (
    chances,
    count,
    last_origin,
    of_position,
    precedents,
    usable,
)
from daylight.wedges.measured.records import Chance, Measured, Position, Precedent, Side
from daylight.wedges.measured.triads import GREAT, Triads, one_triad, triads
from daylight.wedges.measured.world import World, world

NO_TIE = {
    "no tie": "there is no tie that could break",
    "cannot be told": "whether there is a tie that could break is not known",
}
RATED = ("quiet", "warned")
POSITION = "rates by position are of the United States, Russia and China as dividers only"
NOBODY = 0
"""Stands for a bloc, which has no number."""


def measure(atlas: Atlas, asked: Request, power: StateRef | None, name: str) -> Measured:
    """Return what data measure.

    Parameters
    ----------
    atlas : Atlas
    asked : Request
        Target and partner.
    power : StateRef or None
        The divider; None where it is a bloc.
    name : str
        Its name in a sentence.
    """
    year = asked.year
    target, partner = asked.states
    now = _state(atlas, target, partner, year)
    ties = seen_by(atlas, year)
    divider = newest(power.cow) if power else NOBODY
    bloc = asked.options.get("divider")
    powers = tuple(dict.fromkeys((*GREAT, divider))) if power else GREAT
    known = world(atlas, ties, _numbers(powers, year))
    seen = triads(ties, known, atlas.rows("gains"), GREAT, year)
    own = one_triad(known, newest(target.cow), newest(partner.cow), divider, year)
    position = _position(known, own, power, now)
    broke = resting(breaks_of(atlas, target, partner, year), year)
    reason = _reason(position, broke)
    names = {"T": in_text(target.name), "P": in_text(partner.name), "D": name}
    narrow: dict[str, Chance] = {}
    found: tuple[Precedent, ...] = ()
    number = 0
    if reason is None and position.side is not None and position.partner_rival is not None:
        alike = of_position(seen, position.side, position.partner_rival)
        standing = now.quiet_or_warned if "standing" in position.compared else None
        any_standing = usable(ties, seen, None)
        narrow = chances(seen, usable(ties, seen, standing) & alike, year)
        found = precedents(seen, any_standing & alike, year)
        number = count(seen, any_standing & alike & (seen.year <= last_origin(year, 1)))
        reason = None if narrow else f"rates begin in {FIRST_ORIGIN}, and take some years to know"
    told = () if position.side is None else conditions(ties, seen, known, own, names, year)
    pairs = [(target, partner)] + ([(target, power), (partner, power)] if power else [])
    return Measured(
        position=position,
        horizons=narrow,
        any_tie={} if broke is not None else _any(ties, now, year),
        by_democracies={} if broke is not None else _finer(atlas, asked, ties, now),
        reason=reason,
        alike=number,
        precedents=found,
        conditions=tuple(c for c in told if power is not None or c.about != "divider"),
        leans=tuple(lean(atlas, a, b, year, asked.as_of) for a, b in pairs),
        pulls=pulled(atlas, target, partner, str(bloc), year) if bloc else (),
    )


def _state(atlas: Atlas, a: StateRef, b: StateRef, year: int) -> State:
    rows, known = tie_rows(atlas, a, b, year), traded(atlas, a, b, year)
    return state(rows, acts(atlas, a, b, year), known, year)


def _numbers(powers: tuple[int, ...], year: int) -> tuple[int, ...]:
    """Return the numbers that powers had since the ledgers begin."""
    end = date(year, 12, 31)
    return tuple(dict.fromkeys(n for power in powers for n in (power, *numbers(power, end))))


def _position(known: World, own: Triads, power: StateRef | None, now: State) -> Position:
    great = power is not None and newest(power.cow) in GREAT
    when = own.year
    levels = [known.capability(cow, when)[0] for cow in (own.target, own.partner)]
    side: Side | None = "weaker" if own.weaker[0] else "stronger"
    if np.isnan(levels).any():
        side = None
    rival = None if power is None else bool(own.rival[0])
    alike = ("side", "rival", *(("standing",) if now.quiet_or_warned in RATED else ()))
    ended = now.tie is None and now.year > TREATIES_TO
    stood = now.until if ended and now.until and now.until >= TREATIES_TO - 1 else None
    return Position(side, rival, great, now, alike if great else (), stood)


def _reason(position: Position, broke: int | None) -> str | None:
    """Return why there is no rate, or None."""
    if not position.tie.tie and position.stood is None:
        return _no_tie(position.tie)
    if broke is not None:
        return f"the tie broke in {broke}, and within {REST} years of a break no other is dated"
    if not position.great_power:
        return POSITION
    return None if position.side else "capabilities are not known"


def _no_tie(now: State) -> str:
    why = NO_TIE.get(now.quiet_or_warned, "there is no tie that could break")
    return f"{why}; the last one known stood in {now.until}" if now.until else why


def _any(ties: TieYears, now: State, year: int) -> Rates:
    if now.quiet_or_warned not in RATED:
        return {}
    return rates(ties, now.quiet_or_warned, year)


def _finer(atlas: Atlas, asked: Request, ties: TieYears, now: State) -> Rates:
    target, partner = asked.states
    like = alike(atlas, ties, pair_number(target.cow, partner.cow), now.year)
    if like is None or now.quiet_or_warned != "quiet":
        return {}
    return rates(ties, "quiet", now.year, like=like)
