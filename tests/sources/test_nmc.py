"""National Material Capabilities: missing codes, strange rows, and the published index."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as checked_shape
from daylight.sources.nmc.source import shape
from daylight.stats.capability import COMPONENTS, cinc, renormalise

Row = dict[str, Any]


def row(ccode: int, year: int, **values: float | None) -> Row:
    return {"ccode": ccode, "year": year, **dict.fromkeys(COMPONENTS, 1.0), "cinc": 0.5, **values}


def files(*rows: Row) -> dict[str, bytes]:
    buffer = io.BytesIO()
    pl.DataFrame(rows).write_parquet(buffer)
    return {"cow_nmc.parquet": buffer.getvalue()}


def test_missing_is_null_and_zero_is_zero() -> None:
    log = IssueLog("nmc")
    given = (
        row(2, 1900, milex=-9.0),
        row(200, 1900, milex=float("nan")),
        row(365, 1900, milex=0.0),
    )
    table = shape(files(*given), log)["capabilities"]
    assert table["milex"].to_list() == [None, None, 0.0]
    assert [(issue.text, issue.rows) for issue in log.issues] == [("milex not known", 2)]
    assert table.schema["cow"] == pl.Int16


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (row(2, 1900, pec=-8.0), "pec = -8"),
        (row(20, 1900), "state 20 has a row in 1900"),
        (row(999, 1900), "999"),
    ],
)
def test_strange_rows_stop(bad: Row, says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(bad), IssueLog("nmc"))


def test_a_missing_column_stops() -> None:
    bare = row(2, 1900)
    del bare["upop"]
    with pytest.raises(SourceChanged, match="upop"):
        shape(files(bare), IssueLog("nmc"))


def test_a_doubled_state_year_stops() -> None:
    spec = declaration("nmc")
    expect = spec.expect["capabilities"].model_copy(update={"rows_min": 1, "totals": {}})
    loose = spec.model_copy(update={"expect": {"capabilities": expect}})
    with pytest.raises(SourceChanged, match="repeat the key"):
        checked_shape(loose, files(row(2, 1900, cinc=0.1), row(2, 1900, cinc=0.1)))


@pytest.mark.mirror
class TestPublished:
    """Oracle 6: NMC 7.0."""

    REBUILT = 6e-9
    """Largest difference in 2016 between the published index and the formula."""
    ANY_YEAR = 2.5e-8
    """The same over 1816 to 2022; the published index has eight digits."""

    @pytest.fixture
    def table(self, mirror: Path) -> pl.DataFrame:
        return load("nmc").tables["capabilities"]

    def test_the_formula_rebuilds_the_index(self, table: pl.DataFrame) -> None:
        for (year,), group in table.group_by("year", maintain_order=True):
            components = group.select(COMPONENTS).fill_null(np.nan).to_numpy()
            worst = np.abs(cinc(components) - group["cinc"].to_numpy()).max()
            assert worst < (self.REBUILT if year == 2016 else self.ANY_YEAR), year

    def test_anchors(self, table: pl.DataFrame) -> None:
        value = {(c, y): v for c, y, v in table.select("cow", "year", "cinc").iter_rows()}
        assert value[2, 1945] == pytest.approx(0.3839, abs=5e-5)
        assert value[365, 2022] == pytest.approx(0.0382, abs=5e-5)
        assert value[630, 2022] == pytest.approx(0.0164, abs=5e-5)

    @pytest.mark.parametrize(("year", "top", "total"), [(1816, 61.8, 1.0535), (2016, 45.1, None)])
    def test_concentration(
        self, table: pl.DataFrame, year: int, top: float, total: float | None
    ) -> None:
        values = table.filter(pl.col("year") == year)["cinc"].sort(descending=True)
        assert values.head(3).sum() * 100 == pytest.approx(top, abs=0.05)
        assert total is None or values.sum() == pytest.approx(total, abs=5e-5)
        assert renormalise(values.to_numpy()).sum() == pytest.approx(1)
