"""Nuclear agreements as a tie: a count of ten years, none of it from later."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.nuclear_cooperation.ties import TIE

COLUMNS = dict.fromkeys(("a", "b", "year", "agreements"), pl.Int16)


def made(*rows: tuple[int, int, int, int]) -> dict[tuple[int, int, int], int]:
    table = pl.DataFrame(rows, COLUMNS, orient="row")
    got = TIE.make({"nuclear_cooperation": {"agreements": table}}, IssueLog("t"))
    spells(TIE, got, IssueLog("t"))
    assert cover(TIE, got).rows() == [("nuclear_cooperation", 0, 0, 1951, 2001)]
    return {
        (a, b, y): v for a, b, y, v in got.rows.select("cow", "partner", "year", "value").rows()
    }


def test_an_agreement_counts_for_ten_years() -> None:
    got = made((365, 630, 1989, 1), (365, 630, 1995, 2))
    by_year = {year: value for (_, _, year), value in got.items()}
    assert (by_year[1989], by_year[1995], by_year[1998], by_year[1999]) == (1, 3, 3, 2)
    assert (min(by_year), max(by_year)) == (1989, 2001), "what was signed later is not known"


def test_the_years_that_are_not_whole_are_not_used() -> None:
    log = IssueLog("t")
    table = pl.DataFrame([(2, 20, 2002, 1)], COLUMNS, orient="row")
    got = TIE.make({"nuclear_cooperation": {"agreements": table}}, log)
    assert len(got.rows) == 0
    assert log.issues[0].rows == 1


def test_germany_takes_over_the_agreements_of_west_germany() -> None:
    got = made((220, 260, 1985, 1), (255, 290, 1991, 1))
    assert got[220, 255, 1994] == 1
    assert (220, 255, 1985) not in got
    assert got[255, 290, 1991] == 1
