"""Check that a shaped table is what its declaration promises."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import Expect
from daylight.sources.kit.issues import IssueLog


def check(name: str, table: pl.DataFrame, expect: Expect, log: IssueLog) -> None:
    """Raise when `table` breaks a hard expectation; warn in the log for a soft one.

    Raises
    ------
    SourceChanged
        Missing columns, too few rows, a doubled key, a year or value out of range.
    """

    def stop(text: str) -> None:
        what = f"{log.source}, table {name}: {text}"
        raise SourceChanged(f"{what}. Check the source and its loader.", what)

    gone = [c for c in expect.columns if c not in table.columns]
    if gone:
        stop(f"columns missing: {', '.join(gone)}; there are {', '.join(table.columns)}")
    if len(table) < expect.rows_min:
        stop(f"{len(table):,} rows, at least {expect.rows_min:,} expected")
    if len(table) > expect.rows_max:
        log.warn(f"table {name} has {len(table):,} rows, at most {expect.rows_max:,} expected")
    doubled = len(table) - table.select(expect.key).n_unique()
    if doubled:
        stop(f"{doubled} rows repeat the key {', '.join(expect.key)}")
    ranges = dict(expect.ranges)
    if expect.years:
        ranges["year"] = (float(expect.years[0]), float(expect.years[1]))
    for column, (low, high) in ranges.items():
        bad = table.filter(~pl.col(column).is_between(low, high))
        if len(bad):
            stop(f"{column} = {bad[column][0]} is outside {low:g} to {high:g} ({len(bad)} rows)")
    for column, (low, high) in expect.totals.items():
        total = float(table[column].sum())
        if not low <= total <= high:
            stop(f"{column} sums to {total:g}, expected {low:g} to {high:g}")
