"""The step of the table `spheres`: on how many states each has the lead, by year."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from daylight.core.lineages import number_in
from daylight.ledgers.years import FIRST
from daylight.measures.measure import World
from daylight.pulls.drawn import band
from daylight.pulls.leading import leads
from daylight.pulls.pulls import DIMENSIONS, TABLES, pulls_of
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step

COLUMNS = ("cow", "year", *DIMENSIONS, "within", "within_lo", "within_hi", "power")


def rows_of_year(world: World, year: int) -> Iterator[tuple[float, ...]]:
    """Yield the rows of all states that have the lead on any other.

    Parameters
    ----------
    world : World
        With :data:`daylight.pulls.pulls.TABLES`.
    year : int
    """
    seen = pulls_of(world, year)
    found = leads(seen)
    for row, cow in enumerate(seen.roll.cows.tolist()):
        led = [int(on.sum()) for on in found.of(row).values()]
        if not any(led):
            continue
        within, might = found.within(row)
        ends = band(float(within.sum()), might.sum(axis=1))
        yield (number_in(cow, year), year, *led, int(within.sum()), *ends, row in found.powers)


def _make(inputs: Inputs) -> pl.DataFrame:
    world = inputs.world(*TABLES)
    rows: list[tuple[float, ...]] = []
    for year in range(FIRST, inputs.result(LAST_FULL_YEAR) + 1):
        rows += rows_of_year(world, year)
        inputs.tick()
    # with the types stated, as a small world may give no row
    frame = pl.DataFrame(rows, dict.fromkeys(COLUMNS, pl.Float64), orient="row")
    whole = pl.all().exclude("power").round().cast(pl.Int16)
    return frame.with_columns(whole, pl.col("power").cast(pl.Boolean))


STEPS = (Step("spheres", _make, needs=(*TABLES, LAST_FULL_YEAR)),)
