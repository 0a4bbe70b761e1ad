"""From the dyad-years of the crisis data to one row for each crisis, pair and year."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "icbdy_v15.csv"
NO_ACTOR = 9999
"""Actor number of a state that is in the pair and had no crisis of its own."""
_NAMES = {
    "crisno": "crisis", "statea": "a", "stateb": "b", "year": "year",
    "trgyrdy": "start", "trmyrdy": "end", "actnuma": "actor_a", "actnumb": "actor_b",
}  # fmt: skip


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
    raw = pl.read_csv(io.BytesIO(files[FILE]), infer_schema=False)
    gone = [name for name in _NAMES if name not in raw.columns]
    if gone:
        raise SourceChanged(f"icb: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(pl.col(theirs).cast(pl.Int32).alias(ours) for theirs, ours in _NAMES.items())
    _check(table)
    return {"crisis_years": _years(table, log)}


def _check(table: pl.DataFrame) -> None:
    known = [state.cow for state in all_states()]
    wrong = {
        "names a state outside the COW list": ~pl.col("a").is_in(known) | ~pl.col("b").is_in(known),
        "is not in order of COW number": pl.col("a") >= pl.col("b"),
        "has no state in crisis": (pl.col("actor_a") == NO_ACTOR) & (pl.col("actor_b") == NO_ACTOR),
        "has a year outside its dates": ~pl.col("year").is_between("start", "end"),
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            row = bad.row(0, named=True)
            raise SourceChanged(
                f"icb: the pair {row['a']}, {row['b']} of crisis {row['crisis']} in {row['year']} "
                f"{what} ({len(bad)} rows); check the release, or correct it in the source."
            )


def _years(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return each crisis, pair and year once, from the rows and from the dates in them."""
    key = ["crisis", "a", "b", "year"]
    log.note("rows that repeat a crisis, pair and year", len(table) - table.n_unique(key))
    dated = table.with_columns(year=pl.int_ranges("start", pl.col("end") + 1, dtype=pl.Int32))
    every = dated.explode("year")
    added = every.unique(key).join(table, on=key, how="anti")
    log.note("years within the dates of a crisis that have no row of their own, added", len(added))
    return every.select(pl.col(key).cast(pl.Int16)).unique().sort(key)
