"""Pairs of states in a dispute or an incident, against each other or on one side."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged

YEARS = (1816, 2014)
FORCE, WAR = 4, 5


def together(participants: pl.DataFrame, by: list[str], *, opposed: bool) -> pl.DataFrame:
    """Return by, cow, partner, year, level: two states in one dispute at the same time.

    Parameters
    ----------
    participants : DataFrame
        `by`, cow, side_a, start, end, level: a row for each time that a state took part.
    by : list of str
        Columns that name the dispute or the incident.
    opposed : bool
        Pairs on opposite sides; otherwise on one side.

    Returns
    -------
    DataFrame
        A row for each year in which their times overlap. The level is the higher of the two;
        but where more than two took part, war needs both to be at war, or it was with others.

    Raises
    ------
    SourceChanged
        When a state's part ends before it starts.
    """
    turned = participants.filter((pl.col("start") <= pl.col("end")).fill_null(False).not_())
    if len(turned):
        raise SourceChanged(
            f"mid: the part of state {turned['cow'][0]} in dispute {turned['dispute'][0]} ends "
            f"before it starts; correct it in sources/mid/corrections.yml."
        )
    rows = participants.select(*by, "cow", "side_a", "start", "end", "level")
    rows = rows.with_columns(alone=pl.col("cow").n_unique().over(by) == 2)
    both = rows.join(rows, on=by, suffix="_2").filter(
        (pl.col("cow") < pl.col("cow_2"))
        & ((pl.col("side_a") != pl.col("side_a_2")) == pl.lit(opposed))
    )
    shared = both.with_columns(
        pl.col("cow_2").alias("partner"),
        pl.max_horizontal("start", "start_2").alias("start"),
        pl.min_horizontal("end", "end_2").alias("end"),
        _level(),
    ).filter(pl.col("start") <= pl.col("end"))
    span = pl.int_ranges(pl.col("start").dt.year(), pl.col("end").dt.year() + 1, dtype=pl.Int16)
    years = shared.with_columns(year=span).explode("year")
    return years.group_by(*by, "cow", "partner", "year").agg(pl.col("level").max())


def _level() -> pl.Expr:
    high, low = pl.max_horizontal("level", "level_2"), pl.min_horizontal("level", "level_2")
    with_others = (high == WAR) & (low < WAR) & ~pl.col("alone")
    force = pl.lit(FORCE, pl.Int8)
    return pl.when(with_others).then(force).otherwise(high).alias("level")


def met(incident_participants: pl.DataFrame) -> pl.DataFrame:
    """Return dispute, cow, partner, year, level: two states against each other in an incident."""
    found = together(incident_participants, ["dispute", "incident"], opposed=True)
    return found.group_by("dispute", "cow", "partner", "year").agg(pl.col("level").max())
