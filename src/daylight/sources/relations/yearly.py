"""Broken or downgraded relations by year, and the years since a settlement of the two.

The list names what was found. A pair that it does not name is not known to be at peace.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly
from daylight.sources.relations.source import BREAKS, MENDS

START, END = 1956, 2025
LEVELS = {"broken": 2.0, "downgraded": 1.0}
PAIR = ["cow", "partner", "year"]
BROKEN, SETTLED = "relations_broken", "years_settled"


def _broken(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 2 where relations were broken at the end of the year or broke in it, 1 downgraded.

    A break whose end was not seen counts in its own year only.
    """
    spells = tables["relations"]["spells"].rename({"a": "cow", "b": "partner"})
    year = pl.col("start").dt.year().cast(pl.Int16)
    ended = pl.max_horizontal(year, pl.col("end").dt.year().cast(pl.Int16) - 1)
    last = (
        pl.when(pl.col("lasts") == "ended").then(ended)
        .when(pl.col("lasts") == "unknown").then(year)
    )  # fmt: skip
    dated = spells.with_columns(start=year, end=last)
    rows = placed(years_of(dated, START, END), BROKEN, log)
    value = pl.col("kind").replace_strict(LEVELS, return_dtype=pl.Float64)
    return Made(rows.group_by(PAIR).agg(value=value.max()), NOWHERE)


def _settled(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the years since the newest settlement, to the year before the next break.

    A settlement is a peace treaty, or relations restored or opened; its own year has 0.
    """
    events = tables["relations"]["events"].select("kind", "date", cow="a", partner="b")
    first = pl.col("date").dt.year().cast(pl.Int16)
    mends = events.filter(pl.col("kind").is_in(MENDS))
    years = years_of(mends.with_columns(start=first, end=pl.lit(None, pl.Int16)), START, END)
    breaks = events.filter(pl.col("kind").is_in(BREAKS)).select("cow", "partner", cut="date")
    over = years.join(breaks, on=["cow", "partner"]).filter(
        (pl.col("cut") > pl.col("date")) & (pl.col("cut").dt.year() <= pl.col("year"))
    )
    kept = years.join(over, on=["cow", "partner", "date", "year"], how="anti")
    rows = placed(kept, SETTLED, log)
    since = (pl.col("year") - first).min().cast(pl.Float64)
    return Made(rows.group_by(PAIR).agg(value=since), NOWHERE)


YEARLY = (
    Yearly(Tie(BROKEN, START, END, _broken), ("relations",), False,
           "diplomatic relations: 2 broken, 1 downgraded"),
    Yearly(Tie(SETTLED, START, END, _settled), ("relations",), False,
           "years since a peace treaty, or relations restored or opened, with no break since"),
)  # fmt: skip
