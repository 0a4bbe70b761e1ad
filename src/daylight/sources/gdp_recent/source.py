"""Shape the World Bank's GDP of the newest years, by COW number."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "wdi_gdp_population_2019_2024.parquet"
NO_STATE = ("ABW", "BMU", "CUW", "CYM", "HKG", "MAC", "PSE", "PYF")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `gdp_recent`: cow, year, gdp_usd_m (millions of current US dollars), population_m.

    A state without GDP in a year has no row.

    Raises
    ------
    SourceChanged
        For an unknown code, or a GDP or population that is not above zero.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    numbers = cow_numbers("gdp_recent", raw["iso3"], no_state=NO_STATE, iso3=True)
    rows = raw.select(
        cow=pl.col("iso3").replace_strict(numbers, default=None).cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        gdp_usd_m=pl.col("gdp_current_usd").cast(pl.Float64).fill_nan(None) / 1e6,
        population_m=pl.col("population_total") / 1e6,
    )
    states = rows.drop_nulls("cow")
    log.note(f"Rows of territories left out: {', '.join(NO_STATE)}", len(rows) - len(states))
    known = states.drop_nulls("gdp_usd_m")
    log.note("States and years without GDP", len(states) - len(known))
    bad = known.filter(~((pl.col("gdp_usd_m") > 0) & (pl.col("population_m") > 0)))
    if len(bad):
        raise SourceChanged(f"gdp_recent: {bad.row(0)}: a GDP or a population is not above zero.")
    return {"gdp_recent": known.sort("cow", "year")}
