"""Flows of 2023 and 2024 that only the IMF's mean of both years shows."""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.cells import KEY, cells
from daylight.tables.flows.own_ratio import with_ratio

YEARS = (2023, 2024)
LOG_SD = 0.54
"""Half the range from the 16th to the 84th percentile of the log ratio to BACI, 277 pairs."""


def two_year_means(means: pl.DataFrame, ratios: pl.DataFrame) -> pl.DataFrame:
    """Return a cell for each of the two years, at the importer's border.

    Parameters
    ----------
    means : DataFrame
        exporter, importer, usd_m (FOB): table `means` of the source `imts`.
    ratios : DataFrame
        From :func:`daylight.tables.flows.own_ratio.own_ratios`.
    """
    years = pl.DataFrame({"year": YEARS}, {"year": pl.Int16})
    given = with_ratio(means.join(years, how="cross"), ratios)
    return cells(
        given,
        usd_m=pl.col("usd_m") * pl.col("log_ratio").exp(),
        log_sd=pl.lit(LOG_SD),
        status=pl.lit("estimated"),
        source="means",
    ).sort(KEY)
