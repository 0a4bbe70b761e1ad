"""From dated events to spells of broken or downgraded relations, and to settlements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import (
    check_words,
    first_day,
    precision,
    read_facts,
    state_on,
)
from daylight.sources.kit.issues import IssueLog

FILE = "events.csv"
SOURCE = "relations"
COLUMNS = ("kind", "a", "b", "date", "after", "title", "citation", "note")
BREAKS, MENDS = ("broken", "downgraded"), ("restored", "opened", "peace")
OPEN, UNKNOWN = "open", "unknown"
"""After a break: no end of it is known to us, or it ended on a day that was not seen. Empty: an
event of the list ends it."""
EVENTS = {
    "kind": pl.String, "a": pl.Int16, "b": pl.Int16, "date": pl.Date, "precision": pl.String,
    "after": pl.String, "title": pl.String, "citation": pl.String, "note": pl.String,
}  # fmt: skip
SPELLS = {"kind": pl.String, "a": pl.Int16, "b": pl.Int16, "start": pl.Date, "end": pl.Date,
          "lasts": pl.String}  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables ``events`` and ``spells``.

    Returns
    -------
    dict of str to DataFrame
        ``events``: kind, a, b (a < b, numbers of the day), date (the first day that its text
        can mean), precision, after, title, citation, note.
        ``spells``: kind (broken or downgraded), a, b, start, end (the day of the event that
        ended it) and lasts: ended, open or unknown.

    Raises
    ------
    SourceChanged
        For a word, date or state that is not known, an event without citation, a break that
        should have an end in the list and has none, or has one and should not, or one that
        would last over the next break of the two.
    """
    rows = read_facts(files[FILE], SOURCE, FILE, COLUMNS)
    check_words(rows, SOURCE, "kind", (*BREAKS, *MENDS))
    check_words(rows, SOURCE, "after", (OPEN, UNKNOWN, None))
    events = pl.DataFrame([_event(r) for r in rows.iter_rows(named=True)], EVENTS, orient="row")
    ordered = events.sort("date", "a", "b", "kind")
    double = ordered.filter(pl.struct("kind", "a", "b", "date").is_duplicated())
    if len(double):
        raise SourceChanged(f"{SOURCE}: {double.row(0)[:4]} stands twice; mend {FILE}.")
    return {"events": ordered, "spells": _spells(ordered)}


def _event(row: Mapping[str, Any]) -> tuple[object, ...]:
    day = first_day(row["date"], SOURCE)
    one, other = (state_on(row[side], day, SOURCE) for side in ("a", "b"))
    return (
        row["kind"], min(one, other), max(one, other), day, precision(row["date"]), row["after"],
        row["title"], row["citation"], row["note"],
    )  # fmt: skip


def _spells(events: pl.DataFrame) -> pl.DataFrame:
    spells = []
    for row in events.filter(pl.col("kind").is_in(BREAKS)).iter_rows(named=True):
        same = (pl.col("a") == row["a"]) & (pl.col("b") == row["b"])
        later = events.filter(same & (pl.col("date") > row["date"]))
        mends = later.filter(pl.col("kind").is_in(MENDS))["date"].to_list()
        what = f"{SOURCE}: {row['title']} ({row['date']})"
        if row["after"] is None and not mends:
            raise SourceChanged(f"{what} has no event that ends it; add one, or say what came.")
        if row["after"] == OPEN and mends:
            raise SourceChanged(f"{what} is called open, and an event of {mends[0]} ends it.")
        end = mends[0] if row["after"] is None else None
        again = later.filter(pl.col("kind").is_in(BREAKS))["date"].to_list()
        if end and again and again[0] < end:
            raise SourceChanged(f"{what} would last to {end}, over the break of {again[0]}.")
        lasts = row["after"] or "ended"
        spells.append((row["kind"], row["a"], row["b"], row["date"], end, lasts))
    return pl.DataFrame(spells, SPELLS, orient="row")
