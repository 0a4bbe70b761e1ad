"""Investment treaties of 2026: parties, facts by hand, what is in force when."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.iia.in_force import END, in_force
from daylight.sources.iia.source import FILE, HAND, IN_FORCE, SIGNED, TERMINATED, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

DATE = pl.Datetime("ns")
COLUMNS = {"short_title": pl.String, "type": pl.String, "status": pl.String, "signed": DATE}
COLUMNS |= {"in_force": DATE, "terminated": DATE, "iso_a": pl.String, "iso_b": pl.String}
Row = tuple[str | None, str | None, str, str | None, str | None, str | None]


def files(*rows: Row, hand: str = "") -> dict[str, bytes]:
    full = [
        (f"{a} - {b} BIT", "BITs", status, *(d and datetime.fromisoformat(d) for d in dates), a, b)
        for a, b, status, *dates in rows
    ]
    out = BytesIO()
    pl.DataFrame(full, COLUMNS, orient="row").write_parquet(out)
    head = "short_title,iso_a,iso_b,terminated,citation\n"
    return {FILE: out.getvalue(), HAND: (head + hand).encode()}


OLD: Row = ("CHN", "RUS", TERMINATED, "2006-11-09", "2009-05-01", "2025-12-01")
NEW: Row = ("CHN", "RUS", IN_FORCE, "2025-05-08", "2025-12-01", None)


def treaties(*rows: Row, hand: str = "") -> pl.DataFrame:
    return shape(files(*rows, hand=hand), IssueLog("iia"))["treaties"]


def test_a_treaty_that_follows_another_leaves_no_gap() -> None:
    found = in_force({"treaties": treaties(OLD, NEW)})
    assert found["year"].to_list() == list(range(2009, END + 1))
    assert found.select("cow", "partner").unique().rows() == [(365, 710)]


def test_the_year_of_the_end_counts_and_the_next_does_not() -> None:
    found = in_force({"treaties": treaties(("DEU", "POL", TERMINATED, "1989-11-10", "1991-02-24",
                                            "2019-10-18"))})  # fmt: skip
    assert found["year"].to_list() == list(range(1991, 2020))


def test_belgium_and_luxembourg_have_a_row_each_and_a_double_is_one() -> None:
    row: Row = ("BLR", "BLX", IN_FORCE, "1989-02-09", "1991-08-18", None)
    again: Row = ("BLR", "BLX", IN_FORCE, "1989-02-09", "1991-08-02", None)
    got = treaties(row, again)
    assert got.select("a", "b").rows() == [(211, 370), (212, 370)]
    assert {str(d) for d in got["in_force"]} == {"1991-08-02"}


def test_a_hand_row_fills_what_the_copy_lacks() -> None:
    bare: Row = (None, None, IN_FORCE, "2015-03-03", "2016-03-03", None)
    assert treaties(bare, hand="None - None BIT,KHM,RUS,,title\n").select("a", "b").rows() == [
        (365, 811)
    ]
    with pytest.raises(SourceChanged, match="no parties"):
        treaties(bare)
    for hand in ("Gone BIT,KHM,RUS,,title\n", "CHN - RUS BIT,,,,\n"):
        with pytest.raises(SourceChanged, match=r"hand\.csv"):
            treaties(NEW, hand=hand)


def test_only_treaties_that_entered_into_force_and_states() -> None:
    dormant: Row = ("CHN", "IRN", SIGNED, "2000-01-01", None, None)
    hong_kong: Row = ("HKG", "IRN", IN_FORCE, "2000-01-01", "2001-01-01", None)
    assert len(treaties(dormant, hong_kong, NEW)) == 1


@pytest.mark.parametrize(
    "row",
    [
        ("CHN", "RUS", IN_FORCE, "2000-01-01", "2001-01-01", "2005-01-01"),
        ("CHN", "RUS", TERMINATED, "2000-01-01", "2001-01-01", None),
        ("CHN", "RUS", "Paused", "2000-01-01", "2001-01-01", None),
        ("CHN", "RUS", IN_FORCE, "2002-01-01", "2001-01-01", None),
        ("CHN", "RUS", TERMINATED, "2000-01-01", "2001-01-01", "2000-06-01"),
    ],
)
def test_a_status_that_its_dates_contradict_stops(row: Row) -> None:
    with pytest.raises(SourceChanged, match="CHN - RUS"):
        treaties(row)


@pytest.mark.mirror
def test_published_rows(mirror: Path) -> None:
    found = in_force(load("iia").tables)
    last = found.filter(pl.col("year") == END)
    assert 2200 < len(last) < 2300
    pairs = set(last.select("cow", "partner").rows())
    assert {(365, 710), (365, 630)} <= pairs
    assert (255, 290) not in pairs, "ended in 2019 between members of the Union"
