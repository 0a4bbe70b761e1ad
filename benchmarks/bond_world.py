"""What the exam looks at, as arrays of pairs by years: ledgers, peace scale, new conflict, size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.core.lineages import NUMBERS, newest, pair_number
from daylight.ledgers.grid import FIRST, lineages
from daylight.ledgers.nowcast.bands import Bands, bands
from daylight.ledgers.nowcast.cube import Cube, cube
from daylight.ledgers.nowcast.foretell import Foretold, foretell
from daylight.ledgers.nowcast.specs import SPECS
from daylight.store.schemas.ledgers import LEDGERS

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
NEAR_KM = 1000
BY_WATER = 3
"""Neighbours: a border, or at most 24 miles of water (3: at most 150)."""
EVENTS = ("force", "crisis", "fatal")


@dataclass(frozen=True, slots=True)
class World:
    """Pairs of today's numbers by years from :data:`daylight.ledgers.grid.FIRST`.

    Attributes
    ----------
    cube : Cube
    told : mapping of str to Foretold
        Items, foretold wherever they are not seen.
    bands : list of mapping of str to Bands
        Ledgers of each year.
    ledgers : mapping of str to ndarray
        Their values.
    unit, year, level : ndarray
        Coded pair-years: row of the cube, index of the year, level of the peace scale.
    events : mapping of str to ndarray
        Force, crises, fatal conflict of the year.
    unheld : ndarray
        Military conflict, had it faded in every year.
    pacts : ndarray
        Whether both are in a military bloc of the list.
    km, bordering : ndarray
        Kilometres between capitals, and whether they are neighbours; of each pair.
    larger, smaller : ndarray
        Share of the world's capabilities (CINC) of the larger and the smaller, carried on.
    """

    cube: Cube
    told: Mapping[str, Foretold]
    bands: list[dict[Any, Bands]]
    ledgers: Mapping[Any, Floats]
    unit: Ints
    year: Ints
    level: Floats
    events: Mapping[str, Bools]
    unheld: Floats
    pacts: Bools
    km: Floats
    bordering: Bools
    larger: Floats
    smaller: Floats

    def row(self, one: int, other: int) -> int:
        """Return the row of a pair in the cube."""
        number = pair_number(one, other)
        at = int(np.searchsorted(self.cube.keys, number))
        assert self.cube.keys[at] == number, (one, other)
        return at


def near_keys(near: pl.DataFrame) -> set[int]:
    """Return the keys of pairs that are neighbours, or whose capitals are close, at any time."""
    close = near.filter((pl.col("km") < NEAR_KM) | pl.col("contiguity").is_between(1, BY_WATER))
    return set(_keys(close).tolist())


def _keys(rows: pl.DataFrame) -> Ints:
    lined = lineages(rows.select("a", "b"))
    low, high = (f(lined["one"].to_numpy(), lined["two"].to_numpy())
                 for f in (np.minimum, np.maximum))  # fmt: skip
    return np.asarray(low.astype(np.int64) * NUMBERS + high)


def world(frames: Mapping[str, pl.DataFrame]) -> World:
    """Return the arrays of the frames (:mod:`bond_frames`), with what is foretold today."""
    made = cube(frames["points"], frames["held"]["held"], near_keys(frames["near"]))
    told = {name: foretell(made, name, range(made.alive.shape[1])) for name in SPECS}
    years = [bands(made, t, told) for t in range(made.alive.shape[1])]
    values: dict[Any, Floats] = {name: np.full(made.alive.shape, np.nan) for name in LEDGERS}
    for t, of_year in enumerate(years):
        for name in LEDGERS:
            values[name][made.alive[:, t], t] = of_year[name].value
    coded = _placed(made, frames["levels"])
    unit, year = np.nonzero(~np.isnan(coded) & made.alive)
    larger, smaller = _sizes(made, frames["size"])
    return World(
        made, told, years, values, unit, year, coded[unit, year],
        {name: ~np.isnan(_placed(made, frames[name])) for name in EVENTS},
        np.nan_to_num(_placed(made, frames["unheld"])),
        ~np.isnan(_placed(made, frames["pacts"])),
        *_distance(made, frames["near"]), larger, smaller,
    )  # fmt: skip


def _placed(made: Cube, rows: pl.DataFrame) -> Floats:
    """Return values of a, b, year, value as pairs by years; of two numbers the newer holds."""
    out = np.full(made.alive.shape, np.nan)
    rows = rows.filter(pl.col("year").is_between(FIRST, FIRST + out.shape[1] - 1))
    keys, newer = _keys(rows), np.argsort((rows["a"] + rows["b"]).to_numpy() * -1, kind="stable")
    at = np.minimum(np.searchsorted(made.keys, keys), len(made.keys) - 1)
    order = newer[made.keys[at[newer]] == keys[newer]]
    out[at[order], rows["year"].to_numpy()[order] - FIRST] = rows["value"].to_numpy()[order]
    return out


def _distance(made: Cube, near: pl.DataFrame) -> tuple[Floats, Bools]:
    keys = _keys(near)
    at = np.searchsorted(made.keys, keys)
    km, bordering = np.full(len(made.keys), np.nan), np.zeros(len(made.keys), bool)
    km[at] = near["km"].to_numpy()
    touching = near["contiguity"].is_between(1, BY_WATER).to_numpy()
    bordering[at[touching]] = True
    return np.nan_to_num(km, nan=float(np.nanmedian(km))), bordering


def _sizes(made: Cube, size: pl.DataFrame) -> tuple[Floats, Floats]:
    """Return CINC of the larger and the smaller of each pair, the last one carried on."""
    states = {}
    for cow, year, cinc in size.drop_nulls("cinc").filter(pl.col("year") >= FIRST).iter_rows():
        states.setdefault(newest(cow), {})[year - FIRST] = cinc
    years = made.alive.shape[1]
    table = {}
    for cow, known in states.items():
        line = np.full(years, np.nan)
        line[list(known)] = list(known.values())
        last = np.maximum.accumulate(np.where(np.isnan(line), -1, np.arange(years)))
        table[cow] = np.where(last >= 0, line[np.maximum(last, 0)], np.nan)
    blank = np.full(years, np.nan)
    one = np.stack([table.get(int(k) // NUMBERS, blank) for k in made.keys])
    two = np.stack([table.get(int(k) % NUMBERS, blank) for k in made.keys])
    least = 1e-6
    one, two = np.fmax(np.nan_to_num(one), least), np.fmax(np.nan_to_num(two), least)
    return np.maximum(one, two), np.minimum(one, two)


def some(one: Bands, rows: Ints) -> Bands:
    """Return the bands of some rows, which rise."""
    kept = np.isin(one.rows, rows)
    return Bands(
        one.value[rows], one.lo[rows], one.hi[rows], one.holds[rows],
        np.searchsorted(rows, one.rows[kept]),
        one.base[kept], one.chances[kept],
    )  # fmt: skip
