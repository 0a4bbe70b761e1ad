"""From the means of coded dyad-years to one row for each pair and year."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "peacedatav30dyadyrmean.csv"
FIRST, LAST = 1900, 2020
MISSING = "."
SERIES = 520530
"""A fill of the spreadsheet went on in years with this dyad: it has rows to the year 20202."""
NOBODY = (935936, 935937)
"""Another went on in dyads: no state has the numbers 936 and 937."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``levels``: a, b, year, level, from 0 (severe rivalry) to 1 (security community).

    States have the numbers of the file, in which Germany is 255 throughout.

    Raises
    ------
    SourceChanged
        On a line of another form, an unknown state, a pair of one state, a level outside 0
        to 1, or years after 2020 of another dyad than the one that is known to be wrong.
    """
    raw = pl.read_csv(io.BytesIO(files[FILE]), has_header=False, infer_schema=False)
    if raw.width != 3:
        raise SourceChanged(f"peace_scale: {FILE} has {raw.width} columns; three are expected.")
    named = raw.rename(dict(zip(raw.columns, ("dyad", "year", "text"), strict=True)))
    table = named.with_columns(pl.col("dyad", "year").cast(pl.Int32))
    late = table.filter(pl.col("year") > LAST)
    strange = late.filter(pl.col("dyad") != SERIES)
    if len(strange):
        raise SourceChanged(
            f"peace_scale: dyad {strange['dyad'][0]} has the year {strange['year'][0]}, after "
            f"{LAST}; check the release."
        )
    filled = (pl.col("year") > LAST) | pl.col("dyad").is_in(NOBODY)
    log.warn("rows that a fill of the spreadsheet made, left out", len(table.filter(filled)))
    coded = table.filter(~filled)
    empty = coded.filter(pl.col("text") == MISSING)
    log.note("rows without a level, left out", len(empty))
    one, other = pl.col("dyad") // 1000, pl.col("dyad") % 1000
    levels = coded.filter(pl.col("text") != MISSING).select(
        a=pl.min_horizontal(one, other),
        b=pl.max_horizontal(one, other),
        year="year",
        level=pl.col("text").cast(pl.Float64),
    )
    _check(levels)
    typed = levels.select(pl.col("a", "b", "year").cast(pl.Int16), "level")
    return {"levels": typed.sort("a", "b", "year")}


def _check(levels: pl.DataFrame) -> None:
    known = [state.cow for state in all_states()]
    wrong = {
        "names a state outside the COW list": ~(
            pl.col("a").is_in(known) & pl.col("b").is_in(known)
        ),
        "is a pair of one state": pl.col("a") == pl.col("b"),
        "is outside 0 to 1": ~pl.col("level").is_between(0, 1),
        f"is before {FIRST}": pl.col("year") < FIRST,
    }
    for what, rule in wrong.items():
        bad = levels.filter(rule.fill_null(True))
        if len(bad):
            raise SourceChanged(
                f"peace_scale: {bad.row(0)} {what} ({len(bad)} rows); check the release."
            )
