"""The atlas tables that a map is drawn from, as their sources have them."""

from __future__ import annotations

import polars as pl

from daylight.tables.step import Inputs, Step


def _shapes(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("natural_earth")["shapes"]


def _holders(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("natural_earth")["holders"]


def _disputed(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("disputed_places")["places"].drop("note")


STEPS = (
    Step("shapes", _shapes, sources=("natural_earth",)),
    Step("shape_holders", _holders, sources=("natural_earth",)),
    Step("disputed_places", _disputed, sources=("disputed_places",)),
)
