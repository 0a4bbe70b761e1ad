"""Net official development assistance from a donor as a share of the recipient's GDP (OECD)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.in_gdp import in_gdp
from daylight.build.ties.spells import covered_years
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

START, END = 2009, 2022
PRICES_OF = 2022


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the share for each recipient, donor and year with a GDP, null without one."""
    oda = tables["aid"]["oda"]
    rows = oda.select("year", cow="recipient", partner="donor", usd_m="usd2022_m")
    return Made(in_gdp(rows, tables, PRICES_OF), _cover(oda, tables))


def _cover(oda: pl.DataFrame, tables: Mapping[str, Tables]) -> pl.DataFrame:
    """Return each recipient with each donor, in the years in which both have any row.

    A donor without rows in a year reported nothing for it: what it gave is not known. A
    recipient without GDP has no value where it has aid, so it has no zeros either.
    """
    with_gdp = tables["gdp_nominal"]["gdp_nominal"].select(recipient="cow").unique()
    recipients = oda.join(with_gdp, on="recipient", how="semi").select("year", cow="recipient")
    donors = oda.select("year", partner="donor").unique()
    both = recipients.unique().join(donors, on="year")
    return covered_years(both.filter(pl.col("cow") != pl.col("partner")))


TIE = Tie("aid_dependence", ("aid", "gdp_nominal", "us_prices"), START, END, make)
