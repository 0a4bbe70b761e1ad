"""Flows of 2000-16 that nobody reports to the IMF, from ITPD-E: Andorra, the Emirates and Iraq.

ITPD-E draws on national reports to the UN that the IMF's file lacks, and counts services with
goods. Where both have a flow (396 thousand) the median ratio is 0.94 to 1.00 in every class of size
but the largest, so no factor is applied; services make the ratio skew, and the error is half the
range from the 16th to the 84th percentile. It is used only where no side reports by partner, never
against "none recorded", and not for North Korea, with which it has billions of services that are a
coding error. It gives about 1 % of the flows of these years.
"""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.cells import KEY, cells

NORTH_KOREA = 731
LARGE_USD_M = 10.0
SD = {"small": 0.55, "large": 0.33}
"""Log-sd below and above :data:`LARGE_USD_M`."""


def filled(known: pl.DataFrame, itpd: pl.DataFrame) -> pl.DataFrame:
    """Return estimated cells for those of `known` that are not observable.

    Parameters
    ----------
    known : DataFrame
        Cells.
    itpd : DataFrame
        importer, exporter, year, usd_m: table `flows` of the source `itpd`.
    """
    hidden = known.filter(pl.col("status") == "not_observable").select(KEY)
    apart = ~pl.any_horizontal(pl.col("exporter", "importer") == NORTH_KOREA)
    found = itpd.filter(apart & (pl.col("usd_m") > 0)).join(hidden, on=KEY, how="semi")
    large = pl.col("usd_m") >= LARGE_USD_M
    return cells(
        found,
        usd_m=pl.col("usd_m"),
        log_sd=pl.when(large).then(SD["large"]).otherwise(SD["small"]),
        status=pl.lit("estimated"),
        source="itpd",
    )
