"""Investment treaties: only those in force, with dates that fit their status."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.bits.source import FILE, IN_FORCE, SIGNED, TERMINATED, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"treaty_id": pl.Int64, "short_title": pl.String, "iso3_a": pl.String}
COLUMNS |= dict.fromkeys(("iso3_b", "status", "signed", "in_force", "terminated"), pl.String)
Row = tuple[str, str, str, str, str | None, str | None]


def files(*rows: Row) -> dict[str, bytes]:
    full = [(k, f"{a} - {b}", a, b, *rest) for k, (a, b, *rest) in enumerate(rows)]
    out = BytesIO()
    pl.DataFrame(full, COLUMNS, orient="row").write_parquet(out)
    return {FILE: out.getvalue()}


LIVE: Row = ("RUS", "IRN", IN_FORCE, "2015-12-23", "2017-04-06", None)


def test_only_treaties_that_were_in_force_are_kept() -> None:
    log = IssueLog("bits")
    dormant: Row = ("CHN", "IRN", SIGNED, "2000-01-01", None, None)
    dropped: Row = ("CHN", "IND", TERMINATED, "2000-01-01", None, "2003-01-01")
    over: Row = ("RUS", "CHN", TERMINATED, "1990-07-21", "1991-07-26", "2009-05-01")
    got = shape(files(LIVE, dormant, dropped, over), log)["treaties"]
    assert got.select("a", "b").rows() == [(365, 630), (365, 710)]
    assert [i.rows for i in log.issues] == [0, 2]


def test_places_outside_the_system_are_counted_and_unknown_ones_stop() -> None:
    log = IssueLog("bits")
    hong_kong: Row = ("HKG", "IRN", IN_FORCE, "2000-01-01", "2001-01-01", None)
    assert len(shape(files(LIVE, hong_kong), log)["treaties"]) == 1
    assert log.issues[0].rows == 1
    with pytest.raises(SourceChanged, match="XYZ"):
        shape(files(("XYZ", "IRN", IN_FORCE, "2000-01-01", "2001-01-01", None)), IssueLog("bits"))


@pytest.mark.parametrize(
    "row",
    [
        ("RUS", "IRN", IN_FORCE, "2000-01-01", None, None),
        ("RUS", "IRN", IN_FORCE, "2000-01-01", "2001-01-01", "2005-01-01"),
        ("RUS", "IRN", SIGNED, "2000-01-01", "2001-01-01", None),
        ("RUS", "IRN", TERMINATED, "2000-01-01", "2001-01-01", None),
        ("RUS", "IRN", "Paused", "2000-01-01", "2001-01-01", None),
        ("RUS", "IRN", IN_FORCE, "2000-01-01", "1999-01-01", None),
        ("RUS", "IRN", TERMINATED, "2000-01-01", "2001-01-01", "2000-06-01"),
    ],
)
def test_a_status_that_its_dates_contradict_stops(row: Row) -> None:
    with pytest.raises(SourceChanged, match="RUS - IRN"):
        shape(files(row), IssueLog("bits"))


@pytest.mark.mirror
def test_published_rows(mirror: Path) -> None:
    treaties = load("bits").tables["treaties"]

    def dates(a: int, b: int) -> list[tuple[str, str | None]]:
        mine = treaties.filter((pl.col("a") == a) & (pl.col("b") == b)).sort("in_force")
        return mine.select(pl.col("in_force", "terminated").cast(pl.String)).rows()

    assert dates(365, 630) == [("2017-04-06", None)]
    assert dates(365, 710) == [("1991-07-26", "2009-05-01"), ("2009-05-01", None)]
    assert dates(255, 290) == [("1991-02-24", "2019-10-18")]
