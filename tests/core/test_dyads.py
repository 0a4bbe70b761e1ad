"""What questions about two states start from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.dyads import Asked, asked
from daylight.core.errors import DaylightError, OutsideCoverage, SameState, StateNotThen
from daylight.core.states import all_states

LAST = date(2026, 6, 4)
TODAY = st.sampled_from([s for s in all_states() if s.existed(date(2016, 12, 31))])


def numbers(found: Asked) -> tuple[int, int]:
    return found.a.cow, found.b.cow


@given(TODAY, TODAY)
def test_a_pair_is_of_two_states_in_the_order_asked_for(a: object, b: object) -> None:
    if a == b:
        with pytest.raises(SameState):
            asked(a, b, "2016-12-31", LAST)  # type: ignore[arg-type]
    else:
        found = asked(a, b, "2016-12-31", LAST)  # type: ignore[arg-type]
        assert (found.a, found.b, found.power) == (a, b, None)


def test_names_are_resolved_at_the_date() -> None:
    assert numbers(asked("Iran", "RUS", None, LAST)) == (630, 365)
    assert numbers(asked("DEU", "USA", "1970-01-01", LAST)) == (260, 2)
    with pytest.raises(StateNotThen):
        asked("UKR", "RUS", "1985-01-01", LAST)
    with pytest.raises(OutsideCoverage):
        asked("IRN", "RUS", "2030", LAST)


@pytest.mark.parametrize(
    ("a", "b", "when"),
    [("RUS", "Russia", None), ("RUS", "Soviet Union", "1980"), ("DEU", "260", "1980")],
)
def test_one_state_through_time_is_no_pair(a: str, b: str, when: str | None) -> None:
    with pytest.raises(SameState, match="one state") as caught:
        asked(a, b, when, LAST)
    assert isinstance(caught.value, DaylightError)
    assert isinstance(caught.value, ValueError)


def test_the_two_germanies_and_the_two_koreas_are_pairs() -> None:
    assert numbers(asked("FRG", "GDR", "1980", LAST)) == (260, 265)
    assert numbers(asked("PRK", "KOR", None, LAST)) == (731, 732)


def test_an_outside_power_differs_from_both() -> None:
    found = asked("RUS", "IRN", None, LAST, "USA")
    assert found.power is not None
    assert (*numbers(found), found.power.cow) == (365, 630, 2)
    for power in ("RUS", "IRN"):
        with pytest.raises(SameState):
            asked("RUS", "IRN", None, LAST, power)
