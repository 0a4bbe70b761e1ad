"""The step of the table of leaders and regimes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.regimes import TABLES
from daylight.store.writer import types
from daylight.tables.step import Inputs, Step
from daylight.tables.successions.leaders import leaders
from daylight.tables.successions.regimes import regimes
from daylight.tables.successions.row import Succession, placed

TABLE = next(table for table in TABLES if table.name == "successions")


def _make(inputs: Inputs) -> pl.DataFrame:
    return frame(_rows(inputs), inputs.log("successions"))


def _rows(inputs: Inputs) -> Iterator[Succession]:
    log = inputs.log("successions")
    archigos, reign = (inputs.source(name)["leaders"] for name in ("archigos", "reign"))
    ends = {name: inputs.coverage(name).until or date.max for name in ("reign", "gwf_regimes")}
    yield from leaders(archigos, reign, ends["reign"], log)
    yield from regimes(inputs.source("gwf_regimes")["regimes"], ends["gwf_regimes"], log)


def frame(rows: Iterable[Succession], log: IssueLog) -> pl.DataFrame:
    """Return the spells as a table, in order of the state and day.

    What ended before 1945, and what was in power while its state was none, is left out and
    counted.
    """
    every = list(rows)
    kept = [row for one in every if (row := placed(one))]
    log.note("leaders and regimes of states while they were none, left out", len(every) - len(kept))
    table = pl.DataFrame(kept, types(TABLE), orient="row")
    return table.sort("kind", "cow", "day", "until", nulls_last=True)


STEPS = (Step("successions", _make, sources=TABLE.sources),)
