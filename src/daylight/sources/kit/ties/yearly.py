"""Facts of a pair by year that sources code and no measure reads yet, and their status.

A source lists them in `YEARLY` of its `yearly.py`. They have the form of ties, so that a measure
of the same name turns one into a tie: its entry then moves to the `ties.py` of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.spells import cover
from daylight.sources.kit.ties.tie import ANY, Made, Tie

PAIR_YEAR = ["cow", "partner", "year"]


@dataclass(frozen=True, slots=True)
class Yearly:
    """One fact of a pair, year by year.

    Attributes
    ----------
    tie : Tie
        Its name, first and last year, and the function that makes its rows. The last year is
        the end of coverage: nothing is carried past it.
    sources : tuple of str
        Sources that the function must be given the tables of.
    directed : bool
        Whether a row is of `cow` towards `partner`; otherwise cow < partner.
    unit : str
        What the numbers mean.
    """

    tie: Tie
    sources: tuple[str, ...]
    directed: bool
    unit: str

    def made(self, tables: Mapping[str, Tables], log: IssueLog) -> Made:
        """Return the rows, made from the tables of its sources and no others."""
        return self.tie.make({name: tables[name] for name in self.sources}, log)


def standing(fact: Yearly, made: Made, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return `pairs` (cow, partner, year) with value and status.

    Parameters
    ----------
    pairs : DataFrame
        For an undirected fact in any order of the two; the order is kept.

    Returns
    -------
    DataFrame
        `pairs` in their order, value (null where not known) and status, the code of
        :data:`daylight.core.status.STATUSES`. A row of the source is observed, or missing
        where its value is null. Without a row, a pair that the source would list has zero, a
        structural zero; in covered years any other pair is missing.
    """
    key = PAIR_YEAR if fact.directed else ["low", "high", "year"]
    asked = pairs.select(pl.col(name).cast(pl.Int16) for name in PAIR_YEAR).with_row_index("at")
    rows = made.rows.select(
        *(pl.col(name).cast(pl.Int16) for name in PAIR_YEAR),
        value=pl.col("value").cast(pl.Float64),
        row=True,
    )
    if not fact.directed:
        asked, rows = _ordered(asked), _ordered(rows).drop("cow", "partner")
    found = asked.join(rows, on=key, how="left").join(_listed(fact, made, asked), on="at")
    there, known = pl.col("row").fill_null(False), pl.col("value").is_not_null()
    inside = pl.col("year").is_between(fact.tie.start, fact.tie.end)
    status = (
        pl.when(there & known).then(OBSERVED)
        .when(there).then(MISSING)
        .when(inside & pl.col("listed")).then(STRUCTURAL_ZERO)
        .when(inside).then(MISSING)
        .otherwise(OUTSIDE_COVERAGE)
    )  # fmt: skip
    out = found.sort("at").with_columns(status=status.cast(pl.Int8))
    zero = pl.col("status") == STRUCTURAL_ZERO
    value = pl.when(zero).then(0.0).otherwise(pl.col("value"))
    return out.select(*PAIR_YEAR, value=value, status="status")


def _ordered(rows: pl.DataFrame) -> pl.DataFrame:
    low, high = pl.min_horizontal("cow", "partner"), pl.max_horizontal("cow", "partner")
    return rows.with_columns(low=low, high=high)


def _listed(fact: Yearly, made: Made, asked: pl.DataFrame) -> pl.DataFrame:
    """Return at and listed: whether the source would list the pair in the year."""
    covers = cover(fact.tie, made).select("cow", "partner", "start", "end")
    if not fact.directed:
        turned = covers.rename({"cow": "partner", "partner": "cow"}).select(covers.columns)
        covers = pl.concat([covers, turned]).unique()
    hits = []
    for one in (False, True):
        for other in (False, True):
            part = covers.filter(
                ((pl.col("cow") == ANY) == one) & ((pl.col("partner") == ANY) == other)
            )
            keys = [k for k, any_ in (("cow", one), ("partner", other)) if not any_]
            spans = part.select(*keys, "start", "end").unique()
            rows = asked.select("at", "year", *keys)
            joined = rows.join(spans, on=keys) if keys else rows.join(spans, how="cross")
            hits.append(joined.filter(pl.col("year").is_between("start", "end")).select("at"))
    found = pl.concat(hits).unique().with_columns(listed=True)
    return (
        asked.select("at")
        .join(found, on="at", how="left")
        .with_columns(pl.col("listed").fill_null(False))
    )
