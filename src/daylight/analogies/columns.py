"""Ties that were like one as a frame: one row for each pair."""

from __future__ import annotations

from typing import Any

from daylight.analogies.distance import PLACE
from daylight.analogies.records import Analogues
from daylight.bonds.columns import spread
from daylight.store.schemas.ledgers import LEDGERS


def columns(analogues: Analogues) -> dict[str, list[Any]]:
    """Return one row for each pair, the one asked about first.

    Parameters
    ----------
    analogues : Analogues

    Returns
    -------
    dict of str to list
        a and b, codes of the two states; year; word: how the two stood; the six ledgers in points
        of 100 and place, 0 to 1, each with _lo and _hi, the ends of its 90 % band, and _status;
        status, of what the relationship is made of; and distance, in points.
    """
    rows = analogues.nearest
    profiles = [analogues.profile, *(one.profile for one in rows)]
    found: dict[str, list[Any]] = {
        "a": [analogues.a.code, *(one.a.code for one in rows)],
        "b": [analogues.b.code, *(one.b.code for one in rows)],
        "year": [analogues.profile_year, *(one.year for one in rows)],
        "word": [p.word for p in profiles],
    }
    for name in LEDGERS:
        found |= spread(name, [p.ledgers[name] for p in profiles])
    found |= spread(PLACE, [p.place for p in profiles])
    found["status"] = [p.status for p in profiles]
    found["distance"] = [0.0, *(one.distance for one in rows)]
    return found
