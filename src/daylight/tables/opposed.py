"""Disputes in which two states themselves met, without those that only joined a side."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.mid.ties import DISPUTES
from daylight.sources.mie.yearly import EVENTS

PAIR_YEAR = ["cow", "partner", "year"]


def opposed(mid: Tables, mie: Tables, log: IssueLog) -> pl.DataFrame:
    """Return cow < partner, year, value: the level of disputes in which the two themselves met.

    In a dispute of two states they did, and incidents name who met whom. In older disputes of
    many every state of one side stands against every one of the other: such a pair counts in the
    years in which the events of MIE have one between the two.

    Parameters
    ----------
    mid, mie : dict of str to DataFrame
        Tables of the sources `mid` and `mie`.
    """
    people = mid["participants"]
    incidents = mid["incident_participants"].select("dispute").unique()
    two = people.group_by("dispute").agg(n=pl.col("cow").n_unique()).filter(pl.col("n") <= 2)
    sure = pl.concat([incidents, two.select("dispute")]).unique()
    faced, paired = (
        DISPUTES.make({"mid": {**mid, "participants": chosen}}, log).rows
        for chosen in (
            people.join(sure, on="dispute", how="semi"),
            people.join(sure, on="dispute", how="anti"),
        )
    )
    met = EVENTS.made({"mie": mie}, log).rows.select(pl.col(PAIR_YEAR).cast(pl.Int16))
    keyed = [rows.with_columns(pl.col(PAIR_YEAR).cast(pl.Int16)) for rows in (faced, paired)]
    both = pl.concat([keyed[0], keyed[1].join(met, on=PAIR_YEAR, how="semi")])
    return both.group_by(PAIR_YEAR).agg(pl.col("value").max())
