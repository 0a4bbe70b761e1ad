"""From the ties that sources code to the tables `ties` and `tie_cover`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from daylight.sources.kit.ties.spells import KEYS, cover, spells
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.tables.step import Inputs

CodedTie = tuple[Tie, Made]
"""A tie with the years that it really has, and its rows."""
LOG = "ties"


def maker(tie: Tie, sources: tuple[str, ...]) -> Callable[[Inputs], CodedTie]:
    """Return the function that makes one tie from the tables of its sources."""

    def make(inputs: Inputs) -> CodedTie:
        made = tie.make({name: inputs.source(name) for name in sources}, inputs.log(LOG))
        return (replace(tie, start=made.span[0], end=made.span[1]) if made.span else tie), made

    return make


def ties(inputs: Inputs) -> pl.DataFrame:
    """Return the table of ties: consecutive years of one value as one row."""
    log = inputs.log(LOG)
    made: list[CodedTie] = [inputs.result(name) for name in inputs.needs]
    parts = [spells(tie, rows, log) for tie, rows in made]
    return pl.concat([pl.DataFrame(schema=KEYS | {"value": pl.Float32}), *parts])


def tie_cover(inputs: Inputs) -> pl.DataFrame:
    """Return the table of where a pair without a row has no tie."""
    made: list[CodedTie] = [inputs.result(name) for name in inputs.needs]
    parts = [cover(tie, rows) for tie, rows in made]
    return pl.concat([pl.DataFrame(schema=KEYS), *parts])
