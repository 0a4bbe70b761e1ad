"""The chance within a sphere that is kept small is the one that the sphere itself shows."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.core.refs import StateRef, ref_of
from daylight.core.states import members
from daylight.spheres.between import between
from daylight.spheres.chances import chance_within
from daylight.store.atlas import current

POWERS = (2, 200, 220, 365, 710)
OTHERS = (40, 155, 200, 290, 432, 645, 840)
"""Among them are states that lead on nobody, and are set against the powers in politics."""


def pairs(year: int) -> list[tuple[StateRef, StateRef]]:
    on, there = date(year, 12, 31), members(year)
    states = [ref_of(cow, on) for cow in there[::40]]
    leaders = [ref_of(cow, on) for cow in dict.fromkeys((*POWERS, *OTHERS)) if cow in there]
    return [(state, power) for state in states for power in leaders if state != power]


@pytest.mark.parametrize("year", [1955, 2016])
def test_it_is_that_of_the_sphere(year: int) -> None:
    chances = set()
    for state, power in pairs(year):
        kept = chance_within(current(), year, state, power)
        shown = between(current(), year, ((state, power),))[0].drawn
        assert kept is not None
        assert (kept.chance, kept.leads) == (shown.chance, shown.leads)
        chances.add(kept.chance)
    assert len(chances) > 1


def test_a_year_before_the_ledgers_has_none() -> None:
    on = date(1938, 12, 31)
    assert chance_within(current(), 1938, ref_of(40, on), ref_of(2, on)) is None


def test_a_state_of_another_time_has_none() -> None:
    on = date(2016, 12, 31)
    east = ref_of(265, date(1980, 12, 31))
    assert chance_within(current(), 2016, east, ref_of(2, on)) is None
