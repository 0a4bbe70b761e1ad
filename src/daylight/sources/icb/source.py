"""From the dyad-years of the crisis data to one row for each crisis, pair and year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.icb.dyads import KEY, dyads, every_year, hold
from daylight.sources.kit.issues import IssueLog

FILE = "icbdy_v15.csv"


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the crises between two states, year by year.

    Parameters
    ----------
    files : mapping of str to bytes
        ``icbdy_v15.csv``, a row for each crisis, pair and year.
    log : IssueLog
        Receives repeated rows, and years that the dates cover and no row stands for.

    Returns
    -------
    dict of str to DataFrame
        ``crisis_years``: crisis, a, b, year; one of the two may have had no crisis of its own.

    Raises
    ------
    SourceChanged
        On a missing column, an unknown state, a pair of one state, a pair in which neither
        was in crisis, or a year outside the dates of its crisis.
    """
    table = dyads("icb", FILE, files[FILE])
    hold("icb", table)
    return {"crisis_years": _years(table, log)}


def _years(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return each crisis, pair and year once, from the rows and from the dates in them."""
    log.note("rows that repeat a crisis, pair and year", len(table) - table.n_unique(KEY))
    every = every_year(table)
    added = every.unique(KEY).join(table, on=KEY, how="anti")
    log.note("years within the dates of a crisis that have no row of their own, added", len(added))
    return every.select(pl.col(KEY).cast(pl.Int16)).unique().sort(KEY)
