"""The atlas tables of statements, meetings and places, as their source has them."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from daylight.store.schemas.statements import TABLES
from daylight.tables.step import Inputs, Step

SOURCE = "statements"


def _table(name: str) -> Callable[[Inputs], pl.DataFrame]:
    return lambda inputs: inputs.source(SOURCE)[name]


STEPS = tuple(Step(table.name, _table(table.name), sources=(SOURCE,)) for table in TABLES)
