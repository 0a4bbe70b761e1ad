"""ITPD-E: states only, positive flows, nothing invented where a pair is absent."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.itpd.source import FILE, shape
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as checked

SCHEMA = {
    "year": pl.Int16,
    "exporter": pl.String,
    "importer": pl.String,
    "exporter_iso3": pl.String,
    "importer_iso3": pl.String,
    "exporter_cow": pl.Int32,
    "importer_cow": pl.Int32,
    "value_usd2010": pl.Float64,
    "value_usd_nominal_m": pl.Float64,
}
CODES = {"RUS": 365, "IRN": 630, "PSE": 0, "ABC": 0}


def files(*rows: tuple[int, str, str, float]) -> dict[str, bytes]:
    full = [
        (year, out, into, out, into, CODES[out], CODES[into], value * 1e6, value)
        for year, out, into, value in rows
    ]
    target = BytesIO()
    pl.DataFrame(full, schema=SCHEMA, orient="row").write_parquet(target)
    return {FILE: target.getvalue()}


def test_direction_and_unit() -> None:
    got = shape(files((2013, "RUS", "IRN", 1237.0)), IssueLog("itpd"))["flows"]
    assert got.rows() == [(630, 365, 2013, 1237.0)]


def test_places_outside_the_system_are_dropped_and_counted() -> None:
    log = IssueLog("itpd")
    got = shape(files((2013, "RUS", "IRN", 1.0), (2013, "RUS", "PSE", 2.0)), log)["flows"]
    assert len(got) == 1
    assert [i.rows for i in log.issues] == [1]


def test_a_new_place_without_a_number_stops() -> None:
    with pytest.raises(SourceChanged, match="ABC"):
        shape(files((2013, "ABC", "RUS", 1.0)), IssueLog("itpd"))


@pytest.mark.parametrize("row", [(2013, "RUS", "IRN", 0.0), (2013, "RUS", "RUS", 5.0)])
def test_zero_or_domestic_flow_stops(row: tuple[int, str, str, float]) -> None:
    with pytest.raises(SourceChanged, match="positive flow between two states"):
        shape(files(row), IssueLog("itpd"))


def test_doubled_key_and_short_file_stop() -> None:
    twice = files((2013, "RUS", "IRN", 1.0), (2013, "RUS", "IRN", 1.0))
    spec = declaration("itpd")
    loose = spec.expect["flows"].model_copy(update={"rows_min": 1})
    with pytest.raises(SourceChanged, match="repeat the key"):
        checked(spec.model_copy(update={"expect": {"flows": loose}}), twice)
    with pytest.raises(SourceChanged, match="at least"):
        checked(spec, twice)


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    flows = load("itpd").tables["flows"]

    def value(exporter: int, importer: int, year: int) -> float:
        return flows.filter(
            (pl.col("importer") == importer)
            & (pl.col("exporter") == exporter)
            & (pl.col("year") == year)
        )["usd_m"].item()

    assert value(365, 630, 2013) == pytest.approx(1237, abs=1)
    assert value(365, 630, 2016) == pytest.approx(1701, abs=1)
    assert value(365, 370, 2015) == pytest.approx(15956, abs=1)
    assert value(370, 365, 2016) == pytest.approx(9324, abs=1)
    assert value(2, 20, 2013) == pytest.approx(301363, abs=1)
    assert flows["year"].max() == 2016
