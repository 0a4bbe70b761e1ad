"""Rows of a pair from the atlas, followed through changes of COW number."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.records import Quantity
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.core.states import get, lineage
from daylight.core.status import Known
from daylight.measures.ledgers import chance_of
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import PART_STEP, POINT_STEP

Row = dict[str, float]
UNPUBLISHED = 50.0
"""A ledger whose band is wider, in points, has no number."""
UNSURE = 0.5
"""A chance whose band is wider has no number."""


def rows(atlas: Atlas, table: str, a: StateRef, b: StateRef, until: int) -> dict[int, Row]:
    """Return the rows of a table of pairs by year, up to a year; missing numbers are NaN.

    The first state is `a` of the rows, whatever its number: columns ``_ab`` are of it.
    """
    end = date(until, 12, 31)
    found: dict[int, Row] = {}
    for one, two in product(numbers(a.cow, end), numbers(b.cow, end)):
        table_rows = atlas.pair(table, one, two)
        turned = one > two
        columns = {_turned(name, turned): _plain(x) for name, x in table_rows.items()}
        for k, year in enumerate(table_rows["year"].tolist()):
            if year <= until:
                # Where both numbers exist in the year of change, the successor counts.
                found[year] = {name: float(x[k]) for name, x in columns.items()}
    return dict(sorted(found.items()))


def _turned(name: str, turned: bool) -> str:
    """Return the name of a directed column as the first state sees it."""
    ends = {"_ab": "_ba", "_ba": "_ab"}
    return name[:-3] + ends[name[-3:]] if turned and name[-3:] in ends else name


def _plain(column: NDArray[Any]) -> NDArray[np.float64]:
    return np.asarray(column, np.float64)


def quantity(row: Row, name: str, seen: Known = "observed") -> Quantity:
    """Return a ledger or an item of a stored row.

    Parameters
    ----------
    row : dict
    name : str
        Column of the value; its ends stand beside it.
    seen : Known
        Status where no band is stored.
    """
    value, lo, hi = (row[f"{name}{end}"] * POINT_STEP for end in ("", "_lo", "_hi"))
    if np.isnan(value):
        return Quantity(None, None, None, "missing")
    if np.isnan(lo):
        return Quantity(value, value, value, seen)
    held = row.get(f"{name}_holds", np.nan)
    holds = None if np.isnan(held) else round(held * PART_STEP, 2)
    if hi - lo > UNPUBLISHED:
        return Quantity(None, lo, hi, "not_published", holds)
    return Quantity(value, min(lo, value), max(hi, value), "carried", holds)


def chance(row: Row, name: str, status: Known) -> Quantity:
    """Return a stored chance with its band, rounded to a hundredth of a per cent."""
    steps = np.array([row[f"{name}{end}"] for end in ("", "_lo", "_hi")])
    if np.isnan(steps).any():
        return Quantity(None, None, None, "missing")
    value, lo, hi = (round(float(x), 4) for x in chance_of(steps))
    if hi - lo > UNSURE:
        return Quantity(None, lo, hi, "not_published")
    return Quantity(value, min(lo, value), max(hi, value), status)


def lineage_note(a: StateRef, b: StateRef, until: int) -> str | None:
    """Say which COW numbers a history follows, or None when neither state changes number."""
    end = date(until, 12, 31)
    notes = []
    for state in (a, b):
        if len(numbers(state.cow, end)) < 2:
            continue
        spells = [
            f"{cow} ({start.year}-{'' if last is None else last.year})"
            for cow, start, last in lineage(state.cow)
            if start <= end
        ]
        notes.append(f"{get(state.cow).name} is followed through COW {', '.join(spells)}")
    return "; ".join(notes) + "." if notes else None
