"""Ledgers of a year with what is foretold: value, 90 % band, and the chances behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.ledgers.curves import TOP
from daylight.ledgers.item import HIGHEST
from daylight.ledgers.items import ITEMS
from daylight.ledgers.nowcast.cube import Cube, Ints
from daylight.ledgers.nowcast.foretell import Foretold
from daylight.stats.discrete import equal_parts, highest, on_points, quantile, total
from daylight.store.schemas.ledgers import LEDGERS, NEAR_POINTS, Ledger

Floats = NDArray[np.float64]
LO, HI = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Bands:
    """One ledger of one year for the pairs that were in the system.

    Attributes
    ----------
    value, lo, hi : ndarray
        Points of each pair, and its band; `lo` and `hi` are the value where all is seen. NaN where
        nothing of the ledger is known or foretold.
    holds : ndarray
        Chance to be within :data:`NEAR_POINTS` of the value; NaN where all is seen.
    rows : ndarray
        Pairs of which something is foretold.
    base : ndarray
        Of these, the points that are seen: their sum, or the highest.
    chances : ndarray
        Of these, the distribution of what is foretold on whole points.
    """

    value: Floats
    lo: Floats
    hi: Floats
    holds: Floats
    rows: Ints
    base: Floats
    chances: Floats

    def parts(self, ledger: Ledger, k: int, pairs: Ints) -> Floats:
        """Return k equal parts of the distribution of some pairs, shape (pairs, k)."""
        out = np.repeat(self.value[pairs, None], k, axis=1)
        _, mine, at = np.intersect1d(pairs, self.rows, assume_unique=True, return_indices=True)
        if len(mine):
            points = equal_parts(self.chances[at], k)
            base = self.base[at, None]
            whole = np.maximum(base, points) if ledger in HIGHEST else base + points
            out[mine] = np.clip(whole, 0.0, TOP)
        return out


def bands(cube: Cube, year: int, foretold: Mapping[str, Foretold]) -> dict[Ledger, Bands]:
    """Return the six ledgers of a year.

    Parameters
    ----------
    cube : Cube
    year : int
        Index of the year.
    foretold : mapping of str to Foretold
        By item.

    Notes
    -----
    Items are taken as independent. The value is the sum of what is seen and what is carried, or the
    nearest end of the band where the carried value has become unlikely.
    """
    alive = np.nonzero(cube.alive[:, year])[0]
    return {ledger: _of(cube, year, alive, ledger, foretold) for ledger in LEDGERS}


def _of(
    cube: Cube, year: int, alive: Ints, ledger: Ledger, foretold: Mapping[str, Foretold]
) -> Bands:
    items = [item for item in ITEMS if item.ledger == ledger]
    most = ledger in HIGHEST
    base = np.full(len(alive), np.nan)
    carried = np.zeros(len(alive))
    unseen: list[tuple[Ints, Floats, Floats, int]] = []
    for item in items:
        points = cube.points[item.name][alive, year].astype(float)
        told = foretold.get(item.name)
        if told is not None:
            mine = told.year == year
            at = np.searchsorted(alive, told.unit[mine])
            points[at] = np.nan
            unseen.append((at, told.values[mine], told.chances[mine], round(item.maximum) + 1))
            told_points = np.zeros(len(alive))
            told_points[at] = told.carried[mine]
            carried = np.maximum(carried, told_points) if most else carried + told_points
        base = np.fmax(base, points) if most else _plus(base, points)
    rows = np.unique(np.concatenate([np.zeros(0, np.int64), *(at for at, *_ in unseen)]))
    chances = _joint(rows, unseen, most)
    floor = np.nan_to_num(base[rows])
    value = np.where(np.isnan(base), np.nan, np.clip(base, 0.0, TOP))
    lo, hi, holds = value.copy(), value.copy(), np.full(len(alive), np.nan)
    if len(rows):
        ends = np.stack([quantile(chances, LO), quantile(chances, HI)]).astype(float)
        point = carried[rows]
        three = np.stack([*ends, point])
        whole = np.maximum(floor, three) if most else floor + three
        lo[rows], hi[rows], found = np.clip(whole, 0.0, TOP)
        value[rows] = np.clip(found, lo[rows], hi[rows])
        holds[rows] = _near(value[rows], floor, chances, most)
    return Bands(value, lo, hi, holds, rows, floor, chances)


def _near(value: Floats, floor: Floats, chances: Floats, most: bool) -> Floats:
    """Return the chance that the ledger is within :data:`NEAR_POINTS` of its value."""
    points = np.arange(chances.shape[1], dtype=float)
    base = floor[:, None]
    whole = np.minimum(np.maximum(base, points) if most else base + points, TOP)
    out: Floats = (chances * (np.abs(whole - value[:, None]) <= NEAR_POINTS)).sum(axis=1)
    return out


def _plus(base: Floats, points: Floats) -> Floats:
    both = np.nan_to_num(base) + np.nan_to_num(points)
    return np.where(np.isnan(base) & np.isnan(points), np.nan, both)


def _joint(rows: Ints, unseen: list[tuple[Ints, Floats, Floats, int]], most: bool) -> Floats:
    """Return the distribution of the sum, or the highest, of the foretold items of each row."""
    size = int(TOP) + 1
    parts = []
    for at, values, chances, points in unseen:
        length = size if most else points
        part = np.zeros((len(rows), length))
        part[:, 0] = 1.0
        part[np.searchsorted(rows, at)] = on_points(values, chances, length)
        parts.append(part)
    if not parts:
        return np.ones((0, 1))
    return highest(parts) if most else total(parts)
