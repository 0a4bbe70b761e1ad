"""One value of two reports: the importer's wins, the exporter's is raised by the pair's ratio."""

from __future__ import annotations

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.tables.flows.own_ratio import BOUND, USUAL, own_ratios, with_ratio
from daylight.tables.flows.reports import reported, reporters

REPORTS = {"exporter": pl.Int16, "importer": pl.Int16, "year": pl.Int16, "exports_fob": pl.Float64}
REPORTS |= {"imports_cif": pl.Float64, "exports_estimated": pl.Boolean}
REPORTS |= {"imports_estimated": pl.Boolean}
Report = tuple[int, float | None, float | None, bool, bool]
NO = (False, False)


def reports(*rows: Report, pair: tuple[int, int] = (2, 20)) -> pl.DataFrame:
    """Return reports of one pair from year, exports, imports and the two marks."""
    full = [(*pair, *row) for row in rows]
    return pl.DataFrame(full, REPORTS, orient="row")


def one(table: pl.DataFrame, year: int, ratios: pl.DataFrame | None = None) -> dict[str, object]:
    found = reported(table, own_ratios(table) if ratios is None else ratios, "dots")
    return found.filter(pl.col("year") == year).row(0, named=True)


def test_the_importers_report_wins_as_it_stands() -> None:
    row = one(reports((2010, 100.0, 90.0, *NO)), 2010)
    assert (row["usd_m"], row["log_sd"], row["status"]) == (90.0, 0.0, "both")
    row = one(reports((2010, None, 90.0, *NO)), 2010)
    assert (row["usd_m"], row["status"]) == (90.0, "one")


def test_an_exporters_report_is_at_the_level_of_the_importers_last_ones() -> None:
    """A border at which the importer sees a sixth less: 1.06 for all would jump there."""
    table = reports(*((y, 100.0, 83.0, *NO) for y in range(2015, 2020)), (2021, 100.0, None, *NO))
    row = one(table, 2021)
    assert row["usd_m"] == pytest.approx(83.0, rel=0.03)
    assert row["status"] == "one"
    assert row["log_sd"] > 0  # type: ignore[operator]


def test_common_years_too_far_off_do_not_count() -> None:
    later = [(y, 100.0, 150.0, *NO) for y in range(1994, 1999)]
    table = reports((1975, 100.0, None, *NO), *later, (2015, 100.0, None, *NO))
    assert one(table, 1975)["usd_m"] == one(table, 2015)["usd_m"] == pytest.approx(106.0)


def test_an_estimate_of_the_imf_is_the_other_sides_report_and_no_second_one() -> None:
    row = one(reports((2010, 100.0, 106.0, False, True)), 2010)
    assert (row["usd_m"], row["status"]) == (pytest.approx(106.0), "one")
    row = one(reports((2010, 94.0, 100.0, True, False)), 2010)
    assert (row["usd_m"], row["status"], row["log_sd"]) == (100.0, "one", 0.0)
    row = one(reports((2010, 94.0, 100.0, True, True)), 2010)
    assert (row["usd_m"], row["status"]) == (100.0, "estimated")


def test_estimates_make_no_ratio() -> None:
    assert len(own_ratios(reports((2010, 100.0, 106.0, False, True)))) == 0


def test_only_true_reports_make_a_reporter() -> None:
    table = reports((2010, 100.0, 106.0, False, True), (2011, None, 90.0, False, False))
    found = reporters(table).select("cow", "year", "imports", "exports")
    assert sorted(found.rows()) == [(2, 2010, False, True), (20, 2011, True, False)]


MONEY = st.floats(0.1, 1e5)


@given(st.lists(st.tuples(MONEY, MONEY), min_size=1, max_size=8), MONEY)
def test_a_raised_report_is_within_the_bound_and_between_the_usual_and_its_own(
    common: list[tuple[float, float]], exports: float
) -> None:
    rows = [(2000 + k, x, m, *NO) for k, (x, m) in enumerate(common)]
    table = reports(*rows, (2009, exports, None, *NO))
    value = one(table, 2009)["usd_m"]
    logs = [math.log(m / x) for x, m in common[-5:]]
    low, high = min(*logs, USUAL), max(*logs, USUAL)
    got = math.log(value / exports)  # type: ignore[operator]
    assert max(low, -BOUND) - 1e-9 <= got <= min(high, BOUND) + 1e-9


@given(st.permutations(range(6)))
def test_the_order_of_rows_does_not_matter(order: list[int]) -> None:
    table = reports(*((2000 + k, 10.0 + k, 12.0, *NO) for k in range(5)), (2006, 20.0, None, *NO))
    ratios = own_ratios(table)
    shuffled = own_ratios(table[order])
    assert ratios.equals(shuffled)
    left = with_ratio(table[order].select("exporter", "importer", "year"), ratios).sort("year")
    right = with_ratio(table.select("exporter", "importer", "year"), ratios).sort("year")
    assert left.equals(right)
