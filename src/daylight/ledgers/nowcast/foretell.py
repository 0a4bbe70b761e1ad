"""Foretell an item wherever it is not seen: what is carried, and the chances of each value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import LEVEL
from daylight.ledgers.items import item_of
from daylight.ledgers.nowcast.conditions import WAR, force, union
from daylight.ledgers.nowcast.cube import Bools, Cube, Ints
from daylight.ledgers.nowcast.specs import SPECS
from daylight.ledgers.nowcast.transitions import ATOMS, SAME, Courses, courses, learn

Floats = NDArray[np.float64]
OLDEST = 15
"""Years after which a last seen value says no more than none."""
NEVER = -1
MOST = 0.5


@dataclass(frozen=True, slots=True)
class Foretold:
    """An item of the pairs and years in which it is not seen, though its source has begun.

    Attributes
    ----------
    unit, year : ndarray
        Where in the cube; shape (n,).
    age : ndarray
        Years since it was last seen, :data:`NEVER` where it never was or is too long ago.
    carried : ndarray
        Points that are left of the last seen value, at least what is known of the year; the median
        of the values of like pairs where there is none.
    values, chances : ndarray
        Outcomes in points, and their chances; shape (n, outcomes).
    """

    unit: Ints
    year: Ints
    age: Ints
    carried: Floats
    values: Floats
    chances: Floats


def foretell(cube: Cube, name: str, years: range, until: int | None = None) -> Foretold:
    """Foretell an item in some years from what is seen in and before them.

    Parameters
    ----------
    cube : Cube
    name : str
        Item of :data:`daylight.ledgers.nowcast.specs.SPECS`.
    years : range
        Indices of the years to foretell.
    until : int, optional
        Last year that transitions are learned from; by default the last in which most pairs are
        seen. What is seen later is a choice: promises of those who kept them.
    """
    course = courses(item_of(name), SPECS[name], cube)
    seen = cube.seen[name]
    first, last = _covered(cube.alive, seen)
    chosen = np.zeros(seen.shape[1], bool)
    chosen[max(first, years.start) : years.stop] = True
    unit, year = np.nonzero(cube.alive & ~seen & chosen)
    before = _last(seen)[unit, year]
    age = np.where((before < 0) | (year - before > OLDEST), NEVER, year - before)
    outcomes = ATOMS if SPECS[name].changes else len(SPECS[name].edges) + 2
    values, chances = np.zeros((len(unit), outcomes)), np.zeros((len(unit), outcomes))
    carried = np.full(len(unit), np.nan)
    for years_ago in np.unique(age).tolist():
        rows = np.nonzero(age == years_ago)[0]
        one = _aged(course, unit[rows], year[rows], years_ago, last if until is None else until)
        carried[rows], values[rows], chances[rows] = one
    if SPECS[name].voided:
        _void(cube, unit, year, before, carried, values)
    floor = np.nan_to_num(cube.points[name][unit, year].astype(float))
    values = np.maximum(values, floor[:, None])
    carried = np.fmax(carried, floor)
    unknown = np.isnan(carried)
    carried[unknown] = _quantile(values[unknown], chances[unknown], 0.5)
    return Foretold(unit, year, age, carried, values, chances)


def _covered(alive: Bools, seen: Bools) -> tuple[int, int]:
    """Return the first year in which any pair is seen, and the last in which most are."""
    part = seen.sum(axis=0) / np.maximum(alive.sum(axis=0), 1)
    some, most = np.nonzero(part > 0)[0], np.nonzero(part >= MOST)[0]
    return int(some[0]) if len(some) else seen.shape[1], int(most[-1]) if len(most) else 0


def _last(seen: Bools) -> Ints:
    """Return for each pair and year the index of the last year that was seen, or -1."""
    years = np.where(seen, np.arange(seen.shape[1]), -1)
    result: Ints = np.maximum.accumulate(years, axis=1)
    return result


def _aged(
    course: Courses, unit: Ints, year: Ints, age: int, until: int
) -> tuple[Floats, Floats, Floats]:
    """Return carried points, values and chances of pairs whose value is of one age."""
    table = learn(course, until, max(age, 0))
    n_origins = table.added.shape[0]
    if age == NEVER:
        start = year
        carried, origin = np.full(len(unit), np.nan), np.full(len(unit), n_origins - 1)
    else:
        start = year - age
        carried, origin = course.carried(unit, start, year), course.origin[unit, start]
    group = course.classes(unit, year)
    base = np.where(table.added[origin], np.nan_to_num(carried)[:, None], 0.0)
    points = np.clip(base + table.values[group, origin], 0.0, course.item.maximum)
    return carried, points, table.chances[group, origin]


def _void(
    cube: Cube, unit: Ints, year: Ints, before: Ints, carried: Floats, values: Floats
) -> None:
    """Set to zero what was promised before a war of the two, unless a living bloc holds both."""
    fought = _last(force(cube) >= WAR)[unit, year] > before
    gone = fought & (before >= 0) & ~union(cube)[unit, year]
    carried[gone] = 0.0
    values[gone] = 0.0


def ends(told: Foretold) -> tuple[Floats, Floats]:
    """Return the ends of the 90 % band of each."""
    low, high = (1 - LEVEL) / 2, (1 + LEVEL) / 2
    return _quantile(told.values, told.chances, low), _quantile(told.values, told.chances, high)


def holding(told: Foretold) -> Floats:
    """Return the chance of each that it is still what is carried."""
    same = np.abs(told.values - told.carried[:, None]) < SAME
    out: Floats = (told.chances * same).sum(axis=1)
    return out


def _quantile(values: Floats, chances: Floats, q: float) -> Floats:
    """Return the lowest value of each row that a part `q` of the chance is not above."""
    if not len(values):
        return np.zeros(0)
    order = np.argsort(values, axis=1)
    below = np.cumsum(np.take_along_axis(chances, order, axis=1), axis=1)
    at = (below >= q - 1e-9).argmax(axis=1)
    rows = np.arange(len(values))
    result: Floats = values[rows, order[rows, at]]
    return result
