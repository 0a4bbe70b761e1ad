"""Years in which what sets two states against each other goes on, so that no conflict fades."""

from __future__ import annotations

import polars as pl

from daylight.ledgers import raw_economic, raw_political
from daylight.ledgers.given import Given
from daylight.ledgers.grid import PAIR_YEAR
from daylight.ledgers.items import BY_NAME
from daylight.ledgers.scored import of_item
from daylight.ledgers.years import LAST
from daylight.sources.gsdb.in_force import END as GSDB_END

HEAVY = 20.0
"""Points of sanctions from which on a fault goes on: a part of trade banned, or as much of other
kinds. On the peace scale this tells rivals from others better than no rule (validity page)."""


def faults(given: Given) -> pl.DataFrame:
    """Return a, b, year in which relations are broken or downgraded, or sanctions heavy.

    Sanctions of the last year that their source covers are held to go on in the years after it.
    """
    rows = raw_economic.sanctions(given).rows
    sides = {f"sanctions_{d}": rows[d].cast(pl.Float64).to_numpy() for d in ("ab", "ba")}
    heavy = rows.filter(pl.Series(of_item(BY_NAME["sanctions"], sides) >= HEAVY))
    last = heavy.filter(pl.col("year") == GSDB_END)
    later = [
        last.with_columns(pl.lit(year).cast(pl.Int16).alias("year"))
        for year in range(GSDB_END + 1, LAST + 1)
    ]
    cold = raw_political.relations(given).rows.filter(pl.col("value") > 0)
    parts = [heavy, *later, cold]
    return pl.concat(p.select(pl.col(PAIR_YEAR).cast(pl.Int16)) for p in parts).unique()
