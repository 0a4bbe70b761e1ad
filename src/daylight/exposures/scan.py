"""Every tie of a state at a date, as an outside power sees it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.kinds import TREATIES_TO
from daylight.breaks.risk import TieYears
from daylight.core.lineages import newest, numbers
from daylight.core.refs import StateRef
from daylight.core.request import Request
from daylight.endurance.rates import seen_by
from daylight.endurance.records import Standing
from daylight.exposures.records import Exposed, Group
from daylight.store.atlas import Atlas
from daylight.wedges.measured.conditions import conditions
from daylight.wedges.measured.marks import marks
from daylight.wedges.measured.named import then
from daylight.wedges.measured.rates import chances, usable
from daylight.wedges.measured.records import Chance, Side
from daylight.wedges.measured.triads import GREAT, Triads, triads
from daylight.wedges.measured.world import World, world

ORDER: tuple[Standing, ...] = ("warned", "cannot be called quiet", "young", "quiet")
"""Standings from the most exposed on; what cannot be called quiet may be warned."""


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
    end = date(year, 12, 31)
    seen_world = world(atlas, ties, (*powers, *numbers(power, end)))
    seen = triads(ties, seen_world.rivals, atlas.rows("gains"), powers, year)
    mine = seen.target if role == "target" else seen.partner
    at = np.flatnonzero((mine == own) & (seen.divider == power) & (seen.year == year))
    telling = _telling(ties, seen, seen_world, year)
    marked = marks(seen, ties, seen_world)
    found = [_exposed(int(k), ties, seen, seen_world, marked, telling) for k in at]
    there = [s for s in ORDER if any(one.standing == s for one in found)]
    place = {standing: k + 1 for k, standing in enumerate(there)}
    ranked = sorted(
        (replace(one, group=place[one.standing]) for one in found),
        key=lambda one: (one.group, -(one.to_partner or 0.0), one.partner.name, one.target.name),
    )
    sizes = Counter(one.standing for one in found)
    groups = tuple(Group(place[s], s, sizes[s], _chances(ties, seen, s, year)) for s in there)
    return groups, tuple(ranked)


def _telling(
    ties: TieYears, seen: Triads, seen_world: World, year: int
) -> dict[Side, frozenset[str]]:
    """Return by side of the target the conditions that go with more breaks."""
    names = dict.fromkeys("TPD", "")
    marked = marks(seen, ties, seen_world)
    sides: tuple[Side, ...] = ("weaker", "stronger")
    return {
        side: frozenset(
            one.name
            for one in conditions(ties, seen, marked, side, None, names, year)
            if one.effect == "oftener"
        )
        for side in sides
    }


def _chances(ties: TieYears, seen: Triads, standing: Standing, year: int) -> dict[str, Chance]:
    if standing not in ("quiet", "warned"):
        return {}
    kept = usable(ties, seen, standing) & np.isin(seen.divider, GREAT)
    return chances(seen, kept, year)


def _exposed(
    k: int, ties: TieYears, seen: Triads, known: World,
    marked: dict[str, NDArray[np.float64]], telling: dict[Side, frozenset[str]],
) -> Exposed:  # fmt: skip
    one = seen.where(np.arange(len(seen.year)) == k)
    year, row = int(one.year[0]), int(one.row[0])
    side: Side = "weaker" if one.weaker[0] else "stronger"
    met = tuple(n for n, mark in marked.items() if mark[k] > 0 and n in telling[side])
    return Exposed(
        0,
        then(int(one.target[0]), year),
        then(int(one.partner[0]), year),
        _standing(ties, row),
        int(ties.since[row]),
        side,
        bool(one.rival[0]),
        _value(known.distance(one.target, one.partner, one.year)),
        _value(known.distance(one.target, one.divider, one.year)),
        _value(known.trade(one.target, one.partner, one.year)),
        met,
    )


def _standing(ties: TieYears, row: int) -> Standing:
    if ties.warned[row]:
        return "warned"
    if ties.young[row] and ties.since[row] <= TREATIES_TO:
        return "young"
    return "quiet" if ties.year[row] <= TREATIES_TO else "cannot be called quiet"


def _value(found: NDArray[np.float64]) -> float | None:
    return None if np.isnan(found[0]) else round(float(found[0]), 4)
