"""Totals, GDP to the present, and trade of pairs as stored and read: shares, flags, statuses."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from daylight.store.schemas import table as definition
from daylight.store.schemas.trade import FLOW_STEP, TRADE_SD_STEP
from daylight.store.writer import conform
from daylight.tables.flows.cells import SCHEMA, SOURCE, STATUS
from daylight.tables.flows.gdp import gdp_to_present
from daylight.tables.flows.table import economies, trade
from daylight.tables.flows.totals import goods_totals
from daylight.tables.flows.volumes import volumes

TOTALS = {"cow": pl.Int16, "year": pl.Int16, "imports_usd_m": pl.Float64}
TOTALS |= {"exports_usd_m": pl.Float64}
GDP = {"cow": pl.Int16, "year": pl.Int16, "gdp_usd_m": pl.Float64}
Cell = tuple[int, int, int, float | None, float | None, str, str | None]
PRICES = pl.DataFrame(
    {"year": range(1900, 2026), "cpi": [float(y - 1800) for y in range(1900, 2026)]},
    {"year": pl.Int16, "cpi": pl.Float64},
)


def cells(*rows: Cell) -> pl.DataFrame:
    plain = {**SCHEMA, "status": pl.String, "source": pl.String}
    return pl.DataFrame(rows, plain, orient="row").with_columns(
        pl.col("status").cast(STATUS), pl.col("source").cast(SOURCE)
    )


def both(a: int, b: int, year: int, there: float | None, back: float | None) -> list[Cell]:
    def one(x: int, y: int, v: float | None) -> Cell:
        status = "unknown" if v is None else "both" if v else "none_recorded"
        return (x, y, year, v, 0.0 if v else None, status, None if v is None else "dots")

    return [one(a, b, there), one(b, a, back)]


STEP = 0.003
"""What is stored in steps of half a percent comes back within half a step, and so does GDP."""


def pair(
    rows: list[Cell], totals: list[tuple[object, ...]] | None = None, gdp: float = 1000.0
) -> dict[str, object]:
    flows = cells(*rows)
    given_totals = pl.DataFrame(totals or [], TOTALS, orient="row")
    states = flows.select(cow="exporter", year="year").unique()
    sizes = states.with_columns(gdp_usd_m=pl.lit(gdp), log_sd=pl.lit(0.1), status=pl.lit("market"))
    summed = goods_totals(flows, given_totals, given_totals)
    table = volumes(
        conform(definition("trade"), trade(flows)),
        conform(definition("economies"), economies(summed, sizes, PRICES, states)),
    )
    assert len(table) == 1
    return table.row(0, named=True)


def test_volume_share_and_dependence() -> None:
    totals = [(2, 2015, 400.0, 600.0), (20, 2015, 200.0, 100.0)]
    row = pair(both(2, 20, 2015, 60.0, 40.0), totals)
    amounts = [row[n] for n in ("usd_m", "ab_usd_m", "ba_usd_m", "usd2015_m")]
    assert amounts == pytest.approx([100.0, 60.0, 40.0, 100.0], rel=STEP)
    shares = [row[n] for n in ("share_a", "share_b", "dependence_a")]
    assert shares == pytest.approx([0.1, 1 / 3, 0.1], rel=STEP)
    assert row["status"] == "both"


def test_constant_dollars_of_an_older_year_are_more() -> None:
    row = pair(both(2, 20, 1985, 60.0, 40.0))
    assert row["usd2015_m"] == pytest.approx(100 * 215 / 185, rel=STEP)


def test_a_direction_that_is_not_known_leaves_the_volume_unknown_and_none_does_not() -> None:
    row = pair(both(2, 20, 2015, 60.0, None))
    assert (row["usd_m"], row["share_a"], row["status"]) == (None, None, "unknown")
    assert row["at_least_usd_m"] == pytest.approx(60.0, rel=STEP)
    row = pair(both(2, 20, 2015, 60.0, 0.0))
    assert row["usd_m"] == pytest.approx(60.0, rel=STEP)
    assert row["status"] == "both"
    row = pair(both(2, 20, 2015, 0.0, 0.0))
    assert (row["usd_m"], row["status"], row["log_sd"]) == (0.0, "none_recorded", None)


def test_a_pair_of_which_nothing_is_known_has_no_row() -> None:
    assert trade(cells(*both(2, 20, 2015, None, None))).is_empty()
    hidden = (2, 20, 2015, None, None, "not_observable", "dots")
    kept = trade(cells(hidden, (20, 2, 2015, None, None, "unknown", None)))
    assert kept.select("ab", "ba", "status_ab", "status_ba").row(0) == (None, None, 4, 5)


@settings(max_examples=100)
@given(st.floats(1e-6, 1e6), st.floats(1e-6, 1e6), st.floats(0, 3), st.floats(0, 3))
def test_what_is_stored_comes_back_within_half_a_step(
    there: float, back: float, sd: float, other: float
) -> None:
    rows = [
        (2, 20, 2015, there, sd, "both", "dots"), (20, 2, 2015, back, other, "one", "dots"),
    ]  # fmt: skip
    row = pair([*rows])
    assert row["ab_usd_m"] == pytest.approx(there, rel=np.expm1(FLOW_STEP / 2) + 1e-9)
    assert row["ba_usd_m"] == pytest.approx(back, rel=np.expm1(FLOW_STEP / 2) + 1e-9)
    error = np.hypot(there * sd, back * other) / (there + back)
    expected = np.sqrt(np.log1p(error**2))
    assert row["log_sd"] == pytest.approx(min(expected, 2.5), abs=TRADE_SD_STEP / 2 + 1e-9)


def test_a_total_under_its_partners_sum_is_raised_or_not_believed() -> None:
    flows = cells(*both(2, 20, 2015, 100.0, 100.0))
    low = pl.DataFrame([(2, 2015, 90.0, 10.0)], TOTALS, orient="row")
    row = goods_totals(flows, low, low.clear()).filter(pl.col("cow") == 2).row(0, named=True)
    assert (row["imports_usd_m"], row["exports_usd_m"], row["status"]) == (100.0, 100.0, "partners")


def test_partners_of_a_planned_economy_are_no_total() -> None:
    flows = cells(*both(2, 365, 1985, 100.0, 100.0))
    empty = pl.DataFrame([], TOTALS, orient="row")
    assert goods_totals(flows, empty, empty)["cow"].to_list() == [2]


def test_a_total_after_2020_moves_with_the_partners_that_have_both_years() -> None:
    rows = both(2, 20, 2020, 80.0, 80.0) + both(2, 40, 2020, 20.0, 20.0)
    rows += both(2, 20, 2021, 120.0, 120.0)
    totals = pl.DataFrame([(2, 2020, 110.0, 100.0)], TOTALS, orient="row")
    got = goods_totals(cells(*rows), totals, totals.clear())
    row = got.filter((pl.col("cow") == 2) & (pl.col("year") == 2021)).row(0, named=True)
    assert row["imports_usd_m"] == pytest.approx(165.0)
    assert row["status"] == "estimated"
    cuba = got.filter((pl.col("cow") == 40) & (pl.col("year") == 2021))
    assert cuba.is_empty(), "none of its partners has 2021"


MONEY = st.none() | st.just(0.0) | st.floats(0.5, 1e6)


@settings(max_examples=25)
@given(MONEY, MONEY, st.floats(1.0, 1e6), st.floats(1.0, 1e6), st.sampled_from([1955, 2015]))
def test_a_share_is_never_above_one(
    there: float | None, back: float | None, imports: float, exports: float, year: int
) -> None:
    assume(there is not None or back is not None)
    row = pair(both(2, 20, year, there, back), [(2, year, imports, exports)])
    for side in ("share_a", "share_b"):
        value = row[side]
        assert value is None or 0 <= value <= 1  # type: ignore[operator]


def test_the_worst_trap_of_a_dependence_is_named() -> None:
    def flag(*rows: Cell, gdp: float = 1e5) -> object:
        return pair([*rows], gdp=gdp)["flag_b"]

    assert flag(*both(2, 450, 2015, 60.0, 40.0)) == "open_registry"
    assert flag(*both(2, 20, 2015, 60.0, 40.0)) is None
    assert flag(*both(2, 20, 2015, 60.0, 40.0), gdp=90.0) == "beyond_gdp"
    assert flag(*both(2, 20, 2015, 60.0, 40.0), gdp=900.0) == "tiny"
    totals = [(2, 2015, 400.0, 600.0), (20, 2015, 2000.0, 1000.0)]
    assert pair(both(2, 20, 2015, 60.0, 40.0), totals, 1900.0)["flag_b"] == "passes_through"


REAL = {"cow": pl.Int16, "year": pl.Int16, "gdp_musd2017": pl.Float64, "gdp_sd": pl.Float64}
REAL |= {"population_m": pl.Float64}


def gdp(
    nominal: list[tuple[int, int, float]],
    recent: list[tuple[int, int, float]],
    book: list[tuple[int, int, float]] | None = None,
) -> pl.DataFrame:
    states = {2, 20, *(row[0] for row in nominal)}
    real = [(c, y, 500.0, 100.0, 10.0) for c in sorted(states) for y in range(1990, 2020)]
    usa = [(2, y, 400.0) for y in range(1990, 2024)]
    new = [(2, y, 400.0) for y in range(2019, 2025)]
    return gdp_to_present(
        pl.DataFrame(real, REAL, orient="row"),
        pl.DataFrame(usa + nominal, GDP, orient="row"),
        pl.DataFrame(new + recent, GDP, orient="row"),
        pl.DataFrame(book or [], GDP, orient="row"),
        PRICES,
    )


def at(table: pl.DataFrame, cow: int, year: int) -> tuple[float, str]:
    row = table.filter((pl.col("cow") == cow) & (pl.col("year") == year))
    return row.select("gdp_usd_m", "status").row(0)


def test_two_releases_do_not_mix_and_older_years_come_to_the_newer_level_and_fade() -> None:
    old = [(475, y, 100.0) for y in range(1990, 2024)]
    table = gdp(old, [(475, y, 140.0) for y in range(2019, 2025)])
    assert at(table, 475, 2019) == at(table, 475, 2023) == (140.0, "market")
    near, far = at(table, 475, 2018), at(table, 475, 1990)
    assert 100 < far[0] < near[0] < 140
    assert near[0] > 137
    assert near[1] == "levelled"
    assert at(table, 2, 2018) == (400.0, "market")


def test_what_the_bank_lacks_is_the_factbooks_or_carried_at_us_prices_and_says_so() -> None:
    table = gdp([(771, y, 100.0) for y in range(1990, 2024)], [], [(771, 2024, 130.0)])
    assert at(table, 771, 2023) == (100.0, "market")
    assert at(table, 771, 2024) == (130.0, "factbook")
    value, status = at(table, 20, 2024)
    last = at(table, 20, 2019)
    assert (last[1], status) == ("modelled", "carried")
    assert value == pytest.approx(last[0] * 224 / 219)
    errors = table.filter(pl.col("cow") == 20).sort("year")["log_sd"].tail(6).to_list()
    assert errors == sorted(errors)
    assert table.select("cow", "year").is_unique().all()
