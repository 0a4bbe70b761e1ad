"""Investment treaties: years in force, replacements, and states that changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.sources.bits.ties import END, TIE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.kit.ties.spells import spells

COLUMNS = {"a": pl.Int16, "b": pl.Int16, "in_force": pl.Date, "terminated": pl.Date}
Row = tuple[int, int, date, date | None]


def years(tables: Tables, a: int, b: int) -> list[tuple[int, int]]:
    log = IssueLog("ties")
    made = spells(TIE, TIE.make({"bits": tables}, log), log)
    mine = made.filter((pl.col("cow") == a) & (pl.col("partner") == b))
    assert set(mine["value"]) <= {1.0}
    return mine.select("start", "end").rows()


def bits(*rows: Row) -> Tables:
    return {"treaties": pl.DataFrame(rows, COLUMNS, orient="row")}


def test_both_ends_count_and_a_treaty_that_goes_on_has_none() -> None:
    found = bits((365, 630, date(2017, 4, 6), None), (2, 130, date(1997, 5, 11), date(2018, 5, 18)))
    assert years(found, 365, 630) == [(2017, END)]
    assert years(found, 2, 130) == [(1997, 2018)]


def test_a_treaty_that_follows_another_leaves_no_gap_and_no_double() -> None:
    one = (365, 710, date(1991, 7, 26), date(2009, 5, 1))
    assert years(bits(one, (365, 710, date(2009, 5, 1), None)), 365, 710) == [(1991, END)]


def test_czechoslovakia_holds_what_its_successors_took_over() -> None:
    found = bits((255, 316, date(1991, 8, 2), None), (255, 317, date(1991, 8, 2), None))
    assert years(found, 255, 315) == [(1991, 1992)]
    assert years(found, 255, 316) == years(found, 255, 317) == [(1993, END)]


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    tables = load("bits").tables
    assert years(tables, 365, 630) == [(2017, END)]
    assert years(tables, 365, 370) == []
    assert years(tables, 365, 710) == [(1991, END)]
    assert years(tables, 260, 770) == [(1962, 1990)]
    assert years(tables, 2, 130) == [(1997, 2018)], (
        "Ecuador ended its treaty with the United States"
    )
