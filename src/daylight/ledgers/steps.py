"""The steps of the ledgers: raw values, points, and the six ledgers. None is stored yet."""

from __future__ import annotations

import polars as pl

from daylight.ledgers.given import Given
from daylight.ledgers.ledger import ledgers
from daylight.ledgers.points import points
from daylight.ledgers.raw import raw
from daylight.tables.step import Inputs, Step

SOURCES = (
    "atop", "blocs", "dcad", "defence_facts", "desta", "desta_2_3", "exercises", "gsdb", "icb",
    "icb_v16", "igo", "iia", "mid", "mie", "relations", "rivalries", "sipri_classes", "troopdata",
    "ucdp", "us_troops_reports",
)  # fmt: skip
"""Sources read here; votes and trade come by way of the tables made of them."""
TABLES = ("votes", "ideal_points")
"""Tables of the plan that the raw values need."""


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


def _ledgers(inputs: Inputs) -> pl.DataFrame:
    return ledgers(inputs.table("ledger_points"))


STEPS = (
    Step("ledger_raw", _raw, sources=SOURCES, needs=(*TABLES, "trade_volumes"), stored=False),
    Step("ledger_points", _points, needs=("ledger_raw",), stored=False),
    Step("ledgers", _ledgers, needs=("ledger_points",), stored=False),
)
