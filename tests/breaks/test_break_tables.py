"""The tables of ties and breaks, from series of a few pairs."""

from __future__ import annotations

import numpy as np
import polars as pl
from small_series import calm, marked, pairs

from daylight.breaks.pairs import FIRST, YEARS
from daylight.breaks.series import _bridged
from daylight.breaks.steps import BreakTables, break_tables
from daylight.breaks.ties import legs
from daylight.store.schemas import table
from daylight.store.schemas.breaks import ACT_SIGNS, FAMILIES

TWO = pairs(2)
"""2 and 20, 2 and 40."""
POWER = pl.DataFrame(
    [(2, 1960, 0.3), (20, 1960, 0.1), (40, 1960, 0.5)], ["cow", "year", "cinc"], orient="row"
).with_columns(pl.col("cow", "year").cast(pl.Int16))


def made() -> BreakTables:
    series = marked(calm(2), obliged=range(1950, 1970), force=[1940, 1960, 1961], left=1963)
    series = marked(series, pair=1, obliged=1955, force=1980)
    return break_tables(TWO, legs(series, TWO), series, POWER)


def test_a_row_for_each_year_of_a_tie_with_its_weaker_side() -> None:
    ties = made().tie_years
    one = ties.filter(pl.col("b") == 20)
    assert one["year"].to_list() == list(range(1950, 1971)), "and the year after"
    assert one.filter(pl.col("year") == 1970)["legs"].item() == 0
    assert set(one.filter(pl.col("year") >= 1960)["weaker"].to_list()) == {20}
    assert ties.filter(pl.col("b") == 40)["year"].to_list() == [1955, 1956]
    assert ties.equals(ties.sort("a", "b", "year"))


def test_what_began_and_what_was_done_only_where_a_tie_stood() -> None:
    tables = made()
    assert tables.onsets.select("b", "year", "family").rows() == [
        (20, 1960, "hostility"), (20, 1963, "treaty"),
    ]  # fmt: skip
    assert tables.acts.select("b", "year", "signs").rows() == [
        (20, 1960, 1 << ACT_SIGNS.index("force")), (20, 1961, 1 << ACT_SIGNS.index("force")),
        (20, 1963, 1 << ACT_SIGNS.index("treaty")),
    ]  # fmt: skip
    by = (1 << FAMILIES.index("treaty")) + (1 << FAMILIES.index("hostility"))
    assert tables.breaks.rows() == [(2, 20, 1963, by, 1963)]


def test_the_columns_are_those_of_the_atlas() -> None:
    for name in ("tie_years", "onsets", "acts", "breaks", "gains"):
        frame = getattr(made(), name)
        assert set(frame.columns) == set(table(name).columns)


def test_a_year_without_any_count_is_bridged_where_both_sides_have_troops() -> None:
    marks = np.zeros((3, YEARS), bool)
    marks[0, [1950 - FIRST, 1953 - FIRST]] = True
    marks[1, 1950 - FIRST] = True
    found = _bridged(marks, frozenset({1950, 1953, 1954}))
    assert found[0, 1950 - FIRST : 1954 - FIRST].all()
    assert found[1].sum() == 1, "gone by the next count"
    assert not found[:, 1954 - FIRST].any(), "counted, and none"
