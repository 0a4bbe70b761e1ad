"""Shape the latent GDP and population estimates of Fariss and others, by COW number."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

FILE = "cw_gdppop.parquet"
COLUMNS = {
    "gdp_musd2017": "pwtrgdp",
    "gdp_sd": "sd_pwtrgdp",
    "population_m": "pwtpop",
    "population_sd": "sd_pwtpop",
    "gdp_per_head_usd2011": "mrgdppc",
    "gdp_per_head_sd": "sd_mrgdppc",
}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `gdp`: posterior mean and standard deviation per state and year.

    GDP is in millions of 2017 international dollars, population in millions, GDP per
    head (its own latent series, not the ratio of the two) in 2011 international dollars.

    Raises
    ------
    SourceChanged
        When an estimate stands without the others, or is not positive.
    """
    table = pl.read_parquet(BytesIO(files[FILE])).select(
        cow=pl.col("ccode").cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        **{
            name: pl.col(column).cast(pl.Float64).fill_nan(None) for name, column in COLUMNS.items()
        },
    )
    empty = pl.all_horizontal(pl.col(name).is_null() for name in COLUMNS)
    log.note("State-years without any estimate dropped", table.filter(empty).height)
    known = table.filter(~empty)
    bad = known.filter(~pl.all_horizontal((pl.col(n) > 0).fill_null(False) for n in COLUMNS))
    if len(bad):
        raise SourceChanged(
            f"{log.source}: state {bad['cow'][0]} in {bad['year'][0]} has an estimate that is "
            f"missing or not positive beside others that are ({len(bad)} rows in {FILE})."
        )
    return {"gdp": known.sort("cow", "year")}
