"""The dyad-year files of the crisis data, written alike in all releases: read, held to rules."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states

NO_ACTOR = 9999
"""Actor number of a state that is in the pair and had no crisis of its own."""
_NAMES = {
    "crisno": "crisis", "statea": "a", "stateb": "b", "year": "year",
    "trgyrdy": "start", "trmyrdy": "end", "actnuma": "actor_a", "actnumb": "actor_b",
}  # fmt: skip
KEY = ["crisis", "a", "b", "year"]


def dyads(source: str, file: str, content: bytes) -> pl.DataFrame:
    """Return crisis, a, b, year, start, end, actor_a, actor_b, as the file has them.

    Raises
    ------
    SourceChanged
        On a missing column.
    """
    raw = pl.read_csv(io.BytesIO(content), infer_schema=False)
    gone = [name for name in _NAMES if name not in raw.columns]
    if gone:
        raise SourceChanged(f"{source}: {file} lacks the columns {', '.join(gone)}.")
    return raw.select(pl.col(theirs).cast(pl.Int32).alias(ours) for theirs, ours in _NAMES.items())


def hold(source: str, table: pl.DataFrame, also: Mapping[str, pl.Expr] | None = None) -> None:
    """Refuse rows that break a rule of the files; `also` has further ones, by what is wrong.

    Raises
    ------
    SourceChanged
        On an unknown state, a pair out of order or of one state, a pair in which neither was in
        crisis, a year outside the dates of its crisis, or a row that breaks a further rule.
    """
    known = [state.cow for state in all_states()]
    wrong = {
        **(also or {}),
        "names a state outside the COW list": ~(
            pl.col("a").is_in(known) & pl.col("b").is_in(known)
        ),
        "is not in order of COW number": pl.col("a") >= pl.col("b"),
        "has no state in crisis": (pl.col("actor_a") == NO_ACTOR) & (pl.col("actor_b") == NO_ACTOR),
        "has a year outside its dates": ~pl.col("year").is_between("start", "end"),
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            row = bad.row(0, named=True)
            raise SourceChanged(
                f"{source}: the pair {row['a']}, {row['b']} of crisis {row['crisis']} in "
                f"{row['year']} {what} ({len(bad)} rows); check the release, or correct it in "
                f"the source."
            )


def every_year(table: pl.DataFrame) -> pl.DataFrame:
    """Return a row for each year within the dates of each row."""
    dated = table.with_columns(year=pl.int_ranges("start", pl.col("end") + 1, dtype=pl.Int32))
    return dated.explode("year")
