"""Bilateral FDI: states only, one number for each pair and year or none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.fdi.source import FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"year": pl.Int32, "FDI_instock": pl.Float64, "FDI_outstock": pl.Float64}
COLUMNS |= {"iso3_reporter": pl.String, "iso3_partner": pl.String}
Row = tuple[int, float | None, float | None, str, str]


def stocks(*rows: Row, log: IssueLog | None = None) -> list[tuple[object, ...]]:
    out = BytesIO()
    pl.DataFrame(rows, COLUMNS, orient="row").write_parquet(out)
    return shape({FILE: out.getvalue()}, log or IssueLog("fdi"))["stocks"].rows()


def test_both_directions_are_kept() -> None:
    assert stocks((2010, 5877.9, None, "BLR", "RUS")) == [(370, 365, 2010, 5877.9, None)]


def test_several_numbers_are_none_and_the_same_twice_is_one() -> None:
    log = IssueLog("fdi")
    twice: list[Row] = [(2010, 1.0, 4.0, "BGR", "SRB"), (2010, 2.0, 4.0, "BGR", "SRB")]
    assert stocks(*twice, log=log) == [(355, 345, 2010, None, 4.0)]
    assert log.issues[-1].rows == 2


def test_territories_and_own_stocks_are_left_out_and_counted() -> None:
    log = IssueLog("fdi")
    rows: list[Row] = [(2010, 1.0, 1.0, "CHN", "HKG"), (2010, 1.0, 1.0, "CHN", "CHN")]
    assert stocks(*rows, log=log) == []
    assert [i.rows for i in log.issues] == [1, 1, 0]


def test_unknown_codes_stop() -> None:
    with pytest.raises(SourceChanged, match="XYZ"):
        stocks((2010, 1.0, 1.0, "CHN", "XYZ"))


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    table = load("fdi").tables["stocks"]
    usa = table.filter((pl.col("reporter") == 2) & (pl.col("partner") == 200))
    assert dict(usa.select("year", "inward").rows())[2012] == 486833.0
