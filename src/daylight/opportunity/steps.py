"""The step of the table `opportunity`: coefficients of expectations."""

from __future__ import annotations

from dataclasses import asdict, fields

import polars as pl

from daylight.opportunity.fit import Term, terms
from daylight.tables.step import Inputs, Step

READ = ("trade", "economies", "nearness", "capabilities")


def _make(inputs: Inputs) -> pl.DataFrame:
    world, ledgers = inputs.world(*READ), inputs.world("ledgers")
    last_power = int(inputs.table("capabilities")["year"].max())  # type: ignore[arg-type]
    rows = [asdict(term) for term in terms(world, ledgers, last_power)]
    return pl.DataFrame(rows, [field.name for field in fields(Term)])


STEPS = (Step("opportunity", _make, needs=(*READ, "ledgers")),)
