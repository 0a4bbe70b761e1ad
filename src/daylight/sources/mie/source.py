"""From militarised events to dated rows of who did what to whom."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "mie-1.0.csv"
COLUMNS = ("micnum", "eventnum", "ccode1", "ccode2", "styear", "endyear", "hostlev", "fatalmin1",
           "fatalmin2", "version")  # fmt: skip
LEVELS = range(1, 6)
VERSION = "mie-1.0"


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``events``: confrontation, event, cow, partner, start, end (years), level, deaths.

    `cow` acted on `partner`. `level` is 2 threat, 3 display, 4 use of force, 5 war; `deaths`
    is the lower bound of the dead of both sides, null where it is not known.

    Raises
    ------
    SourceChanged
        On a missing column, another release, an unknown state or level, or an end before the
        start.
    """
    raw = pl.read_csv(io.BytesIO(files[FILE]), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"mie: {FILE} lacks the columns {', '.join(gone)}.")
    known = [state.cow for state in all_states()]
    number = {name: pl.col(name).cast(pl.Int32) for name in COLUMNS[:-1]}
    table = raw.select(pl.col("version"), **number)
    wrong = {
        "is of another release": pl.col("version") != VERSION,
        "names a state outside the COW list": ~(
            pl.col("ccode1").is_in(known) & pl.col("ccode2").is_in(known)
        ),
        "is of a state with itself": pl.col("ccode1") == pl.col("ccode2"),
        "has an unknown level": ~pl.col("hostlev").is_in(list(LEVELS)),
        "ends before it starts": pl.col("endyear") < pl.col("styear"),
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            raise SourceChanged(
                f"mie: event {bad['eventnum'][0]} of confrontation {bad['micnum'][0]} {what} "
                f"({len(bad)} rows); check the release."
            )
    dead = pl.col("fatalmin1") + pl.col("fatalmin2")
    unknown = pl.any_horizontal(pl.col("fatalmin1", "fatalmin2") < 0)
    events = table.select(
        confrontation="micnum",
        event="eventnum",
        cow=pl.col("ccode1").cast(pl.Int16),
        partner=pl.col("ccode2").cast(pl.Int16),
        start=pl.col("styear").cast(pl.Int16),
        end=pl.col("endyear").cast(pl.Int16),
        level=pl.col("hostlev").cast(pl.Int8),
        deaths=pl.when(unknown).then(None).otherwise(dead),
    )
    return {"events": events.sort("confrontation", "event", "cow", "partner")}
