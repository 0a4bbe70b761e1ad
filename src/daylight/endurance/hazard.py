"""How often ties like one broke, and past ties most alike; or why nothing can be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from daylight.bonds.cases import case_of
from daylight.bonds.read import Row
from daylight.breaks.kinds import REST, YOUNG
from daylight.core.lineages import number_in, pair_number
from daylight.core.refs import StateRef, ref_of
from daylight.core.request import Request
from daylight.endurance.precedents import precedents
from daylight.endurance.rates import FIRST, LATER, alike, rates, seen_by
from daylight.endurance.read import resting
from daylight.endurance.records import Break, Hazard, Precedent, State
from daylight.store.atlas import Atlas

NO_RATE = {
    "no tie": "there is no tie",
    "young": f"a tie younger than {YOUNG} years is no case of the rates",
    "cannot be called quiet": "whether it is quiet is not known",
    "cannot be told": "whether there is a tie is not known",
}


def hazard_of(
    atlas: Atlas,
    asked: Request,
    now: State,
    broken: Sequence[Break],
    found: Mapping[int, Row],
) -> Hazard:
    """Return how often ties that stand as this one broke, or why there is no rate.

    Parameters
    ----------
    broken : sequence of Break
        Of this tie, oldest first.
    found : mapping of int to dict
        Rows of ``ledgers`` of the two by year.
    """
    if resting(broken, asked.year) is not None:
        return _without(f"within {REST} years of a break no other is dated")
    if now.quiet_or_warned not in ("quiet", "warned"):
        return _without(NO_RATE[now.quiet_or_warned])
    seen = seen_by(atlas, asked.year)
    every = rates(seen, now.quiet_or_warned, asked.year)
    later = rates(seen, now.quiet_or_warned, asked.year, LATER)
    like = alike(atlas, seen, pair_number(asked.a.cow, asked.b.cow), asked.year)
    finer = [
        rates(seen, "quiet", asked.year, first, like)
        if like and now.quiet_or_warned == "quiet" else {}
        for first in (FIRST, LATER)
    ]  # fmt: skip
    near: tuple[Precedent, ...] = ()
    if asked.year in found:
        a, b = (_then(s, asked.year, asked.as_of) for s in asked.states)
        own = case_of(a, b, asked.year, found[asked.year])
        near = precedents(atlas, own, asked.as_of, seen, now.quiet_or_warned)
    reason = None if every else "too few years are known of"
    return {
        **every, "since_1992": later, "democracies": like.number if like else None,
        "by_democracies": finer[0], "by_democracies_since_1992": finer[1],
        "precedents": near, "reason": reason,
    }  # fmt: skip


def _without(reason: str) -> Hazard:
    return {
        "since_1992": {}, "democracies": None, "by_democracies": {},
        "by_democracies_since_1992": {}, "precedents": (), "reason": reason,
    }  # fmt: skip


def _then(state_: StateRef, year: int, on: date) -> StateRef:
    return ref_of(number_in(state_.cow, year), on)
