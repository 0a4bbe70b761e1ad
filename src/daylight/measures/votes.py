"""Shared part of the vote measures: joint counts of a year to one score for each pair."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from daylight.measures.measure import Measure, Values, World
from daylight.stats.agreement import Chance, Distance, agreement
from daylight.store.schemas import VOTE_COUNTS

HAEGE = "Haege 2011, Political Analysis 19:287-305"
SIGNORINO_RITTER = "Signorino & Ritter 1999, ISQ 43:115-144"
AGENDA_BREAK = 2025
"""From this year texts that used to pass by consensus are put to a recorded vote."""


def score(distance: Distance, chance: Chance) -> Callable[[World, int, int], Values]:
    """Return the function that scores all pairs and years by this distance and correction."""

    def compute(world: World, start: int, end: int) -> Values:
        rows = world.years("votes", start, end)
        counts = np.stack([rows[c] for c in VOTE_COUNTS], axis=1)
        found = agreement(counts, distance, chance)
        status = np.where(np.isnan(found.value), 2, 0).astype(np.int8)
        a, b, year = (rows[c].astype(np.int64) for c in ("a", "b", "year"))
        return Values(a, b, year, found.value, found.lo, found.hi, found.n, status)

    return compute


def vote_measure(
    name: str, title: str, distance: Distance, chance: Chance, citation: str
) -> Measure:
    """Return the measure of agreement in UN votes with this distance and correction."""
    share = chance == "none"
    return Measure(
        name=name,
        title=title,
        unit="share of common roll calls" if share else "score, 1 is full agreement",
        low=0.0 if share else -1.0,
        high=1.0,
        directed=False,
        undirected="same",
        table="votes",
        absence="missing",
        citation=citation,
        compute=score(distance, chance),
    )
