"""Dyads and triads."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.dyads import Dyad, Triad, dyad, triad
from daylight.core.errors import DaylightError, SameState, StateNotThen
from daylight.core.states import State, all_states, get

STATE = st.sampled_from(all_states())


@given(STATE, STATE)
def test_a_dyad_is_undirected(a: State, b: State) -> None:
    if a.lineage == b.lineage:
        with pytest.raises(SameState):
            Dyad(a, b)
        return
    pair = Dyad(a, b)
    assert pair == Dyad(b, a)
    assert hash(pair) == hash(Dyad(b, a))
    assert pair.key == tuple(sorted((a.cow, b.cow)))


def test_names_are_resolved_at_the_date() -> None:
    assert dyad("Iran", "RUS").key == (365, 630)
    assert dyad("DEU", "USA", on=date(1970, 1, 1)).key == (2, 260)
    with pytest.raises(StateNotThen):
        dyad("UKR", "RUS", on=date(1985, 1, 1))


@pytest.mark.parametrize(("a", "b"), [("RUS", "Soviet Union"), ("255", "260"), ("678", "679")])
def test_one_state_through_time_is_no_dyad(a: str, b: str) -> None:
    with pytest.raises(SameState, match="one state") as caught:
        dyad(a, b)
    assert isinstance(caught.value, DaylightError) and isinstance(caught.value, ValueError)


def test_the_two_germanies_and_the_two_koreas_are_dyads() -> None:
    assert dyad("FRG", "GDR").key == (260, 265)
    assert dyad("PRK", "KOR").key == (731, 732)


def test_triad() -> None:
    triple = triad("RUS", "IRN", "USA")
    assert triple == Triad(get(365), get(630), get(2))
    assert triple.dyad.key == (365, 630)
    for who in (("RUS", "RUS", "USA"), ("RUS", "IRN", "RUS"), ("RUS", "IRN", "IRN")):
        with pytest.raises(SameState):
            triad(*who)
