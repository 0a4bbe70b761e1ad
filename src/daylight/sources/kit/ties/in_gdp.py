"""Amounts of money between two states as a share of the holder's GDP."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.load import Tables

DIGITS = 4
"""Shares to a hundredth of a percent of GDP; less is zero."""


def in_gdp(
    rows: pl.DataFrame, tables: Mapping[str, Tables], prices_of: int | None = None
) -> pl.DataFrame:
    """Return cow, partner, year, value: `usd_m` over the nominal GDP of `cow`, null without one.

    Parameters
    ----------
    rows : DataFrame
        cow, partner, year, usd_m (millions of US dollars).
    prices_of : int, optional
        Year of the prices of `usd_m`; they are brought to the year of each row by US consumer
        prices. Dollars of another donor's constant prices also move with its exchange rate,
        which this leaves out.
    """
    gdp = tables["gdp_nominal"]["gdp_nominal"].select("cow", "year", "gdp_usd_m")
    joined = rows.join(gdp, on=["cow", "year"], how="left")
    current = pl.col("usd_m")
    if prices_of is not None:
        prices = tables["us_prices"]["prices"].select("year", "cpi")
        base = prices.filter(pl.col("year") == prices_of)["cpi"].item()
        joined = joined.join(prices, on="year", how="left")
        current = current * pl.col("cpi") / base
    value = (current / pl.col("gdp_usd_m")).round(DIGITS)
    return joined.select("cow", "partner", "year", value=value)
