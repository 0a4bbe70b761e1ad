"""Small tables for the tests of the ledgers: no row of a producer."""

from __future__ import annotations

from typing import Any

import polars as pl

from daylight.ledgers.given import Given
from daylight.ledgers.grid import PAIR_YEAR

USA, CANADA, UK, FRANCE, RUSSIA, YEMEN, SAUDI = 2, 20, 200, 220, 365, 679, 670
EMPTY = pl.DataFrame()
FREE = pl.DataFrame(schema=dict.fromkeys(PAIR_YEAR, pl.Int16))
"""No year in which conflict is held from fading."""


def grid(*pairs: tuple[int, int], years: range) -> pl.DataFrame:
    """Return a, b, year of these pairs in these years."""
    rows = [(a, b, year) for a, b in pairs for year in years]
    return pl.DataFrame(rows, dict.fromkeys(PAIR_YEAR, pl.Int16), orient="row")


def given(**sources: dict[str, pl.DataFrame]) -> Given:
    """Return what the ledgers are made of, with these sources alone."""
    return Given(sources, votes=EMPTY, positions=EMPTY, volumes=EMPTY)


def values(rows: pl.DataFrame, a: int, b: int, *names: str) -> dict[int, Any]:
    """Return year and value, or a tuple of values, of a pair."""
    mine = rows.filter((pl.col("a") == a) & (pl.col("b") == b)).sort("year")
    if len(names) == 1:
        return dict(mine.select("year", *names).iter_rows())
    return {row[0]: row[1:] for row in mine.select("year", *names).iter_rows()}
