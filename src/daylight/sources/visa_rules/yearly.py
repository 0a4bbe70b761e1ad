"""How freely a state lets the citizens of another in, by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 2019, 2026
LEVELS = {"free": 4.0, "arrival": 3.0, "electronic": 2.0, "required": 1.0, "refused": 0.0}


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the level of each rule, null behind a ban of the pandemic.

    2025 has the rules of 12 January, 2026 those of 1 March: the snapshots that there are.
    """
    rules = tables["visa_rules"]["rules"]
    rows = rules.select(
        "year", cow="destination", partner="passport",
        value=pl.col("rule").replace_strict(LEVELS, default=None, return_dtype=pl.Float64),
    )  # fmt: skip
    return Made(rows.select("cow", "partner", "year", "value"), NOWHERE)


ENTRY = Yearly(
    Tie("visa_rule", START, END, _make), ("visa_rules",), directed=True,
    unit="cow lets citizens of partner in: 4 free, 3 visa on arrival, 2 electronic, 1 visa, 0 not",
)  # fmt: skip
YEARLY = (ENTRY,)
