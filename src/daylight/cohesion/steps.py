"""The steps of blocs by year, and of what went along with joining one."""

from __future__ import annotations

from dataclasses import asdict, fields

import polars as pl

from daylight.cohesion.history import Row, rows_of_year
from daylight.cohesion.joining import FIRST, Case, cases, panels
from daylight.cohesion.measured import TABLES
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step

NEEDS = (*TABLES, "bloc_spells")
DECIMALS = 3
NUMBERS = ("value", "lo", "hi")


def _years(inputs: Inputs) -> pl.DataFrame:
    world = inputs.world(*NEEDS)
    rows: list[Row] = []
    for year in range(FIRST, inputs.result(LAST_FULL_YEAR) + 1):
        rows += rows_of_year(world, year)
        inputs.tick()
    names = ["bloc", "year", "what", "value", "lo", "hi", "cow"]
    # with the types stated, as a small world may give no row
    kinds = dict.fromkeys(NUMBERS, pl.Float64) | {"year": pl.Int64, "cow": pl.Int64}
    frame = pl.DataFrame(rows, names, orient="row", schema_overrides=kinds)
    return frame.with_columns(pl.col(*NUMBERS).round(DECIMALS)).sort(names[:3])


def _joining(inputs: Inputs) -> pl.DataFrame:
    world = inputs.world("votes", "rollcalls", "trade", "economies", "bloc_spells")
    years = range(FIRST, inputs.result(LAST_FULL_YEAR) + 1)
    found = cases(world, panels(world, years)) if years else ()
    frame = pl.DataFrame([asdict(one) for one in found],
                         [field.name for field in fields(Case)])  # fmt: skip
    rounded = frame.with_columns(pl.selectors.float().round(DECIMALS + 1))
    return rounded.sort("bloc", "outcome", "cow", "year")


STEPS = (
    Step("bloc_years", _years, needs=(*NEEDS, LAST_FULL_YEAR)),
    Step(
        "bloc_joining",
        _joining,
        needs=("votes", "rollcalls", "trade", "economies", "bloc_spells", LAST_FULL_YEAR),
    ),
)
