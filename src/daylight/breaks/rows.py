"""Rows of pairs and years that the series of ties and breaks are placed from."""

from __future__ import annotations

from math import log10

import polars as pl

from daylight.ledgers.fellows import together
from daylight.ledgers.given import Given
from daylight.ledgers.grid import as_pairs
from daylight.sources.atop.members import member_years
from daylight.sources.gsdb.severity import OTHER_KINDS, severity
from daylight.sources.troopdata.ties import TIE as TROOPS
from daylight.sources.us_troops_reports.yearly import TROOPS as TROOPS_TO_2025
from daylight.tables.alliances import without

KINDS = 3
"""Kinds of sanction from which on a state is punished, and not only chided."""
MANY_TROOPS = 500


def treaties(given: Given) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return a, b, year of treaties of two alone: of any, and of those with more than peace."""
    atop = given.sources["atop"]
    two = atop["treaties"].filter(pl.col("bilateral") == 1).select("atopid")
    years = member_years(atop["treaty_members"]).join(two, on="atopid")
    more = pl.any_horizontal(pl.col("defense", "offense", "neutral", "consul") > 0)
    one = pl.lit(1.0)
    every = years.select("year", value=one, group="atopid", cow="member")
    strong = years.filter(more).select("year", value=one, group="atopid", cow="member")
    return together(every), together(strong)


def narrow(given: Given) -> pl.DataFrame:
    """Return obligations without those of broad pledges."""
    atop = given.sources["atop"]
    broad = atop["broad_pledges"]["atopid"].to_list()
    return without(atop["obligations"], atop["treaty_members"], broad)


def many_troops(given: Given) -> pl.DataFrame:
    """Return a, b, year, value of pairs with :data:`MANY_TROOPS` US troops or more."""
    older, newer = given.tie(TROOPS), given.fact(TROOPS_TO_2025)
    rows = pl.concat(
        r.select("cow", "partner", "year", pl.col("value").cast(pl.Float64)) for r in (older, newer)
    )
    return as_pairs(rows.filter(pl.col("value") >= log10(MANY_TROOPS)), False)


def counted(given: Given) -> frozenset[int]:
    """Return the years in which US troops were counted anywhere."""
    older, newer = given.tie(TROOPS), given.fact(TROOPS_TO_2025)
    known = (r.drop_nulls("value")["year"].unique().to_list() for r in (older, newer))
    return frozenset(year for years in known for year in years)


def punished(given: Given) -> pl.DataFrame:
    """Return pairs of which one alone has enough kinds of sanction against the other.

    What a whole organisation decides says little of one of its members.
    """
    gsdb = given.sources["gsdb"]
    own = gsdb["cases"].filter(pl.col("sender_cow").is_not_null())
    rows = severity({**given.sources, "gsdb": {**gsdb, "cases": own}}, given.log)
    kinds = [pl.col(kind).cast(pl.Int8) for kind in OTHER_KINDS]
    trade = (pl.col("trade") != "none").cast(pl.Int8)
    some = rows.with_columns(value=pl.sum_horizontal(trade, *kinds).cast(pl.Float64))
    return as_pairs(some.filter(pl.col("value") >= KINDS), False)
