"""Pairs of states that belong to one group in a year: a bloc, or a treaty."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.ledgers.grid import PAIR_YEAR
from daylight.ledgers.years import LAST
from daylight.sources.kit.ties.lineages import years_of

SCHEMA = {"a": pl.Int16, "b": pl.Int16, "year": pl.Int16, "value": pl.Float64}


def in_blocs(spells: pl.DataFrame, levels: Mapping[str, float]) -> pl.DataFrame:
    """Return a, b, year, value: the highest level of the blocs with both as full members.

    Parameters
    ----------
    spells : DataFrame
        Table `bloc_spells` of the source `blocs`: a number of the state for each time, so that
        West Germany (260) and Germany (255) each have their years.
    levels : mapping of str to float
        The blocs that count.
    """
    full = spells.filter((pl.col("status") == "full") & pl.col("bloc").is_in(list(levels)))
    last = (pl.col("end") - pl.duration(days=1)).dt.year()
    dated = full.select(
        "cow",
        group="bloc",
        start=pl.col("start").dt.year().cast(pl.Int16),
        end=last.cast(pl.Int16),
    )
    years = years_of(dated, 1945, LAST).select("group", "cow", "year").unique()
    value = pl.col("group").replace_strict(dict(levels), return_dtype=pl.Float64)
    return together(years.with_columns(value=value))


def together(members: pl.DataFrame) -> pl.DataFrame:
    """Return a, b, year, value: the highest value of the groups of both.

    Parameters
    ----------
    members : DataFrame
        group, cow, year, value (the same for all members of a group).
    """
    other = members.select("group", "year", b="cow")
    both = members.rename({"cow": "a"}).join(other, on=["group", "year"])
    pairs = both.filter(pl.col("a") < pl.col("b")).group_by(PAIR_YEAR).agg(pl.col("value").max())
    return pairs.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
