"""The atlas table of shocks that tested a tie of two states, as its source has them."""

from __future__ import annotations

import polars as pl

from daylight.tables.step import Inputs, Step


def _shocks(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("shocks")["shocks"].drop("id", "note")


STEPS = (Step("shocks", _shocks, sources=("shocks",)),)
