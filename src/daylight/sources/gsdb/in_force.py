"""Which sanctions a state has in force against another in a year, case by case."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.blocs.tied import tied
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year, years_of

START, END = 1950, 2023


def in_force(tables: Mapping[str, Tables], log: IssueLog) -> pl.DataFrame:
    """Return cow (the sender), partner (the target), year and the columns of each case.

    A case of an organisation has a row for each state that was a full member on any day of the
    year; no state sanctions itself.

    Parameters
    ----------
    tables : mapping of str to tables
        Those of `gsdb` and `blocs`.
    """
    cases = tables["gsdb"]["cases"].rename({"begin": "start"})
    members = _members(tables)
    rows = years_of(cases, START, END)
    for side, column in (("sender", "cow"), ("target", "partner")):
        rows = _with_members(rows, members, side, column, log)
    return rows.filter(pl.col("cow") != pl.col("partner"))


def _with_members(
    rows: pl.DataFrame, members: pl.DataFrame, side: str, column: str, log: IssueLog
) -> pl.DataFrame:
    """Give each row the state of one side, or a row for each member of an organisation."""
    single = rows.drop_nulls(f"{side}_cow").with_columns(pl.col(f"{side}_cow").alias(column))
    here = of_the_year(single, [column])
    years = ["case", "sender", "target", "year"]
    lost = single.select(years).n_unique() - here.select(years).n_unique()
    log.note(f"sanctions: rows of years in which the {side} was outside the system", lost)
    group = members.rename({"group": f"{side}_group", "cow": column})
    many = rows.drop_nulls(f"{side}_group").join(group, on=[f"{side}_group", "year"])
    return pl.concat([here, many.select(single.columns)])


def _members(tables: Mapping[str, Tables]) -> pl.DataFrame:
    """Return group, cow, year: full members of each organisation at any time of the year."""
    full = tied(tables["blocs"])["bloc_spells"].filter(pl.col("status") == "full")
    last = pl.col("end") - pl.duration(days=1)
    blocs = full.select(
        "cow",
        group="bloc",
        start=pl.col("start").dt.year().cast(pl.Int16),
        end=last.dt.year().cast(pl.Int16),
    )
    groups = tables["gsdb"]["groups"].rename({"organisation": "group"})
    columns = ["group", "cow", "year"]
    known = years_of(blocs, START, END).select(columns)
    more = of_the_year(years_of(groups, START, END).select(columns), ["cow"])
    return pl.concat([known, more]).unique()
