"""Shape the matched roll calls: which vote repeats which."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the table `matches`: roll call `later` repeats roll call `earlier`.

    Parameters
    ----------
    files : mapping of str to bytes
        ``Matches.csv`` with the columns v1, rcid1, rcid2.
    log : IssueLog
        Receives how many matched roll calls there are.

    Raises
    ------
    SourceChanged
        When a pair does not point back in time.
    """
    raw = pl.read_csv(io.StringIO(files["Matches.csv"].decode("utf-8")))
    table = raw.select(later=pl.col("rcid2").cast(pl.Int32), earlier=pl.col("rcid1").cast(pl.Int32))
    wrong = table.filter(pl.col("later") <= pl.col("earlier"))
    if len(wrong):
        raise SourceChanged(
            f"{log.source}: roll call {wrong['later'][0]} is said to repeat {wrong['earlier'][0]}, "
            f"which is not before it ({len(wrong)} such rows)."
        )
    log.note("roll calls that repeat an earlier one", len(table))
    return {"matches": table.sort("later")}
