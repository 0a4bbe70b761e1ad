"""How results name states, and under which numbers they are followed."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.core.refs import numbers, ref_of
from daylight.core.states import get


@pytest.mark.parametrize(
    ("cow", "until", "found"),
    [
        (255, "1940-12-31", (255,)),
        (260, "1960-12-31", (255, 260)),
        (255, "1990-12-31", (260, 255)),
        (679, "2016-12-31", (678, 679)),
        (365, "2016-12-31", (365,)),
        (365, "1816-01-01", (365,)),
    ],
)
def test_the_number_held_last_comes_last(cow: int, until: str, found: tuple[int, ...]) -> None:
    assert numbers(get(cow), date.fromisoformat(until)) == found


def test_a_state_is_called_what_it_was_called_then() -> None:
    assert ref_of(365, date(1980, 1, 1)).name == "Soviet Union"
    assert ref_of(365, date(2010, 1, 1)).name == "Russia"
    assert ref_of(365, date(1980, 1, 1)).code == "RUS"
