"""The atlas tables of the recognition of Peking and of Taipei, as their source has them."""

from __future__ import annotations

import polars as pl

from daylight.tables.step import Inputs, Step


def _spells(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("recognition")["spells"].drop("note")


def _switches(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("recognition")["switches"].drop("note")


STEPS = (
    Step("recognition_spells", _spells, sources=("recognition",)),
    Step("recognition_switches", _switches, sources=("recognition",)),
)
