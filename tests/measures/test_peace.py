"""Onsets and years of peace: by hand, by a slow count of their own, and by lineage."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from daylight.measures import measure
from daylight.store.atlas import Atlas
from daylight.tables.world import Frames

FIRST, LAST = 1980, 1989
COVER = ("disputes", 0, 0, FIRST, LAST, 0.0)
NAMES = ("measure", "cow", "partner", "start", "end", "value")


def world(spells: list[tuple[Any, ...]]) -> Frames:
    kinds = {"measure": pl.String, "value": pl.Float64}
    schema = {name: kinds.get(name, pl.Int16) for name in NAMES}
    rows = [("disputes", 2, 365, *spell) for spell in spells]
    return Frames(
        {
            "ties": pl.DataFrame(rows, schema, orient="row"),
            "tie_cover": pl.DataFrame([COVER], schema, orient="row").drop("value"),
        }
    )


def of(name: str, spells: list[tuple[Any, ...]]) -> list[float | None]:
    """Return the values of the United States and Russia in each covered year, None for NaN."""
    found = measure(name).compute(world(spells), FIRST, LAST)
    mine = (found.a == 2) & (found.b == 365)
    assert found.year[mine].tolist() == list(range(FIRST, LAST + 1))
    return [None if np.isnan(value) else value for value in found.value[mine].tolist()]


def test_by_hand() -> None:
    spells = [(1982, 1983, 4.0), (1987, 1987, 2.0)]
    assert of("dispute_ongoing", spells) == [0, 0, 1, 1, 0, 0, 0, 1, 0, 0]
    assert of("dispute_onset", spells) == [0, 0, 1, 0, 0, 0, 0, 1, 0, 0]
    assert of("peace_years", spells) == [0, 1, 2, 0, 0, 1, 2, 3, 0, 1]


def test_a_dispute_in_the_first_year_is_an_onset() -> None:
    assert of("dispute_onset", [(1980, 1981, 3.0)])[:3] == [1, 0, 0]


def test_after_a_year_that_is_not_known_peace_is_not_until_the_next_dispute() -> None:
    spells = [(1982, 1982, None), (1983, 1983, 3.0), (1986, 1986, None)]
    assert of("dispute_ongoing", spells) == [0, 0, None, 1, 0, 0, None, 0, 0, 0]
    assert of("dispute_onset", spells) == [0, 0, None, None, 0, 0, None, 0, 0, 0]
    assert of("peace_years", spells) == [0, 1, 2, None, 0, 1, 2, None, None, None]


@given(st.lists(st.booleans(), min_size=10, max_size=10))
def test_years_of_peace_are_what_a_count_by_hand_gives(fought: list[bool]) -> None:
    spells = [(FIRST + k, FIRST + k, 2.0) for k, one in enumerate(fought) if one]
    count, expected = 0, []
    for one in fought:
        expected.append(count)
        count = 0 if one else count + 1
    assert of("peace_years", spells) == expected
    onsets = [
        float(one and not before) for before, one in zip([False, *fought], fought, strict=False)
    ]
    assert of("dispute_onset", spells) == onsets


def test_a_state_is_followed_by_lineage_and_counting_begins_anew_after_a_gap(book: Atlas) -> None:
    found = measure("peace_years").compute(book, 1989, 1991)
    france = {
        (int(b), int(year)): value
        for a, b, year, value in zip(found.a, found.b, found.year, found.value, strict=True)
        if a == 220
    }
    assert france[260, 1990] == france[255, 1990] == france[260, 1989] + 1 == france[255, 1991] - 1
    # West Germany became a member in 1955, so that 1955 is its first year with France.
    assert france[260, 1989] == 1989 - 1955


def test_in_the_atlas_every_onset_is_a_dispute_and_follows_peace(book: Atlas) -> None:
    ongoing, onset, peace = (
        measure(name).compute(book, 1946, 2014)
        for name in ("dispute_ongoing", "dispute_onset", "peace_years")
    )
    level = measure("disputes").compute(book, 1946, 2014)
    assert (ongoing.value == (level.value > 0)).all()
    assert (ongoing.value[onset.value == 1] == 1).all()
    assert 0.2 < onset.value.sum() / ongoing.value.sum() < 0.8
    assert (peace.value >= 0).all()
    assert peace.value.max() <= 2014 - 1816
