"""How points and bands are written, and how it is said that a value is seen or carried."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.bonds.records import Quantity
from daylight.bonds.written import (
    carried_of,
    chance_text,
    item_status,
    ledger_status,
    ledger_text,
    place_text,
    signed,
    spanned,
    whole,
)
from small_answers import carried, item, ledger, small_bond, unknown

SEEN = Quantity(50.0, 50.0, 50.0, "observed")
OLD = Quantity(40.5, 33.0, 52.0, "carried", 0.8)
WIDE = Quantity(None, 8.0, 71.0, "not_published")


@given(st.floats(0.0, 100.0))
def test_points_are_whole_and_what_is_there_is_never_nothing(points: float) -> None:
    text = whole(points)
    assert (text == "0") == (points == 0)
    assert text == "<1" or abs(int(text) - points) <= 0.5


@pytest.mark.parametrize(
    ("q", "text"),
    [
        (SEEN, "50 (seen)"),
        (OLD, "41 (33 to 52)"),
        (WIDE, "8 to 71, no point"),
        (Quantity(None, None, None, "missing"), "not known"),
        (Quantity(None, None, None, "outside_coverage"), "not covered"),
    ],
)
def test_a_value_has_its_band_or_says_how_it_is_known(q: Quantity, text: str) -> None:
    assert spanned(q) == text


def test_a_chance_and_a_place_have_their_band_even_where_all_is_seen() -> None:
    assert chance_text(Quantity(0.05, 0.004, 0.09, "observed")) == "5 (<1 to 9)"
    assert place_text(Quantity(0.52, 0.48, 0.6, "observed"), "-") == "0.52 (0.48-0.60)"


def test_a_ledger_whose_items_are_carried_is_not_said_to_be_seen() -> None:
    old = item("disputes", points=Quantity(0.0, 0.0, 0.0, "carried"), known=2014)
    still = ledger("military_conflict", 0.0, status="carried", items=(old,))
    assert ledger_text(still) == "0 (0 to 0)"
    assert ledger_text(ledger("military_conflict", 0.0)) == "0 (seen)"
    assert ledger_status(still, small_bond()) == "1 of 1 item not seen"


def test_a_ledger_says_what_is_carried_and_how_surely() -> None:
    bond = small_bond()
    made = carried("military_cooperation")
    assert ledger_status(made, bond) == "3 of 10 points carried"
    assert ledger_status(replace(made, holds=0.7), bond).endswith("holds with 70 in 100")
    wide = ledger_status(unknown("military_conflict"), bond)
    assert wide == "band over 50 points, 20 (12 to 31) in 2015"
    assert ledger_status(ledger("economic_conflict", 4.0), bond) == "all seen"


@given(st.floats(0, 100), st.floats(0, 300))
def test_no_more_is_carried_than_there_is(value: float, old: float) -> None:
    made = ledger("military_cooperation", value, carried=old)
    assert 0 <= carried_of(made) <= value


@pytest.mark.parametrize(
    ("points", "known", "text"),
    [
        (SEEN, 2016, "seen"),
        (OLD, 2015, "carried since 2015, 1 year, holds with 80 in 100"),
        (OLD, 2009, "carried since 2009, 7 years, holds with 80 in 100"),
        (replace(OLD, holds=None), 2016, "seen in part"),
        (WIDE, 2014, "carried since 2014, 2 years, too uncertain for a number"),
        (Quantity(None, None, None, "missing"), None, "not known for this pair"),
        (Quantity(None, None, None, "outside_coverage"), None, "no source for 2016"),
    ],
)
def test_an_item_says_in_words_how_it_is_known(
    points: Quantity, known: int | None, text: str
) -> None:
    assert item_status(item("promise", points=points, known=known), 2016) == text


def test_a_pull_has_a_sign_unless_it_is_nothing() -> None:
    assert [signed(x) for x in (0.5, -0.5, 0.001, -0.001)] == ["+0.50", "-0.50", "0.00", "0.00"]
