"""Stock of direct investment that a partner holds in a state, as a share of its GDP (UNCTAD)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.in_gdp import in_gdp
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie

START, END = 2001, 2012
KEY = ["cow", "partner", "year"]


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return what the host reports, else what the home country does; no pair is covered.

    A pair without a number is not known: nobody reports a zero for all the others.
    """
    stocks = tables["fdi"]["stocks"]
    host = stocks.select("year", "inward", cow="reporter", partner="partner")
    home = stocks.select("year", "outward", cow="partner", partner="reporter")
    both = host.join(home, on=KEY, how="full", coalesce=True)
    usd = pl.coalesce("inward", "outward")
    log.note(
        "fdi_stock: stocks reported by the home country only",
        both.filter(pl.col("inward").is_null() & pl.col("outward").is_not_null()).height,
    )
    rows = in_gdp(both.select(*KEY, usd_m=usd).drop_nulls(), tables).drop_nulls()
    return Made(rows, NOWHERE)


TIE = Tie("fdi_stock", START, END, make)
TIES = (TIE,)
