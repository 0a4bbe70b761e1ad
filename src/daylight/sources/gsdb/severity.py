"""How severe the sanctions of one state against another are: what is banned, and how much of it.

GSDB says of trade which direction is banned and whether all of it is. Of other kinds it says only
that there are some: a financial sanction on one firm and on a central bank look alike. So the
reach of a sanction is known for trade alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.gsdb.in_force import in_force
from daylight.sources.gsdb.source import DIRECTIONS, KINDS
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables

PAIR = ("cow", "partner", "year")
BANS = pl.Enum(["none", "partial", "one_way", "full"])
"""``full``: all exports and all imports. ``one_way``: all of one of them, and a part or nothing of
the other. ``partial``: a part of either."""
OTHER_KINDS = tuple(kind for kind in KINDS if kind != "trade")


def severity(tables: Mapping[str, Tables], log: IssueLog) -> pl.DataFrame:
    """Return what each sender has in force against each target in each year, over all cases.

    Parameters
    ----------
    tables : mapping of str to tables
        Those of `gsdb` and `blocs`.

    Returns
    -------
    DataFrame
        cow (sender), partner (target), year; trade (:data:`BANS`); exports, imports (0 none, 1 a
        part, 2 all); arms, military, financial, travel, other (true or false); cases (how many are
        in force). A pair without a row has none that GSDB lists.
    """
    wide = [*DIRECTIONS]
    found = (
        in_force(tables, log)
        .group_by(PAIR)
        .agg(pl.col(*wide, *OTHER_KINDS).max(), cases=pl.col("case").n_unique().cast(pl.Int16))
    )
    high, low = pl.max_horizontal(*wide), pl.min_horizontal(*wide)
    trade = (
        pl.when(low == 2)
        .then(pl.lit("full"))
        .when(high == 2)
        .then(pl.lit("one_way"))
        .when(high == 1)
        .then(pl.lit("partial"))
        .otherwise(pl.lit("none"))
    )
    return found.select(
        *PAIR,
        trade.cast(BANS).alias("trade"),
        *wide,
        *(pl.col(kind).cast(pl.Boolean) for kind in OTHER_KINDS),
        "cases",
    ).sort(PAIR)
