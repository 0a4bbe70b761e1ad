"""Trade before the IMF's series begins, and of what it does not show, from COW Trade.

COW Trade is the importer's report. It is used for 1946-59, and for Belgium to 1996, which reports
to the IMF together with Luxembourg. What else it has after 1960 is the IMF's number, or lies
outside it without trace (North Korea buying from Algeria, which is South Korean trade).
"""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.cells import KEY, cells

FIRST_DOTS = 1960
BELGIUM, JOINT = 211, 1996
NORTH_VIETNAM, SOUTH_VIETNAM, LAST_OF_SOUTH = 816, 817, 1975


def early(flows: pl.DataFrame) -> pl.DataFrame:
    """Return the cells taken from COW Trade, its zeros as none recorded.

    The file gives South Vietnam's trade of 1960-75 to North Vietnam (it buys 257 million from
    the United States in 1970). Of these years only Belgium's rows are used, and put right.

    Parameters
    ----------
    flows : DataFrame
        importer, exporter, year, usd_m: table `flows` of the source `cow_trade`, without its
        declared holes.
    """
    belgian = pl.any_horizontal(pl.col("exporter", "importer") == BELGIUM)
    vietnam = pl.any_horizontal(pl.col("exporter", "importer") == NORTH_VIETNAM)
    before = pl.col("year") < FIRST_DOTS
    joint = belgian & pl.col("year").is_between(FIRST_DOTS, JOINT)
    misplaced = vietnam & pl.col("year").is_between(FIRST_DOTS, LAST_OF_SOUTH)
    used = flows.filter(before | joint)
    moved = used.with_columns(
        pl.when(misplaced & (pl.col(side) == NORTH_VIETNAM))
        .then(pl.lit(SOUTH_VIETNAM, pl.Int16))
        .otherwise(pl.col(side))
        .alias(side)
        for side in ("exporter", "importer")
    )
    some = pl.col("usd_m") > 0
    return cells(
        moved,
        usd_m=pl.col("usd_m"),
        log_sd=pl.when(some).then(((1 / 12) / pl.col("usd_m") ** 2).log1p().sqrt()),
        status=pl.when(some).then(pl.lit("one")).otherwise(pl.lit("none_recorded")),
        source="cow",
    ).unique(KEY, keep="first")
