"""Tables of what states are, as their sources give it: capabilities and regimes."""

from __future__ import annotations

import polars as pl

from daylight.tables.step import Inputs, Step


def _capabilities(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("nmc")["capabilities"].filter(pl.col("cinc").is_not_null())


def _regimes(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("regimes")["regimes"]


STEPS = (
    Step("capabilities", _capabilities, sources=("nmc",)),
    Step("regimes", _regimes, sources=("regimes",)),
)
