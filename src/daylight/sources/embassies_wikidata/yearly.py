"""Whether one state had an embassy in another in 2022; a pair without a row is not known."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

YEAR = 2022


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for each pair with an embassy. One in eight is not listed: absence says nothing."""
    pairs = tables["embassies_wikidata"]["embassies"].select(
        cow="sender", partner="host", year=pl.lit(YEAR, pl.Int16), value=pl.lit(1.0)
    )
    return Made(pairs, NOWHERE)


EMBASSY = Yearly(
    Tie("embassy_2022", YEAR, YEAR, _make), ("embassies_wikidata",), directed=True,
    unit="cow has an embassy in partner: 1",
)  # fmt: skip
YEARLY = (EMBASSY,)
