"""BACI 2023: what nobody reports is not observable, and never a zero."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.baci_totals.source import FILE, FLOW, HIDDEN, NONE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"exporter": pl.String, "importer": pl.String, "year": pl.Int16, "value_kusd": pl.Float64}
COLUMNS |= {"status": pl.String, "seen_by": pl.String}
Row = tuple[str, str, int, float | None, str, str]


def files(*rows: Row) -> dict[str, bytes]:
    out = BytesIO()
    pl.DataFrame(rows, COLUMNS, orient="row").write_parquet(out)
    return {FILE: out.getvalue()}


def test_unit_direction_and_status() -> None:
    got = shape(
        files(
            ("CHN", "RUS", 2023, 2_000_000.0, FLOW, "exporter_only"),
            ("RUS", "KOR", 2023, None, HIDDEN, "neither"),
            ("ITA", "FRA", 2023, None, NONE, "both"),
        ),
        IssueLog("baci_totals"),
    )["flows"]
    assert got.select("exporter", "importer", "usd_m", "status").rows() == [
        (325, 220, None, NONE),
        (365, 732, None, HIDDEN),
        (710, 365, 2000.0, FLOW),
    ]


def test_territories_are_counted_and_an_unknown_code_stops() -> None:
    log = IssueLog("baci_totals")
    assert len(shape(files(("HKG", "CHN", 2023, 1.0, FLOW, "both")), log)["flows"]) == 0
    assert log.issues[0].rows == 1
    with pytest.raises(SourceChanged, match="QQQ"):
        shape(files(("QQQ", "CHN", 2023, 1.0, FLOW, "both")), log)


@pytest.mark.parametrize(
    "row",
    [
        ("CHN", "RUS", 2023, 1.0, HIDDEN, "neither"),
        ("CHN", "RUS", 2023, None, HIDDEN, "both"),
        ("CHN", "RUS", 2023, None, FLOW, "both"),
        ("CHN", "RUS", 2023, 0.0, FLOW, "both"),
        ("CHN", "RUS", 2023, None, NONE, "neither"),
        ("CHN", "RUS", 2023, 1.0, "guess", "both"),
        ("CHN", "RUS", 2023, 1.0, FLOW, "somebody"),
    ],
)
def test_a_status_that_its_value_contradicts_stops(row: Row) -> None:
    with pytest.raises(SourceChanged, match="CHN to RUS"):
        shape(files(row), IssueLog("baci_totals"))


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    flows = load("baci_totals").tables["flows"]

    def cell(exporter: int, importer: int) -> tuple[float | None, str]:
        row = flows.filter((pl.col("exporter") == exporter) & (pl.col("importer") == importer))
        return row.select("usd_m", "status").row(0)

    assert cell(365, 710)[0] == pytest.approx(129_000, rel=0.01)
    assert cell(255, 220)[0] == pytest.approx(121_200, rel=0.01)
    for pair in ((732, 816), (365, 732), (365, 290), (365, 370), (365, 630), (645, 732)):
        assert cell(*pair) == (None, HIDDEN), "both are in the block that did not report"
    hidden = flows.filter(pl.col("status") == HIDDEN)
    assert hidden["usd_m"].null_count() == len(hidden) > 4000
