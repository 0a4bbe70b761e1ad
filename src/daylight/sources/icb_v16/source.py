"""From the rows that version 16 added to one row for each crisis, pair and year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.icb.dyads import KEY, dyads, every_year, hold
from daylight.sources.kit.issues import IssueLog

FILE = "icbdy_v16_crises_497_512.csv"
FIRST_NEW = 497
"""Version 15 ends with crisis 496."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``crisis_years``: crisis, a, b, year, as :mod:`daylight.sources.icb` does.

    A crisis without an end has the year of its row: the Russian invasion of Ukraine stands in
    the file with its actors, the year 2021 and nothing else.

    Raises
    ------
    SourceChanged
        On a missing column, a crisis of version 15, an unknown state, a pair out of order or
        of one state, a pair in which neither was in crisis, or a year outside the dates.
    """
    table = dyads("icb_v16", FILE, files[FILE])
    endless = table.filter(pl.col("end").is_null())
    log.warn("pairs of a crisis without an end: the year of the row is taken", len(endless))
    whole = table.with_columns(pl.col("end").fill_null(pl.col("year")))
    hold("icb_v16", whole, {"is of version 15": pl.col("crisis") < FIRST_NEW})
    return {"crisis_years": every_year(whole).select(pl.col(KEY).cast(pl.Int16)).unique().sort(KEY)}
