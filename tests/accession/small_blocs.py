"""Small blocs for tests: rows as tables hold them."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from daylight.accession.roster import FIRST, Roster

Columns = dict[str, np.ndarray[Any, Any]]
NOT_KNOWN = np.datetime64("NaT", "D")
FRANCE, GERMANY, BELGIUM, POLAND, CHAD = 220, 255, 211, 290, 483


def spells(*rows: tuple[str, int, str, str, str]) -> Columns:
    """Return rows of bloc, cow, start, end, status; an empty end is open."""
    bloc, cow, start, end, status = zip(*rows, strict=True)
    return {
        "bloc": np.array(bloc, object),
        "cow": np.array(cow),
        "start": np.array(start, "datetime64[D]"),
        "end": np.array([np.datetime64(e) if e else NOT_KNOWN for e in end], "datetime64[D]"),
        "status": np.array(status, object),
    }


def nearness(*rows: tuple[int, int, int, int]) -> Columns:
    """Return rows of a, b, km, contiguity that hold from 1946 to 2025."""
    a, b, km, kind = (np.array(part) for part in zip(*rows, strict=True))
    start, end = np.full(len(a), 1946), np.full(len(a), 2025)
    return {"a": a, "b": b, "start": start, "end": end, "km": km, "contiguity": kind}


def positions(theta: dict[int, float], years: range) -> Columns:
    """Return the same position of each state in every year."""
    rows = [(cow, year, value) for cow, value in theta.items() for year in years]
    cow, year, value = (np.array(part) for part in zip(*rows, strict=True))
    return {"cow": cow, "year": year, "theta": value.astype(float)}


def at(known: Roster, day: date, bloc: str, cow: int) -> tuple[int, int, int]:
    """Return the places of a day, a bloc and a state."""
    return known.days.index(day), known.blocs.index(bloc), int(np.searchsorted(known.cows, cow))


def end_of(year: int) -> int:
    """Return the place of the end of a year."""
    return year - FIRST
