"""A bond as a frame, one row a year and measure, oldest first; and quantities as columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daylight.bonds.records import Bond, Quantity, YearOf
from daylight.ledgers.relationship.form import ENTERS
from daylight.store.schemas.ledgers import LEDGERS

PLACE, RIVALRY = "relationship", "p_rivalry"
"""The two measures beside the ledgers, by the names that they have in panels too."""


def columns(bond: Bond) -> dict[str, list[Any]]:
    """Return the history of a pair in columns.

    Parameters
    ----------
    bond : Bond

    Returns
    -------
    dict of str to list
        year; measure: one of the six ledgers in points of 100, ``relationship``, the expected
        place on the peace scale from 0 to 1, or ``p_rivalry``, the chance of rivalry from 0 to 1;
        value, lo and hi with their 90 % band, which is the value where all is seen; status in
        words of :data:`daylight.core.status.Known`; and seen, the part of the ledger's maxima
        that is seen, 0 to 1. Of the place and the chance, seen is that of the ledger that is seen
        least among those that they are made of. Years are compared only where it is about the
        same.
    """
    rows = [row for year in bond.history for row in _of(year)]
    names = ("year", "measure", "value", "lo", "hi", "status", "seen")
    return {name: [row[k] for row in rows] for k, name in enumerate(names)}


def _of(year: YearOf) -> list[tuple[Any, ...]]:
    rows = [_row(year.year, name, year.ledgers[name], year.seen[name]) for name in LEDGERS]
    least = min(year.seen[name] for name in ENTERS)
    others = ((PLACE, year.place), (RIVALRY, year.p_rivalry))
    return rows + [_row(year.year, name, q, least) for name, q in others]


def _row(year: int, measure: str, q: Quantity, seen: float) -> tuple[Any, ...]:
    return year, measure, q.value, q.lo, q.hi, q.status, seen


def spread(name: str, quantities: Sequence[Quantity]) -> dict[str, list[Any]]:
    """Return quantities of one name in columns: value, the ends of the 90 % band, and status.

    Of a band too wide for a number the ends are there, and no value.
    """
    return {
        name: [q.value for q in quantities],
        f"{name}_lo": [q.lo for q in quantities],
        f"{name}_hi": [q.hi for q in quantities],
        f"{name}_status": [q.status for q in quantities],
    }
