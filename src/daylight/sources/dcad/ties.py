"""Defence cooperation agreements in force, from DCAD: general ones count one, others half."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.tie import Made, Tie

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


TIE = Tie("defence_cooperation", 1980, 2010, make)
TIES = (TIE,)
