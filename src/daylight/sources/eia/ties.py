"""How far two states are economically integrated (Baier and Bergstrand)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.windows import ordered

START, END = 1950, 2012
PAIR = ["cow", "partner", "year"]


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the higher level of the two directions; null with a state that never appears."""
    levels = tables["eia"]["levels"].rename({"origin": "cow", "destination": "partner"})
    rows = ordered(of_the_year(levels))
    known = rows.group_by(PAIR).agg(value=pl.col("level").max().cast(pl.Float64))
    unknown = _unknown(known)
    log.note("economic_integration: pairs and years with a state that is not in it", len(unknown))
    return Made(pl.concat([known, unknown.with_columns(value=pl.lit(None, pl.Float64))]))


def _unknown(known: pl.DataFrame) -> pl.DataFrame:
    """Return pairs with a state of the system that has no level in any year."""
    there = {*known["cow"], *known["partner"]}
    rows = [
        (min(a, b), max(a, b), year)
        for year in range(START, END + 1)
        for a in set(members(year)) - there
        for b in members(year)
        if a != b
    ]
    return pl.DataFrame(rows, dict.fromkeys(PAIR, pl.Int16), orient="row").unique()


TIE = Tie("economic_integration", START, END, make)
TIES = (TIE,)
