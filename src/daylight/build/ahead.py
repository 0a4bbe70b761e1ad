"""Steps whose results no question reads yet: a build makes none of them.

Their sources are declared, and listed, fetched and verified like any other with ``daylight
sources``; a build neither fetches nor names them. They may need tables of the plan. A step moves to
:mod:`daylight.build.plan` when its table is stored.
"""

from __future__ import annotations

import polars as pl

from daylight.ledgers import steps as ledgers
from daylight.sources.desta_2_3.in_force import agreements
from daylight.sources.iia.in_force import in_force
from daylight.tables import nearness
from daylight.tables.flows import steps as flows
from daylight.tables.step import Inputs, Step


def _agreements(inputs: Inputs) -> pl.DataFrame:
    return agreements(inputs.source("desta"), inputs.source("desta_2_3"))


def _treaties(inputs: Inputs) -> pl.DataFrame:
    return in_force(inputs.source("iia"))


def _support(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("ukraine_support")["aid"]


AHEAD: tuple[Step, ...] = (
    *flows.STEPS,
    Step("agreements_to_present", _agreements, sources=("desta", "desta_2_3"), stored=False),
    Step("investment_treaties_to_present", _treaties, sources=("iia",), stored=False),
    Step("ukraine_support", _support, sources=("ukraine_support",), stored=False),
    *nearness.STEPS,
    *ledgers.STEPS,
)
