"""Whether there is more or less between two states than their places and sizes let expect.

The comparison is no cause: two states may trade more than expected for many reasons, and a
relation is only one of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import LEVEL, Estimate, absent
from daylight.measures.measure import Floats, World
from daylight.opportunity.expected import Expected, expected
from daylight.opportunity.features import CARRIED, Features, aligned
from daylight.opportunity.outcomes import OUTCOMES, Outcome, observed

Ints = NDArray[np.int64]
LIKE = 200
"""Pairs of the year whose expectation is nearest, among which a pair has its place."""
LEAST_LIKE = 50


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One outcome of one pair in one year, against its expectation.

    Attributes
    ----------
    outcome, title, unit : str
    year : int
    observed : Estimate
        In `unit`.
    expected : Estimate
        What pairs of these sizes and places have in the mean; its interval holds 90 % of the like
        pairs.
    ratio : Estimate
        Observed over expected; its interval is that of the observation.
    rank : float or None
        Percentage of like pairs that have less for their expectation, those with as much counted
        half.
    n : int
        Like pairs: the other pairs of the year with the nearest expectations.
    unknown : tuple of str
        What is not known, in words; empty where all is.
    """

    outcome: str
    title: str
    unit: str
    year: int
    observed: Estimate
    expected: Estimate
    ratio: Estimate
    rank: float | None
    n: int
    unknown: tuple[str, ...]


def opportunities(
    world: World, a: int, b: int, year: int, last_power: int, ledgers: World | None = None
) -> tuple[Opportunity, ...]:
    """Return every outcome of a pair in a year against its expectation.

    Parameters
    ----------
    world : World
        With `trade`, `economies`, `nearness`, `capabilities` and `opportunity`.
    a, b : int
        COW numbers of the year.
    last_power : int
        Last year of capabilities.
    ledgers : World, optional
        With the table `ledgers`; without it only trade is answered.
    """
    return tuple(opportunity(o, world, a, b, year, last_power, ledgers) for o in OUTCOMES)


def opportunity(
    outcome: Outcome,
    world: World,
    a: int,
    b: int,
    year: int,
    last_power: int,
    ledgers: World | None = None,
) -> Opportunity:
    """Return one outcome of a pair in a year against its expectation; see :func:`opportunities`."""
    low, high = sorted((a, b))
    means = expected(outcome, world, year, last_power)
    seen = observed(outcome, world, ledgers, year)
    if means is None or seen is None:
        why = f"{outcome.title} of {year} is not observed for enough pairs"
        return _nothing(outcome, year, (why,))
    hit = np.flatnonzero((means.a == low) & (means.b == high))
    if not len(hit):
        return _nothing(outcome, year, (f"the two were not both members of the system in {year}",))
    at = int(hit[0])
    value, low_end, high_end = (
        _placed(means, seen.a, seen.b, column) for column in (seen.value, seen.lo, seen.hi)
    )
    unknown = []
    if np.isnan(means.mean[at]):
        unknown.append("the GDP or the capabilities of one of them")
    if np.isnan(value[at]):
        unknown.append(f"{outcome.title.lower()} of the two in {year}")
    if outcome.power and last_power < year <= last_power + CARRIED:
        unknown.append(f"capabilities after {last_power}, taken as they were then")
    if outcome.bounded and low_end[at] < high_end[at]:
        unknown.append(f"a part of {outcome.title.lower()}, carried past the end of its sources")
    if np.isnan(means.mean[at]):
        return _nothing(outcome, year, tuple(unknown))
    like = _like(means.mean, value, at)
    quotients = value[like] / means.mean[like]
    mean = float(means.mean[at])
    enough = len(like) >= LEAST_LIKE
    own = Estimate(mean, *_range(outcome, mean, quotients)) if enough else absent("missing")
    if np.isnan(value[at]):
        return Opportunity(
            outcome.name, outcome.title, outcome.unit, year, absent("missing"), own,
            absent("missing"), None, len(like), tuple(unknown),
        )  # fmt: skip
    found, least, most = (float(column[at]) for column in (value, low_end, high_end))
    ratio = found / mean
    return Opportunity(
        outcome.name, outcome.title, outcome.unit, year,
        Estimate(found, least, most), own,
        Estimate(ratio, least / mean, most / mean),
        _rank(ratio, quotients) if enough else None, len(like), tuple(unknown),
    )  # fmt: skip


def _like(mean: Floats, value: Floats, at: int) -> Ints:
    """Return the rows with a value whose expectation is nearest to that of a row, but itself."""
    others = np.flatnonzero(~np.isnan(mean) & ~np.isnan(value))
    others = others[others != at]
    gap = np.abs(np.log(mean[others]) - np.log(mean[at]))
    return others[np.argsort(gap, kind="stable")[:LIKE]]


def _rank(ratio: float, quotients: Floats) -> float:
    below, same = (quotients < ratio).mean(), (quotients == ratio).mean()
    return round(float(100 * (below + same / 2)), 1)


def _range(outcome: Outcome, mean: float, quotients: Floats) -> tuple[float, float]:
    """Return the ends between which 90 % of the like pairs lie, at this expectation."""
    low, high = np.quantile(quotients, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return min(mean * float(low), mean), min(max(mean * float(high), mean), outcome.most)


def _placed(means: Expected, a: Ints, b: Ints, value: Floats) -> Floats:
    return aligned(Features(means.a, means.b, {}), a, b, value)


def _nothing(outcome: Outcome, year: int, unknown: tuple[str, ...]) -> Opportunity:
    gone = absent("missing")
    return Opportunity(
        outcome.name, outcome.title, outcome.unit, year, gone, gone, gone, None, 0, unknown
    )
