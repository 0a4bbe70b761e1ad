"""The table of holes: years and states of which a table is known to know nothing."""

from __future__ import annotations

import polars as pl

from daylight.tables.step import Inputs, Step

HOLES = {"trade": "cow_trade", "igo_members": "igo"}
"""Tables with holes, and the source that declares them."""


def _make(inputs: Inputs) -> pl.DataFrame:
    parts = [
        inputs.source(source)["holes"].with_columns(table=pl.lit(table))
        for table, source in HOLES.items()
    ]
    return pl.concat(parts).with_columns(pl.col("partner").fill_null(0))


STEPS = (Step("holes", _make, sources=tuple(HOLES.values())),)
