"""The denominator: World Bank where it is, real GDP at its level elsewhere, no breaks."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.sources.kit.load import load
from daylight.tables.flows.market_gdp import NOMINAL_LOG_SD, market_gdp

YEARS = range(1930, 1990)


def inputs(
    factor: dict[int, float], starts: dict[int, int]
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Return states of equal wealth, growing 3 % a year, whose market GDP is `factor` x real."""
    real = [
        (cow, year, 1000.0 * 1.03 ** (year - 1930), 100.0 * 1.03 ** (year - 1930), 1.0)
        for cow in factor
        for year in YEARS
    ]
    nominal = [
        (cow, year, factor[cow] * value)
        for cow, year, value, _, _ in real
        if year >= starts.get(cow, 9999)
    ]
    prices = [(year, 100.0) for year in [*YEARS, 2017]]
    key = {"cow": pl.Int16, "year": pl.Int16}
    numbers = dict.fromkeys(("gdp_musd2017", "gdp_sd", "population_m"), pl.Float64)
    return (
        pl.DataFrame(real, schema=key | numbers, orient="row"),
        pl.DataFrame(nominal, schema=key | {"gdp_usd_m": pl.Float64}, orient="row"),
        pl.DataFrame(prices, schema={"year": pl.Int16, "cpi": pl.Float64}, orient="row"),
    )


def at(table: pl.DataFrame, cow: int, year: int) -> dict[str, float]:
    return table.filter((pl.col("cow") == cow) & (pl.col("year") == year)).row(0, named=True)


FACTOR = {2: 1.0, 3: 0.5, 4: 2.0, 5: 1.0}
STARTS = {2: 1960, 3: 1960, 4: 1975}


def test_nominal_gdp_is_used_unchanged() -> None:
    got = market_gdp(*inputs(FACTOR, STARTS))
    assert at(got, 3, 1970)["gdp_usd_m"] == pytest.approx(0.5 * 1000 * 1.03**40)
    assert at(got, 3, 1970)["log_sd"] == NOMINAL_LOG_SD


def test_the_join_has_no_break_and_the_factor_fades() -> None:
    got = market_gdp(*inputs(FACTOR, STARTS))
    level = {y: at(got, 3, y)["gdp_usd_m"] / (1000 * 1.03 ** (y - 1930)) for y in (1930, 1959)}
    assert level[1959] == pytest.approx(0.5, rel=0.1)
    assert level[1930] > level[1959]
    assert at(got, 3, 1930)["log_sd"] > at(got, 3, 1959)["log_sd"] > NOMINAL_LOG_SD


def test_a_state_without_nominal_gdp_gets_the_expected_level() -> None:
    got = market_gdp(*inputs(FACTOR, STARTS))
    value = at(got, 5, 1970)["gdp_usd_m"] / (1000 * 1.03**40)
    assert 0.5 < value < 2.0
    assert at(got, 5, 1970)["log_sd"] >= at(got, 4, 1970)["log_sd"]


def test_prices_carry_the_level_back() -> None:
    real, nominal, prices = inputs(FACTOR, STARTS)
    half = prices.with_columns(
        cpi=pl.when(pl.col("year") < 1960).then(50.0).otherwise(pl.col("cpi"))
    )
    one, two = market_gdp(real, nominal, prices), market_gdp(real, nominal, half)
    assert at(two, 3, 1950)["gdp_usd_m"] == pytest.approx(at(one, 3, 1950)["gdp_usd_m"] / 2)


def test_a_gap_is_levelled_on_both_sides() -> None:
    crowd = dict.fromkeys(range(10, 40), 1.0)
    real, nominal, prices = inputs(FACTOR | crowd, STARTS | dict.fromkeys(crowd, 1960))
    hole = nominal.filter(~((pl.col("cow") == 3) & pl.col("year").is_between(1970, 1971)))
    got = at(market_gdp(real, hole, prices), 3, 1970)
    assert not got["market"]
    assert got["gdp_usd_m"] == pytest.approx(0.5 * 1000 * 1.03**40, rel=0.1)


@pytest.mark.mirror
def test_the_figures_in_the_docstring(mirror: Path) -> None:
    real = load("gdp").tables["gdp"]
    prices = load("us_prices").tables["prices"]
    got = market_gdp(real, load("gdp_nominal").tables["gdp_nominal"], prices)
    base = prices.filter(pl.col("year") == 2017)["cpi"].item()
    both = (
        got.filter("market", pl.col("year").is_between(1960, 2016))
        .join(real, on=["cow", "year"])
        .join(prices, on="year")
        .with_columns(
            fariss=pl.col("gdp_musd2017") * pl.col("cpi") / base,
            head=pl.col("gdp_musd2017") / pl.col("population_m"),
        )
    )
    assert len(both) == 8449
    ranks = both.group_by("year").agg(rho=pl.corr("gdp_usd_m", "fariss", method="spearman"))
    assert ranks["rho"].median() == pytest.approx(0.97, abs=0.005)
    assert ranks["rho"].min() == pytest.approx(0.94, abs=0.006)
    fifth = (pl.col("head").rank().over("year") / pl.len().over("year") * 5).ceil()
    ratio = dict(
        both.group_by(q=fifth).agg((pl.col("gdp_usd_m") / pl.col("fariss")).median()).rows()
    )
    assert ratio[1] == pytest.approx(0.44, abs=0.01)
    assert ratio[5] == pytest.approx(0.99, abs=0.01)
    for cow in (2, 200, 365, 750, 710, 630):
        for year in (1960, 1992):
            before, after = (
                got.join(real, on=["cow", "year"])
                .filter((pl.col("cow") == cow) & pl.col("year").is_in([year - 1, year]))
                .sort("year")
                .select(pl.col("gdp_usd_m") / pl.col("gdp_musd2017"))
                .to_series()
            )
            assert 0.75 < after / before < 1.33, (cow, year)
    assert at(got, 2, 1950)["gdp_usd_m"] == pytest.approx(293_000, rel=0.02)
