"""The layers of a year: military, political and economic ties between the states of its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import OutsideCoverage
from daylight.core.states import all_states
from daylight.measures.align import key, line_up
from daylight.measures.measure import Columns, Floats, World
from daylight.store.schemas.ledgers import POINT_STEP

Ints = NDArray[np.int64]
Layer = Literal["military", "political", "economic"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
DISTANCES = 10
"""Classes of distance, each with as many pairs of the year; those with a border on land are a
class of their own, and so are those whose distance is not known."""
BORDER, UNKNOWN = 0, DISTANCES + 1


@dataclass(frozen=True, slots=True)
class Band:
    """Points of all layers and pairs, shape (layers, pairs); the ends hold 90 %."""

    value: Floats
    lo: Floats
    hi: Floats


@dataclass(frozen=True, slots=True)
class Layers:
    """The ties of a year.

    Attributes
    ----------
    year : int
    states : ndarray of int, shape (n,)
        COW numbers of the states that were members on the last day of the year, rising.
    i, j : ndarray of int, shape (m,)
        Places in `states` of both sides of each pair, i < j.
    near : ndarray of int, shape (m,)
        Class of distance: 0 a border on land, 1 to 10 from near to far, 11 not known.
    cooperation, conflict : Band
        Points, 0 to 100. What is not known at all has none: a ledger is a floor.
    """

    year: int
    states: Ints
    i: Ints
    j: Ints
    near: Ints
    cooperation: Band
    conflict: Band


def layers(world: World, year: int) -> Layers:
    """Return the ties of a year.

    Parameters
    ----------
    world : World
        With `ledgers` and `nearness`.
    year : int

    Raises
    ------
    OutsideCoverage
        When there are no ledgers of that year.
    """
    rows = world.years("ledgers", year, year)
    if not len(rows["a"]):
        raise OutsideCoverage(
            f"There are no ledgers of {year}, from which its communities are made; "
            "see the years of the table with: daylight sql 'SELECT min(year), max(year) FROM "
            "ledgers'."
        )
    states = np.array([s.cow for s in all_states() if s.existed(date(year, 12, 31))], np.int64)
    states = np.intersect1d(states, np.concatenate([rows["a"], rows["b"]]).astype(np.int64))
    i, j = np.triu_indices(len(states), 1)
    keys = key(states[i], states[j])
    bands = {kind: _band(rows, kind, keys) for kind in ("cooperation", "conflict")}
    return Layers(year, states, i, j, _near(world, year, keys), **bands)


def _band(rows: Columns, kind: str, keys: Ints) -> Band:
    at, there = line_up(keys, key(rows["a"], rows["b"]))
    found = np.zeros((3, len(LAYERS), len(keys)))
    for number, layer in enumerate(LAYERS):
        value, low, high = (
            np.asarray(rows[f"{layer}_{kind}{end}"], float)[there] * POINT_STEP
            for end in ("", "_lo", "_hi")
        )
        value = np.nan_to_num(value)
        found[:, number, at] = value, np.fmin(low, value), np.fmax(high, value)
    return Band(*found)


def _near(world: World, year: int, keys: Ints) -> Ints:
    """Return the class of distance of each pair."""
    rows = world.rows("nearness")
    now = (rows["start"] <= year) & (rows["end"] >= year)
    at, there = line_up(keys, key(rows["a"][now], rows["b"][now]))
    km = np.full(len(keys), np.nan)
    km[at] = rows["km"][now][there]
    border = np.zeros(len(keys), bool)
    border[at] = rows["contiguity"][now][there] == 1
    near = np.full(len(keys), UNKNOWN)
    known = ~np.isnan(km)
    if known.any():
        ends = np.quantile(km[known], np.arange(1, DISTANCES) / DISTANCES, method="inverted_cdf")
        near[known] = 1 + np.searchsorted(ends, km[known])
    near[border] = BORDER
    return near
