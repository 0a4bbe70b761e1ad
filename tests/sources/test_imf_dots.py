"""DOTS: which state a code means in a year, two reports of a flow, no zero that nobody reported."""

from __future__ import annotations

from importlib import resources
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.imf_dots.source import CODES, DYADS, TOTALS, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

COLUMNS = {"exporter": pl.String, "importer": pl.String, "year": pl.Int16, "exp_fob": pl.Float32}
COLUMNS |= {"imp_cif": pl.Float32, "exp_est": pl.Boolean, "imp_est": pl.Boolean}
WORLD = {"reporter": pl.String, "reporter_iso3": pl.String, "year": pl.Int64}
WORLD |= {"imports_cif_world": pl.Float64, "exports_fob_world": pl.Float64}
Row = tuple[str, str, int, float | None, float | None, bool | None, bool | None]


def parquet(rows: list[tuple[object, ...]], columns: dict[str, pl.DataType]) -> bytes:
    out = BytesIO()
    pl.DataFrame(rows, columns, orient="row").write_parquet(out)
    return out.getvalue()


def files(*rows: Row, world: tuple[tuple[object, ...], ...] = ()) -> dict[str, bytes]:
    codes = resources.files("daylight.sources.imf_dots").joinpath(CODES).read_bytes()
    return {DYADS: parquet([*rows], COLUMNS), TOTALS: parquet([*world], WORLD), CODES: codes}


def flows(*rows: Row) -> list[tuple[object, ...]]:
    table = shape(files(*rows), IssueLog("imf_dots"))["flows"]
    return table.select("exporter", "importer", "year", "exports_fob", "imports_cif").rows()


def test_both_reports_of_a_flow_stand_side_by_side() -> None:
    assert flows(("RUS", "IRN", 2019, 10.0, 12.0, False, False)) == [(365, 630, 2019, 10.0, 12.0)]


@pytest.mark.parametrize(
    ("code", "year", "cow"),
    [
        ("DEU", 1989, 260), ("DEU", 1990, 255), ("SUN", 1991, 365), ("VNM", 1970, 817),
        ("VNM", 1980, 816), ("SCG", 2000, 345), ("YUG", 1992, 345), ("YAR", 1985, 678),
        ("YEM", 1991, 679), ("CSK", 1992, 315), ("ZAX", 1980, 560),
    ],
)  # fmt: skip
def test_a_code_means_the_state_of_its_year(code: str, year: int, cow: int) -> None:
    assert flows((code, "USA", year, 5.0, None, False, None))[0][0] == cow


@pytest.mark.parametrize(
    ("code", "year"), [("SUN", 2005), ("YUG", 2010), ("SRB", 2005), ("CSK", 1993), ("ZAX", 1998)]
)
def test_strays_after_the_end_of_a_state_are_left_out(code: str, year: int) -> None:
    assert flows((code, "USA", year, 5.0, None, False, None)) == []


def test_the_two_codes_of_south_africa_make_one_cell() -> None:
    one = ("ZAX", "USA", 1980, 100.0, None, False, None)
    two = ("ZAF", "USA", 1980, None, 120.0, None, False)
    assert flows(one, two) == [(560, 2, 1980, 100.0, 120.0)]


def test_an_estimate_of_nil_is_no_value_and_territories_are_left_out() -> None:
    nil = ("RUS", "IRN", 2019, 0.0, 3.0, True, False)
    assert flows(nil, ("HKG", "IRN", 2019, 1.0, 1.0, False, False)) == [(365, 630, 2019, None, 3.0)]
    assert flows(("RUS", "IRN", 2019, 0.0, None, True, None)) == []


def test_what_is_no_number_is_no_value() -> None:
    nan = float("nan")
    assert flows(("RUS", "IRN", 2019, nan, 3.0, False, False)) == [(365, 630, 2019, None, 3.0)]
    got = shape(files(world=(("Germany", "DEU", 1985, nan, 6.0),)), IssueLog("imf_dots"))
    assert got["totals"].rows() == [(260, 1985, None, 6.0)]


@pytest.mark.parametrize("value", [0.0, -1.0])
def test_a_reported_zero_or_a_negative_value_stops(value: float) -> None:
    with pytest.raises(SourceChanged, match="above zero"):
        flows(("RUS", "IRN", 2019, value, None, False, None))


def test_an_unknown_code_stops() -> None:
    with pytest.raises(SourceChanged, match="QQQ"):
        flows(("QQQ", "IRN", 2019, 1.0, None, False, None))


def test_totals_are_those_of_the_state_of_the_year() -> None:
    world = (("Germany", "DEU", 1985, 5.0, 6.0), ("World", "agg", 1985, 9.0, 9.0))
    got = shape(files(world=world), IssueLog("imf_dots"))["totals"]
    assert got.rows() == [(260, 1985, 5.0, 6.0)]


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    table = load("imf_dots").tables["flows"]

    def value(exporter: int, importer: int, year: int, column: str) -> float:
        return table.filter(
            (pl.col("exporter") == exporter)
            & (pl.col("importer") == importer)
            & (pl.col("year") == year)
        )[column].item()

    assert value(365, 630, 2019, "exports_fob") == pytest.approx(1197, abs=1)
    assert value(365, 630, 2019, "imports_cif") == pytest.approx(1362, abs=1)
    assert value(710, 2, 2018, "imports_cif") == pytest.approx(539_503, abs=600)
    assert value(2, 710, 2018, "exports_fob") == pytest.approx(120_341, abs=400)
    assert value(260, 220, 1985, "imports_cif") > 15_000, "West Germany is whole"
    soviet = table.filter((pl.col("exporter") == 365) & (pl.col("year") < 1992))
    clients = soviet.filter(pl.col("importer").is_in([40, 355, 712, 731]))
    assert clients.height == 0, "the USSR has no cell with them in any year"
    assert table.filter(pl.col("importer") == 713)["imports_cif"].drop_nulls().len() == (
        table.filter((pl.col("importer") == 713) & pl.col("imports_estimated")).height
    ), "Taiwan never reports"


def test_reports_against_the_wrong_partners_are_left_out() -> None:
    found = flows(
        ("ZAF", "DZA", 2018, 36.0, 3536.0, False, False),
        ("ESP", "DZA", 2018, 3984.0, 2.0, False, False),
        ("ESP", "DZA", 2016, 3314.0, 3596.0, False, False),
        ("DZA", "ESP", 2018, 4000.0, 4100.0, False, False),
    )
    reports = {(row[0], row[1], row[2]): row[4] for row in found}
    assert reports == {
        (560, 615, 2018): None, (230, 615, 2018): None, (230, 615, 2016): 3596.0,
        (615, 230, 2018): 4100.0,
    }  # fmt: skip


def test_once_they_are_mended_the_rule_must_go() -> None:
    with pytest.raises(SourceChanged, match="MISPLACED"):
        flows(("ZAF", "DZA", 2018, 36.0, 40.0, False, False))
