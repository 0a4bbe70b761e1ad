"""The expectation of an outcome for all pairs of a year, from coefficients that are stored."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.measures.measure import Floats, World
from daylight.opportunity.features import features, names_of
from daylight.opportunity.outcomes import Outcome
from daylight.stats.quasi import mean_of
from daylight.stats.sums import dot


@dataclass(frozen=True, slots=True)
class Expected:
    """Expectations of the pairs of a year, sorted by a and b; NaN where a feature is not known."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    mean: Floats


def expected(outcome: Outcome, world: World, year: int, last_power: int) -> Expected | None:
    """Return the expectation of an outcome for all pairs of a year.

    None where the year has no level of its own: nothing, or not enough, was observed in it.
    """
    terms = coefficients(outcome.name, world, year)
    level = terms.get(f"year {year}")
    if level is None:
        return None
    rows = features(world, year, last_power)
    names = names_of(outcome.power)
    log = dot(rows.matrix(names), np.array([terms[name] for name in names])) + level
    mean = mean_of(log, outcome.bounded) * (outcome.most if outcome.bounded else 1.0)
    return Expected(rows.a, rows.b, mean)


def coefficients(name: str, world: World, year: int) -> dict[str, float]:
    """Return the coefficients of an outcome in the period of a year, by term."""
    rows = world.rows("opportunity")
    mine = (rows["outcome"] == name) & (rows["start"] <= year) & (rows["end"] >= year)
    return dict(zip(rows["term"][mine].tolist(), rows["value"][mine].tolist(), strict=True))
