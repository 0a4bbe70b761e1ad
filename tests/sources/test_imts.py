"""IMTS: two reporters, and means of two years without the rows that cannot be right."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.imts.source import EXPORT, IMPORT, MEANS, REPORTS, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"exporter": pl.String, "importer": pl.String, "year": pl.Int64, "basis": pl.String}
COLUMNS |= {"value_musd": pl.Float64}
Row = tuple[str, str, int, str, float]


def files(*rows: Row, means: str = "") -> dict[str, bytes]:
    out = BytesIO()
    pl.DataFrame(rows, COLUMNS, orient="row").write_parquet(out)
    head = "exporter,importer,mean_2023_2024_musd,suspect\n"
    return {REPORTS: out.getvalue(), MEANS: (head + means).encode()}


def test_the_two_reports_of_a_pair_make_one_row() -> None:
    got = shape(
        files(
            ("USA", "CHN", 2023, EXPORT, 100.0),
            ("USA", "CHN", 2023, IMPORT, 110.0),
            ("RUS", "CHN", 2023, IMPORT, 50.0),
        ),
        IssueLog("imts"),
    )["flows"]
    assert got.rows() == [(2, 710, 2023, 100.0, 110.0), (365, 710, 2023, None, 50.0)]


def test_a_report_of_another_state_a_zero_or_another_basis_stops() -> None:
    for row in (
        ("RUS", "IRN", 2023, EXPORT, 1.0),
        ("USA", "IRN", 2023, IMPORT, 1.0),
        ("USA", "IRN", 2023, EXPORT, 0.0),
        ("USA", "IRN", 2023, "guess", 1.0),
    ):
        with pytest.raises(SourceChanged):
            shape(files(row), IssueLog("imts"))


def test_suspect_means_are_left_out_and_counted() -> None:
    log = IssueLog("imts")
    means = "RUS,BLR,34816,\nRUS,UZB,9000,uzb_about_3x\nRUS,HKG,5,\n"
    got = shape(files(("USA", "CHN", 2023, EXPORT, 1.0), means=means), log)["means"]
    assert got.rows() == [(365, 370, 34816.0)]
    assert [i.rows for i in log.issues if i.severity == "warning"] == [1]


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    tables = load("imts").tables
    flows, means = tables["flows"], tables["means"]

    def value(exporter: int, importer: int, year: int, column: str) -> float:
        return flows.filter(
            (pl.col("exporter") == exporter)
            & (pl.col("importer") == importer)
            & (pl.col("year") == year)
        )[column].item()

    assert value(710, 365, 2024, "exports_fob") == pytest.approx(115_600, rel=0.01)
    assert value(710, 2, 2023, "imports_cif") == pytest.approx(427_200, rel=0.01)
    assert value(713, 2, 2024, "imports_cif") == pytest.approx(116_300, rel=0.01)
    mean = {(a, b): v for a, b, v in means.rows()}
    assert mean[365, 370] == pytest.approx(34_816, abs=1)
    assert mean[732, 816] == pytest.approx(55_909, abs=1)
    assert not [pair for pair in mean if pair == (365, 704)], "Uzbekistan's are three times others'"
