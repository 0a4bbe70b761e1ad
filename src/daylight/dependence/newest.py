"""The newest year in which most of a state's trade is observed by partner."""

from __future__ import annotations

import numpy as np

from daylight.measures.goods import goods
from daylight.store.atlas import Atlas

LEAST_COVERED = 0.6
"""Part of a state's trade that its known partners must make up, as for totals after 2020."""
YEARS_BACK = 10


def newest_of_state(atlas: Atlas, cow: int, year: int) -> int | None:
    """Return the last year to `year` in which most of a state's trade has its partners.

    A state of which only the United States and China report (most, in 2024) has that year for a
    few partners; who leans on whom cannot be said of it. None where there is no such year in the
    ten before.
    """
    for when in _years(atlas, year):
        read = goods(atlas, when, when)
        shares = [of.share[mine == cow] for mine, of in ((read.a, read.of_a), (read.b, read.of_b))]
        if np.nansum(np.concatenate(shares)) >= LEAST_COVERED:
            return when
    return None


def _years(atlas: Atlas, year: int) -> range:
    first, last = atlas.coverage("trade_share")
    newest = min(year, last)
    return range(newest, max(first, newest - YEARS_BACK) - 1, -1)
