"""Raw values of trade, agreements, customs unions, investment treaties and sanctions."""

from __future__ import annotations

import polars as pl

from daylight.ledgers import items_economic as scale
from daylight.ledgers.fellows import in_blocs
from daylight.ledgers.given import Given
from daylight.ledgers.grid import NEVER, PAIR_YEAR, Found, as_pairs, between
from daylight.ledgers.years import FIRST, LAST
from daylight.sources.desta.in_force import START as DESTA_START
from daylight.sources.desta_2_3.in_force import END as DESTA_END
from daylight.sources.desta_2_3.in_force import agreements
from daylight.sources.gsdb.in_force import END as GSDB_END
from daylight.sources.gsdb.in_force import START as GSDB_START
from daylight.sources.gsdb.severity import severity
from daylight.sources.iia import in_force as iia
from daylight.tables.flows.cells import LAST as TRADE_LAST

ALWAYS = between(FIRST, LAST)
TRADE = between(FIRST, TRADE_LAST)


def trade_volume(given: Given) -> Found:
    """Return goods traded both ways; a pair of which one direction is not known is missing."""
    rows = given.volumes.select(*PAIR_YEAR, value="usd2015_m")
    return Found(rows, NEVER, TRADE, TRADE)


def trade_share(given: Given) -> Found:
    """Return the part that each has of the other's trade."""
    rows = given.volumes.select(*PAIR_YEAR, ab="share_a", ba="share_b")
    return Found(rows, NEVER, TRADE, TRADE)


def agreement(given: Given) -> Found:
    """Return the depth of agreements; a text that is not coded keeps the depth before it."""
    rows = agreements(given.sources["desta"], given.sources["desta_2_3"])
    depth = pl.col("depth").cast(pl.Float64).fill_null(scale.SHALLOW)
    years = between(DESTA_START, DESTA_END)
    return Found(as_pairs(rows.with_columns(value=depth), False), years, years, years)


def customs_union(given: Given) -> Found:
    """Return customs unions of both; not listed means none."""
    levels = {"EU": 3.0} | dict.fromkeys(scale.CUSTOMS, 2.0)
    rows = in_blocs(given.blocs["bloc_spells"], levels)
    return Found(rows, ALWAYS, ALWAYS, ALWAYS)


def investment_treaty(given: Given) -> Found:
    """Return 1 where an investment treaty is in force."""
    rows = iia.in_force(given.sources["iia"]).with_columns(value=pl.lit(1.0))
    years = between(iia.START, iia.END)
    return Found(as_pairs(rows, False), years, years, years)


def sanctions(given: Given) -> Found:
    """Return the points of what each bans the other, kind by kind."""
    rows = severity(given.sources, given.log)
    trade = pl.col("trade").cast(pl.String)
    banned = trade.replace_strict({**scale.TRADE_BANS, "none": 0.0}, return_dtype=pl.Float64)
    money = (
        pl.when(trade == "full").then(scale.FINANCIAL_WITH_FULL).otherwise(scale.FINANCIAL)
    ) * pl.col("financial").cast(pl.Float64)
    others = [pl.col(kind).cast(pl.Float64) * points for kind, points in scale.KINDS.items()]
    value = pl.sum_horizontal(banned, money, *others)
    years = between(GSDB_START, GSDB_END)
    return Found(as_pairs(rows.with_columns(value=value), True), years, years, years)
