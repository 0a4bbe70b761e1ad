"""From raw values to the points of every item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from daylight.core.errors import BadInput
from daylight.ledgers.curves import TOP
from daylight.ledgers.grid import PAIR_YEAR
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


def of_item(item: Item) -> pl.Expr:
    """Return the points of an item from the columns of its raw values, null where none is known."""
    directions = [item.shape.points(pl.col(c).cast(pl.Float64)) for c in item.columns]
    joined = item.join(*directions) if item.directed else directions[0]
    return joined.clip(0.0, item.maximum).alias(item.name)


def points(
    raw: pl.DataFrame,
    overrides: Mapping[str, float] | None = None,
    items: Iterable[Item] = ITEMS,
) -> pl.DataFrame:
    """Return a, b, year, and the points and status of every item.

    Parameters
    ----------
    raw : DataFrame
        From :func:`daylight.ledgers.raw.raw`.
    overrides : mapping of str to float, optional
        New maxima of items, see :func:`maxima`.

    Raises
    ------
    BadInput
        As :func:`maxima` does.
    """
    most = maxima(overrides)
    made = [
        (of_item(item) * (most[item.name] / item.maximum)).cast(pl.Float32).alias(item.name)
        for item in items
    ]
    return raw.select(*PAIR_YEAR, *made, *(item.status for item in items))
