"""How items of pairs went on after n years: tables of chances by class, learned from the past."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.ledgers.item import Item
from daylight.ledgers.nowcast.conditions import CONDITIONS
from daylight.ledgers.nowcast.cube import Bools, Cube, Ints
from daylight.ledgers.nowcast.specs import Spec

Floats = NDArray[np.float64]
BACK, BACK_CHANGES = 20, 40
"""Years of origins that a table of levels, and one of changes, is learned from."""
ENOUGH, WEIGHT = 100, 100
"""Cases that a class of changes needs of its own; cases of the wider class that a class of levels
leans on. A pair is a case in each year of origin, so that a hundred cases are a dozen pairs."""
ATOMS = 20
"""Equal parts that a distribution of changes is cut into."""
SAME = 0.6
"""A later value within so many points of the carried one is the same."""
FORGOTTEN = 0.5


@dataclass(frozen=True, slots=True)
class Transitions:
    """Where values of an item are after a number of years.

    Attributes
    ----------
    chances, values : ndarray
        Of each outcome, by class, by class of the last seen value (the last one: never seen), and
        by outcome.
    added : ndarray
        Whether the value of an outcome is added to the carried value; by last seen class and
        outcome.
    """

    chances: Floats
    values: Floats
    added: Bools


@dataclass(frozen=True, slots=True)
class Courses:
    """One item of a cube, prepared for learning and for foretelling.

    Attributes
    ----------
    item, spec
        What it is and how it is foretold.
    cube : Cube
    known : ndarray
        Points where seen, else NaN; pairs by years.
    origin : ndarray
        Class of the points.
    conditions : tuple of ndarray
        By the year foretold.
    """

    item: Item
    spec: Spec
    cube: Cube
    known: NDArray[np.float32]
    origin: NDArray[np.int8]
    conditions: tuple[Bools, ...]

    def carried(self, unit: Ints | slice, start: Ints | int, end: Ints | int) -> Floats:
        """Return what is left in the year `end` of the points of the year `start`."""
        points = self.known[unit, start].astype(float)
        if not self.item.fade:
            return points
        free = self.cube.free[unit, end] - self.cube.free[unit, start]
        left = points * (1.0 - self.item.fade) ** free
        return np.where(left < FORGOTTEN, 0.0, left)

    def classes(self, unit: Ints | slice, end: Ints | int) -> Ints:
        """Return the class of pairs by the conditions, the most telling as the highest bit."""
        found = np.zeros(np.shape(self.cube.keys[unit]), np.int64)
        for condition in self.conditions:
            found = found * 2 + condition[unit, end]
        return found


def courses(item: Item, spec: Spec, cube: Cube) -> Courses:
    """Prepare an item of a cube."""
    known = np.where(cube.seen[item.name], cube.points[item.name], np.nan).astype(np.float32)
    origin = np.digitize(np.nan_to_num(known), spec.edges).astype(np.int8)
    conditions = tuple(CONDITIONS[name](cube) for name in spec.conditions)
    return Courses(item, spec, cube, known, origin, conditions)


def learn(course: Courses, until: int, horizon: int) -> Transitions:
    """Return where values stood `horizon` years later, from nothing after the year `until`.

    Parameters
    ----------
    course : Courses
    until : int
        Index of the last year that may be looked at.
    horizon : int
        Years between the last seen value and the one foretold.

    Notes
    -----
    Origins are the last :data:`BACK` or :data:`BACK_CHANGES` years that have a later value by
    `until`. Of changes, a class with fewer than :data:`ENOUGH` cases is joined with the one that
    differs in the least telling condition, and so on; of levels, each leans on the wider one.
    """
    cases = [_cases(course, t, t + horizon) for t in _origins(course, until, horizon)]
    if not cases:
        return _nothing(course)
    group, origin, carried, later = (np.concatenate(part) for part in zip(*cases, strict=True))
    return (_changes if course.spec.changes else _levels)(course, group, origin, carried, later)


def _origins(course: Courses, until: int, horizon: int) -> range:
    back = BACK_CHANGES if course.spec.changes else BACK
    return range(max(0, until - horizon - back + 1), max(0, until - horizon + 1))


def _cases(course: Courses, start: int, end: int) -> tuple[Ints, Ints, Floats, Floats]:
    """Return class, class of the last seen value, carried and later value of pairs seen twice."""
    both = ~np.isnan(course.known[:, start]) & ~np.isnan(course.known[:, end])
    unit = np.nonzero(both)[0]
    return (
        course.classes(unit, end),
        course.origin[unit, start].astype(np.int64),
        course.carried(unit, start, end),
        course.known[unit, end].astype(float),
    )


def _nothing(course: Courses) -> Transitions:
    """Return transitions of an item of which nothing can be learned: it stays what it was."""
    size = len(course.spec.edges) + 2
    shape = 2 ** len(course.conditions), size, 1
    return Transitions(np.ones(shape), np.zeros(shape), np.ones((size, 1), bool))


def _pooled(cases: Ints) -> Ints:
    """Return how many of the least telling conditions each class must drop to have enough cases.

    Parameters
    ----------
    cases : ndarray
        Cases by class of the conditions and class of the last seen value.
    """
    n = len(cases).bit_length() - 1
    drop = np.full(cases.shape, n)
    for k in range(n - 1, -1, -1):
        pooled = cases.reshape(-1, 2**k, cases.shape[1]).sum(axis=1).repeat(2**k, axis=0)
        drop = np.where(pooled >= ENOUGH, k, drop)
    return drop


def _levels(
    course: Courses, group: Ints, origin: Ints, carried: Floats, later: Floats
) -> Transitions:
    """Return the chances that the value is the carried one, or on each level."""
    edges = np.array(course.spec.edges)
    groups, levels = 2 ** len(course.conditions), len(edges) + 1
    level = np.digitize(later, edges)
    outcome = np.where(np.abs(later - carried) < SAME, 0, level + 1)
    seen = np.bincount((group * levels + origin) * (levels + 1) + outcome,
                       minlength=groups * levels * (levels + 1))  # fmt: skip
    never = np.bincount(group * levels + level, minlength=groups * levels)
    counts = np.zeros((groups, levels + 1, levels + 1))
    counts[:, :levels] = seen.reshape(groups, levels, levels + 1)
    counts[:, levels, 1:] = never.reshape(groups, levels)
    chances = _shrunk(counts)
    means = np.bincount(level, later, levels) / np.maximum(np.bincount(level, minlength=levels), 1)
    values = np.broadcast_to(np.concatenate([[0.0], means]), chances.shape)
    added = np.zeros((levels + 1, levels + 1), bool)
    added[:, 0] = True
    return Transitions(chances, values, added)


def _shrunk(counts: Floats) -> Floats:
    """Return chances of outcomes, each class leaning on the one with one condition less.

    A class counts as its own cases and :data:`WEIGHT` cases of the wider class; the widest is all
    pairs with the same last seen value. Shape as `counts`.
    """
    chances = np.broadcast_to(counts.sum(axis=0), counts.shape)
    whole = chances.sum(axis=2, keepdims=True)
    stays = np.eye(counts.shape[2])[0]
    chances = np.where(whole > 0, chances / np.maximum(whole, 1), stays)
    for k in range(len(counts).bit_length() - 2, -1, -1):
        own = counts.reshape(-1, 2**k, *counts.shape[1:]).sum(axis=1).repeat(2**k, axis=0)
        chances = (own + WEIGHT * chances) / (own.sum(axis=2, keepdims=True) + WEIGHT)
    return chances


def _changes(
    course: Courses, group: Ints, origin: Ints, carried: Floats, later: Floats
) -> Transitions:
    """Return equal parts of the changes; of what was never seen, of the later values."""
    groups, levels = 2 ** len(course.conditions), len(course.spec.edges) + 1
    cases = np.bincount(group * levels + origin, minlength=groups * levels)
    never = np.bincount(group, minlength=groups)[:, None]
    drop = _pooled(np.concatenate([cases.reshape(groups, levels), never], axis=1))
    values = np.zeros((groups, levels + 1, ATOMS))
    for g in range(groups):
        for k in range(levels + 1):
            mine = (group >> drop[g, k]) == (g >> drop[g, k])
            if k < levels:
                mine &= origin == k
            sample = (later - carried if k < levels else later)[mine]
            if len(sample):
                parts = np.quantile(sample, (np.arange(ATOMS) + 0.5) / ATOMS)
                middle = np.median(parts)
                wider = course.spec.wider if k < levels else 1.0
                values[g, k] = middle + (parts - middle) * wider
    added = np.ones((levels + 1, ATOMS), bool)
    added[levels] = False
    return Transitions(np.full(values.shape, 1 / ATOMS), values, added)
