"""From yearly rows of a tie to spells of equal value, checked on the way."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.ties.tie import ANY, Made, Tie
from daylight.sources.kit.ties.windows import system

SPELLS = {"cow": pl.Int16, "partner": pl.Int16, "start": pl.Int16, "end": pl.Int16}
KEYS = {"measure": pl.String, **SPELLS}
NOWHERE = pl.DataFrame(schema=SPELLS)
"""Cover of a tie whose source lists no pair whole: a pair without a row is missing."""


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
    out = runs(_in_system(tie, rows, log), ["cow", "partner"], ["value"])
    return out.select(pl.lit(tie.measure).alias("measure"), *SPELLS, "value")


def runs(rows: pl.DataFrame, keys: list[str], also: Collection[str] = ()) -> pl.DataFrame:
    """Return keys, start, end and `also`: consecutive years as one row, in order.

    Parameters
    ----------
    rows : DataFrame
        `keys`, year and `also`; one row for each of the keys and year.
    keys : list of str
        Columns of what a run is of.
    also : collection of str
        Columns that end a run where they change.
    """
    same = [*keys, *also]
    breaks = pl.any_horizontal(
        pl.col("year").ne_missing(pl.col("year").shift(1) + 1),
        *(pl.col(name).ne_missing(pl.col(name).shift(1)) for name in same),
    )
    marked = rows.sort(*keys, "year").with_columns(run=breaks.cast(pl.Int32).cum_sum())
    return marked.group_by("run", maintain_order=True).agg(
        pl.col(keys).first(),
        start=pl.col("year").first(),
        end=pl.col("year").last(),
        **{name: pl.col(name).first() for name in also},
    ).drop("run")  # fmt: skip


def covered_years(years: pl.DataFrame) -> pl.DataFrame:
    """Return cow, partner, start, end: cover rows of the years that a state or a pair has.

    Parameters
    ----------
    years : DataFrame
        cow and year, once each; with a partner, or else towards every state.
    """
    if "partner" not in years.columns:
        years = years.with_columns(partner=pl.lit(ANY, pl.Int16))
    return runs(years, ["cow", "partner"])


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
    here = system(tie.start, tie.end).select("year", state="cow")
    kept = inside
    for side in ("cow", "partner"):
        kept = kept.join(here, left_on=["year", side], right_on=["year", "state"], how="semi")
    if len(kept) < len(inside):
        log.note(
            f"{tie.measure}: rows of states outside the system that year", len(inside) - len(kept)
        )
    return kept
