"""BACI energy: states only, sums that add up, and hand tables that say why."""

from __future__ import annotations

from importlib import resources
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.energy.source import FILE, FUELS, HIDDEN, SILENT, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"year": pl.Int16, "exporter_iso3": pl.String, "importer_iso3": pl.String}
COLUMNS |= dict.fromkeys((*FUELS, "minerals_metals", "energy_kusd"), pl.Float64)
HEAD = "importer,exporter,start,end,whole,drop,confirmed,reason\n"


def packaged(name: str) -> bytes:
    return resources.files("daylight.sources.energy").joinpath(name).read_bytes()


def row(exporter: str, importer: str, oil: float, total: float | None = None) -> tuple[object, ...]:
    return (2010, exporter, importer, 0.0, oil, 0.0, 0.0, 5.0, oil if total is None else total)


def files(*rows: tuple[object, ...], hidden: str | None = None) -> dict[str, bytes]:
    out = BytesIO()
    pl.DataFrame(rows, COLUMNS, orient="row").write_parquet(out)
    given = packaged(HIDDEN) if hidden is None else (HEAD + hidden).encode()
    return {FILE: out.getvalue(), HIDDEN: given, SILENT: packaged(SILENT)}


def test_a_flow_is_of_the_importer_from_the_exporter() -> None:
    got = shape(files(row("RUS", "CHN", 7.0)), IssueLog("energy"))
    assert got["flows"].rows() == [(710, 365, 2010, 7.0)]
    assert got["present"].select("cow", "year").rows() == [(365, 2010), (710, 2010)]


def test_taiwan_and_old_serbia_have_a_number() -> None:
    got = shape(files(row("IRN", "S19", 1.0), row("RUS", "SCG", 1.0)), IssueLog("energy"))
    assert set(got["flows"]["importer"]) == {713, 345}


def test_what_a_territory_sells_counts_but_what_it_buys_does_not() -> None:
    log = IssueLog("energy")
    got = shape(files(row("ABW", "COL", 3.0), row("COL", "ABW", 2.0)), log)
    assert got["flows"].rows() == [(100, None, 2010, 3.0)]
    assert log.issues[0].rows == 1


def test_a_pair_without_energy_is_present_and_no_flow() -> None:
    got = shape(files(row("RUS", "CHN", 0.0)), IssueLog("energy"))
    assert got["flows"].is_empty()
    assert len(got["present"]) == 2


def test_unknown_codes_and_sums_that_do_not_add_up_stop() -> None:
    with pytest.raises(SourceChanged, match="XYZ"):
        shape(files(row("XYZ", "CHN", 1.0)), IssueLog("energy"))
    with pytest.raises(SourceChanged, match="RUS to CHN in 2010"):
        shape(files(row("RUS", "CHN", 1.0, 9.0)), IssueLog("energy"))
    with pytest.raises(SourceChanged, match="negative"):
        shape(files(row("RUS", "CHN", -1.0)), IssueLog("energy"))


@pytest.mark.parametrize(
    "line",
    [
        "DEU,RUS,2000,2001,0,0,file,\n",
        "DEU,RUS,2000,2001,0,0,guess,why\n",
        "DEU,RUS,2001,2000,0,0,file,why\n",
    ],
)
def test_a_hidden_flow_needs_a_reason_and_an_order(line: str) -> None:
    with pytest.raises(SourceChanged, match="hidden"):
        shape(files(row("RUS", "CHN", 1.0), hidden=line), IssueLog("energy"))


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    tables = load("energy").tables
    raw = pl.read_parquet(mirror / "energy_trade" / FILE)

    def oil(exporter: str, importer: str, year: int) -> float:
        mine = (pl.col("exporter_iso3") == exporter) & (pl.col("importer_iso3") == importer)
        return raw.filter(mine & (pl.col("year") == year))["crude_oil"].sum() / 1e6

    assert oil("RUS", "CHN", 2022) == pytest.approx(58.4, abs=0.05)
    assert oil("RUS", "IND", 2024) == pytest.approx(52.7, abs=0.05)
    assert tables["flows"].filter(importer=370, exporter=365, year=2022).is_empty()


@pytest.mark.mirror
def test_hidden_flows_break_off_where_the_file_is_said_to_show_it(mirror: Path) -> None:
    """Every row confirmed by the file: the pair is recorded with more before or after."""
    tables = load("energy").tables
    flows = tables["flows"].rename({"importer": "i", "exporter": "e"})
    shown = tables["hidden"].filter((pl.col("confirmed") == "file") & ~pl.col("drop"))
    without = [
        row
        for row in shown.iter_rows(named=True)
        if flows.filter(
            (pl.col("i") == row["importer"])
            & (pl.col("e") == row["exporter"])
            & ~pl.col("year").is_between(row["start"], row["end"])
        ).is_empty()
    ]
    assert [(r["importer"], r["exporter"], r["start"]) for r in without] == []
