"""Years of a pair as spells, through changes of a state's number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

import polars as pl

from daylight.tables.facts.row import Day, in_year, newest_numbers, number_on

PAIR_YEAR = ["cow", "partner", "year"]


class Spell(NamedTuple):
    """Consecutive years of a pair.

    Attributes
    ----------
    cow, partner : int
        COW numbers in the first year.
    values : dict of int to float
        Value of each year.
    until : Day or None
        The last year; None where the source may have ended before the spell.
    """

    cow: int
    partner: int
    values: dict[int, float]
    until: Day | None

    @property
    def start(self) -> Day:
        """First year."""
        return in_year(min(self.values))

    @property
    def seen(self) -> date:
        """Last day of the last year."""
        return date(max(self.values), 12, 31)


def spells(rows: pl.DataFrame, whole: int) -> Iterator[Spell]:
    """Yield runs of consecutive years; of several values in a year the highest holds.

    Parameters
    ----------
    rows : DataFrame
        cow, partner, year, value.
    whole : int
        Last year that the source covers whole: a run that reaches it is open.
    """
    now = newest_numbers()
    today = [pl.col(side).cast(pl.Int64).replace_strict(now) for side in ("cow", "partner")]
    years = rows.drop_nulls("value").with_columns(today)
    single = years.group_by(PAIR_YEAR).agg(pl.col("value").max()).sort(PAIR_YEAR)
    for (cow, partner), group in groupby(single.iter_rows(), key=lambda row: row[:2]):
        values = {year: value for _, _, year, value in group}
        if cow == partner:
            continue
        for run in _runs(values):
            last, day = max(run), in_year(min(run))
            until = None if last >= whole else in_year(last)
            yield Spell(number_on(cow, day), number_on(partner, day), run, until)


def _runs(values: dict[int, float]) -> Iterator[dict[int, float]]:
    run: dict[int, float] = {}
    for year, value in values.items():
        if run and year - 1 not in run:
            yield run
            run = {}
        run[year] = value
    if run:
        yield run
