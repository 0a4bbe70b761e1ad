"""From the leader list of REIGN to one row a leader and spell in power."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "leaderlist_3_21.csv"
COLUMNS = ("ccode", "leader", "sdate", "smonth", "syear", "emonth", "eyear")
TORN = "�"


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``leaders``: cow, name, start (day), end (first day of the month; null: in office).

    Raises
    ------
    SourceChanged
        On a missing column, an unknown state, a day that is none, an end before the start, or a
        name that is no UTF-8.
    """
    text = files[FILE].decode("utf-8", errors="replace")
    raw = pl.read_csv(io.BytesIO(text.encode()), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"{log.source}: {FILE} lacks the columns {', '.join(gone)}.")
    number = {name: pl.col(name).cast(pl.Int32) for name in COLUMNS if name != "leader"}
    rows = raw.select(pl.col("leader").str.replace_all(r"\s+", " ").str.strip_chars(), **number)
    ends = pl.col("eyear").is_not_null()
    bad = rows.filter(ends != pl.col("emonth").is_not_null())
    if len(bad):
        raise SourceChanged(f"{log.source}: {bad['leader'][0]} ends in a year or month alone.")
    try:
        table = rows.select(
            pl.col("ccode").cast(pl.Int16).alias("cow"),
            pl.col("leader").alias("name"),
            pl.date("syear", "smonth", "sdate").alias("start"),
            pl.when(ends).then(pl.date("eyear", "emonth", 1)).alias("end"),
        )
    except pl.exceptions.PolarsError as error:
        raise SourceChanged(f"{log.source}: {FILE} has a day that is none ({error}).") from None
    _check(table, log)
    log.note("leaders in office when the list ends", table["end"].null_count())
    return {"leaders": table.sort("cow", "start", "name")}


def _check(table: pl.DataFrame, log: IssueLog) -> None:
    known = [state.cow for state in all_states()]
    wrong = {
        "is of a year before 1000": (pl.min_horizontal("start", "end").dt.year() < 1000).fill_null(
            False
        ),
        "is of a state outside the COW list": ~pl.col("cow").is_in(known),
        "begins on a day that is none": pl.col("start").is_null(),
        "has a name that is no UTF-8": pl.col("name").str.contains(TORN),
        "ends before the month of the start": (
            pl.col("end") < pl.col("start").dt.month_start()
        ).fill_null(False),
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
