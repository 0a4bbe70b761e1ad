"""How much one state leans on another: directed, and apart from how close the two are.

Closeness and dependence are kept apart, as the Formal Bilateral Influence Capacity index keeps
bandwidth from dependence (Moyer, Sweijs, Burrows & Van Manen 2018): two states can be close and
lean on each other little, and one can lean on another that it is not close to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import LEVEL, Estimate, Z, absent
from daylight.core.frozen import frozen
from daylight.measures import measure
from daylight.measures.align import Pairs, align, pairs
from daylight.stats.composite import SPREAD, weighted
from daylight.stats.ranks import below, placed, standing
from daylight.store.atlas import Atlas

Floats = NDArray[np.float64]
DRAWS = 200
SEED = 20170201


@dataclass(frozen=True, slots=True)
class Part:
    """One measure of dependence, its weight, and why it is here."""

    measure: str
    weight: float
    reason: str


PARTS: tuple[Part, ...] = (
    Part("trade_share", 0.3, "How much of its trade goes to the other."),
    Part("trade_dependence", 0.3, "How much of its income rests on trade with the other."),
    Part("exit_cost", 0.2, "What it would lose if that trade ended and others filled in a part."),
    Part("energy_dependence", 0.1, "How much of its energy imports come from the other."),
    Part("arms_dependence", 0.1, "How much of its imported arms come from the other."),
)
REQUIRED = "trade_share"


@dataclass(frozen=True, slots=True)
class Dependence:
    """How much `a` leans on `b`, against all ordered pairs of the year.

    Attributes
    ----------
    a, b : int
        COW numbers.
    value, lo, hi : float
        Percentage of ordered pairs that lean less, and 90 % interval for weights, measurement
        and parts that are not known.
    parts : dict of str to Estimate
        The measures themselves, of a towards b.
    """

    a: int
    b: int
    value: float
    lo: float
    hi: float
    parts: dict[str, Estimate]

    @property
    def estimate(self) -> Estimate:
        """Position with its interval."""
        return Estimate(self.value, self.lo, self.hi)


@dataclass(frozen=True, slots=True)
class Year:
    """All ordered pairs of a year.

    Attributes
    ----------
    a, b : ndarray of int
        COW numbers.
    values : tuple of ndarray
        By part: value and the ends of its interval.
    index : ndarray
        Weighted mean of the standings; NaN where it is not known.
    known : tuple of ndarray, indices : ndarray
        The values above zero of each part, and the indices, both in order: every pair is
        placed among them, and ordered numbers are placed among faster.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    values: tuple[NDArray[np.float64], ...]
    index: Floats
    known: tuple[Floats, ...]
    indices: Floats

    def rows(self, cow: int) -> NDArray[np.int64]:
        """Return the rows in which a state leans or is leant on, where an index is known."""
        mine = ((self.a == cow) | (self.b == cow)) & ~np.isnan(self.index)
        return np.flatnonzero(mine).astype(np.int64)

    def row(self, a: int, b: int) -> int | None:
        """Return the row of a leaning on b, or None without an index."""
        hit = np.flatnonzero((self.a == a) & (self.b == b) & ~np.isnan(self.index))
        return int(hit[0]) if len(hit) else None


@lru_cache(maxsize=4)
def year(atlas: Atlas, when: int) -> Year:
    """Return the dependence of all ordered pairs of a year; kept, since many ask for one year."""
    rows = pairs(when, directed=True)
    values = tuple(_ends(atlas, part.measure, rows) for part in PARTS)
    places = np.stack([standing(v[0], v[0], True) for v in values], axis=1)
    index = weighted(places, np.array([p.weight for p in PARTS]))
    needed = [p.measure for p in PARTS].index(REQUIRED)
    index = np.where(np.isnan(values[needed][0]), np.nan, index)
    known = tuple(np.sort(v[0][v[0] > 0]) for v in values)
    return frozen(Year(rows.a, rows.b, values, index, known, np.sort(index[~np.isnan(index)])))


def _ends(atlas: Atlas, name: str, rows: Pairs) -> Floats:
    """Return value, lower and upper end for every ordered pair, shape (3, n)."""
    lined = align(atlas, measure(name), rows, atlas.spans().get(name, (0, -1)))
    return np.stack([lined.value, lined.lo, lined.hi])


def dependence(pairs: Year, row: int) -> Dependence:
    """Return one ordered pair against all, with its interval.

    The other pairs are held at their values: with forty thousand of them their errors hardly
    move the place of one. Weights are drawn as in the bond, values from their intervals, and
    a part that is not known from all the places it could take.
    """
    weights = np.array([p.weight for p in PARTS])
    rng = np.random.default_rng(SEED)
    there = np.array([not np.isnan(v[0]).all() for v in pairs.values])
    drawn = rng.dirichlet(SPREAD * weights[there] / weights[there].sum(), DRAWS)
    parts = [(v, k) for v, k, one in zip(pairs.values, pairs.known, there, strict=True) if one]
    own = np.stack([_draws(v[:, row], k, rng) for v, k in parts], axis=1)
    value = float(below(pairs.index[[row]], pairs.indices)[0])
    places = below((own * drawn).sum(1), pairs.indices)
    lo, hi = np.quantile(places, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    measured = {p.measure: _estimate(v, row) for p, v in zip(PARTS, pairs.values, strict=True)}
    return Dependence(
        int(pairs.a[row]), int(pairs.b[row]), round(value, 2), round(min(float(lo), value), 2),
        round(max(float(hi), value), 2), measured,
    )  # fmt: skip


def _draws(ends: Floats, known: Floats, rng: np.random.Generator) -> Floats:
    """Draw standings of a value from its interval, among ordered `known` values above zero."""
    value, lo, hi = ends
    if np.isnan(value):
        return rng.uniform(0, 100, DRAWS)
    z = rng.standard_normal(DRAWS) / Z
    return placed(value + np.where(z < 0, z * (value - lo), z * (hi - value)), known, True)


def _estimate(part: Floats, row: int) -> Estimate:
    if np.isnan(part[0]).all():
        return absent("outside_coverage")
    value, lo, hi = (float(x) for x in part[:, row])
    return absent("missing") if np.isnan(value) else Estimate(value, lo, hi)
