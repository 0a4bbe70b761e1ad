"""Strategic rivals, year by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.lineages import years_of
from daylight.build.ties.pairs import placed
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

START, END = 1816, 2020


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for every pair and year of a rivalry."""
    return Made(rival_years(tables["rivalries"]["rivalries"], TIE.measure, log))


def rival_years(rivalries: pl.DataFrame, measure: str, log: IssueLog) -> pl.DataFrame:
    """Return cow, partner, year and value 1, once for each pair and year from 1816 to 2020.

    Rivals count only while both are in the state system. A rivalry without an end was going
    on when the list was closed, at the end of 2020.
    """
    spells = rivalries.rename({"a": "cow", "b": "partner"})
    years = placed(years_of(spells, START, END), measure, log)
    return years.select("cow", "partner", "year", value=pl.lit(1.0)).unique()


TIE = Tie(measure="rivalry", sources=("rivalries",), start=START, end=END, make=make)
