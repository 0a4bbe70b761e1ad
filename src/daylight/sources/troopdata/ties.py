"""US troops based in a state, by year: one row for each report, towards the United States."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie

USA, CUBA, SYRIA = 2, 40, 652
UNWELCOME = {CUBA: 1960, SYRIA: 2014}
"""First year in which troops were there against the host's will: not known how many it hosts.

Cuba has not accepted payment for Guantanamo since the revolution; Syria called the forces on its
soil an occupation."""
MANY, MEMORY = 100, 3
"""A zero within MEMORY years after MANY troops or more is taken as not reported."""


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    troops = _without_sudden_zeros(_welcome(tables["troopdata"]["troops"], log), log)
    rows = troops.select(
        "cow",
        "year",
        partner=pl.lit(USA, pl.Int16),
        own=pl.col("cow"),
        value=(1 + pl.col("troops").cast(pl.Float64)).log10().round(2),
    )
    # In a year with two numbers of one state, the row that the source gives each one holds.
    single = (
        of_the_year(rows)
        .sort(pl.col("own") != pl.col("cow"), maintain_order=True)
        .unique(["cow", "year"], keep="first", maintain_order=True)
    )
    return Made(single.select("cow", "partner", "year", "value"), NOWHERE)


def _welcome(troops: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return troops without those that a host did not want: they are no sign of a tie."""
    unwelcome = pl.any_horizontal(
        (pl.col("cow") == cow) & (pl.col("year") >= year) for cow, year in UNWELCOME.items()
    )
    gone = len(troops.filter(unwelcome))
    log.note("us_troops: rows of hosts against whose will they were there", gone)
    return troops.filter(~unwelcome)


def _without_sudden_zeros(troops: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return troops with null for zeros soon after many troops: Kuwait 2003, Iraq 2023."""
    many = troops.filter(pl.col("troops") >= MANY).select("cow", "year")
    after = pl.concat(
        many.with_columns(year=(pl.col("year") + k).cast(pl.Int16)) for k in range(1, MEMORY + 1)
    ).unique()
    marked = troops.join(after.with_columns(soon=True), on=["cow", "year"], how="left")
    sudden = (pl.col("troops") == 0) & pl.col("soon").fill_null(False)
    log.note(
        f"us_troops: zeros within {MEMORY} years after {MANY} troops or more, taken as missing",
        len(marked.filter(sudden)),
    )
    value = pl.when(sudden).then(None).otherwise(pl.col("troops"))
    return marked.with_columns(troops=value).drop("soon")


TIE = Tie("us_troops", 1950, 2024, _make)
TIES = (TIE,)
