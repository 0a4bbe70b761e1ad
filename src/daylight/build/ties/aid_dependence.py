"""Net official development assistance from a donor as a share of the recipient's GDP (OECD)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.in_gdp import in_gdp
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
    """Return each recipient with each donor, in the years that both are in the data.

    A recipient without GDP has no value where it has aid, so it has no zeros either.
    """
    with_gdp = tables["gdp_nominal"]["gdp_nominal"].select(recipient="cow").unique()
    recipients = _span(oda, "recipient").join(with_gdp, on="recipient", how="semi")
    both = recipients.join(_span(oda, "donor"), how="cross", suffix="_of_donor")
    return both.select(
        cow="recipient",
        partner="donor",
        start=pl.max_horizontal("start", "start_of_donor"),
        end=pl.min_horizontal("end", "end_of_donor"),
    ).filter((pl.col("start") <= pl.col("end")) & (pl.col("cow") != pl.col("partner")))


def _span(oda: pl.DataFrame, side: str) -> pl.DataFrame:
    return oda.group_by(side).agg(start=pl.col("year").min(), end=pl.col("year").max()).sort(side)


TIE = Tie("aid_dependence", ("aid", "gdp_nominal", "us_prices"), START, END, make)
