"""The table of holes: years and states of which a table is known to know nothing."""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.holes import trade_holes
from daylight.tables.step import Inputs, Step

SOURCES = ("cow_trade", "igo")
"""Sources that declare holes."""


def _make(inputs: Inputs) -> pl.DataFrame:
    trade = trade_holes(inputs.source("cow_trade")["holes"])
    igos = inputs.source("igo")["holes"]
    parts = [
        frame.with_columns(table=pl.lit(name))
        for name, frame in (("trade", trade), ("igo_members", igos))
    ]
    return pl.concat(parts).with_columns(pl.col("partner").fill_null(0))


STEPS = (Step("holes", _make, sources=SOURCES),)
