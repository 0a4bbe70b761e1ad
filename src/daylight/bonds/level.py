"""The latent level of a pair in a dimension: against its own past and against all other pairs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.components import DIMENSIONS, Dimension
from daylight.core.estimate import LEVEL, Z
from daylight.core.frozen import frozen
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.stats.records import paths
from daylight.stats.smoother import smoothed
from daylight.store.atlas import Atlas
from daylight.store.schemas import LEVEL_STEP, SD_STEP

DRAWS = 1000
SEED = 20170201
TOP = 99.0


@dataclass(frozen=True, slots=True)
class Path:
    """Latent levels of a pair over time, oldest first.

    Attributes
    ----------
    year : ndarray of int
    mean, sd : ndarray of float
        In standard deviations of all pairs and years since 1946.
    rho : ndarray of float
        Correlation with the year before; NaN where it is not known, and errors are then taken
        as independent.
    """

    year: NDArray[np.int64]
    mean: NDArray[np.float64]
    sd: NDArray[np.float64]
    rho: NDArray[np.float64]

    def at(self, year: int) -> int | None:
        """Return the place of a year, or None when the level is not given for it."""
        hit = np.flatnonzero(self.year == year)
        return int(hit[0]) if len(hit) else None

    def span(self, first: int, last: int) -> Path:
        """Return the part from `first` to `last`, both included."""
        keep = (self.year >= first) & (self.year <= last)
        parts = {name: getattr(self, name)[keep] for name in ("year", "mean", "sd", "rho")}
        return replace(self, **parts)

    def draws(self) -> NDArray[np.float64]:
        """Return drawn paths, shape (draws, years)."""
        return paths(self.mean, self.sd, self.rho)


@dataclass(frozen=True, slots=True)
class Level:
    """Latent level of a pair in one dimension and year.

    It uses no component of a later year; the parameters of the model do.

    Attributes
    ----------
    value, lo, hi : float
        Level and 90 % interval, in standard deviations of all pairs and years since 1946.
    percentile, percentile_lo, percentile_hi : float
        Percentage of all pairs of the year with a lower level: mean and 90 % interval over
        what is not known of this pair and of the others.
    top : float
        Probability of being among the strongest 1 % of pairs.
    of : int
        Pairs compared.
    """

    value: float
    lo: float
    hi: float
    percentile: float
    percentile_lo: float
    percentile_hi: float
    top: float
    of: int


def levels_of(atlas: Atlas, a: StateRef, b: StateRef, until: int) -> dict[Dimension, Path]:
    """Return the filtered levels of a pair up to a year, through changes of COW number."""
    end = date(until, 12, 31)
    by_dimension: dict[Dimension, dict[int, tuple[float, float]]] = {d: {} for d in DIMENSIONS}
    for one, two in product(numbers(a.cow, end), numbers(b.cow, end)):
        rows = atlas.pair("levels", one, two)
        columns = (rows[c].tolist() for c in ("dimension", "year", "level", "sd"))
        for dimension, year, value, sd in zip(*columns, strict=True):
            if year <= until:
                by_dimension[dimension][year] = (value * LEVEL_STEP, sd * SD_STEP)
    return {d: _path(points) for d, points in by_dimension.items()}


def _path(points: dict[int, tuple[float, float]]) -> Path:
    years = sorted(points)
    table = np.array([points[y] for y in years], float).reshape(-1, 2)
    blank = np.full(len(years), np.nan)
    return Path(np.array(years, np.int64), table[:, 0], table[:, 1], blank)


def smooth(atlas: Atlas, path: Path, dimension: Dimension) -> Path:
    """Return smoothed levels from filtered ones: they use all years of the path, and no other."""
    if not len(path.year):
        return path
    steadiness, strain = _dynamics(atlas, dimension)
    best, spread, rho = smoothed(path.mean, path.sd / strain, path.year, steadiness)
    return Path(path.year, best, spread * strain, rho)


def _dynamics(atlas: Atlas, dimension: Dimension) -> tuple[float, float]:
    rows = atlas.rows("loadings", "dimension = ?", (dimension,))
    return float(rows["steadiness"][0]), float(rows["strain"][0])


def level(atlas: Atlas, mine: Path, dimension: Dimension, year: int) -> Level | None:
    """Return the level of a pair in a year against all others; None where it is not given."""
    at = mine.at(year)
    if at is None:
        return None
    mean, sd = float(mine.mean[at]), float(mine.sd[at])
    others = population(atlas, dimension, year)
    own = mean + sd * np.random.default_rng(SEED).standard_normal(DRAWS)
    below = np.searchsorted(others, own) * (100.0 / len(others))
    lo, hi = np.quantile(below, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Level(
        value=round(mean, 2),
        lo=round(mean - Z * sd, 2),
        hi=round(mean + Z * sd, 2),
        percentile=round(float(below.mean()), 2),
        percentile_lo=round(min(float(lo), float(below.mean())), 2),
        percentile_hi=round(max(float(hi), float(below.mean())), 2),
        top=round(float((below >= TOP).mean()), 3),
        of=len(others),
    )


def population(atlas: Atlas, dimension: Dimension, year: int) -> NDArray[np.float64]:
    """Return one drawn level of every pair of a year, sorted: how levels are spread among all."""
    return _populations(atlas, year).get(dimension, np.empty(0))


@lru_cache(maxsize=8)
def _populations(atlas: Atlas, year: int) -> dict[str, NDArray[np.float64]]:
    rows = atlas.rows("levels", "year = ?", (year,))
    mean, sd = rows["level"] * LEVEL_STEP, rows["sd"] * SD_STEP
    drawn = mean + sd * np.random.default_rng(SEED + 1).standard_normal(len(mean))
    return frozen({d: np.sort(drawn[rows["dimension"] == d]) for d in DIMENSIONS})


def stronger(one: Path, two: Path, year: int) -> float | None:
    """Return the probability that one pair's level is above another's in a year.

    The errors of the two are taken as independent. None where either has no level.
    """
    i, k = one.at(year), two.at(year)
    if i is None or k is None:
        return None
    rng = np.random.default_rng(SEED)
    x = one.mean[i] + one.sd[i] * rng.standard_normal(4 * DRAWS)
    y = two.mean[k] + two.sd[k] * rng.standard_normal(4 * DRAWS)
    return float((x > y).mean())
