"""From raw values to the points of every item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import polars as pl

from daylight.ledgers.grid import PAIR_YEAR
from daylight.ledgers.item import Item
from daylight.ledgers.items import ITEMS
from daylight.ledgers.scored import maxima, of_item


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
        New maxima of items, see :func:`daylight.ledgers.scored.maxima`.

    Raises
    ------
    BadInput
        As :func:`daylight.ledgers.scored.maxima` does.
    """
    most = maxima(overrides)
    made = []
    for item in items:
        columns = {c: raw[c].cast(pl.Float64).to_numpy() for c in item.columns}
        scored = of_item(item, columns) * (most[item.name] / item.maximum)
        made.append(pl.Series(item.name, scored.astype(np.float32)).fill_nan(None))
    return raw.select(*PAIR_YEAR, *(item.status for item in items)).with_columns(made)
