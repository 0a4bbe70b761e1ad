"""The atlas tables of statements, meetings and places, as their source has them."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from daylight.store.schemas.statements import TABLES
from daylight.tables.step import Inputs, Step

SOURCE = "statements"
TITLE = r"^.*?; (https?://)"
SHORT = ("meetings", "places")
"""Tables of which the title of a page is left out: its address is what a reader needs."""


def _table(name: str) -> Callable[[Inputs], pl.DataFrame]:
    def make(inputs: Inputs) -> pl.DataFrame:
        rows: pl.DataFrame = inputs.source(SOURCE)[name]
        address = pl.col("citation").str.replace(TITLE, "${1}")
        return rows.with_columns(address) if name in SHORT else rows

    return make


STEPS = tuple(Step(table.name, _table(table.name), sources=(SOURCE,)) for table in TABLES)
