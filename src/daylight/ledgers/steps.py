"""The steps of the ledgers: raw values, points, and the tables of the atlas."""

from __future__ import annotations

import numpy as np
import polars as pl

from daylight.core.lineages import pair_number
from daylight.ledgers.given import Given
from daylight.ledgers.ledger import ledgers
from daylight.ledgers.make import Coded, LedgerTables, ledger_tables
from daylight.ledgers.nowcast.cube import Cube, cube
from daylight.ledgers.points import points
from daylight.ledgers.raw import raw
from daylight.ledgers.years import FIRST
from daylight.sources.peace_scale.yearly import LEVEL
from daylight.tables.step import Inputs, Step

SOURCES = (
    "atop", "blocs", "dcad", "defence_facts", "desta", "desta_2_3", "exercises", "gsdb", "icb",
    "icb_v16", "igo", "iia", "mid", "mie", "relations", "rivalries", "sipri_classes", "troopdata",
    "ucdp", "us_troops_reports",
)  # fmt: skip
"""Sources read here; votes and trade come by way of the tables made of them."""
TABLES = ("votes", "ideal_points")
"""Tables of the plan that the raw values need."""
CLOSE_KM, CONTIGUOUS = 1000, 3
"""Near are pairs whose capitals are closer, or with a border: land, or up to 24 miles of water."""
FIT_TO = 2014
"""Last year of the peace scale that the relationship is fitted on, as of the lists of disputes."""


def _raw(inputs: Inputs) -> pl.DataFrame:
    return raw(
        Given(
            sources={name: inputs.source(name) for name in SOURCES},
            votes=inputs.table("votes"),
            positions=inputs.table("ideal_points"),
            volumes=inputs.table("trade_volumes"),
            log=inputs.log("ledgers"),
        )
    )


def _points(inputs: Inputs) -> pl.DataFrame:
    return points(inputs.table("ledger_raw"))


def _tables(inputs: Inputs) -> LedgerTables:
    made, scored = inputs.table("ledger_raw"), inputs.table("ledger_points")
    near = inputs.table("nearness")
    close = near.filter((pl.col("km") < CLOSE_KM) | pl.col("contiguity").is_between(1, CONTIGUOUS))
    pairs = {pair_number(a, b) for a, b in close.select("a", "b").iter_rows()}
    whole = cube(scored, made["held"], pairs)
    log = inputs.log("peace_scale")
    levels = LEVEL.made({"peace_scale": inputs.source("peace_scale")}, log).rows
    return ledger_tables(whole, made, ledgers(scored), coded(whole, levels), inputs.tick)


def coded(whole: Cube, levels: pl.DataFrame) -> Coded:
    """Return where in a cube the levels of the peace scale belong.

    Parameters
    ----------
    whole : Cube
    levels : DataFrame
        cow, partner, year, value: of :data:`daylight.sources.peace_scale.yearly.LEVEL`.
    """
    rows = levels.filter(pl.col("year").is_between(FIRST, FIT_TO))
    keys = np.array(
        [pair_number(a, b) for a, b in rows.select("cow", "partner").iter_rows()], np.int64
    )
    unit = np.minimum(np.searchsorted(whole.keys, keys), len(whole.keys) - 1)
    year = rows["year"].to_numpy().astype(np.int64) - FIRST
    there = np.flatnonzero((whole.keys[unit] == keys) & whole.alive[unit, year])
    level = rows["value"].to_numpy()
    # in the year of a change of number the scale has a row of each, which stand for one pair
    _, first = np.unique(np.stack([unit[there], year[there]]), axis=1, return_index=True)
    once = there[np.sort(first)]
    return Coded(unit[once], year[once], level[once])


def _table(name: str, of: str) -> Step:
    def make(inputs: Inputs) -> pl.DataFrame:
        frame: pl.DataFrame = getattr(inputs.result("ledger_tables"), of)
        return frame

    return Step(name, make, needs=("ledger_tables",))


STEPS = (
    Step("ledger_raw", _raw, sources=SOURCES, needs=(*TABLES, "trade_volumes"), stored=False),
    Step("ledger_points", _points, needs=("ledger_raw",), stored=False),
    Step(
        "ledger_tables",
        _tables,
        sources=("peace_scale",),
        needs=("ledger_raw", "ledger_points", "nearness"),
        stored=False,
    ),
    _table("ledger_items", "items"),
    _table("ledgers", "ledgers"),
    _table("relationship_weights", "weights"),
)
