"""Histories follow a state through its numbers."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from daylight.bonds.bond import bond
from daylight.bonds.history import histories, lineage_note
from daylight.core.refs import ref_of
from daylight.store.atlas import Atlas
from daylight.store.schemas import POSITION_STEP

DAY = date(2016, 12, 31)


def test_germany_and_france_from_the_empire_to_today(book: Atlas) -> None:
    result = bond("DEU", "FRA", 2016, atlas=book)
    years = {point.year for point in result.military.history}
    assert {1905, 1913, 1957, 1989, 1990, 2016} <= years
    assert years.isdisjoint(range(1946, 1955)), "there was no German state to tie"
    assert result.lineage_note
    assert "255 (1816-1945), 260 (1955-1990), 255 (1990-)" in result.lineage_note


def test_before_the_change_only_what_was_then_is_followed(book: Atlas) -> None:
    result = bond("DEU", "FRA", "1960-01-01", atlas=book)
    assert result.a.cow == 260
    assert {p.year for p in result.military.history} >= {1913, 1955, 1959}
    assert max(p.year for p in result.military.history) == 1959


@pytest.mark.parametrize(("one", "now"), [(255, 255), (679, 679)])
def test_in_the_year_of_change_the_successor_counts(book: Atlas, one: int, now: int) -> None:
    found = histories(book, ref_of(one, DAY), ref_of(220, DAY), 2016)["military"]
    rows = book.pair("bonds", now, 220)
    hit = (rows["year"] == 1990) & (rows["dimension"] == "military")
    assert [p.value for p in found if p.year == 1990] == (
        rows["value"][hit] * POSITION_STEP
    ).tolist()


def test_each_point_is_a_stored_row(book: Atlas) -> None:
    found = histories(book, ref_of(365, DAY), ref_of(630, DAY), 2016)
    rows = book.pair("bonds", 365, 630)
    for name, points in found.items():
        mine = (rows["dimension"] == name) & (rows["year"] <= 2016)
        assert np.array([p.value for p in points]) == pytest.approx(
            rows["value"][mine] * POSITION_STEP
        )


def test_a_note_only_where_a_number_changes() -> None:
    russia, iran, yemen = (ref_of(cow, DAY) for cow in (365, 630, 679))
    assert lineage_note(russia, iran, 2016) is None
    assert lineage_note(yemen, russia, 1980) is None
    note = lineage_note(russia, yemen, 2016)
    assert note
    assert "678 (1926-1990), 679 (1990-)" in note
