"""How much the members of a bloc trade with each other, against what size and distance give."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.measures.goods import goods
from daylight.measures.measure import World
from daylight.opportunity.expected import expected
from daylight.opportunity.outcomes import OUTCOMES, TRADE, observed
from daylight.pulls.pulls import Pulls
from daylight.pulls.square import Floats, Ints, Roll
from daylight.stats.clustered import ends

LEAST = 4
"""Members below which leaving some out says nothing of the error."""
DRAWS, SEED = 200, 20170201


@dataclass(frozen=True, slots=True)
class Flows:
    """Trade of all pairs of a year, and what is expected of it: squares, NaN where not known."""

    year: int
    seen: Floats
    expected: Floats
    volume: Floats
    total: Floats


@dataclass(frozen=True, slots=True)
class Inside:
    """Trade among members.

    Attributes
    ----------
    year : int
    share : float
        Part of all the members' trade that is with each other, by value.
    ratio, lo, hi : float or None
        Trade of members with each other in parts of what their sizes and places let expect, over
        the same of their trade with outsiders; 1 is no difference. The 90 % interval draws the
        members anew; None for fewer than :data:`LEAST`.
    n : int
        Pairs of members with trade that is known.
    """

    year: int
    share: float
    ratio: float | None
    lo: float | None
    hi: float | None
    n: int


def flows(world: World, roll: Roll, year: int) -> Flows:
    """Return trade of a year and what is expected of it, among states of a roll.

    Parameters
    ----------
    world : World
        With `trade`, `economies`, `nearness`, `capabilities` and `opportunity`.
    roll : Roll
    year : int
    """
    outcome = next(one for one in OUTCOMES if one.name == TRADE)
    n, read = len(roll), goods(world, year, year)
    pairs = {"a": read.a, "b": read.b}
    sides = ((read.a, read.of_a), (read.b, read.of_b))
    totals = [roll.by_state(cow, side.goods) for cow, side in sides]
    means = expected(outcome, world, year, int(world.rows("capabilities")["year"].max()))
    seen = observed(outcome, world, None, year)
    empty = np.full((n, n), np.nan)
    return Flows(
        year,
        empty if seen is None else roll.square({"a": seen.a, "b": seen.b}, seen.value),
        empty if means is None else roll.square({"a": means.a, "b": means.b}, means.mean),
        roll.square(pairs, read.volume),
        np.fmax(*totals),
    )


def year_of(pulls: Pulls, members: Ints) -> int | None:
    """Return the year of most members' trade; None where it is known of none."""
    years = pulls.trade_of[members]
    return int(np.bincount(years[years > 0]).argmax()) if (years > 0).any() else None


def inside(found: Flows, members: Ints) -> Inside | None:
    """Return how much members trade with each other; None where no pair of them is known."""
    both = np.ix_(members, members)
    known = ~np.isnan(found.volume[both])
    if not known.any():
        return None
    whole = found.total[members]
    counted = ~np.isnan(whole)
    share = np.nansum(found.volume[both][counted]) / whole[counted].sum()
    seen, mean = (
        np.where(np.isnan(found.seen + found.expected), 0.0, x)
        for x in (found.seen, found.expected)
    )
    weight = np.ones(len(members))
    ratio = _ratio(seen, mean, members, weight[None])[0]
    lo = hi = None
    if len(members) >= LEAST and ratio == ratio:
        rng = np.random.default_rng(SEED)
        drawn = rng.multinomial(len(members), np.full(len(members), 1 / len(members)), DRAWS)
        lo, hi = ends(_ratio(seen, mean, members, drawn.astype(float)))
    value = float(ratio) if ratio == ratio else None
    return Inside(found.year, min(float(share), 1.0), value, lo, hi, int(known.sum() / 2))


def _ratio(seen: Floats, mean: Floats, members: Ints, weight: Floats) -> Floats:
    """Return inside over outside, each in parts of what is expected, by rows of weights."""
    outside = np.setdiff1d(np.arange(len(seen)), members)
    within = [np.einsum("di,ik,dk->d", weight, x[np.ix_(members, members)], weight)
              for x in (seen, mean)]  # fmt: skip
    without = [weight @ x[np.ix_(members, outside)].sum(axis=1) for x in (seen, mean)]
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = (within[0] / within[1]) / (without[0] / without[1])
    return np.where(np.isfinite(found), found, np.nan)
