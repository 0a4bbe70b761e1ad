"""How much one state leans on another: directed, and apart from how close the two are.

Closeness and dependence are kept apart, as the Formal Bilateral Influence Capacity index keeps
bandwidth from dependence (Moyer, Sweijs, Burrows & Van Manen 2018): two states can be close and
lean on each other little, and one can lean on another that it is not close to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.core.estimate import LEVEL, Estimate, Z, absent
from daylight.dependence.all_pairs import PARTS, Floats, Year
from daylight.measures.plausible import TRAPS
from daylight.stats.composite import SPREAD
from daylight.stats.ranks import below, placed

DRAWS = 200
SEED = 20170201


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
    traps : tuple of str
        Why trade over GDP may mislead here, of :data:`daylight.measures.plausible.TRAPS`:
        ``open_registry`` (ships under a flag of convenience), ``beyond_gdp``, ``passes_through``
        (a state that trades much more than it makes), ``tiny`` (an economy that one delivery
        moves).
    """

    a: int
    b: int
    value: float
    lo: float
    hi: float
    parts: dict[str, Estimate]
    traps: tuple[str, ...] = ()


def dependence(pairs: Year, row: int) -> Dependence:
    """Return one ordered pair against all, with its interval.

    Parameters
    ----------
    pairs : Year
        All ordered pairs of a year.
    row : int
        That of the pair, with an index.

    Notes
    -----
    The value is the place of the index of known parts. The interval is that of :data:`DRAWS`
    draws: of the weights from a Dirichlet distribution about the stated ones, of each part from
    its interval, of a part that is not known for the pair from all places alike. A part that no
    pair of the year has is left out. The other pairs are held at their values: with forty thousand
    of them their errors hardly move the place of one.
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
        tuple(name for name, one in zip(TRAPS, pairs.traps[row], strict=True) if one),
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
