"""What is measured of a target, a partner and a divider at a date."""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.breaks.risk import TieYears
from daylight.core.lineages import newest, numbers
from daylight.core.refs import StateRef, in_text
from daylight.core.request import Request
from daylight.endurance.rates import rates, seen_by
from daylight.endurance.read import acts, tie_rows, traded
from daylight.endurance.records import Rates, State
from daylight.endurance.state import state
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas
from daylight.wedges.measured.conditions import conditions
from daylight.wedges.measured.leans import lean
from daylight.wedges.measured.marks import marks
from daylight.wedges.measured.rates import chances, count, of_position, precedents, usable
from daylight.wedges.measured.records import Chance, Measured, Position, Precedent, Side
from daylight.wedges.measured.triads import GREAT, Triads, triads
from daylight.wedges.measured.world import World, world

NO_TIE = {
    "no tie": "there is no tie that could break",
    "cannot be told": "whether there is a tie that could break is not known",
}
RATED = ("quiet", "warned")


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
    powers = GREAT if power is None else tuple(dict.fromkeys((*GREAT, newest(power.cow))))
    seen_world = world(atlas, ties, _numbers(powers, year))
    seen = triads(ties, seen_world.rivals, atlas.rows("gains"), powers, year)
    at = _own(seen, target, partner, power, year)
    side = _side(seen_world, target, partner, year)
    position = _position(seen, at, side, power, now)
    names = {"T": in_text(target.name), "P": in_text(partner.name), "D": name}
    reason = _reason(position)
    narrow: dict[str, Chance] = {}
    wide: dict[str, Chance] = {}
    found: tuple[Precedent, ...] = ()
    number = 0
    if reason is None and side is not None and position.partner_rival is not None:
        great = np.isin(seen.divider, GREAT)
        alike = of_position(seen, side, position.partner_rival) & great
        standing = now.quiet_or_warned if "standing" in position.compared else None
        narrow = chances(seen, usable(ties, seen, standing) & alike, year)
        on_side = great & (seen.weaker == (side == "weaker"))
        wide = chances(seen, usable(ties, seen, None) & on_side, year)
        found = precedents(seen, usable(ties, seen, None) & alike, year)
        number = count(seen, usable(ties, seen, None) & alike)
    told = () if side is None else conditions(
        ties, seen, marks(seen, ties, seen_world), side, at, names, year
    )  # fmt: skip
    pairs = [(target, partner)] + ([(target, power), (partner, power)] if power else [])
    return Measured(
        position=position,
        horizons=narrow,
        wider=wide,
        any_tie=_any(ties, now, year),
        reason=reason,
        alike=number,
        precedents=found,
        conditions=tuple(c for c in told if power is not None or c.about != "divider"),
        leans=tuple(lean(atlas, a, b, year, asked.as_of) for a, b in pairs),
    )


def _state(atlas: Atlas, a: StateRef, b: StateRef, year: int) -> State:
    rows, known = tie_rows(atlas, a, b, year), traded(atlas, a, b, year)
    return state(rows, acts(atlas, a, b, year), known, year)


def _numbers(powers: tuple[int, ...], year: int) -> tuple[int, ...]:
    """Return the numbers that powers had since the ledgers begin."""
    end = date(year, 12, 31)
    return tuple(dict.fromkeys(n for power in powers for n in (power, *numbers(power, end))))


def _own(
    seen: Triads, target: StateRef, partner: StateRef, power: StateRef | None, year: int
) -> int | None:
    """Return the entry of the triad in the year, or of the tie with any power for a bloc."""
    mine = (seen.target == newest(target.cow)) & (seen.partner == newest(partner.cow))
    mine &= seen.year == year
    if power is not None:
        mine &= seen.divider == newest(power.cow)
    at = np.flatnonzero(mine)
    return int(at[0]) if len(at) else None


def _side(seen: World, target: StateRef, partner: StateRef, year: int) -> Side | None:
    """Return the side of the target by capabilities; None where they are not known."""
    when = np.array([year])
    own, other = (
        float(seen.capability(np.array([newest(s.cow)]), when)[0]) for s in (target, partner)
    )
    if np.isnan(own) or np.isnan(other) or year < FIRST:
        return None
    return "weaker" if own <= other else "stronger"


def _position(
    seen: Triads, at: int | None, side: Side | None, power: StateRef | None, now: State
) -> Position:
    great = power is not None and newest(power.cow) in GREAT
    rival = None if at is None or power is None else bool(seen.rival[at])
    alike = ("side", "rival", *(("standing",) if now.quiet_or_warned in RATED else ()))
    return Position(side, rival, great, now, alike if great else ())


def _reason(position: Position) -> str | None:
    """Return why there is no rate, or None."""
    if not position.tie.tie:
        return NO_TIE.get(position.tie.quiet_or_warned, "there is no tie that could break")
    if not position.great_power:
        return "rates by position are of the United States, Russia and China as dividers only"
    return None if position.side else "capabilities are not known"


def _any(ties: TieYears, now: State, year: int) -> Rates:
    if now.quiet_or_warned not in RATED:
        return {}
    return rates(ties, now.quiet_or_warned, year)
