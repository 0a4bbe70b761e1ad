"""US troops based in a state to 2025, towards the United States; withheld counts are missing."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly
from daylight.sources.troopdata.ties import UNWELCOME

USA = 2
START, END = 2008, 2025
WITHHELD = {645: 2018, 652: 2018, 700: 2018}
"""First year from which the Department of Defense gives no count of Iraq, Syria and Afghanistan:
the hosts are absent, or have a token number while thousands were there."""
NAME = "us_troops_to_2025"


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    troops = tables["us_troops_reports"]["troops"]
    unwelcome = _from(UNWELCOME)
    log.note(
        f"{NAME}: rows of hosts against whose will they were there", len(troops.filter(unwelcome))
    )
    rows = troops.filter(~unwelcome)
    hidden = _from(WITHHELD)
    log.note(
        f"{NAME}: counts of hosts whose troops are withheld, missing", len(rows.filter(hidden))
    )
    value = (1 + pl.col("troops").cast(pl.Float64)).log10().round(2)
    known = rows.select(
        "cow", "year", partner=pl.lit(USA, pl.Int16),
        value=pl.when(hidden).then(None).otherwise(value),
    )  # fmt: skip
    return Made(of_the_year(known).select("cow", "partner", "year", "value"), NOWHERE)


def _from(first: Mapping[int, int]) -> pl.Expr:
    return pl.any_horizontal(
        (pl.col("cow") == cow) & (pl.col("year") >= year) for cow, year in first.items()
    )


TROOPS = Yearly(
    Tie(NAME, START, END, _make), ("us_troops_reports",), directed=True,
    unit="log10 of 1 + persons of the United States on active duty in cow, in September",
)  # fmt: skip
YEARLY = (TROOPS,)
