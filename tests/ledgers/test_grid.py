"""Values on the grid: absence is not zero, a floor is not the whole, and a past fades."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import CANADA, FRANCE, RUSSIA, UK, USA, grid, values

from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.ledgers.fade import faded
from daylight.ledgers.grid import NEVER, PAIR_YEAR, Found, as_pairs, between, pair_years, placed

PAIRS = grid((USA, CANADA), years=range(2000, 2006))


def rows(*found: tuple[int, int, int, float | None]) -> pl.DataFrame:
    kinds = dict.fromkeys(PAIR_YEAR, pl.Int16) | {"value": pl.Float64}
    return pl.DataFrame(list(found), kinds, orient="row")


def test_every_status() -> None:
    found = Found(
        rows((2, 20, 2000, 3.0), (2, 20, 2001, None), (2, 20, 2004, 1.0), (2, 20, 2005, 5.0)),
        zero=between(2000, 2002), reached=between(2000, 2003), whole=between(2000, 2003), full=5.0,
    )  # fmt: skip
    placed_ = pl.concat([PAIRS, placed(PAIRS, found, directed=False)], how="horizontal")
    assert values(placed_, 2, 20, "value", "status") == {
        2000: (3.0, OBSERVED),
        2001: (None, MISSING),
        2002: (0.0, STRUCTURAL_ZERO),
        2003: (None, MISSING),
        2004: (1.0, OUTSIDE_COVERAGE),
        2005: (5.0, OBSERVED),
    }


def test_one_direction_known_is_zero_the_other_way_only_where_absence_is_none() -> None:
    one_way = rows((2, 20, 2000, 3.0), (2, 20, 2003, 3.0)).select(
        *PAIR_YEAR, ab="value", ba=pl.lit(None, pl.Float64)
    )
    found = Found(one_way, between(2000, 2001), between(2000, 2005), between(2000, 2005))
    made = pl.concat([PAIRS, placed(PAIRS, found, directed=True)], how="horizontal")
    both = values(made, 2, 20, "ab", "ba", "status")
    assert both[2000] == (3.0, 0.0, OBSERVED)
    assert both[2003] == (3.0, None, MISSING)


def test_a_directed_row_keeps_its_direction() -> None:
    table = pl.DataFrame({"cow": [20, 2, 2], "partner": [2, 20, 20], "year": [2000] * 3,
                          "value": [1.0, 2.0, 3.0]})  # fmt: skip
    assert as_pairs(table, directed=True).select("a", "b", "ab", "ba").row(0) == (2, 20, 3.0, 1.0)
    assert as_pairs(table, directed=False).select("a", "b", "value").row(0) == (2, 20, 3.0)


def test_all_pairs_of_the_system_once_each() -> None:
    pairs = pair_years(1990, 1991)
    assert not pairs.is_duplicated().any()
    assert (pairs["a"] < pairs["b"]).all()
    assert len(pairs.filter((pl.col("a") == 255) & (pl.col("year") == 1991))) > 100
    assert not len(pairs.filter((pl.col("a") == 260) & (pl.col("year") == 1991)))


def test_a_past_fades_by_the_rate_and_a_new_value_takes_its_place() -> None:
    left = faded(PAIRS, rows((2, 20, 2000, 5.0), (2, 20, 2003, 4.0)), 0.1)
    expected = [5.0, 4.5, 4.05, 4.0, 3.6, 3.24]
    assert [*values(left, 2, 20, "value").values()] == pytest.approx(expected)


def test_a_past_before_the_grid_counts_and_ends_in_nothing() -> None:
    left = faded(PAIRS, rows((2, 20, 1999, 5.0)), 0.1)
    assert values(left, 2, 20, "value")[2000] == pytest.approx(4.5)
    assert not len(faded(PAIRS, rows((2, 20, 1900, 5.0)), 0.1)), "forgotten is no row, not a trace"
    assert not len(faded(PAIRS, rows(), 0.1))


def test_germany_keeps_the_past_of_west_germany() -> None:
    west, now = grid((UK, 260), years=range(1988, 1991)), grid((UK, 255), years=range(1990, 1993))
    left = faded(pl.concat([west, now]), rows((UK, 260, 1989, 4.0)), 0.1)
    assert values(left, UK, 255, "value")[1991] == pytest.approx(4 * 0.9**2)
    assert 1988 not in values(left, UK, 260, "value")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1990, 2005), st.floats(0, 5)), max_size=6))
def test_fading_is_the_highest_of_what_is_left(facts: list[tuple[int, float]]) -> None:
    single = dict(facts)
    left = values(faded(PAIRS, rows(*((2, 20, y, v) for y, v in single.items())), 0.2),
                  2, 20, "value")  # fmt: skip
    for year in range(2000, 2006):
        best = max((v * 0.8 ** (year - y) for y, v in single.items() if y <= year), default=0.0)
        assert left.get(year, 0.0) == pytest.approx(best if best >= 0.025 else 0.0, abs=1e-6)


def test_other_pairs_are_left_alone() -> None:
    pairs = pl.concat([PAIRS, grid((FRANCE, RUSSIA), years=range(2000, 2006))])
    assert values(faded(pairs, rows((2, 20, 2000, 5.0)), 0.1), FRANCE, RUSSIA, "value") == {}
    none = Found(rows(), NEVER, NEVER, NEVER)
    assert set(placed(pairs, none, directed=False)["status"]) == {OUTSIDE_COVERAGE}


def test_nothing_fades_in_held_years_and_the_fall_goes_on_after_them() -> None:
    held = pl.DataFrame({"a": [2, 2], "b": [20, 20], "year": [2001, 2002]}).cast(pl.Int16)
    left = values(faded(PAIRS, rows((2, 20, 2000, 5.0)), 0.1, held), USA, CANADA, "value")
    assert left == pytest.approx(
        {2000: 5.0, 2001: 5.0, 2002: 5.0, 2003: 4.5, 2004: 4.05, 2005: 3.645}
    )
