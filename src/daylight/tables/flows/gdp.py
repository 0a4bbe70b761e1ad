"""GDP in current US dollars of all states to 2024, each year with how it is known.

To 2018 it is the present series (:mod:`daylight.tables.flows.market_gdp`), and from 2019 the World
Bank's release of July 2026, whole: the Bank revised the accounts of a tenth of the states, and two
releases do not mix within one state. The older years of a revised state are brought to the level of
2019 by the ratio of the two releases in that year, fading by 0.96 a year, as the level of a price
fades there. A state that the Bank does not have after 2019 gets, in this order: the Bank's older
release; the Factbook's figure of its year; and the last value moved on by US consumer prices.

``status``: ``market`` (the Bank's own), ``levelled`` (the same at a newer level, moved by over
1 %), ``modelled`` (from real GDP), ``factbook``, ``carried``.
"""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.market_gdp import NOMINAL_LOG_SD, RHO, market_gdp

FIRST_NEW, LAST = 2019, 2024
NOTABLE = 0.01
FACTBOOK_LOG_SD = 0.15
CARRIED_LOG_SD = 0.14
"""Of one year; grows with the root of the years carried. Of all states 1990-2018, half the range
from the 16th to the 84th percentile of the log of GDP over GDP h years before at US prices is
0.10, 0.17, 0.23 and 0.32 for 1, 2, 3 and 5 years; growth itself, 4 % a year in the median, is
left out."""


def gdp_to_present(
    real: pl.DataFrame,
    nominal: pl.DataFrame,
    recent: pl.DataFrame,
    factbook: pl.DataFrame,
    prices: pl.DataFrame,
) -> pl.DataFrame:
    """Return cow, year, gdp_usd_m (millions of current US dollars), log_sd, status.

    Parameters
    ----------
    real, nominal, prices : DataFrame
        Tables of `gdp`, `gdp_nominal` and `us_prices`, as for :func:`market_gdp`.
    recent, factbook : DataFrame
        cow, year, gdp_usd_m: tables of `gdp_recent` and `gdp_factbook`.
    """
    old = market_gdp(real, _levelled(nominal, recent), prices)
    revised = _ratios(nominal, recent)
    base = (
        old.filter(pl.col("year") < FIRST_NEW)
        .join(revised, on="cow", how="left")
        .select(
            "cow", "year", "gdp_usd_m", "log_sd",
            status=pl.when(~pl.col("market"))
            .then(pl.lit("modelled"))
            .when((pl.col("log_ratio") * RHO ** (FIRST_NEW - pl.col("year"))).abs() > NOTABLE)
            .then(pl.lit("levelled"))
            .otherwise(pl.lit("market")),
        )
    )  # fmt: skip
    newest = _newest(old, nominal, recent, factbook)
    whole = pl.concat([base, newest])
    return pl.concat([whole, _carried(whole, prices)]).sort("cow", "year")


def _ratios(nominal: pl.DataFrame, recent: pl.DataFrame) -> pl.DataFrame:
    """Return cow, log_ratio: what the newer release adds to the older one in 2019."""
    both = recent.select("cow", "year", new="gdp_usd_m").join(nominal, on=["cow", "year"])
    first = both.filter(pl.col("year") == FIRST_NEW)
    return first.select("cow", log_ratio=(pl.col("new") / pl.col("gdp_usd_m")).log())


def _levelled(nominal: pl.DataFrame, recent: pl.DataFrame) -> pl.DataFrame:
    """Return the older release at the level of the newer one, and the newer one from 2019."""
    ratios = _ratios(nominal, recent)
    fade = RHO ** (FIRST_NEW - pl.col("year").cast(pl.Float64))
    moved = (
        nominal.filter(pl.col("year") < FIRST_NEW)
        .join(ratios, on="cow", how="left")
        .select(
            "cow",
            "year",
            gdp_usd_m=pl.col("gdp_usd_m") * (pl.col("log_ratio").fill_null(0.0) * fade).exp(),
        )
    )
    return pl.concat([moved, _after(nominal, recent).drop("status")])


def _after(nominal: pl.DataFrame, recent: pl.DataFrame) -> pl.DataFrame:
    """Return cow, year, gdp_usd_m, status from 2019: one release for each state."""
    names = ["cow", "year", "gdp_usd_m"]
    new = recent.select(names)
    older = nominal.filter(pl.col("year") >= FIRST_NEW).join(new, on="cow", how="anti")
    return pl.concat([new, older.select(names)]).with_columns(status=pl.lit("market"))


def _newest(
    old: pl.DataFrame, nominal: pl.DataFrame, recent: pl.DataFrame, factbook: pl.DataFrame
) -> pl.DataFrame:
    """Return the years from 2019 of which something is known."""
    key = ["cow", "year"]
    bank = _after(nominal, recent).with_columns(log_sd=pl.lit(NOMINAL_LOG_SD))
    modelled = old.filter((pl.col("year") >= FIRST_NEW) & ~pl.col("market")).select(
        *key, "gdp_usd_m", "log_sd", status=pl.lit("modelled")
    )
    book = factbook.select(
        *key, "gdp_usd_m", log_sd=pl.lit(FACTBOOK_LOG_SD), status=pl.lit("factbook")
    )
    names = [*key, "gdp_usd_m", "log_sd", "status"]
    parts = [part.select(names) for part in (bank, modelled, book)]
    return pl.concat(parts).unique(key, keep="first", maintain_order=True)


def _carried(whole: pl.DataFrame, prices: pl.DataFrame) -> pl.DataFrame:
    """Return the last value of each state at the prices of each later year, to 2024.

    A gap before a later value is left open: what stands on both sides says more.
    """
    last = whole.filter(pl.col("year") >= FIRST_NEW - 1).sort("year").group_by("cow").last()
    cpi = prices.select("year", "cpi")
    years = pl.DataFrame({"year": range(FIRST_NEW, LAST + 1)}, {"year": pl.Int16})
    at = last.join(cpi, on="year").rename({"year": "from", "cpi": "base"})
    later = at.join(years, how="cross").filter(pl.col("year") > pl.col("from")).join(cpi, on="year")
    h = (pl.col("year") - pl.col("from")).cast(pl.Float64)
    return later.select(
        "cow",
        "year",
        gdp_usd_m=pl.col("gdp_usd_m") * pl.col("cpi") / pl.col("base"),
        log_sd=(pl.col("log_sd") ** 2 + CARRIED_LOG_SD**2 * h).sqrt(),
        status=pl.lit("carried"),
    )
