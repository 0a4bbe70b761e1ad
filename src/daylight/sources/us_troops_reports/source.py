"""From the quarterly reports to US troops on active duty by host in September."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "us_troops_by_host_quarter_2008_2025.parquet"
COLUMNS = ("ccode", "countryname", "year", "quarter", "troops_ad")
USA = 2
MAPPED = {260: 255, 340: 345, 817: 816}
"""Germany and Vietnam have numbers of states that are gone, Serbia its Gleditsch-Ward number."""
QUARTER = 3
"""The only quarter that is there in every year: to 2012 none other is, and from the end of 2022
to the middle of 2023 the others hold the United States alone."""
TERRITORIES = (6, 1001, 1002, 1008, 1009, 1013, 1014, 1016, 1041)
"""Codes of places that are no state; their troops are not those of the state that owns them."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``troops``: cow (the host), year, troops (persons on active duty in September).

    Raises
    ------
    SourceChanged
        For a missing column, an unknown code, a host listed twice, a count below zero, or a
        year without its September.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"us_troops_reports: {FILE} lacks the columns {', '.join(gone)}.")
    third = raw.filter(pl.col("quarter") == QUARTER)
    bare = sorted(set(raw["year"]) - set(third["year"]))
    if bare:
        raise SourceChanged(f"us_troops_reports: {bare[0]} has no report of September.")
    outside = pl.col("ccode").is_in(TERRITORIES)
    places = third.filter(outside)
    log.note("rows of places that are no state left out", len(places))
    hosts = third.filter(~outside & (pl.col("ccode") != USA)).with_columns(
        pl.col("ccode").replace(MAPPED)
    )
    known = [state.cow for state in all_states()]
    strange = hosts.filter(
        ~pl.col("ccode").is_in(known) | (pl.col("troops_ad") < 0).fill_null(True)
    )
    if len(strange):
        row = strange.row(0, named=True)
        raise SourceChanged(
            f"us_troops_reports: {row['countryname']} ({row['ccode']}) with {row['troops_ad']} in "
            f"{row['year']} is no known state or no count; map it in "
            f"sources/us_troops_reports/source.py."
        )
    table = hosts.select(
        cow=pl.col("ccode").cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        troops=pl.col("troops_ad").cast(pl.Int64),
    )
    once = table.unique(maintain_order=True)
    log.note("hosts listed twice in a year with the same count", len(table) - len(once))
    double = once.filter(pl.struct("cow", "year").is_duplicated())
    if len(double):
        raise SourceChanged(f"us_troops_reports: {double.row(0)} is one of two rows of its year.")
    return {"troops": once.sort("cow", "year")}
