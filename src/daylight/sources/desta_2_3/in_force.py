"""Agreements in force and their depth to 2025, from DESTA 2.3 and what only 2.2 knows."""

from __future__ import annotations

import polars as pl

from daylight.sources.desta.in_force import in_force as rows_in_force
from daylight.sources.kit.load import Tables

END = 2025
"""Last year that DESTA 2.3 of January 2026 covers whole."""
DYAD = ["a", "b", "number"]
OLDER = " (2.2)"
"""Ends the number of an agreement that is taken from version 2.2."""


def merged(old: Tables, new: Tables) -> Tables:
    """Return the tables that :func:`daylight.sources.desta.in_force.in_force` reads.

    Release 2.3 writes one date over another: an interim agreement of 2019 that a full one of
    2025 took the place of (number 995, the Eurasian Economic Union and Iran) now stands as of
    2025 only. Where 2.2 has the same dyad and agreement from an earlier year, the years between
    are kept as an agreement of its own. A date that 2.3 takes back altogether is not kept. Depths
    are those of 2.2's published index where it has one, and of the coding of 2.3 elsewhere.

    Parameters
    ----------
    old, new : dict of str to DataFrame
        Tables of the sources `desta` and `desta_2_3`.
    """
    dyads = new["dyads"]
    published = old["dyads"].select("number", was="depth").drop_nulls().unique("number")
    filled = dyads.join(published, on="number", how="left", maintain_order="left").with_columns(
        depth=pl.coalesce("was", "depth")
    )
    both = old["dyads"].join(dyads.select(*DYAD, later="start"), on=DYAD)
    earlier = both.filter(pl.col("start") < pl.col("later"))
    interim = earlier.with_columns(number=pl.col("number") + OLDER, base=pl.col("base") + OLDER)
    columns = ["a", "b", "number", "base", "name", "start", "depth"]
    ends = interim.select("base", by=pl.col("base").str.strip_suffix(OLDER)).unique()
    notes = ends.with_columns(citation=pl.lit("DESTA 2.2 and 2.3 compared"))
    return {
        "dyads": pl.concat([filled.select(columns), interim.select(columns)]),
        "withdrawals": new["withdrawals"],
        "replaced": pl.concat([old["replaced"].select(notes.columns), notes]),
        "ended": old["ended"],
    }


def agreements(old: Tables, new: Tables, end: int = END) -> pl.DataFrame:
    """Return cow, partner (the lower number first), year, depth, inherited, uncoded.

    One row for each pair and year with an agreement in force on any day; a covered year and pair
    without a row has none.

    Returns
    -------
    DataFrame
        ``depth``: the greatest number of the seven provisions in a text in force, null where
        nothing is coded: null is not zero. ``uncoded``: whether the newest text has no coding.
        ``inherited``: whether `depth` is then that of the agreements before it, which it is
        taken to keep; it may be deeper.
    """
    tables = merged(old, new)
    rows = (
        rows_in_force(tables, end)
        .group_by("cow", "partner", "year")
        .agg(
            depth=pl.col("depth").max(),
            coded=pl.col("first").filter(pl.col("depth").is_not_null()).max(),
            bare=pl.col("first").filter(pl.col("depth").is_null()).max(),
        )
        .with_columns(
            uncoded=(pl.col("bare") > pl.col("coded")).fill_null(pl.col("depth").is_null())
        )
    )
    depth = pl.max_horizontal("depth", pl.when("uncoded").then("before"))
    found = _before(rows).with_columns(depth=depth.cast(pl.Int8))
    inherited = pl.col("uncoded") & pl.col("depth").is_not_null()
    return found.select(
        "cow", "partner", "year", "depth", inherited=inherited, uncoded="uncoded"
    ).sort("cow", "partner", "year")


def _before(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `before`: the depth in the last year of the run whose newest text is coded.

    An agreement that takes the place of another begins the year after that ends, so that the
    run goes on; after a year without any agreement nothing is inherited.
    """
    pair = ["cow", "partner"]
    ordered = rows.sort(*pair, "year")
    gap = (pl.col("year") != pl.col("year").shift(1).over(pair) + 1).fill_null(True)
    runs = ordered.with_columns(run=gap.cast(pl.Int32).cum_sum().over(pair))
    known = pl.when(~pl.col("uncoded")).then("depth")
    return runs.with_columns(before=known.forward_fill().over([*pair, "run"]))
