"""Defence cooperation agreements in force: weights, the cap, years, and changed numbers."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.sources.dcad import ties as defence_cooperation
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.kit.ties.spells import cover, spells

TIE = defence_cooperation.TIE
Pact = tuple[int, int, str, int, int]
SCHEMA = {
    "a": pl.Int16, "b": pl.Int16, "kind": pl.String, "start": pl.Int16, "end": pl.Int16
}  # fmt: skip


def tables(*rows: Pact) -> dict[str, Tables]:
    return {"dcad": {"agreements": pl.DataFrame(list(rows), SCHEMA, orient="row")}}


def found(*rows: Pact) -> list[tuple[float, ...]]:
    made = TIE.make(tables(*rows), IssueLog("t")).rows
    return sorted(made.select("cow", "partner", "year", "value").rows())


def test_general_counts_one_and_sector_half() -> None:
    got = found((2, 200, "general", 2000, 2001), (2, 200, "sector", 2001, 2002))
    assert got == [(2, 200, 2000, 1), (2, 200, 2001, 1.5), (2, 200, 2002, 0.5)]


def test_the_sum_stops_at_three() -> None:
    assert found(*[(2, 200, "general", 2000, 2000)] * 5) == [(2, 200, 2000, 3)]


def test_an_agreement_of_west_germany_goes_on_with_germany() -> None:
    got = found((220, 260, "general", 1989, 1991), (220, 255, "sector", 1991, 1991))
    assert got == [
        (220, 255, 1990, 1),
        (220, 255, 1991, 1.5),
        (220, 260, 1989, 1),
        (220, 260, 1990, 1),
    ]


def test_an_agreement_of_a_state_that_is_gone_is_noted() -> None:
    log = IssueLog("t")
    made = TIE.make(tables((310, 315, "general", 1991, 1994)), log)
    assert made.rows["year"].sort().to_list() == [1991, 1992]
    assert [i.rows for i in log.issues] == [2]


def test_absence_is_none_from_1980_to_2010_only() -> None:
    made = TIE.make(tables((2, 200, "general", 2000, 2000)), IssueLog("t"))
    assert cover(TIE, made).rows() == [("defence_cooperation", 0, 0, 1980, 2010)]


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    log = IssueLog("t")
    kept = spells(TIE, TIE.make({"dcad": load("dcad").tables}, log), log)

    def of(a: int, b: int) -> list[tuple[int, int, float]]:
        pair = kept.filter((pl.col("cow") == a) & (pl.col("partner") == b))
        return pair.select("start", "end", "value").rows()

    assert of(365, 630) == [(2001, 2007, 0.5)]
    assert of(365, 370) == [(1992, 1992, 1), (1993, 1993, 2), (1994, 2010, 3)]
    assert of(2, 630) == []
    assert (kept["value"].min(), kept["value"].max()) == (0.5, 3.0)
