"""Pairs of a source in the state system of each year, with a note on those that are not."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.windows import ordered


def placed(rows: pl.DataFrame, measure: str, log: IssueLog) -> pl.DataFrame:
    """Return `rows` (cow, partner, year, ...) with the numbers of the year, lower number first.

    Rows of states that were not in the system that year under any number are left out and
    counted in the log.
    """
    found = of_the_year(rows.with_row_index("row"))
    lost = len(rows) - found["row"].n_unique()
    if lost:
        log.note(f"{measure}: pairs and years of states outside the system that year", lost)
    return ordered(found.drop("row"))
