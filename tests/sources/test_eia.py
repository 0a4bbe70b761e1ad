"""Economic integration: levels that fit their labels, states only."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.eia.source import FILE, LEVELS, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"year": pl.Int16, "origin": pl.String, "destination": pl.String, "eia": pl.Int8}


def files(*rows: tuple[int, str, str, int], label: str | None = None) -> dict[str, bytes]:
    table = pl.DataFrame(rows, COLUMNS, orient="row")
    names = [label or LEVELS[level] for level in table["eia"]]
    out = BytesIO()
    table.with_columns(label=pl.Series(names, dtype=pl.String)).write_parquet(out)
    return {FILE: out.getvalue()}


def test_it_is_of_the_origin_towards_the_destination() -> None:
    got = shape(files((2012, "NGA", "GBR", 1)), IssueLog("eia"))["levels"]
    assert got.rows() == [(475, 200, 2012, 1)]


def test_territories_are_counted_and_macau_is_not_macedonia() -> None:
    log = IssueLog("eia")
    assert shape(files((2012, "GRL", "DNK", 2), (2012, "MAC", "DNK", 1)), log)["levels"].is_empty()
    assert log.issues[0].rows == 2


def test_unknown_codes_and_other_labels_stop() -> None:
    with pytest.raises(SourceChanged, match="XYZ"):
        shape(files((2012, "XYZ", "DNK", 2)), IssueLog("eia"))
    with pytest.raises(SourceChanged, match="BAR"):  # a COW abbreviation, and no ISO code
        shape(files((2012, "BAR", "PRT", 2)), IssueLog("eia"))
    with pytest.raises(SourceChanged, match="level 3"):
        shape(files((2012, "RUS", "BLR", 3), label="Customs Union"), IssueLog("eia"))


@pytest.mark.mirror
def test_published_levels(mirror: Path) -> None:
    levels = load("eia").tables["levels"]
    ours = levels.filter((pl.col("origin") == 365) & (pl.col("destination") == 370))
    found = dict(ours.select("year", "level").rows())
    assert found == {y: 3 if y < 2010 else 4 for y in range(1993, 2013)}
