"""What is measured of every bloc and year, as rows of the table `bloc_years`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from daylight.cohesion.measured import Measured, Year
from daylight.core.lineages import number_in
from daylight.measures.measure import World
from daylight.pulls.pulls import pulls_of
from daylight.pulls.square import Roll

Row = tuple[str, int, str, float, float | None, float | None, int | None]
"""Bloc, year, measure, value, the ends of its interval, and the state that it is of."""
Cell = tuple[str, float, float | None, float | None, int | None]
LEAST = 2
"""Members below which there is nothing to measure."""


def rows_of_year(world: World, year: int) -> Iterator[Row]:
    """Yield the rows of all blocs that had two members at the end of a year.

    Parameters
    ----------
    world : World
        With :data:`daylight.cohesion.measured.TABLES` and `bloc_spells`.
    year : int
    """
    seen = Year.of(world, pulls_of(world, year))
    for bloc, members in seen.members(date(year, 12, 31)).items():
        if len(members) >= LEAST:
            for cell in rows_of(seen.measured(members), seen.pulls.roll):
                yield (bloc, year, *cell)


def rows_of(found: Measured, roll: Roll) -> Iterator[Cell]:
    """Yield what is measured of one bloc in one year; what is not known has no row.

    Trade of a year before is left out.
    """
    yield "members", float(len(found.members)), None, None, None
    share = found.shares.share
    if not np.isnan(share.value).all():
        k = int(np.nanargmax(share.value))
        ends = float(share.lo[k]), float(share.hi[k])
        yield "hub_share", float(share.value[k]), *ends, _then(roll, found.members[k])
    for tether in found.tethers:
        if tether.hub is not None:
            yield f"{tether.dimension}_hub", *tether.hub, None
        if tether.outside is not None and tether.outsider is not None:
            yield f"{tether.dimension}_outside", *tether.outside, _then(roll, tether.outsider)
    if found.votes is not None:
        yield "agreement", found.votes.agreement, None, None, None
        yield "excess", found.votes.excess, found.votes.lo, found.votes.hi, None
    if found.distance is not None:
        yield "distance", *found.distance, None
    if found.trade is not None and found.trade.year == roll.year:
        yield "inside_share", found.trade.share, None, None, None
        if found.trade.ratio is not None:
            yield "inside_ratio", found.trade.ratio, found.trade.lo, found.trade.hi, None


def _then(roll: Roll, row: int) -> int:
    """Return the number that a state had in the year."""
    return number_in(int(roll.cows[row]), roll.year)
