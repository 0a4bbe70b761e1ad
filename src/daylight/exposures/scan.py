"""Every tie of a state at a date, as an outside power sees it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.records import Quantity
from daylight.breaks.kinds import TREATIES_TO
from daylight.breaks.risk import TieYears
from daylight.core.lineages import newest, numbers
from daylight.core.refs import StateRef
from daylight.core.request import Request
from daylight.endurance.rates import rates, seen_by
from daylight.endurance.records import Rate
from daylight.exposures.records import Exposed, Group, Stands
from daylight.stats.gaps import Interval
from daylight.store.atlas import Atlas
from daylight.wedges.measured.conditions import conditions
from daylight.wedges.measured.marks import marks
from daylight.wedges.measured.named import then
from daylight.wedges.measured.rates import chances, usable
from daylight.wedges.measured.triads import GREAT, Triads, triads
from daylight.wedges.measured.world import World, world

ORDER: tuple[Stands, ...] = ("warned", "cannot be called quiet", "broke lately", "young", "quiet")
"""How ties stand, from the most exposed on; what cannot be called quiet may be warned."""


def scan(
    atlas: Atlas, asked: Request, divider: StateRef, role: str
) -> tuple[tuple[Group, ...], tuple[Exposed, ...]]:
    """Return the ties of a state in the last full year, by group, and the groups.

    Parameters
    ----------
    atlas : Atlas
    asked : Request
        One state.
    divider : StateRef
    role : {"target", "partner"}
        What the state is in every tie.
    """
    year, own, power = asked.year, newest(asked.states[0].cow), newest(divider.cow)
    ties = seen_by(atlas, year)
    powers = tuple(dict.fromkeys((*GREAT, power)))
    known = world(atlas, ties, (*powers, *numbers(power, date(year, 12, 31))))
    seen = triads(ties, known, atlas.rows("gains"), powers, year)
    great = seen.where(np.isin(seen.divider, GREAT))
    mine = seen.target if role == "target" else seen.partner
    here = seen.where((mine == own) & (seen.divider == power) & (seen.year == year))
    telling = {weak: _telling(ties, great, known, here, weak=weak) for weak in (True, False)}
    met = marks(here, known)
    found = [_exposed(k, ties, here, known, met, telling) for k in range(len(here.year))]
    there = [s for s in ORDER if any(one.standing == s for one in found)]
    place = {standing: k + 1 for k, standing in enumerate(there)}
    ranked = sorted(
        (replace(one, group=place[one.standing]) for one in found),
        key=lambda one: (
            one.group, one.to_partner.value is None, -(one.to_partner.value or 0.0),
            one.partner.name, one.target.name,
        ),
    )  # fmt: skip
    sizes = Counter(one.standing for one in found)
    outside = great.where(great.divider == power)
    groups = tuple(
        Group(place[s], s, sizes[s], _broke(ties, s, year), _gained(ties, outside, s, year))
        for s in there
    )
    return groups, tuple(ranked)


def _telling(
    ties: TieYears, great: Triads, known: World, here: Triads, *, weak: bool
) -> frozenset[str]:
    """Return the conditions that go with more breaks, for targets on one side."""
    like = np.flatnonzero(here.weaker == weak)
    if not len(like):
        return frozenset()
    own = here.where(np.arange(len(here.year)) == like[0])
    names, year = dict.fromkeys("TPD", ""), int(own.year[0])
    told = conditions(ties, great, known, own, names, year)
    return frozenset(one.name for one in told if one.effect == "oftener")


def _broke(ties: TieYears, standing: Stands, year: int) -> dict[str, Rate]:
    return rates(ties, standing, year) if standing in ("quiet", "warned") else {}


def _gained(ties: TieYears, outside: Triads, standing: Stands, year: int) -> dict[str, Rate]:
    if standing not in ("quiet", "warned"):
        return {}
    found = chances(outside, usable(ties, outside, standing), year)
    return {years: chance.to_divider for years, chance in found.items()}


def _exposed(
    k: int, ties: TieYears, here: Triads, known: World, marked: dict[str, NDArray[np.float64]],
    telling: dict[bool, frozenset[str]],
) -> Exposed:  # fmt: skip
    one = here.where(np.arange(len(here.year)) == k)
    year, row, weak = int(one.year[0]), int(one.row[0]), bool(one.weaker[0])
    trade = known.trade(one.target, one.partner, one.year)
    met = tuple(n for n, mark in marked.items() if mark[k] > 0 and n in telling[weak])
    return Exposed(
        0,
        then(int(one.target[0]), year),
        then(int(one.partner[0]), year),
        _standing(ties, row),
        int(ties.since[row]),
        "weaker" if weak else "stronger",
        bool(one.rival[0]),
        _quantity(known.distance(one.target, one.partner, one.year)),
        _quantity(known.distance(one.target, one.divider, one.year)),
        _quantity(Interval(trade, trade, trade)),
        met,
    )


def _standing(ties: TieYears, row: int) -> Stands:
    if not ties.at_risk[row]:
        return "broke lately"
    if ties.warned[row]:
        return "warned"
    if ties.young[row] and ties.since[row] <= TREATIES_TO:
        return "young"
    return "quiet" if ties.year[row] <= TREATIES_TO else "cannot be called quiet"


def _quantity(found: Interval) -> Quantity:
    """Return the one value of an interval; what is not known is not taken for zero."""
    if np.isnan(found.value[0]):
        return Quantity(None, None, None, "missing")
    value, lo, hi = (round(float(x[0]), 4) for x in (found.value, found.lo, found.hi))
    return Quantity(value, lo, hi, "observed")
