"""From yearly rows of a tie to spells of equal value, checked on the way."""

from __future__ import annotations

import polars as pl

from daylight.build.ties.tie import ANY, Made, Tie
from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources._kit.issues import IssueLog

SPELLS = {"cow": pl.Int16, "partner": pl.Int16, "start": pl.Int16, "end": pl.Int16}
KEYS = {"measure": pl.String, **SPELLS}


def spells(tie: Tie, made: Made, log: IssueLog) -> pl.DataFrame:
    """Return measure, cow, partner, start, end, value: consecutive equal years as one row.

    Rows outside the covered years, and of states that were not in the system that year, are
    left out and counted in the log.

    Raises
    ------
    SourceChanged
        When a pair has two rows in a year, or a state has a tie with itself.
    """
    rows = made.rows.select(
        pl.col("cow", "partner", "year").cast(pl.Int16), pl.col("value").cast(pl.Float32)
    )
    own = rows.filter(pl.col("cow") == pl.col("partner"))
    if len(own):
        raise SourceChanged(f"{tie.measure}: state {own['cow'][0]} has a tie with itself.")
    double = rows.filter(pl.struct("cow", "partner", "year").is_duplicated())
    if len(double):
        cow, partner, year = double.row(0)[:3]
        raise SourceChanged(f"{tie.measure}: {cow} and {partner} have two rows in {year}.")
    kept = _in_system(tie, rows, log).sort("cow", "partner", "year")
    pair = ["cow", "partner"]
    breaks = (
        (pl.col("year") != pl.col("year").shift(1).over(pair) + 1).fill_null(True)
        | pl.col("value").ne_missing(pl.col("value").shift(1).over(pair))
    )  # fmt: skip
    runs = kept.with_columns(run=breaks.cast(pl.Int32).cum_sum())
    out = runs.group_by("run", maintain_order=True).agg(
        pl.col("cow", "partner", "value").first(),
        start=pl.col("year").first(),
        end=pl.col("year").last(),
    )
    return out.select(pl.lit(tie.measure).alias("measure"), *SPELLS, "value")


def cover(tie: Tie, made: Made) -> pl.DataFrame:
    """Return measure, cow, partner, start, end: where a pair without a row has no tie."""
    found = made.cover
    if found is None:
        found = pl.DataFrame(
            {"cow": [ANY], "partner": [ANY], "start": [tie.start], "end": [tie.end]}
        )
    typed = found.select(pl.col(name).cast(kind) for name, kind in SPELLS.items())
    return typed.select(pl.lit(tie.measure).alias("measure"), *SPELLS).unique(maintain_order=True)


def _in_system(tie: Tie, rows: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    inside = rows.filter(pl.col("year").is_between(tie.start, tie.end))
    if len(inside) < len(rows):
        log.note(f"{tie.measure}: rows outside {tie.start} to {tie.end}", len(rows) - len(inside))
    system = pl.DataFrame(
        [(year, cow) for year in range(tie.start, tie.end + 1) for cow in members(year)],
        {"year": pl.Int16, "state": pl.Int16},
        orient="row",
    )
    kept = inside
    for side in ("cow", "partner"):
        kept = kept.join(system, left_on=["year", side], right_on=["year", "state"], how="semi")
    if len(kept) < len(inside):
        log.note(
            f"{tie.measure}: rows of states outside the system that year", len(inside) - len(kept)
        )
    return kept
