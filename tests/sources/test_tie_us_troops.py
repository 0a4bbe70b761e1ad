"""US troops as a tie: log scale, hosts only, zeros that cannot be believed."""

from __future__ import annotations

import math

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.troopdata.ties import TIE

COLUMNS = {"cow": pl.Int16, "year": pl.Int16, "troops": pl.Int64}


def made(*rows: tuple[int, int, int | None]) -> dict[tuple[int, int], float | None]:
    table = pl.DataFrame(rows, COLUMNS, orient="row")
    got = TIE.make({"troopdata": {"troops": table}}, IssueLog("t"))
    assert set(got.rows["partner"]) <= {2}
    assert len(cover(TIE, got)) == 0, "a host without a row is missing, not without troops"
    spells(TIE, got, IssueLog("t"))
    return {
        (cow, year): value for cow, year, value in got.rows.select("cow", "year", "value").rows()
    }


def test_the_value_is_the_log_of_one_more() -> None:
    got = made((740, 2024, 55154), (630, 1995, 0), (20, 1990, 9))
    assert got == {(740, 2024): round(math.log10(55155), 2), (630, 1995): 0.0, (20, 1990): 1.0}


def test_a_zero_soon_after_many_is_not_known() -> None:
    many = made((690, 2002, 567), *((690, year, 0) for year in range(2003, 2007)))
    assert [many[690, year] for year in range(2003, 2007)] == [None, None, None, 0.0]
    few = made((690, 2002, 99), (690, 2003, 0))
    assert few[690, 2003] == 0.0


def test_a_zero_before_many_stays() -> None:
    """Nothing is learned from later years."""
    assert made((690, 2002, 0), (690, 2003, 500))[690, 2002] == 0.0


def test_an_unknown_count_stays_unknown() -> None:
    assert made((645, 2006, None), (645, 2005, 150000))[645, 2006] is None


def test_troops_in_west_germany_have_its_number() -> None:
    got = made(*((255, year, 99) for year in (1950, 1985, 1990, 1991)))
    assert got == {(260, 1985): 2.0, (255, 1990): 2.0, (260, 1990): 2.0, (255, 1991): 2.0}


def test_in_a_year_of_two_numbers_each_keeps_its_own_row() -> None:
    got = made((678, 1990, 9), (679, 1990, 99), (679, 1978, 999))
    assert got == {(678, 1990): 1.0, (679, 1990): 2.0, (678, 1978): 3.0}
