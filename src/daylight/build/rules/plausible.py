"""Rules on what numbers mean together: wholes, sums of shares, and values that are flagged."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import polars as pl

from daylight.build.rules.check import Check, counted
from daylight.build.rules.trade import trade_rules
from daylight.core.lineages import lineage_of
from daylight.store.schemas import VOTE_COUNTS, Table, table

CINC_SUM = 1.1
"""CINC of a year sums to one over COW's own members; 2022 as extended sums to 1.07."""
Frame = Callable[[str], pl.DataFrame | None]
"""Returns a table of the atlas by name; None where the atlas has none."""


def plausible(spec: Table, frame: pl.DataFrame, other: Frame) -> Iterator[Check]:
    """Return the checks of what the numbers of a table mean together."""
    if spec.name == "trade":
        yield from trade_rules(frame, other("economies"))
    if spec.name == "capabilities":
        total = frame.group_by("year").agg(pl.col("cinc").sum()).sort("year")
        text = "years in which shares of the system pass their whole"
        yield counted(spec, total.filter(pl.col("cinc") > CINC_SUM), text)
    if spec.name == "votes":
        yield from _within_held(frame, other("rollcalls"))
    if {"a", "b", "year"} <= set(spec.key):
        yield from _itself(spec, frame)


def _within_held(votes: pl.DataFrame, rollcalls: pl.DataFrame | None) -> Iterator[Check]:
    if rollcalls is None:
        return
    held = rollcalls.filter(pl.col("issue") == "all").group_by("year").agg(pl.col("held").sum())
    joint = votes.with_columns(joint=pl.sum_horizontal(*VOTE_COUNTS)).join(held, "year", "left")
    bad = joint.filter((pl.col("joint") > pl.col("held").fill_null(0)) | (pl.col("joint") == 0))
    yield counted(table("votes"), bad, "pairs with no common vote, or more than were held")


def _itself(spec: Table, frame: pl.DataFrame) -> Iterator[Check]:
    """Count pairs of the two numbers of one state, which both are members in a year of change."""
    pairs = frame.select("a", "b").unique().rows()
    same = [(a, b) for a, b in pairs if lineage_of(a) == lineage_of(b)]
    keys = pl.DataFrame(same, {"a": pl.Int16, "b": pl.Int16}, orient="row")
    count = len(frame.join(keys, ["a", "b"], "semi"))
    if count:
        text = f"{count} rows of the old and the new number of one state: kept, being two in COW"
        yield Check(spec.name, True, text)
