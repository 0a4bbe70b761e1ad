"""The steps of the tables of bonds: coverage, positions, latent levels, loadings."""

from __future__ import annotations

import polars as pl

from daylight.bonds import coverage
from daylight.bonds.components import COMPONENTS
from daylight.bonds.make import BondTables, bond_tables
from daylight.measures import measure
from daylight.tables.spans import spans_step
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step

MADE, SPANS = "bond_tables", "bond_spans"
BESIDE = {"bloc_spells": ("blocs",), "igo_members": ("holes",), "ties": ("tie_cover",)}
"""Tables that measures of a table read as well."""
MEASURES = tuple(measure(c.measure) for c in COMPONENTS)
OWN = tuple(dict.fromkeys(m.table for m in MEASURES))
READ = tuple(dict.fromkeys([*OWN, *(name for table in OWN for name in BESIDE.get(table, ()))]))
"""Tables that the components are read from."""


def _bond_tables(inputs: Inputs) -> BondTables:
    last_full_year = inputs.result(LAST_FULL_YEAR)
    return bond_tables(inputs.world(*READ), inputs.result(SPANS), last_full_year, inputs.tick)


def _bonds(inputs: Inputs) -> pl.DataFrame:
    made: BondTables = inputs.result(MADE)
    return made.bonds


def _levels(inputs: Inputs) -> pl.DataFrame:
    made: BondTables = inputs.result(MADE)
    return made.levels


def _loadings(inputs: Inputs) -> pl.DataFrame:
    made: BondTables = inputs.result(MADE)
    log, table = inputs.log("levels"), made.loadings
    for (dimension,) in table.filter(~pl.col("converged")).select("dimension").unique().rows():
        log.warn(f"the latent model of the {dimension} dimension did not converge", 1)
    return table


STEPS = (
    *coverage.STEPS,
    spans_step(SPANS, MEASURES),
    Step(MADE, _bond_tables, needs=(SPANS, *READ, LAST_FULL_YEAR), stored=False),
    Step("bonds", _bonds, needs=(MADE,)),
    Step("levels", _levels, needs=(MADE,)),
    Step("loadings", _loadings, needs=(MADE,)),
)
