"""Maxima of items, and the points of one item from arrays of raw values.

Apart from :mod:`daylight.ledgers.points`, so that a question need not load Polars.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from daylight.core.errors import BadInput
from daylight.ledgers.curves import TOP, Floats
from daylight.ledgers.item import Item
from daylight.ledgers.items import ITEMS, item_of


def maxima(overrides: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return the most points of each item, with those that the user sets.

    Parameters
    ----------
    overrides : mapping of str to float, optional
        New maxima of items; 0 leaves an item out. Its curve is stretched or shrunk to it.

    Raises
    ------
    BadInput
        For an item that there is not, or points below 0, above 100 or that are no number.
    """
    own = {item.name: item.maximum for item in ITEMS}
    for name, points in (overrides or {}).items():
        item_of(name)
        number = isinstance(points, (int, float)) and not isinstance(points, bool)
        if not (number and 0 <= points <= TOP):
            raise BadInput(
                f"{points!r} points for {name}: give a number from 0, which leaves the item out, "
                f"to {TOP:g}, the most that a ledger holds."
            )
        own[name] = float(points)
    return own


def of_item(item: Item, raw: Mapping[str, Floats]) -> Floats:
    """Return the points of an item from its columns of raw values, NaN where none is known."""
    directions = [item.shape.points(np.asarray(raw[c], float)) for c in item.columns]
    joined = item.join(*directions) if item.directed else directions[0]
    return np.clip(joined, 0.0, item.maximum)
