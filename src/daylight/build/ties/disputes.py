"""Militarised disputes between two states: the highest hostility level of the year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.dispute_pairs import WAR, YEARS, met, together
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

PAIR = ["cow", "partner"]


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
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


TIE = Tie(measure="disputes", sources=("mid",), start=YEARS[0], end=YEARS[1], make=make)
