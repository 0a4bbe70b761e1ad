"""Regimes: each with the day on which it took the place of another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.tables.successions.row import Succession

NEAR = 31
"""Days between the end of a regime and the beginning of the next that are still one change."""


def regimes(table: pl.DataFrame, until: date, log: IssueLog) -> Iterator[Succession]:
    """Yield every regime of every state.

    What follows no other of its state was no change. The list has the beginning of many of these
    a month too early, so that only their year counts.

    Parameters
    ----------
    table : DataFrame
        Table ``regimes`` of the source.
    until : date
        Last day that the list covers.
    """
    before: tuple[int, date | None] | None = None
    first = 0
    for cow, regime, start, end in table.sort("cow", "start").iter_rows():
        follows = before and before[0] == cow and before[1] and (start - before[1]).days <= NEAR
        first += not follows
        yield Succession(
            cow, start if follows else date(start.year, 1, 1), "day" if follows else "year",
            "regime", regime, "unknown" if follows else "standing",
            end, "day" if end else None, None if end else until, "gwf_regimes",
        )  # fmt: skip
        before = cow, end
    log.note("regimes that follow no other: no change, and known to the year alone", first)
