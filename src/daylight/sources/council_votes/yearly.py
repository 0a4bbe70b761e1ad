"""How often two members of the Security Council voted on a resolution, and how often apart."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 2000, 2025
"""2026 is not whole."""
PAIR = ["cow", "partner", "year"]


def _pairs(tables: Mapping[str, Tables]) -> pl.DataFrame:
    votes = tables["council_votes"]["votes"].filter(pl.col("year") <= END)
    both = votes.join(votes, on=["item", "year"], suffix="_2").rename({"cow_2": "partner"})
    pairs = both.filter(pl.col("cow") < pl.col("partner"))
    return pairs.group_by(PAIR).agg(
        shared=pl.len(), apart=(pl.col("vote") != pl.col("vote_2")).sum()
    )


def _shared(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the resolutions on which both voted; only members of the Council have a row."""
    return Made(_pairs(tables).select(*PAIR, value="shared"), NOWHERE)


def _apart(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return those of them on which one said yes and the other no or abstained; 0 is a value."""
    return Made(_pairs(tables).select(*PAIR, value="apart"), NOWHERE)


SHARED = Yearly(
    Tie("council_votes_shared", START, END, _shared), ("council_votes",), directed=False,
    unit="adopted resolutions of the Security Council on which both voted",
)  # fmt: skip
APART = Yearly(
    Tie("council_votes_apart", START, END, _apart), ("council_votes",), directed=False,
    unit="adopted resolutions of the Security Council on which the two voted differently",
)  # fmt: skip
YEARLY = (SHARED, APART)
