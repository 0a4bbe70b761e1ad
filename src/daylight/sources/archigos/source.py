"""From Archigos to one row a leader and spell in power that touches 1945 or later."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "archigos_4.1.parquet"
COLUMNS = ("ccode", "leader", "startdate", "enddate", "entry", "exit")
FIRST = date(1945, 1, 1)
OTHERWISE = {340: 345}
"""Numbers of Archigos that are not those of the Correlates of War: Serbia after 2006."""
OUTSIDE = (711,)
"""Numbers of no member of the state system: Tibet."""
ENTRIES = ("Regular", "Irregular", "Foreign Imposition")
STILL = "Still in Office"
EXITS = (
    "Regular", "Irregular", "Foreign", "Natural Death", "Retired Due to Ill Health", "Suicide",
    STILL,
)  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``leaders``: cow, name, start, end (days), entry and exit in the words of Archigos.

    `end` is the last day of the list where the exit is ``Still in Office``.

    Raises
    ------
    SourceChanged
        On a missing column, an unknown state or word, or an end before the start.
    """
    raw = pl.read_parquet(io.BytesIO(files[FILE]))
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"{log.source}: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(
        pl.col("ccode").cast(pl.Int16).replace(OTHERWISE).alias("cow"),
        pl.col("leader").str.replace_all(r"\s+", " ").str.strip_chars().alias("name"),
        pl.col("startdate").str.to_date().alias("start"),
        pl.col("enddate").str.to_date().alias("end"),
        pl.col("entry", "exit"),
    ).filter(pl.col("end") >= FIRST)
    outside = pl.col("cow").is_in(OUTSIDE)
    log.note("leaders of no state of the system (Tibet), left out", len(table.filter(outside)))
    kept = table.filter(~outside)
    _check(kept, log)
    return {"leaders": kept.sort("cow", "start", "end", "name")}


def _check(table: pl.DataFrame, log: IssueLog) -> None:
    known = [state.cow for state in all_states()]
    wrong = {
        "is of a year before 1000": (pl.min_horizontal("start", "end").dt.year() < 1000).fill_null(
            False
        ),
        "is of a state outside the COW list": ~pl.col("cow").is_in(known),
        f"did not come in one of the ways {', '.join(ENTRIES)}": ~pl.col("entry").is_in(ENTRIES),
        f"did not go in one of the ways {', '.join(EXITS)}": ~pl.col("exit").is_in(EXITS),
        "ends before the start": pl.col("end") < pl.col("start"),
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            # as text: a day may be of a year that Python has not
            row = bad.with_columns(pl.col("start", "end").cast(pl.String)).row(0, named=True)
            raise SourceChanged(
                f"{log.source}: {row['name']} ({row['cow']}, {row['start']} to {row['end']}) "
                f"{what}; check the release, or correct it in the source."
            )
