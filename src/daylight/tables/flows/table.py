"""The stored tables `trade` and `economies`: flows, totals and GDP in steps of the logarithm.

A flow is known to half a percent of itself, one of COW Trade to five, a total or a GDP to a tenth;
what is worked out from them is worked out when it is read (:mod:`daylight.measures.goods`). A pair
and year of which no source says anything has no row.
"""

from __future__ import annotations

import polars as pl

from daylight.store.schemas.trade import (
    ECONOMY_STEP,
    FLOW_STEP,
    GDP_STATUSES,
    TOTAL_STATUSES,
    TRADE_SD_STEP,
)
from daylight.tables.flows.cells import LAST, STATUS

BASE_YEAR = 2015
"""Year of the constant dollars."""
SD_MOST = 250
COW_TRADE, COW_STEPS = "cow", 10
PAIR_YEAR = ["a", "b", "year"]
Frame = pl.DataFrame


def trade(flows: Frame) -> Frame:
    """Return the table `trade`: one row for each pair and year of which something is known.

    Parameters
    ----------
    flows : DataFrame
        From :func:`daylight.tables.flows.flows.flows`.
    """
    names = ["usd_m", "log_sd", "status", "source"]
    down = flows.filter(pl.col("exporter") < pl.col("importer"))
    up = flows.filter(pl.col("exporter") > pl.col("importer"))
    one = down.select("year", *names, a="exporter", b="importer")
    two = up.select("year", *names, a="importer", b="exporter")
    pairs = one.join(two, on=PAIR_YEAR, suffix="_2")
    unknown = pl.lit("unknown").cast(STATUS)
    known = pairs.filter((pl.col("status") != unknown) | (pl.col("status_2") != unknown))
    first = pl.col("usd_m").fill_null(0.0) >= pl.col("usd_m_2").fill_null(0.0)
    larger = (
        pl.when(first)
        .then(pl.coalesce("source", "source_2"))
        .otherwise(pl.coalesce("source_2", "source"))
    )
    return known.select(
        *PAIR_YEAR,
        ab=_flow("usd_m", "source"),
        ba=_flow("usd_m_2", "source_2"),
        status_ab=pl.col("status").to_physical().cast(pl.Int8),
        status_ba=pl.col("status_2").to_physical().cast(pl.Int8),
        log_sd=_sd(_of_both()),
        source=larger.to_physical().cast(pl.Int8),
    )


def _flow(value: str, source: str) -> pl.Expr:
    """Return a flow in steps; those of COW Trade in coarse ones, since its terms allow no copy."""
    steps = _steps(pl.col(value), FLOW_STEP)
    coarse = (steps.cast(pl.Float64) / COW_STEPS).round().cast(pl.Int16) * COW_STEPS
    return pl.when(pl.col(source).cast(pl.String) == COW_TRADE).then(coarse).otherwise(steps)


def _of_both() -> pl.Expr:
    """Return the log-sd of both directions together, their errors taken as independent."""
    volume = pl.col("usd_m") + pl.col("usd_m_2")
    error = pl.sum_horizontal(
        (pl.col(f"usd_m{way}") * pl.col(f"log_sd{way}").fill_null(0.0)) ** 2 for way in ("", "_2")
    ).sqrt()
    return pl.when(volume > 0).then(((error / volume) ** 2).log1p().sqrt())


def economies(totals: Frame, gdp: Frame, prices: Frame, members: Frame) -> Frame:
    """Return the table `economies`: one row for each state and year with a total or a GDP.

    Parameters
    ----------
    totals : DataFrame
        From :func:`daylight.tables.flows.totals.goods_totals`.
    gdp : DataFrame
        From :func:`daylight.tables.flows.gdp.gdp_to_present`.
    prices : DataFrame
        year, cpi: table `prices` of the source `us_prices`.
    members : DataFrame
        cow, year: the state system.
    """
    base = prices.filter(pl.col("year") == BASE_YEAR)["cpi"].item()
    goods = pl.col("imports_usd_m") + pl.col("exports_usd_m")
    traded = totals.select("cow", "year", goods=goods, goods_sd="log_sd", goods_status="status")
    sizes = gdp.select("cow", "year", gdp="gdp_usd_m", gdp_sd="log_sd", gdp_status="status")
    key = ["cow", "year"]
    whole = traded.drop_nulls("goods").join(sizes, on=key, how="full", coalesce=True)
    kept = whole.filter(pl.col("year") <= LAST).join(members, on=key, how="semi")
    return kept.join(prices.select("year", "cpi"), on="year").select(
        *key,
        goods=_steps(pl.col("goods"), ECONOMY_STEP),
        goods_sd=_sd(pl.col("goods_sd")),
        goods_status=_code(pl.col("goods_status"), TOTAL_STATUSES),
        gdp=_steps(pl.col("gdp"), ECONOMY_STEP),
        gdp_sd=_sd(pl.col("gdp_sd")),
        gdp_status=_code(pl.col("gdp_status"), GDP_STATUSES),
        price=base / pl.col("cpi"),
    )


def _steps(value: pl.Expr, step: float) -> pl.Expr:
    return pl.when(value > 0).then((value.log() / step).round()).cast(pl.Int16)


def _sd(value: pl.Expr) -> pl.Expr:
    return (value / TRADE_SD_STEP).round().clip(0, SD_MOST).cast(pl.UInt8)


def _code(name: pl.Expr, names: tuple[str, ...]) -> pl.Expr:
    codes = {one: code for code, one in enumerate(names)}
    return name.replace_strict(codes, return_dtype=pl.Int8)
