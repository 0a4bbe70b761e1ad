"""Official finance committed by China as a share of the recipient's GDP (AidData)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.in_gdp import in_gdp
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

START, END = 2000, 2021
PRICES_OF = 2021
CHINA = 710


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
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
        start=pl.lit(START, pl.Int16),
        end=pl.lit(END, pl.Int16),
    )
    return Made(in_gdp(rows, tables, PRICES_OF), cover)


TIE = Tie("chinese_finance", ("aid", "gdp_nominal", "us_prices"), START, END, make)
