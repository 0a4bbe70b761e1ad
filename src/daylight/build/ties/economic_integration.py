"""How far two states are economically integrated (Baier and Bergstrand)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.lineages import of_the_year
from daylight.build.ties.tie import Made, Tie
from daylight.build.ties.windows import ordered
from daylight.core.states import members
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

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


TIE = Tie("economic_integration", ("eia",), START, END, make)
