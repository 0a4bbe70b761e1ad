"""The step of the table `communities`."""

from __future__ import annotations

import polars as pl

from daylight.communities.cores import places
from daylight.communities.layers import layers
from daylight.communities.leiden import libraries
from daylight.communities.named import lines, rows
from daylight.communities.partition import together
from daylight.communities.through import through_years
from daylight.measures.measure import World
from daylight.tables.positions.parallel import side_by_side
from daylight.tables.step import Inputs, Step

READ = ("ledgers", "nearness", "capabilities")


def communities(world: World, years: list[int]) -> pl.DataFrame:
    """Return the table of these years, which must rise.

    Parameters
    ----------
    world : World
        With `ledgers`, `nearness` and `capabilities`.
    years : list of int

    Raises
    ------
    MissingExtra
        Without the libraries of the extra `networks`.
    """
    libraries()
    given = [layers(world, year) for year in years]
    found = side_by_side((together, (one,)) for one in given)
    groups = through_years(found)
    placed = [places(one, group) for one, group in zip(found, groups, strict=True)]
    numbers = lines(placed)
    last = int(world.rows("capabilities")["year"].max())
    parts = [
        rows(one.year, one.states, place, _power(world, min(one.year, last)), numbers)
        for one, place in zip(found, placed, strict=True)
    ]
    return pl.concat(parts).sort("cow", "year")


def _power(world: World, year: int) -> dict[int, float]:
    """Return capabilities by state; after their last year those of the last."""
    found = world.years("capabilities", year, year)
    return dict(zip(found["cow"].tolist(), found["cinc"].tolist(), strict=True))


def _make(inputs: Inputs) -> pl.DataFrame:
    years = sorted(inputs.table("ledgers")["year"].unique().to_list())
    return communities(inputs.world(*READ), years)


STEPS = (Step("communities", _make, needs=READ),)
