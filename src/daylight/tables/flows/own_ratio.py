"""What a pair's importer reports over what its exporter does, in their last common years.

The importer counts freight and insurance (CIF), the exporter does not (FOB), and each has habits
of its own: at land borders, in ports that pass goods on, with partners that it does not name. One
factor for all pairs (1.06) therefore jumps where a series changes sides: Canada reports a sixth
less from the United States than these report to Canada.

    r = w m + (1 - w) log 1.06,   w = n / (n + k),   bounded to a factor of three

with m the mean log ratio of the last five years in which both truly report, n their number, and
k = 0.26, the best linear choice on these data (:mod:`daylight.stats.splice`). Fitted on 2011-15
and tested on 26,300 flows of a million or more in 2018-19: mean absolute error of the log, by
value, 0.13, against 0.22 with 1.06 for all (median 0.29, against 0.36: small flows disagree much).
Without the bound it is 0.12; the bound is there because a ratio beyond it says that the two sides
count different things.
"""

from __future__ import annotations

import math

import polars as pl

from daylight.tables.flows.cells import KEY, PAIR

USUAL = math.log(1.06)
"""The IMF's own factor, for a pair without common years."""
SHRINK = 0.26
YEARS = 5
REACH_BACK, REACH_ON = 10, 3
"""Years to common years that still count, before and after: what Russia and Poland report in 1994
says little of the Soviet Union in 1975."""
BOUND = math.log(3.0)


def own_ratios(reports: pl.DataFrame) -> pl.DataFrame:
    """Return exporter, importer, year, log_ratio, n of each year in which both truly report.

    Parameters
    ----------
    reports : DataFrame
        exporter, importer, year, exports_fob, imports_cif (millions of US dollars),
        exports_estimated, imports_estimated.
    """
    true = ~pl.col("exports_estimated").fill_null(True) & ~pl.col("imports_estimated").fill_null(
        True
    )
    both = reports.filter(true & (pl.col("exports_fob") > 0) & (pl.col("imports_cif") > 0))
    logs = both.select(*KEY, log=(pl.col("imports_cif") / pl.col("exports_fob")).log()).sort(KEY)
    mean = pl.col("log").rolling_mean(YEARS, min_samples=1).over(PAIR)
    count = pl.col("log").is_not_null().cast(pl.Float64)
    n = count.rolling_sum(YEARS, min_samples=1).over(PAIR)
    weight = pl.col("n") / (pl.col("n") + SHRINK)
    shrunk = weight * pl.col("mean") + (1 - weight) * USUAL
    return logs.with_columns(mean=mean, n=n).select(
        *KEY, log_ratio=shrunk.clip(-BOUND, BOUND), n="n"
    )


def with_ratio(cells: pl.DataFrame, ratios: pl.DataFrame) -> pl.DataFrame:
    """Add log_ratio and n (0: none) of the last common years up to each, else of the first after.

    Common years further off than :data:`REACH_BACK` and :data:`REACH_ON` do not count.

    Parameters
    ----------
    cells : DataFrame
        exporter, importer, year and any more.
    ratios : DataFrame
        From :func:`own_ratios`.
    """
    left, right = cells.sort("year"), ratios.sort("year")
    past = left.join_asof(
        right,
        on="year",
        by=PAIR,
        strategy="backward",
        tolerance=REACH_BACK,
        check_sortedness=False,
    )
    later = right.rename({"log_ratio": "log_later", "n": "n_later"})
    both = past.join_asof(
        later,
        on="year",
        by=PAIR,
        strategy="forward",
        tolerance=REACH_ON,
        check_sortedness=False,
    )
    return both.with_columns(
        log_ratio=pl.coalesce("log_ratio", "log_later").fill_null(USUAL),
        n=pl.coalesce("n", "n_later").fill_null(0.0),
    ).drop("log_later", "n_later")
