"""The two sources of newest GDP: states only, above zero, and no figure known to be old."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.gdp_factbook import source as factbook
from daylight.sources.gdp_recent import source as recent
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"iso3": pl.String, "year": pl.Int32, "gdp_current_usd": pl.Float64}
COLUMNS |= {"population_total": pl.Float64}


def wdi(*rows: tuple[str, int, float | None, float]) -> dict[str, bytes]:
    out = BytesIO()
    pl.DataFrame(rows, COLUMNS, orient="row").write_parquet(out)
    return {recent.FILE: out.getvalue()}


def book(*rows: str) -> dict[str, bytes]:
    head = "gec,name,iso3,year,gdp_official_rate_usd,text\n"
    return {factbook.FILE: (head + "\n".join(rows)).encode()}


def test_units_and_years_without_gdp() -> None:
    files = wdi(("RUS", 2024, 2.19e12, 1.44e8), ("YEM", 2024, None, 4e7), ("HKG", 2024, 1.0, 1.0))
    got = recent.shape(files, IssueLog("gdp_recent"))["gdp_recent"]
    assert got.rows() == [(365, 2024, pytest.approx(2.19e6), pytest.approx(144.0))]


def test_a_gdp_of_zero_and_an_unknown_code_stop() -> None:
    with pytest.raises(SourceChanged, match="above zero"):
        recent.shape(wdi(("RUS", 2024, 0.0, 1.0)), IssueLog("gdp_recent"))
    with pytest.raises(SourceChanged, match="QQQ"):
        recent.shape(wdi(("QQQ", 2024, 1.0, 1.0)), IssueLog("gdp_recent"))
    with pytest.raises(SourceChanged, match="above zero"):
        factbook.shape(book("x,Yemen,YEM,2024,0,t"), IssueLog("gdp_factbook"))


def test_figures_known_to_be_old_are_left_out_and_said() -> None:
    rows = ("c,Cuba,CUB,2024,2.6e11,t", "t,Taiwan,TWN,2023,6e11,t", "y,Yemen,YEM,2024,2e10,t",
            "s,San Marino,SMR,2022,1e9,t", "a,Aruba,ABW,2024,1e9,t")  # fmt: skip
    log = IssueLog("gdp_factbook")
    got = factbook.shape(book(*rows), log)["gdp_factbook"]
    assert got.rows() == [(679, 2024, 20_000.0)]
    assert [i.rows for i in log.issues if "CUB" in i.text or "TWN" in i.text] == [1, 1]


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    table = load("gdp_recent").tables["gdp_recent"]

    def gdp(cow: int, year: int) -> float:
        row = table.filter((pl.col("cow") == cow) & (pl.col("year") == year))
        return float(row["gdp_usd_m"].item())

    assert gdp(365, 2024) == pytest.approx(2_190_000, rel=0.02)
    assert gdp(2, 2024) == pytest.approx(29_300_000, rel=0.01)
    assert gdp(710, 2024) == pytest.approx(18_730_000, rel=0.01)
    newest = load("gdp_factbook").tables["gdp_factbook"]
    assert {40, 713, 731} & set(newest["cow"]) == set()
    assert {771, 625, 679} <= set(newest["cow"])
