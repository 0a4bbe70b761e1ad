"""Shape the Factbook's GDP at the official exchange rate, one newest year a state."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "factbook_gdp_official_rate.csv"
NO_STATE = (
    "ABW", "AIA", "ASM", "BMU", "COK", "CUW", "CYM", "FLK", "FRO", "GGY", "GIB", "GRL", "GUM",
    "HKG", "IMN", "JEY", "MAC", "MAF", "MNP", "MSR", "NCL", "NIU", "PRI", "PSE", "PYF", "SHN",
    "SPM", "SXM", "TCA", "TKL", "VGB", "VIR", "WLF",
)  # fmt: skip
NOT_USED = {
    "CUB": "the official rate of the peso has nothing to do with what it buys",
    "TWN": "a figure of long ago under the year 2023",
    "PRK": "a figure of long ago under the year 2023",
}
FIRST = 2023
"""Older figures are left out: they are no newer than other sources."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `gdp_factbook`: cow, year (2023 or 2024), gdp_usd_m (millions of US dollars).

    Raises
    ------
    SourceChanged
        For an unknown code, or a GDP that is not above zero.
    """
    raw = pl.read_csv(BytesIO(files[FILE]), infer_schema=False)
    named = raw.drop_nulls("iso3").filter(~pl.col("iso3").is_in([*NOT_USED]))
    for code, why in NOT_USED.items():
        log.note(f"{code} left out: {why}", raw.filter(pl.col("iso3") == code).height)
    numbers = cow_numbers("gdp_factbook", named["iso3"], no_state=NO_STATE, iso3=True)
    rows = named.select(
        cow=pl.col("iso3").replace_strict(numbers, default=None).cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        gdp_usd_m=pl.col("gdp_official_rate_usd").cast(pl.Float64) / 1e6,
    )
    kept = rows.drop_nulls("cow").filter(pl.col("year") >= FIRST)
    log.note(f"Territories, and figures before {FIRST}, left out", len(raw) - len(kept))
    bad = kept.filter(~(pl.col("gdp_usd_m") > 0))
    if len(bad):
        raise SourceChanged(f"gdp_factbook: {bad.row(0)}: a GDP is not above zero.")
    return {"gdp_factbook": kept.sort("cow", "year")}
