"""Strategic rivals year by year, and third states that are rivals of both of a pair."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.tie import Made, Tie

START, END = 1816, 2020


def _rivals(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for every pair and year of a rivalry."""
    return Made(rival_years(tables["rivalries"]["rivalries"], RIVALRY.measure, log))


def rival_years(rivalries: pl.DataFrame, measure: str, log: IssueLog) -> pl.DataFrame:
    """Return cow, partner, year and value 1, once for each pair and year from 1816 to 2020.

    Rivals count only while both are in the state system. A rivalry without an end was going
    on when the list was closed, at the end of 2020.
    """
    spells = rivalries.rename({"a": "cow", "b": "partner"})
    years = placed(years_of(spells, START, END), measure, log)
    return years.select("cow", "partner", "year", value=pl.lit(1.0)).unique()


def _shared(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the number of states in the system that are rivals of both in the year."""
    rivals = rival_years(tables["rivalries"]["rivalries"], SHARED_RIVALS.measure, log)
    forth = rivals.select("year", state="cow", rival="partner")
    either = pl.concat([forth, rivals.select("year", state="partner", rival="cow")])
    shared = either.join(either, on=["year", "rival"], suffix="_2").filter(
        pl.col("state") < pl.col("state_2")
    )
    counted = shared.group_by("state", "state_2", "year").agg(value=pl.col("rival").n_unique())
    return Made(counted.rename({"state": "cow", "state_2": "partner"}))


RIVALRY = Tie("rivalry", START, END, _rivals)
SHARED_RIVALS = Tie("shared_rivals", START, END, _shared)
TIES = (RIVALRY, SHARED_RIVALS)
