"""What changed when states joined a bloc, against like states that did not.

For each state that joined in year t, and each outcome, its mean with the members it met: five
years before t, and five after it. Against it stand the five states outside, then and ten years
around, whose mean before was nearest; the effect is the change of the one less the mean change of
the others (difference in differences). Who joins is not chosen by lot: a state that was turning
towards a bloc joins it, so that the difference is what went along with joining.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from daylight.cohesion.voting import alike_square
from daylight.core.lineages import NUMBERS, newest
from daylight.measures.goods import goods
from daylight.measures.measure import World
from daylight.measures.memberships import MEMBER
from daylight.pulls.square import Bools, Floats, Ints, Roll

SPAN, LEAST_YEARS, LIKE = 5, 2, 5
FIRST = 1946


@dataclass(frozen=True, slots=True)
class Case:
    """A state that joined a bloc after its founding, and has both spans.

    Attributes
    ----------
    bloc, outcome : str
    cow, year : int
        Today's number of the state, and the year in which it joined.
    before, after : float
        Means of the years before and after.
    like_before, like_after : float
        The same of the states that it is set against.
    """

    bloc: str
    outcome: str
    cow: int
    year: int
    before: float
    after: float
    like_before: float
    like_after: float


@dataclass(frozen=True, eq=False)
class Panel:
    """An outcome of all pairs and years: ``values[year - FIRST, i, k]`` by places of `cows`."""

    cows: Ints
    values: Floats

    def with_group(self, group: Ints, first: int, last: int) -> Floats:
        """Return each state's mean with a group over years; NaN with too few years."""
        span = self.values[max(first - FIRST, 0) : max(last - FIRST + 1, 0)]
        with np.errstate(invalid="ignore"):
            known = ~np.isnan(span[:, :, group])
            yearly = np.nansum(span[:, :, group], axis=2) / known.sum(axis=2)
        years = (~np.isnan(yearly)).sum(axis=0)
        total = np.nansum(yearly, axis=0)
        return np.where(years >= LEAST_YEARS, total / np.maximum(years, 1), np.nan)


def panels(world: World, years: range) -> dict[str, Panel]:
    """Return votes alike, and trade with each other state in parts of all trade."""
    rolls = [Roll.of(year) for year in years]
    cows = np.unique(np.concatenate([roll.cows for roll in rolls]))
    found = {name: np.full((len(years), len(cows), len(cows)), np.nan, np.float32)
             for name in ("votes", "trade")}  # fmt: skip
    for k, roll in enumerate(rolls):
        at = np.searchsorted(cows, roll.cows)
        read = goods(world, roll.year, roll.year)
        squares = {
            "votes": alike_square(roll, world.years("votes", roll.year, roll.year)),
            "trade": roll.square({"a": read.a, "b": read.b}, read.of_a.share, read.of_b.share),
        }
        for name, square in squares.items():
            found[name][k][np.ix_(at, at)] = square
    return {name: Panel(cows, values) for name, values in found.items()}


def cases(world: World, seen: dict[str, Panel]) -> Iterator[Case]:
    """Yield every joining of which both spans are known."""
    for bloc, member in memberships(world, next(iter(seen.values())).cows).items():
        for outcome, panel in seen.items():
            for i, t in _joined(member):
                told = _case(panel, member, i, t)
                if told is not None:
                    yield Case(bloc, outcome, int(panel.cows[i]), t, *told)


def memberships(world: World, cows: Ints) -> dict[str, Bools]:
    """Return by bloc who was a member at the end of which year, shape (years, states)."""
    spells = world.rows("bloc_spells")
    last = int(world.rows("rollcalls")["year"].max())
    ends_of = np.arange(FIRST, last + 1).astype(str).astype("datetime64[Y]").astype("datetime64[D]")
    ends_of = ends_of + np.timedelta64(364, "D")
    start, end = (spells[side].astype("datetime64[D]") for side in ("start", "end"))
    row = np.full(NUMBERS, -1)
    row[cows] = np.arange(len(cows))
    found: dict[str, Bools] = {}
    for k in np.flatnonzero(np.isin(spells["status"], MEMBER)).tolist():
        at = row[newest(int(spells["cow"][k]))]
        if at < 0:
            continue
        held = found.setdefault(str(spells["bloc"][k]), np.zeros((len(ends_of), len(cows)), bool))
        held[:, at] |= (start[k] <= ends_of) & (np.isnat(end[k]) | (end[k] > ends_of))
    return found


def _joined(member: Bools) -> Iterator[tuple[int, int]]:
    """Yield the place and year of each joining after the founding."""
    there = np.flatnonzero(member.any(axis=1))
    came = member[1:] & ~member[:-1]
    for k, i in zip(*np.nonzero(came), strict=True):
        if k + 1 > there[0]:
            yield int(i), int(k + 1 + FIRST)


def _case(panel: Panel, member: Bools, i: int, t: int) -> tuple[float, ...] | None:
    """Return before, after, and the same of like states; None where not known."""
    k = t - FIRST
    group = np.flatnonzero(member[k - 1])
    if len(group) < LEAST_YEARS or not member[k : k + SPAN, i].all():
        return None
    before = panel.with_group(group, t - SPAN, t - 1)
    after = panel.with_group(group, t + 1, t + SPAN)
    around = member[max(k - SPAN, 0) : k + SPAN + 1].any(axis=0)
    other = np.flatnonzero(~around & ~np.isnan(before) & ~np.isnan(after))
    if np.isnan(before[i]) or np.isnan(after[i]) or len(other) < LIKE:
        return None
    like = other[np.argsort(np.abs(before[other] - before[i]), kind="stable")[:LIKE]]
    return tuple(float(x) for x in (before[i], after[i], before[like].mean(), after[like].mean()))
