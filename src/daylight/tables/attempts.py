"""The atlas table of attempts to part two states, as its source has them."""

from __future__ import annotations

import polars as pl

from daylight.store.schemas.attempts import TABLES
from daylight.tables.step import Inputs, Step


def _attempts(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("attempts")["attempts"].select(*TABLES[0].columns)


STEPS = (Step("attempts", _attempts, sources=("attempts",)),)
