"""Money from one state to another as a share of the recipient's GDP: aid, Chinese finance."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.in_gdp import in_gdp
from daylight.sources.kit.ties.spells import covered_years
from daylight.sources.kit.ties.tie import Made, Tie

AID_START, AID_END = 2009, 2022
"""The last year is also that of the prices of the file."""
CHINA_START, CHINA_END = 2000, 2021
"""The last year is also that of the prices of the file."""
CHINA = 710


def _aid(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the share for each recipient, donor and year with a GDP, null without one."""
    oda = tables["aid"]["oda"]
    rows = oda.select("year", cow="recipient", partner="donor", usd_m="usd2022_m")
    return Made(in_gdp(rows, tables, prices_of=AID_END), _donors(oda, tables))


def _donors(oda: pl.DataFrame, tables: Mapping[str, Tables]) -> pl.DataFrame:
    """Return each recipient with each donor, in the years in which both have any row.

    A donor without rows in a year reported nothing for it: what it gave is not known. A
    recipient without GDP has no value where it has aid, so it has no zeros either.
    """
    with_gdp = tables["gdp_nominal"]["gdp_nominal"].select(recipient="cow").unique()
    recipients = oda.join(with_gdp, on="recipient", how="semi").select("year", cow="recipient")
    donors = oda.select("year", partner="donor").unique()
    both = recipients.unique().join(donors, on="year")
    return covered_years(both.filter(pl.col("cow") != pl.col("partner")))


def _china(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the share of the year's commitments for each recipient that AidData lists.

    It is null where commitments are listed and sum to nothing: AidData did not find what they
    amount to. A recipient's year without a row has no commitment.
    """
    china = tables["aid"]["china"]
    usd_m = pl.when(pl.col("usd2021") > 0).then(pl.col("usd2021") / 1e6)
    partner = pl.lit(CHINA, pl.Int16)
    rows = china.select("year", cow="recipient", partner=partner, usd_m=usd_m)
    log.note(
        "chinese_finance: recipients and years with commitments listed and no amount of any",
        rows["usd_m"].null_count(),
    )
    known = tables["gdp_nominal"]["gdp_nominal"].select(recipient="cow").unique()
    recipients = china.select("recipient").unique().join(known, on="recipient", how="semi")
    cover = recipients.sort("recipient").select(
        cow="recipient",
        partner=pl.lit(CHINA, pl.Int16),
        start=pl.lit(CHINA_START, pl.Int16),
        end=pl.lit(CHINA_END, pl.Int16),
    )
    return Made(in_gdp(rows, tables, prices_of=CHINA_END), cover)


AID = Tie("aid_dependence", AID_START, AID_END, _aid)
CHINESE_FINANCE = Tie("chinese_finance", CHINA_START, CHINA_END, _china)
TIES = (AID, CHINESE_FINANCE)
