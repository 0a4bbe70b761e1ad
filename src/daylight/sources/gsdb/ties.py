"""How many kinds of sanction a state has in force against another (GSDB)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.gsdb.in_force import END, START, in_force
from daylight.sources.gsdb.source import KINDS
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import Made, Tie

PAIR = ("cow", "partner", "year")


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return sender, target, year and the number of kinds, over all cases of the year."""
    kinds = in_force(tables, log).group_by(PAIR).agg(pl.col(*KINDS).max().cast(pl.Int16))
    return Made(kinds.select(*PAIR, value=pl.sum_horizontal(*KINDS)))


TIE = Tie("sanctions", START, END, make)
TIES = (TIE,)
