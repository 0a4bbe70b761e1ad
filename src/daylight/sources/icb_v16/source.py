"""From the rows that version 16 added to one row for each crisis, pair and year."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "icbdy_v16_crises_497_512.csv"
FIRST_NEW = 497
"""Version 15 ends with crisis 496."""
NO_ACTOR = 9999
"""Actor number of a state that is in the pair and had no crisis of its own."""
_NAMES = {
    "crisno": "crisis", "statea": "a", "stateb": "b", "year": "year",
    "trgyrdy": "start", "trmyrdy": "end", "actnuma": "actor_a", "actnumb": "actor_b",
}  # fmt: skip


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
    raw = pl.read_csv(io.BytesIO(files[FILE]), infer_schema=False)
    gone = [name for name in _NAMES if name not in raw.columns]
    if gone:
        raise SourceChanged(f"icb_v16: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(pl.col(theirs).cast(pl.Int32).alias(ours) for theirs, ours in _NAMES.items())
    _check(table)
    endless = table.filter(pl.col("end").is_null())
    log.warn("pairs of a crisis without an end: the year of the row is taken", len(endless))
    whole = table.with_columns(pl.col("end").fill_null(pl.col("year")))
    years = whole.with_columns(year=pl.int_ranges("start", pl.col("end") + 1, dtype=pl.Int32))
    key = ["crisis", "a", "b", "year"]
    return {
        "crisis_years": years.explode("year").select(pl.col(key).cast(pl.Int16)).unique().sort(key)
    }


def _check(table: pl.DataFrame) -> None:
    known = [state.cow for state in all_states()]
    end = pl.col("end").fill_null(pl.col("year"))
    wrong = {
        "is of version 15": pl.col("crisis") < FIRST_NEW,
        "names a state outside the COW list": ~(
            pl.col("a").is_in(known) & pl.col("b").is_in(known)
        ),
        "is not in order of COW number": pl.col("a") >= pl.col("b"),
        "has no state in crisis": (pl.col("actor_a") == NO_ACTOR) & (pl.col("actor_b") == NO_ACTOR),
        "has a year outside its dates": ~pl.col("year").is_between(pl.col("start"), end),
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            row = bad.row(0, named=True)
            raise SourceChanged(
                f"icb_v16: the pair {row['a']}, {row['b']} of crisis {row['crisis']} in "
                f"{row['year']} {what} ({len(bad)} rows); check the release."
            )
