"""The atlas tables that a map is drawn from, as their sources have them."""

from __future__ import annotations

from datetime import date

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.tables.step import Inputs, Step

FIRST = date(1816, 1, 1)
"""First day of the state system, and so of any table."""


def _shapes(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("natural_earth")["shapes"]


def _holders(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("natural_earth")["holders"]


def _disputed(inputs: Inputs) -> pl.DataFrame:
    places = inputs.source("disputed_places")["places"].drop("note")
    shapes = inputs.source("natural_earth")["shapes"]["unit"]
    if lost := sorted(set(places["unit"].drop_nulls()) - set(shapes)):
        raise SourceChanged(
            f"disputed_places: {lost[0]!r} is no shape of natural_earth; draw it as a point."
        )
    # Gibraltar has been disputed since before there was a state system.
    return places.with_columns(pl.col("start").clip(FIRST))


STEPS = (
    Step("shapes", _shapes, sources=("natural_earth",)),
    Step("shape_holders", _holders, sources=("natural_earth",)),
    Step("disputed_places", _disputed, sources=("disputed_places", "natural_earth")),
)
