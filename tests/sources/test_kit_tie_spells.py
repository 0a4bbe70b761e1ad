"""Runs of years: one row each, ended by a gap or by another value."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.kit.ties.spells import covered_years, runs

COLUMNS = {"cow": pl.Int16, "year": pl.Int16, "value": pl.Float64}
YEARS = st.dictionaries(
    st.tuples(st.sampled_from([2, 20, 200]), st.integers(1990, 1999)),
    st.sampled_from([None, 0.0, 1.0]),
)


def frame(*rows: tuple[int, int, float | None]) -> pl.DataFrame:
    return pl.DataFrame(rows, COLUMNS, orient="row")


def test_a_gap_ends_a_run_and_so_does_the_next_state() -> None:
    rows = frame((20, 1996, 1.0), (2, 1990, 1.0), (2, 1992, 1.0), (2, 1991, 2.0), (2, 1995, 1.0))
    assert runs(rows, ["cow"]).rows() == [(2, 1990, 1992), (2, 1995, 1995), (20, 1996, 1996)]


def test_another_value_ends_a_run_where_it_is_asked_for_and_null_is_a_value() -> None:
    rows = frame((2, 1990, None), (2, 1991, None), (2, 1992, 0.0), (2, 1993, 1.0))
    assert runs(rows, ["cow"], ["value"]).rows() == [
        (2, 1990, 1991, None), (2, 1992, 1992, 0.0), (2, 1993, 1993, 1.0),
    ]  # fmt: skip


@given(YEARS)
def test_runs_hold_every_year_once_and_no_other(
    values: dict[tuple[int, int], float | None],
) -> None:
    rows = frame(*((*key, value) for key, value in values.items()))
    made = runs(rows, ["cow"], ["value"])
    spread = [
        ((cow, year), value)
        for cow, start, end, value in made.rows()
        for year in range(start, end + 1)
    ]
    assert len(spread) == len(values)
    assert dict(spread) == values
    neighbours = zip(made.rows(), made.rows()[1:], strict=False)
    assert not any(a[0] == b[0] and a[2] + 1 == b[1] and a[3] == b[3] for a, b in neighbours)


def test_a_cover_holds_towards_every_state_unless_a_partner_is_named() -> None:
    years = frame((2, 1991, None), (2, 1990, None))
    assert covered_years(years).rows() == [(2, 0, 1990, 1991)]
    named = years.with_columns(partner=pl.lit(20, pl.Int16))
    assert covered_years(named).rows() == [(2, 20, 1990, 1991)]


def test_nothing_gives_nothing() -> None:
    assert covered_years(frame()).is_empty()
