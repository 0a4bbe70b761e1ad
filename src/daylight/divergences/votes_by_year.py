"""How two states voted year by year, through changes of COW number."""

from __future__ import annotations

from datetime import date
from itertools import product

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import newest, numbers
from daylight.core.refs import StateRef
from daylight.divergences.pooled import score
from daylight.divergences.records import YearGap
from daylight.measures.issues import ALL
from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS

Counts = NDArray[np.int64]


def votes_by_year(atlas: Atlas, a: StateRef, b: StateRef, until: int) -> tuple[YearGap, ...]:
    """Return every year and issue in which both voted, oldest first by issue.

    In a year in which a state voted under two numbers, its votes under both count.
    """
    totals: dict[tuple[str, int], Counts] = {}
    end = date(until, 12, 31)
    # The state whose newest number is lower comes first, so that the order in which two are asked
    # about changes nothing.
    first, second = sorted((a, b), key=lambda state: newest(state.cow))
    for one, two in product(numbers(first.cow, end), numbers(second.cow, end)):
        for key, counts in _counted(atlas, one, two):
            if key[1] <= until:
                totals[key] = totals[key] + counts if key in totals else counts
    if not totals:
        return ()
    keys = sorted(totals)
    agreement, kappa = score(np.stack([totals[key] for key in keys]))
    return tuple(
        YearGap(year, issue, *both)
        for (issue, year), *both in zip(keys, agreement, kappa, strict=True)
    )


def _counted(atlas: Atlas, one: int, two: int) -> list[tuple[tuple[str, int], Counts]]:
    """Return the joint counts of two numbers by issue and year, those of `one` in the rows."""
    out: list[tuple[tuple[str, int], Counts]] = []
    for table in ("votes", "issue_votes"):
        rows = atlas.pair(table, one, two)
        counts = np.stack([rows[c] for c in VOTE_COUNTS], axis=1).astype(np.int64)
        if one > two:
            counts = counts.reshape(-1, 3, 3).transpose(0, 2, 1).reshape(-1, 9)
        issues = rows["issue"].tolist() if table == "issue_votes" else [ALL] * len(counts)
        out += zip(zip(issues, rows["year"].tolist(), strict=True), counts, strict=True)
    return out
