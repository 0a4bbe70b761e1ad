"""Trailing windows: never later years, states followed through their numbers."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.kit.ties.windows import (
    in_system,
    newest,
    ordered,
    shared_years,
    system,
    trailing,
)

COLUMNS = {"cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16, "value": pl.Float64}


def frame(*rows: tuple[int, int, int, float]) -> pl.DataFrame:
    return pl.DataFrame(rows, COLUMNS, orient="row")


def test_a_window_looks_back_and_not_ahead() -> None:
    got = trailing(frame((2, 20, 1990, 1.0), (2, 20, 1992, 4.0)), 3, 1995).sort("year")
    assert got.select("year", "value").rows() == [
        (1990, 1.0), (1991, 1.0), (1992, 5.0), (1993, 4.0), (1994, 4.0),
    ]  # fmt: skip


def test_a_window_stops_at_the_last_covered_year() -> None:
    assert trailing(frame((2, 20, 1990, 1.0)), 10, 1991)["year"].to_list() == [1990, 1991]


@given(
    st.lists(st.tuples(st.integers(1950, 1970), st.integers(1, 9)), min_size=1, max_size=12),
    st.integers(1, 6),
)
def test_a_window_is_the_sum_by_hand(events: list[tuple[int, int]], length: int) -> None:
    got = trailing(frame(*((2, 20, y, float(n)) for y, n in events)), length, 1975)
    for year, value in got.select("year", "value").iter_rows():
        assert value == sum(n for y, n in events if year - length < y <= year)
    touched = {y + k for y, _ in events for k in range(length) if y + k <= 1975}
    assert set(got["year"].to_list()) == touched


def test_only_years_count_in_which_both_were_states() -> None:
    rows = frame((365, 369, 1992, 6.0), (365, 369, 1995, 6.0), (2, 200, 1981, 6.0))
    counted = shared_years(rows, 3, 1980)
    years = {(p, y): n for p, y, n in counted.select("partner", "year", "years").iter_rows()}
    # Ukraine is a member from December 1991; 1979 is not covered.
    assert years == {(369, 1992): 2, (369, 1995): 3, (200, 1981): 2}


def test_west_germany_goes_on_as_germany() -> None:
    then = newest(frame((2, 260, 1985, 1.0), (0, 678, 1985, 1.0)), "cow", "partner")
    assert then.select("cow", "partner").rows() == [(2, 255), (0, 679)]
    assert len(in_system(then, "partner")) == 2
    assert len(in_system(frame((2, 255, 1950, 1.0)), "cow", "partner")) == 0


def test_both_numbers_of_1990_are_in_the_system() -> None:
    germany = system(1989, 1991).filter(pl.col("newest") == 255).select("year", "cow").rows()
    assert germany == [(1989, 260), (1990, 255), (1990, 260), (1991, 255)]


def test_the_lower_number_comes_first() -> None:
    assert ordered(frame((200, 2, 1990, 1.0))).select("cow", "partner").row(0) == (2, 200)
