"""Outcomes of one group of attempts, some years after the last push: counts, and shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from daylight.store.schemas.attempts import HORIZONS
from daylight.wedges.tried.attempt import Attempt
from daylight.wedges.tried.shares import Share, Trial, share

Population = Literal["attempts", "recognition"]


@dataclass(frozen=True, slots=True)
class Rate:
    """Outcomes of one group some years after the last push. **No base rate**: a search chose it.

    Attributes
    ----------
    population : {"attempts", "recognition"}
        Bids for recognition of Peking or Taipei are counted apart.
    by, group : str or None, str or bool or None
        Column and value; None for the whole population.
    years : int
        The horizon.
    rows, clusters : int
        Attempts whose horizon had passed.
    waiting : int
        Attempts whose horizon had not; they count nowhere else.
    success, partial, fail, unknown : int
    full : Share
        Of success.
    some : Share
        Of success or partial.
    """

    population: Population
    by: str | None
    group: str | bool | None
    years: int
    rows: int
    clusters: int
    waiting: int
    success: int
    partial: int
    fail: int
    unknown: int
    full: Share
    some: Share


def rate_of(
    population: Population,
    rows: Sequence[Attempt],
    by: str | None,
    group: str | bool | None,
    at: int,
) -> Rate:
    """Return the rate of the rows of a population with one value of a column, at a horizon.

    Parameters
    ----------
    population : {"attempts", "recognition"}
    rows : sequence of Attempt
        All of the population, with the outcomes known by the day asked for.
    by : str or None
    group : str or bool or None
    at : int
        Place of the horizon among :data:`daylight.store.schemas.attempts.HORIZONS`.
    """
    inside = [row for row in rows if by is None or getattr(row, by) == group]
    passed = [row for row in inside if row.after[at] is not None]
    counts = Counter(row.after[at] for row in passed)
    full, some = (
        share([_trial(row, by, at, good) for row in rows if row.after[at] is not None], group)
        for good in (("success",), ("success", "partial"))
    )
    return Rate(
        population=population,
        by=by,
        group=group,
        years=HORIZONS[at],
        rows=len(passed),
        clusters=len({row.cluster for row in passed}),
        waiting=len(inside) - len(passed),
        success=counts["success"],
        partial=counts["partial"],
        fail=counts["fail"],
        unknown=counts["unknown"],
        full=full,
        some=some,
    )


def _trial(row: Attempt, by: str | None, at: int, good: tuple[str, ...]) -> Trial:
    word = row.after[at]
    had = None if word == "unknown" else word in good
    return Trial(None if by is None else getattr(row, by), row.cluster, had, row.doubtful)
