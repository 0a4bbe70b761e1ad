"""Militarised disputes of two states: the highest hostility of the year, and shared sides."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.mid.pairs import WAR, YEARS, met, together

PAIR = ["cow", "partner"]


def _hostility(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the highest level between two states on opposite sides, year by year.

    Disputes with coded incidents give it by the incidents of the year in which the two stood
    against each other; others by the participants of the dispute. A war that has begun
    between two states lasts as long as both take part, for it has no further incidents.
    """
    mid = tables["mid"]
    key = ["dispute", *PAIR, "year"]
    whole = together(mid["participants"], ["dispute"], opposed=True)
    faced = met(mid["incident_participants"])
    coded = faced.select("dispute").unique()
    plain = whole.join(coded, on="dispute", how="anti")
    detailed = whole.join(coded, on="dispute", how="semi")
    begun = (
        faced.filter(pl.col("level") == WAR)
        .group_by("dispute", *PAIR)
        .agg(begun=pl.col("year").min())
    )
    war = (
        detailed.join(begun, on=["dispute", *PAIR])
        .filter(pl.col("year") > pl.col("begun"))
        .select(*key, pl.lit(WAR).cast(pl.Int8).alias("level"))
    )
    exact = pl.concat([faced.select(*key, "level"), war])
    log.note(
        "disputes: dyad-years on opposite sides of a dispute without an incident between the two",
        len(detailed.join(exact, on=key, how="anti")),
    )
    every = pl.concat([plain.select(*key, "level"), exact])
    return Made(every.group_by(*PAIR, "year").agg(value=pl.col("level").max()))


def _same_side(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the number of disputes of the year with both on one side."""
    pairs = together(tables["mid"]["participants"], ["dispute"], opposed=False)
    return Made(pairs.group_by("cow", "partner", "year").agg(value=pl.len()))


DISPUTES = Tie("disputes", *YEARS, _hostility)
SAME_SIDE = Tie("same_side_disputes", *YEARS, _same_side)
TIES = (DISPUTES, SAME_SIDE)
