"""Years in which trade of a state, or of two, is known not to be observed, and why."""

from __future__ import annotations

from itertools import combinations

import polars as pl

from daylight.sources.cow_trade.holes import HOLES, JOINT_REASON, SOVIET_REASON
from daylight.tables.flows.absence import HIDDEN
from daylight.tables.flows.cells import LAST
from daylight.tables.flows.early import FIRST_DOTS


def trade_holes(declared: pl.DataFrame) -> pl.DataFrame:
    """Return cow, partner (null: every partner), start, end, reason.

    Those of COW Trade count as far as the file is used: Luxembourg, whose trade Belgium reported,
    and Soviet zeros before the IMF's series begin. The rest are groups that left each other out.

    Parameters
    ----------
    declared : DataFrame
        Table `holes` of the source `cow_trade`.
    """
    joint = pl.col("reason") == JOINT_REASON
    soviet = (pl.col("reason") == SOVIET_REASON) & (pl.col("start") < FIRST_DOTS)
    groups = [
        (a, b, group.start, min(group.end, LAST), group.reason)
        for group in HIDDEN
        for a, b in combinations(sorted(group.states), 2)
    ]
    return pl.concat([declared.filter(joint | soviet), pl.DataFrame(groups, HOLES, orient="row")])
