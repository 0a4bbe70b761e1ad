"""Defence cooperation agreements in force, from DCAD: general ones count one, others half."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.lineages import years_of
from daylight.build.ties.pairs import placed
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

WEIGHTS = {"general": 1.0, "sector": 0.5}
"""A general agreement frames all cooperation in defence; a sector one a single field of it."""
MOST = 3.0
"""Beyond this the number says how often a pair signs again: later agreements often renew or
amend earlier ones, which the producer still counts. 1.6 % of the dyad-years reach past it."""


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the weights of the agreements in force, summed, at most :data:`MOST`."""
    agreements = tables["dcad"]["agreements"].rename({"a": "cow", "b": "partner"})
    weighted = agreements.with_columns(weight=pl.col("kind").replace_strict(WEIGHTS))
    years = placed(years_of(weighted, TIE.start, TIE.end), TIE.measure, log)
    sums = years.group_by("cow", "partner", "year").agg(value=pl.col("weight").sum())
    return Made(sums.with_columns(pl.col("value").clip(upper_bound=MOST)))


TIE = Tie(measure="defence_cooperation", sources=("dcad",), start=1980, end=2010, make=make)
