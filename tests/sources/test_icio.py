"""ICIO: goods and services apart, states only."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.icio.source import FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"exporter": pl.String, "importer": pl.String, "year": pl.Int16}
COLUMNS |= dict.fromkeys(("total", "goods", "services"), pl.Float32)
Row = tuple[str, str, int, float, float, float]


def files(*rows: Row) -> dict[str, bytes]:
    out = BytesIO()
    pl.DataFrame(rows, COLUMNS, orient="row").write_parquet(out)
    return {FILE: out.getvalue()}


def test_goods_of_states() -> None:
    rows = (("CHN", "USA", 2022, 5.0, 4.0, 1.0), ("ROW", "USA", 2022, 5.0, 4.0, 1.0))
    log = IssueLog("icio")
    assert shape(files(*rows), log)["flows"].rows() == [(710, 2, 2022, 4.0, 1.0)]
    assert log.issues[0].rows == 1


@pytest.mark.parametrize("row", [(9.0, 4.0, 1.0), (3.0, 4.0, -1.0)])
def test_parts_that_are_not_the_total_or_below_zero_stop(row: tuple[float, ...]) -> None:
    with pytest.raises(SourceChanged, match="goods and services"):
        shape(files(("CHN", "USA", 2022, *row)), IssueLog("icio"))  # type: ignore[arg-type]


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    flows = load("icio").tables["flows"]
    one = flows.filter(
        (pl.col("exporter") == 710) & (pl.col("importer") == 2) & (pl.col("year") == 2022)
    )
    assert one["goods_usd_m"].item() == pytest.approx(453_000, rel=0.01)
    assert one["services_usd_m"].item() == pytest.approx(78_700, rel=0.01)
    assert set(flows["year"]) == set(range(2011, 2023))
    assert not flows.filter(pl.col("exporter").is_in([630, 645, 101])).height, "Iran is not in it"
