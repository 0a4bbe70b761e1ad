"""Promises, agreements, force and troops of the curated list, by year.

The list names what was found. A pair that it does not name is not known to have nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 2015, 2025
"""Nothing of 2026 could be checked."""
PROMISES = {"defence": 3.0, "consultation": 2.0, "no_aid": 1.0, "nonaggression": 1.0}
AGREEMENTS = {"general": 1.0, "sector": 0.5}
"""As of the agreements to 2010: :data:`daylight.sources.dcad.ties.WEIGHTS`."""
PAIR = ["cow", "partner", "year"]
Make = Callable[[Mapping[str, Tables], IssueLog], Made]


def _facts(tables: Mapping[str, Tables], kind: str) -> pl.DataFrame:
    """Return facts of a kind, in both orders where mutual, with years for dates."""
    facts = tables["defence_facts"]["facts"].filter(pl.col("kind") == kind)
    back = facts.filter("mutual").rename({"cow": "partner", "partner": "cow"})
    both = pl.concat([facts, back.select(facts.columns)])
    return both.with_columns(pl.col("start", "end").dt.year().cast(pl.Int16))


def _once(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each pair in any order."""
    low, high = pl.min_horizontal("cow", "partner"), pl.max_horizontal("cow", "partner")
    return rows.with_columns(cow=low, partner=high).unique(["fact", "year"])


def _promised(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the strongest promise in each year from its signature on, by cow to partner."""
    years = years_of(_facts(tables, "promise"), START, END)
    value = pl.col("terms").replace_strict(PROMISES, return_dtype=pl.Float64)
    return Made(years.group_by(PAIR).agg(value=value.max()), NOWHERE)


def _agreed(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the weights of the agreements signed since 2015, summed; no end is known of one."""
    years = _once(years_of(_facts(tables, "agreement"), START, END))
    value = pl.col("terms").replace_strict(AGREEMENTS, return_dtype=pl.Float64)
    return Made(years.group_by(PAIR).agg(value=value.sum()), NOWHERE)


def _forced(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for every year in which one used force on the other."""
    years = _once(years_of(_facts(tables, "force"), START, END))
    return Made(years.select(PAIR).unique().with_columns(value=pl.lit(1.0)), NOWHERE)


def _based(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for the years in which troops of cow were in partner, 0 after they had left.

    Where the arrival is not in the list, the year in which they left is the first with a row.
    """
    stays = _facts(tables, "troops")
    arrived = stays.with_columns(start=pl.col("start").fill_null(pl.col("end")))
    there = years_of(arrived, START, END).select(*PAIR, value=pl.lit(1.0))
    left = stays.filter(pl.col("end").is_not_null()).with_columns(
        start=pl.col("end") + 1, end=pl.lit(None, pl.Int16)
    )
    gone = years_of(left, START, END).select(*PAIR, value=pl.lit(0.0))
    return Made(pl.concat([there, gone]).group_by(PAIR).agg(pl.col("value").max()), NOWHERE)


def _yearly(name: str, make: Make, directed: bool, unit: str) -> Yearly:
    return Yearly(Tie(name, START, END, make), ("defence_facts",), directed, unit)


YEARLY = (
    _yearly("promise_since_2015", _promised, True,
            "strongest promise of cow to partner: 3 defence, 2 consultation, 1 not to attack or "
            "not to help an attacker"),
    _yearly("agreements_since_2015", _agreed, False,
            "defence agreements signed since 2015, sector ones count half"),
    _yearly("force_since_2015", _forced, False, "1 where one used force on the other"),
    _yearly("troops_abroad", _based, True, "1 troops of cow in partner, 0 they have left"),
)  # fmt: skip
