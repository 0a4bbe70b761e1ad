"""Rows of one pair, out of a table that is read once as a whole.

To read a pair takes a sixth of the time of the whole table, whichever pair it is: who asks for
many, such as a folder of articles, asks here. The largest two that are asked for hold 55 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

import numpy as np
from numpy.typing import NDArray

from daylight.store.atlas import Atlas, Columns

TABLES = 8
"""Whole tables that are kept."""
SHIFT = 1_000
"""More than any number of a state."""
FEW = 4
"""Pairs that are read one by one before the whole is: one question asks for no more."""
Keys = NDArray[np.int64]


def of_pair(atlas: Atlas, name: str, a: int, b: int) -> Columns:
    """Return all rows of a dyad table for one pair, oldest first, as :meth:`Atlas.pair` does.

    Parameters
    ----------
    atlas : Atlas
    name : str
        Table with the columns ``a``, ``b`` and ``year``.
    a, b : int
        COW numbers, in any order.

    Raises
    ------
    AtlasTooOld
        When the atlas was built before there was such a table.
    """
    if next(_asked(atlas, name)) < FEW:
        return atlas.pair(name, a, b)
    keys, columns = _sorted(atlas, name)
    low, high = sorted((a, b))
    first, last = np.searchsorted(keys, (low * SHIFT + high, low * SHIFT + high + 1)).tolist()
    return {column: values[first:last] for column, values in columns.items()}


@lru_cache(maxsize=TABLES)
def _asked(atlas: Atlas, name: str) -> Iterator[int]:
    return count()


@lru_cache(maxsize=TABLES)
def _sorted(atlas: Atlas, name: str) -> tuple[Keys, Columns]:
    columns = atlas.rows(name, "true ORDER BY a, b, year")
    return np.asarray(columns["a"], np.int64) * SHIFT + np.asarray(columns["b"], np.int64), columns
