"""Soviet trade with members of Comecon that nobody reported: an estimate from their totals.

What a member's own total holds beyond its partners outside the planned economies is its trade
with these. Of this the USSR had about the same part in every member of which it is known:

    V = s (T - sum of partners outside),   s = 0.54

(1950-90, 222 flows of eight members: medians of 0.53 to 0.55 in four spans of years, and 0.42 to
0.66 from the 16th to the 84th percentile), and never more than what no partner accounts for. No
estimate is made where this open rest is under a fifth of the total: the totals of states that did
not report (Cuba, Bulgaria, Mongolia after 1980) are themselves the sum of their partners' reports,
and hold no trace of Soviet trade. It stays not observable there. An estimate shows an order of
magnitude, and no change from year to year; members that did not report leaned on the USSR more
than those that did, so it is rather low.
"""

from __future__ import annotations

import polars as pl

from daylight.sources.cow_trade.holes import PLANNED
from daylight.tables.flows.cells import KEY, WITH_VALUE, cells

USSR, LAST = 365, 1991
LEAST = 0.2
PART = 0.54
LOG_SD = 0.6
"""Twice the spread among the members of which it is known."""


def soviet_estimates(
    known: pl.DataFrame, totals: pl.DataFrame, membership: pl.DataFrame
) -> pl.DataFrame:
    """Return estimated cells between the USSR and members of Comecon that have no value.

    Parameters
    ----------
    known : DataFrame
        Cells.
    totals : DataFrame
        cow, year, imports_usd_m, exports_usd_m: national totals of the source `cow_trade`.
    membership : DataFrame
        cow, year: full members of Comecon.
    """
    members = membership.filter((pl.col("cow") != USSR) & (pl.col("year") <= LAST))
    soviet = membership.filter(pl.col("cow") == USSR).select("year")
    both = members.join(soviet, on="year", how="semi").join(totals, on=["cow", "year"])
    found = []
    for mine, other, total in (
        ("importer", "exporter", "imports_usd_m"),
        ("exporter", "importer", "exports_usd_m"),
    ):
        valued = known.filter(pl.col("status").is_in(WITH_VALUE))
        outside = ~pl.col(other).is_in(PLANNED)
        sums = valued.group_by(pl.col(mine).alias("cow"), "year").agg(
            known=pl.col("usd_m").sum(), outside=pl.col("usd_m").filter(outside).sum()
        )
        rest = (
            both.join(sums, on=["cow", "year"], how="left")
            .with_columns(pl.col("known", "outside").fill_null(0.0))
            .with_columns(
                block=pl.col(total) - pl.col("outside"), open=pl.col(total) - pl.col("known")
            )
            .filter(pl.col("open") >= LEAST * pl.col(total))
        )
        pairs = rest.select(
            pl.col("cow").alias(mine),
            pl.lit(USSR, pl.Int16).alias(other),
            "year",
            usd_m=pl.min_horizontal(PART * pl.col("block"), "open"),
        )
        found.append(pairs.join(valued.select(KEY), on=KEY, how="anti").select(*KEY, "usd_m"))
    return cells(
        pl.concat(found),
        usd_m=pl.col("usd_m"),
        log_sd=pl.lit(LOG_SD),
        status=pl.lit("estimated"),
        source="comecon",
    )
