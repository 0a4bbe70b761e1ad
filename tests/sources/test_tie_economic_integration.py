"""Economic integration: the higher direction, and states that the source does not know."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.sources.eia.ties import TIE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.spells import spells

pytestmark = pytest.mark.slow

LEVEL = {"origin": pl.Int16, "destination": pl.Int16, "year": pl.Int16, "level": pl.Int8}
Row = tuple[int, int, int, int]


def made(*rows: Row) -> pl.DataFrame:
    tables = {"eia": {"levels": pl.DataFrame(rows, LEVEL, orient="row")}}
    log = IssueLog("ties")
    return spells(TIE, TIE.make(tables, log), log)


def pair(table: pl.DataFrame, a: int, b: int) -> list[tuple[int, int, float | None]]:
    mine = table.filter((pl.col("cow") == a) & (pl.col("partner") == b))
    return mine.select("start", "end", "value").rows()


def test_the_higher_direction_counts() -> None:
    found = made((475, 200, 2000, 1), (2, 20, 2000, 3), (20, 2, 2000, 3), (20, 2, 2001, 1))
    assert pair(found, 200, 475) == [(2000, 2000, 1.0)]
    assert pair(found, 2, 20) == [(2000, 2000, 3.0), (2001, 2001, 1.0)]


def test_a_state_that_is_never_named_is_not_known() -> None:
    found = made((2, 20, 2000, 3))
    assert pair(found, 20, 731) == [(1950, 2012, None)]
    assert pair(found, 2, 20) == [(2000, 2000, 3.0)]


def test_germany_has_its_number_of_the_year() -> None:
    found = made(*((220, 255, year, 4) for year in range(1958, 1993)))
    assert pair(found, 220, 260) == [(1958, 1990, 4.0)]
    assert pair(found, 220, 255) == [(1990, 1992, 4.0)]


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    log = IssueLog("ties")
    found = spells(TIE, TIE.make({"eia": load("eia").tables}, log), log)
    assert pair(found, 365, 370) == [(1993, 2009, 3.0), (2010, 2012, 4.0)]
    assert pair(found, 2, 20) == [(1989, 2012, 3.0)]
    assert pair(found, 710, 731)[0][2] is None
