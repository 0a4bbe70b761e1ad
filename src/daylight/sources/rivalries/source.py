"""From the list of strategic rivalries to one row for each rivalry that touches 1816 or later."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "tss_rivalries.parquet"
FIRST = 1816
"""First year of the state system."""
LAST = 2020
"""Year that stands for "ongoing": the list ends there, the rivalry may not."""
_NAMES = {"tssr_id": "rivalry", "ccode1": "a", "ccode2": "b", "start": "start", "end": "end"}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return strategic rivalries with their first and last year.

    Parameters
    ----------
    files : mapping of str to bytes
        ``tss_rivalries.parquet``.
    log : IssueLog
        Receives rivalries that ended before 1816, and those that were going on.

    Returns
    -------
    dict of str to DataFrame
        ``rivalries``: rivalry, name, a, b, start, end (null: going on when the list ends).

    Raises
    ------
    SourceChanged
        On a missing column, an unknown state, a pair of one state, or an end before the start
        or after 2020.
    """
    raw = pl.read_parquet(io.BytesIO(files[FILE]))
    gone = [name for name in (*_NAMES, "rivalry") if name not in raw.columns]
    if gone:
        raise SourceChanged(f"rivalries: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(
        *(pl.col(theirs).cast(pl.Int16).alias(ours) for theirs, ours in _NAMES.items()),
        pl.col("rivalry").alias("name"),
    )
    early = table.filter(pl.col("end") < FIRST)
    log.note(f"rivalries that ended before {FIRST}, left out", len(early))
    kept = table.filter((pl.col("end") >= FIRST).fill_null(True))
    _check(kept)
    going = pl.col("end") == LAST
    log.note(f"rivalries going on when the list ends in {LAST}", len(kept.filter(going)))
    end = pl.when(going).then(None).otherwise(pl.col("end")).alias("end")
    return {"rivalries": kept.select("rivalry", "name", "a", "b", "start", end).sort("rivalry")}


def _check(table: pl.DataFrame) -> None:
    known = [state.cow for state in all_states()]
    wrong = {
        "names a state outside the COW list": ~pl.col("a").is_in(known) | ~pl.col("b").is_in(known),
        "is not in order of COW number": pl.col("a") >= pl.col("b"),
        f"does not end between its start and {LAST}": ~pl.col("end").is_between("start", LAST),
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            row = bad.row(0, named=True)
            raise SourceChanged(
                f"rivalries: {row['name']} ({row['a']}, {row['b']}, {row['start']} to "
                f"{row['end']}) {what}; check the release, or correct it in the source."
            )
