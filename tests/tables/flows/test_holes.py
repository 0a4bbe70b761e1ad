"""Holes of trade: groups that left each other out, and of COW Trade what is still used."""

from __future__ import annotations

import polars as pl

from daylight.sources.cow_trade.holes import (
    FRG_REASON,
    HOLES,
    JOINT_REASON,
    SOVIET_REASON,
)
from daylight.tables.flows.cells import LAST
from daylight.tables.flows.holes import trade_holes


def test_what_other_reports_repair_is_no_hole_and_the_groups_are() -> None:
    declared = [
        (212, None, 1950, 1996, JOINT_REASON),
        (260, None, 1960, 1990, FRG_REASON),
        (365, 630, 1955, 1955, SOVIET_REASON),
        (365, 630, 1963, 1963, SOVIET_REASON),
    ]
    found = trade_holes(pl.DataFrame(declared, HOLES, orient="row"))
    rows = found.select("cow", "partner", "start", "end").rows()
    assert rows[:2] == [(212, None, 1950, 1996), (365, 630, 1955, 1955)]
    assert {(710, 713, 1949, 1989), (731, 732, 1945, LAST), (260, 265, 1945, 1990)} <= set(rows)
    assert not found.filter(pl.col("reason") == FRG_REASON).height
    assert all(a < b for a, b, *_ in rows if b is not None)
