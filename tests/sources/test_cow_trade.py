"""COW Trade: both directions, holes taken out, totals of West Germany."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.cow_trade.source import DYADS, NATIONS, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = tuple[int, int, int, float | None, float | None]


def parquet(frame: pl.DataFrame) -> bytes:
    out = BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


def files(
    dyads: list[Row], nations: list[tuple[float, float, float | None, float | None]] | None = None
) -> dict[str, bytes]:
    rows = [r for a, b, y, x, m in dyads for r in ((a, b, y, x, m), (b, a, y, m, x))]
    schema = {"ccode1": pl.Int32, "ccode2": pl.Int32, "year": pl.Int32, "flow1": pl.Float64}
    table = pl.DataFrame(rows, schema=schema | {"flow2": pl.Float64}, orient="row")
    state = {"ccode": pl.Float64, "year": pl.Float64, "imports": pl.Float64, "exports": pl.Float64}
    return {
        DYADS: parquet(table),
        NATIONS: parquet(pl.DataFrame(nations or [], schema=state, orient="row")),
    }


def flow(tables: dict[str, pl.DataFrame], importer: int, exporter: int, year: int) -> list[float]:
    return (
        tables["flows"]
        .filter(
            (pl.col("importer") == importer)
            & (pl.col("exporter") == exporter)
            & (pl.col("year") == year)
        )["usd_m"]
        .to_list()
    )


@pytest.fixture
def log() -> IssueLog:
    return IssueLog("cow_trade")


def test_flow1_is_what_the_first_imports_from_the_second(log: IssueLog) -> None:
    got = shape(files([(2, 20, 2013, 338233.0, 264756.0)]), log)
    assert flow(got, 2, 20, 2013) == [338233.0]
    assert flow(got, 20, 2, 2013) == [264756.0]


def test_an_unreported_direction_is_absent_not_zero(log: IssueLog) -> None:
    got = shape(files([(365, 630, 1969, None, 51.0), (2, 20, 1950, 0.0, 3.0)]), log)
    assert flow(got, 365, 630, 1969) == []
    assert flow(got, 630, 365, 1969) == [51.0]
    assert flow(got, 2, 20, 1950) == [0.0]
    assert [i.rows for i in log.issues if "without a number" in i.text] == [1]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ((365, 369, 1993, 0.0, 0.0), False),  # Russia and Ukraine
        ((365, 369, 1995, 0.0, 0.0), True),
        ((365, 2, 1993, 0.0, 0.0), True),
        ((365, 710, 1961, 0.0, 0.0), False),  # USSR and China
        ((365, 710, 1985, 0.0, 0.0), True),
        ((345, 211, 1994, 9.0, 0.0), False),  # Yugoslavia after 1992
        ((212, 220, 1996, 70.0, 60.0), False),  # Luxembourg with Belgium
        ((212, 220, 1997, 70.0, 60.0), True),
        ((2, 40, 1975, 0.0, 0.0), True),  # an embargo is a finding
    ],
)
def test_false_zeros_are_taken_out(row: Row, kept: bool, log: IssueLog) -> None:
    got = shape(files([row]), log)
    assert bool(flow(got, *row[:3])) is kept
    assert bool(flow(got, row[1], row[0], row[2])) is kept


def test_a_soviet_zero_that_the_other_direction_answers_is_taken_out(log: IssueLog) -> None:
    got = shape(files([(365, 630, 1982, 0.0, 270.0), (365, 620, 1982, 0.0, 4.0)]), log)
    assert flow(got, 365, 630, 1982) == []
    assert flow(got, 630, 365, 1982) == [270.0]
    assert flow(got, 365, 620, 1982) == [0.0]
    hole = got["holes"].filter((pl.col("partner") == 630) & (pl.col("start") == 1982))
    assert hole["reason"][0].startswith("a Soviet flow")


def test_west_germany_of_1990_is_germany(log: IssueLog) -> None:
    got = shape(files([(211, 260, 1990, 1.0, 2.0), (211, 260, 1989, 3.0, 4.0)]), log)
    assert flow(got, 211, 255, 1990) == [1.0]
    assert flow(got, 255, 211, 1990) == [2.0]
    assert flow(got, 211, 260, 1989) == [3.0]


def test_totals_of_255_before_1990_are_west_germany(log: IssueLog) -> None:
    nations = [
        (255.0, 1938.0, 1.0, 2.0),
        (255.0, 1975.0, 3.0, 4.0),
        (255.0, 1990.0, 5.0, 6.0),
        (365.0, 1961.0, 179.0, 211.0),
        (2.0, 1961.0, None, None),
        (2.0, 1962.0, 1.0, None),
    ]
    got = shape(files([(2, 20, 1950, 1.0, 1.0)], nations), log)["totals"]
    assert got.select("cow", "year").rows() == [(2, 1962), (255, 1938), (255, 1990), (260, 1975)]


def test_holes_name_the_reason(log: IssueLog) -> None:
    holes = shape(files([(2, 20, 1950, 1.0, 1.0)]), log)["holes"]
    every = holes.filter(pl.col("partner").is_null()).sort("cow")
    assert every.select("cow", "start", "end").rows() == [
        (212, 1950, 1996),
        (260, 1960, 1990),
        (345, 1993, 2014),
    ]
    assert holes["reason"].null_count() == 0
    assert holes.filter(pl.col("cow") == pl.col("partner")).is_empty()


def test_one_way_file_is_refused(log: IssueLog) -> None:
    bad = files([(2, 20, 1950, 1.0, 2.0)])
    bad[DYADS] = parquet(pl.read_parquet(BytesIO(bad[DYADS])).head(1))
    with pytest.raises(SourceChanged, match="directed file"):
        shape(bad, log)


def test_missing_code_as_a_number_is_refused(log: IssueLog) -> None:
    with pytest.raises(SourceChanged, match="-9"):
        shape(files([(2, 20, 1950, -9.0, 2.0)]), log)


def test_renamed_column_is_refused(log: IssueLog) -> None:
    bad = files([(2, 20, 1950, 1.0, 2.0)])
    bad[DYADS] = parquet(pl.read_parquet(BytesIO(bad[DYADS])).rename({"flow1": "imports"}))
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        shape(bad, log)


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    got = load("cow_trade").tables
    assert flow(got, 365, 630, 2013) == [433.0]
    assert flow(got, 630, 365, 2014) == [1460.0]
    assert flow(got, 365, 370, 2013) == [13959.0]
    assert flow(got, 370, 365, 2013) == [22905.0]
    assert flow(got, 2, 20, 2014) == [346063.0]
    assert max(flow(got, 2, 710, 2014) + flow(got, 710, 2, 2014)) == 472525.0
    assert flow(got, 365, 369, 1993) == []
    frg = got["flows"].filter((pl.col("importer") == 260) & pl.col("year").is_between(1960, 1989))
    assert frg["exporter"].unique().to_list() == [211]
    assert frg["usd_m"].min() > 0
    total = got["totals"].filter((pl.col("cow") == 260) & (pl.col("year") == 1989))
    assert total["imports_usd_m"].item() == pytest.approx(269666.3, abs=0.1)
