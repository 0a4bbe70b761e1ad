"""The highest post that one state has in another, in the years of the editions."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import ANY, Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 2016, 2023


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 2 for an embassy, 1 for a lower post only; years without an edition have no rows.

    A state that an edition does not list as a sender is not known to have none: only listed
    senders are covered, each in its own editions.
    """
    posts = tables["embassies"]["posts"]
    any_post = pl.sum_horizontal("embassies", "consulates", "other") > 0
    level = pl.when(pl.col("embassies") > 0).then(2.0).when(any_post).then(1.0)
    rows = posts.select("sender", "host", "edition", value=level).drop_nulls()
    senders = posts.select("sender", "edition").unique().sort("sender", "edition")
    cover = senders.select(
        cow="sender", partner=pl.lit(ANY, pl.Int16), start="edition", end="edition"
    )
    return Made(rows.rename({"sender": "cow", "host": "partner", "edition": "year"}), cover)


POST = Yearly(
    Tie("diplomatic_post", START, END, _make), ("embassies",), directed=True,
    unit="highest post of cow in partner: 2 embassy, 1 consulate or office only, 0 none",
)  # fmt: skip
YEARLY = (POST,)
