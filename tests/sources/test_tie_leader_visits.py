"""The tie of visits: counted both ways in the year they begin, for pairs with the USA."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.kit.ties.tie import Made
from daylight.sources.leader_visits.ties import END, START, TIE


def made(*rows: tuple[str, int, date, date]) -> Made:
    kinds = {"direction": pl.String, "cow": pl.Int16, "start": pl.Date, "end": pl.Date}
    visits = pl.DataFrame(rows, kinds, orient="row")
    return TIE.make({"leader_visits": {"visits": visits}}, IssueLog("ties"))


def test_visits_both_ways_count_in_the_year_they_begin() -> None:
    one = made(
        ("out", 200, date(1990, 12, 30), date(1991, 1, 2)),
        ("in", 200, date(1990, 3, 1), date(1990, 3, 1)),
        ("in", 20, date(1990, 3, 1), date(1990, 3, 1)),
    )
    found = sorted(one.rows.select("cow", "partner", "year", "value").rows())
    assert found == [(2, 20, 1990, 1), (2, 200, 1990, 2)]


def test_pairs_with_the_usa_are_covered_and_no_others() -> None:
    assert cover(TIE, made()).rows() == [("leader_visits", 2, 0, START, END)]


def test_years_that_are_not_whole_are_left_out() -> None:
    late = made(("out", 200, date(END + 1, 2, 1), date(END + 1, 2, 1)))
    log = IssueLog("ties")
    assert spells(TIE, late, log).is_empty()
    assert [i.rows for i in log.issues] == [1]


@pytest.mark.mirror
def test_real_visits(mirror: Path) -> None:
    log = IssueLog("ties")
    real = TIE.make({"leader_visits": load("leader_visits").tables}, log)
    rows = spells(TIE, real, log)
    value = {
        (partner, year): v
        for _, _, partner, start, end, v in rows.iter_rows()
        for year in range(start, end + 1)
    }
    assert (630, 1985) not in value, "no visit with Iran"
    assert min(value[651, 1974], value[666, 1974], value[652, 1974]) >= 8, "Kissinger's shuttles"
    assert set(rows["cow"]) == {2}
