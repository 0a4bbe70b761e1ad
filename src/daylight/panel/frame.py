"""From the plan of a panel to its frame: rows with their keys, and the columns of its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from daylight.measures.narrow import narrowed
from daylight.panel.columns import OF_STATES, codes, of_pairs, of_states
from daylight.panel.plan import Plan
from daylight.panel.rows import gw_members, pair_rows, state_rows
from daylight.store.atlas import current

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]


def frame(plan: Plan) -> pl.DataFrame:
    """Return the frame of a plan, its numbers with no more decimals than they have."""
    import polars as pl

    from daylight.show.short import shortest

    columns = _of_states(plan) if plan.unit == "state-year" else _of_pairs(plan)
    made = {
        name: pl.Series(name, values, dtype=pl.String) if isinstance(values, list) else values
        for name, values in columns.items()
    }
    return shortest(pl.DataFrame(made, nan_to_null=True))


def _of_states(plan: Plan) -> dict[str, Any]:
    cow, year = state_rows(plan.years(), plan.wanted, plan.system)
    columns: dict[str, Any] = {"state": codes(cow, year), "cow": cow.astype(np.int16)}
    if plan.system == "gw":
        columns["gw"] = _gw(cow, year).astype(np.int16)
    columns["year"] = year.astype(np.int16)
    for name in plan.measures:
        columns |= of_states(plan.atlas or current(), name, cow, year, plan.extras)
    return columns


def _of_pairs(plan: Plan) -> dict[str, Any]:
    atlas = plan.atlas or current()
    rows = pair_rows(plan.years(), plan.wanted, plan.system, plan.directed)
    a, b, year = rows.a, rows.b, rows.year
    numbers: dict[str, Any] = {}
    if plan.system == "gw":
        one, other = _gw(a, year), _gw(b, year)
        # The two systems order some states differently: keys follow the numbers asked for.
        turned = (one > other) & (not plan.directed)
        a, b = np.where(turned, b, a), np.where(turned, a, b)
        one, other = np.where(turned, other, one), np.where(turned, one, other)
        numbers = {"a_gw": one.astype(np.int16), "b_gw": other.astype(np.int16)}
    columns: dict[str, Any] = {
        "a": codes(a, year),
        "b": codes(b, year),
        "a_cow": a.astype(np.int16),
        "b_cow": b.astype(np.int16),
        **numbers,
        "year": year.astype(np.int16),
    }
    world = narrowed(atlas, plan.wanted.numbers())
    for name in plan.measures:
        if name in OF_STATES:
            for side, cow in (("_a", a), ("_b", b)):
                columns |= of_states(atlas, name, cow, year, plan.extras, side)
        else:
            columns |= of_pairs(atlas, name, rows, plan.extras, world)
    return columns


def _gw(cow: Ints, year: Ints) -> Ints:
    """Return the Gleditsch-Ward number of each state in its year."""
    found = np.zeros(len(cow), np.int64)
    for when in np.unique(year).tolist():
        numbers = np.zeros(1000, np.int64)
        for number, gw in gw_members(when).items():
            numbers[number] = gw
        found[year == when] = numbers[cow[year == when]]
    return found
