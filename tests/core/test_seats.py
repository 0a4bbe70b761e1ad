"""Seats outside the state system: each is one, and none lies within a membership."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from daylight.core.errors import StateNotThen
from daylight.core.lookup import resolve
from daylight.core.seats import UN, Seat, all_seats, seat_of, seat_years
from daylight.core.states import get


@pytest.mark.parametrize("seat", all_seats(), ids=lambda s: f"{s.body}-{s.cow}")
def test_a_seat_ends_the_day_before_membership_begins(seat: Seat) -> None:
    assert seat.spell.end is not None
    assert seat.spell.start <= seat.spell.end
    assert get(seat.cow).existed(seat.spell.end + timedelta(days=1))
    days = (seat.spell.end - seat.spell.start).days
    inside = [seat.spell.start + timedelta(days=k) for k in range(0, days + 1, 30)]
    assert not any(get(seat.cow).existed(day) for day in [*inside, seat.spell.end])
    assert seat.citation
    assert seat.note


@pytest.mark.parametrize("cow", [369, 370])
def test_two_republics_of_the_soviet_union_had_a_seat(cow: int) -> None:
    seat = seat_of(cow, UN, date(1979, 6, 1))
    assert seat is not None
    assert seat.holder == get(365)
    assert seat_of(cow, UN, date(1992, 6, 1)) is None
    assert seat_of(367, UN, date(1979, 6, 1)) is None


def test_years_of_seats_touch_the_year_of_statehood() -> None:
    years = seat_years(UN)
    assert (years[369][0], years[369][-1]) == (1945, 1991)
    assert (years[750][0], years[750][-1]) == (1945, 1947)
    assert 365 not in years


def test_a_state_that_had_only_a_seat_is_refused_with_where_its_votes_are() -> None:
    with pytest.raises(StateNotThen, match=r"seat in the UN from 1945-10-24.*ideal-points"):
        resolve("UKR", date(1980, 1, 1))
    with pytest.raises(StateNotThen) as error:
        resolve("EST", date(1980, 1, 1))
    assert "seat" not in str(error.value)
