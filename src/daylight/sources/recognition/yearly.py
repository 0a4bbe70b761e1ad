"""Whether a state recognises Peking, and whether Taipei, at the end of each year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 1949, 2025
SIDES = {710: ("PRC", "both"), 713: ("ROC", "both")}
"""Peking and Taipei, and the words that stand for recognition of each."""


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 or 0 for each recogniser and side; null in spells that no page confirms."""
    spells = tables["recognition"]["spells"]
    days = pl.DataFrame({"year": range(START, END + 1)}, {"year": pl.Int16})
    close = pl.date(pl.col("year"), 12, 31)
    held = spells.join(days, how="cross").filter(
        (pl.col("start") <= close) & (pl.col("end").fill_null(close) >= close)
    )
    sides = [
        held.select(
            "cow", "year", partner=pl.lit(side, pl.Int16),
            value=pl.when("confirmed").then(pl.col("recognised").is_in(words).cast(pl.Float64)),
        )
        for side, words in SIDES.items()
    ]  # fmt: skip
    rows = of_the_year(pl.concat(sides), ["partner"]).filter(pl.col("cow") != pl.col("partner"))
    return Made(rows.select("cow", "partner", "year", "value"), NOWHERE)


RECOGNITION = Yearly(
    Tie("recognises", START, END, _make), ("recognition",), directed=True,
    unit="cow recognises partner (Peking or Taipei) at the end of the year: 1 or 0",
)  # fmt: skip
YEARLY = (RECOGNITION,)
