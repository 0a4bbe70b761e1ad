"""Third states that are rivals of both states of a pair, counted by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.rivalry import END, START, rival_years
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the number of states in the system that are rivals of both in the year."""
    rivals = rival_years(tables["rivalries"]["rivalries"], TIE.measure, log)
    forth = rivals.select("year", state="cow", rival="partner")
    either = pl.concat([forth, rivals.select("year", state="partner", rival="cow")])
    shared = either.join(either, on=["year", "rival"], suffix="_2").filter(
        pl.col("state") < pl.col("state_2")
    )
    counted = shared.group_by("state", "state_2", "year").agg(value=pl.col("rival").n_unique())
    return Made(counted.rename({"state": "cow", "state_2": "partner"}))


TIE = Tie(measure="shared_rivals", sources=("rivalries",), start=START, end=END, make=make)
