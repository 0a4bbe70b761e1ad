"""Seats in the UN, which are not memberships of the state system."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from daylight.core import seats as outside
from daylight.core.errors import UnknownState
from daylight.core.states import all_states
from daylight.core.un_seats import all_seats, before_statehood, seat_only, seated, seats

FIRST = date(1945, 10, 24)


@pytest.mark.parametrize(
    ("on", "members"),
    [
        (date(1945, 12, 31), 51), (date(1950, 12, 31), 60), (date(1959, 12, 31), 82),
        (date(1970, 12, 31), 127), (date(1984, 12, 31), 159), (date(1990, 12, 31), 159),
        (date(1994, 12, 31), 185), (date(2002, 12, 31), 191), (date(2020, 1, 1), 193),
    ],
)  # fmt: skip
def test_as_many_seats_as_the_un_counts(on: date, members: int) -> None:
    """Growth in United Nations membership, un.org; Yugoslavia was still counted in 1994."""
    yugoslavia = date(1992, 9, 22) <= on < date(2000, 11, 1)
    assert sum(seated(state.cow, on) for state in all_states()) == members - yugoslavia


def test_spells_of_one_number_do_not_meet() -> None:
    for state in all_states():
        spells = [seat.spell for seat in seats(state.cow)]
        for one, two in pairwise(spells):
            assert one.end is not None
            assert one.end < two.start
    assert all(seat.citation for seat in all_seats())
    assert min(seat.spell.start for seat in all_seats()) == FIRST


@pytest.mark.parametrize(
    ("old", "new", "on"),
    [
        (710, 713, date(1949, 12, 8)), (713, 710, date(1971, 10, 26)),
        (260, 255, date(1990, 10, 3)), (678, 679, date(1990, 5, 22)),
    ],
)  # fmt: skip
def test_a_seat_passes_in_a_day(old: int, new: int, on: date) -> None:
    before = on - timedelta(days=1)
    assert (seated(old, before), seated(new, before)) == (True, False)
    assert (seated(old, on), seated(new, on)) == (False, True)


def test_seats_before_statehood() -> None:
    held = {s.cow: before_statehood(s.cow) for s in all_states() if before_statehood(s.cow)}
    assert {369, 370, 750, 840, 660, 652} <= set(held)
    votes = range(1946, 2027)
    assert {cow for cow in held if any(seat_only(cow, y) for y in votes)} == {369, 370, 750}, (
        "the others were states of COW on a day of every year with votes"
    )
    assert [y for y in range(1945, 2000) if seat_only(369, y)] == list(range(1945, 1991))
    assert [y for y in range(1945, 2000) if seat_only(750, y)] == [1945, 1946]
    assert not seat_only(713, 1960)
    assert before_statehood(2) == ()


def test_the_list_of_seats_outside_the_state_system_says_the_same() -> None:
    listed = {(s.cow, s.spell) for s in outside.all_seats() if s.body == outside.UN}
    held = {(s.cow, spell) for s in all_states() for spell in before_statehood(s.cow)}
    assert listed == {(cow, spell) for cow, spell in held if spell.start < date(1950, 1, 1)}


def test_no_seat_and_no_state() -> None:
    assert seats(347) == ()
    assert not seated(347, date(2020, 1, 1))
    with pytest.raises(UnknownState):
        seats(9999)
