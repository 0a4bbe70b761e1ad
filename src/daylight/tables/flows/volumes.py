"""Trade of each pair of states and year: volume, constant dollars, shares and dependence."""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.cells import STATUS
from daylight.tables.flows.registries import implausible

BASE_YEAR = 2015
"""Year of the constant dollars."""
PAIR_YEAR = ["a", "b", "year"]
ORDER = ("both", "one", "estimated", "none_recorded", "not_observable", "unknown")
"""From what is known best to what is not known; a pair has the worse of its two directions, but
that a direction of which none is recorded does not make the other one less."""


def volumes(
    flows: pl.DataFrame, totals: pl.DataFrame, gdp: pl.DataFrame, prices: pl.DataFrame
) -> pl.DataFrame:
    """Return trade of each pair and year, with a < b.

    Parameters
    ----------
    flows : DataFrame
        From :func:`daylight.tables.flows.flows.flows`.
    totals : DataFrame
        From :func:`daylight.tables.flows.totals.goods_totals`.
    gdp : DataFrame
        cow, year, gdp_usd_m: from :func:`daylight.tables.flows.gdp.gdp_to_present`.
    prices : DataFrame
        year, cpi: table `prices` of the source `us_prices`.

    Returns
    -------
    DataFrame
        a, b, year; ``ab_usd_m``, ``ba_usd_m`` (from a to b, and back, millions of current US
        dollars, null where not known); ``usd_m`` (both, null unless both are known);
        ``at_least_usd_m`` (what is known of both); ``usd2015_m`` (`usd_m` at US consumer prices
        of 2015); ``log_sd`` (of `usd_m`); ``status``; ``source`` (of the larger direction);
        ``share_a``, ``share_b`` (of all goods that the side trades, 0 to 1, null where the total
        is not known);
        ``dependence_a``, ``dependence_b`` (over GDP); ``flag_a``, ``flag_b`` (why a
        dependence cannot be believed, or null).
    """
    pairs = _both_ways(flows)
    base = prices.filter(pl.col("year") == BASE_YEAR)["cpi"].item()
    table = pairs.join(prices.select("year", "cpi"), on="year", how="left").with_columns(
        usd2015_m=pl.col("usd_m") * base / pl.col("cpi")
    )
    both = totals.select(
        "cow", "year", total=pl.col("imports_usd_m") + pl.col("exports_usd_m")
    ).join(gdp.select("cow", "year", "gdp_usd_m"), on=["cow", "year"], how="full", coalesce=True)
    for side in ("a", "b"):
        mine = both.rename({"cow": side, "total": "mine", "gdp_usd_m": "product"})
        table = table.join(mine, on=[side, "year"], how="left").with_columns(
            (pl.col("usd_m") / pl.col("mine")).alias(f"share_{side}"),
            (pl.col("usd_m") / pl.col("product")).alias(f"dependence_{side}"),
        )
        table = table.with_columns(
            implausible(pl.col(f"dependence_{side}"), pl.col(side)).alias(f"flag_{side}")
        ).drop("mine", "product")
    names = [
        "ab_usd_m", "ba_usd_m", "usd_m", "at_least_usd_m", "usd2015_m", "log_sd", "status",
        "source", "share_a", "share_b", "dependence_a", "dependence_b", "flag_a", "flag_b",
    ]  # fmt: skip
    return table.select(*PAIR_YEAR, *names).sort(PAIR_YEAR)


def _both_ways(flows: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each pair and year, of the rows of both directions."""
    names = ["usd_m", "log_sd", "status", "source"]
    down = flows.filter(pl.col("exporter") < pl.col("importer"))
    up = flows.filter(pl.col("exporter") > pl.col("importer"))
    one = down.select("year", *names, a="exporter", b="importer")
    two = up.select("year", *names, a="importer", b="exporter")
    pairs = one.join(two, on=PAIR_YEAR, suffix="_2")
    volume = pl.col("usd_m") + pl.col("usd_m_2")
    error = (
        (pl.col("usd_m") * pl.col("log_sd").fill_null(0.0)) ** 2
        + (pl.col("usd_m_2") * pl.col("log_sd_2").fill_null(0.0)) ** 2
    ).sqrt()
    first = pl.col("usd_m").fill_null(0.0) >= pl.col("usd_m_2").fill_null(0.0)
    return pairs.select(
        *PAIR_YEAR,
        ab_usd_m="usd_m",
        ba_usd_m="usd_m_2",
        usd_m=volume,
        at_least_usd_m=pl.sum_horizontal("usd_m", "usd_m_2"),
        log_sd=pl.when(volume > 0).then(((error / volume) ** 2).log1p().sqrt()),
        status=_worse(pl.col("status"), pl.col("status_2")),
        source=pl.when(first).then(pl.coalesce("source", "source_2")).otherwise(
            pl.coalesce("source_2", "source")
        ),
    )  # fmt: skip


def _worse(one: pl.Expr, two: pl.Expr) -> pl.Expr:
    rank = {name: n for n, name in enumerate(ORDER)}
    none = rank["none_recorded"]
    ranks = [side.cast(pl.String).replace_strict(rank, return_dtype=pl.Int8) for side in (one, two)]
    known = [pl.when(side != none).then(side) for side in ranks]
    worst = pl.max_horizontal(*known).fill_null(none)
    return worst.replace_strict({n: name for name, n in rank.items()}, return_dtype=STATUS)
