"""The tables of the ledgers: items with what is carried, ledgers with bands, the relationship."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.ledgers.grid import PAIR_YEAR
from daylight.ledgers.items import ITEMS
from daylight.ledgers.nowcast.bands import Bands, bands
from daylight.ledgers.nowcast.cube import Cube
from daylight.ledgers.nowcast.foretell import Foretold, ends, foretell, holding
from daylight.ledgers.nowcast.specs import SPECS
from daylight.ledgers.relationship.form import INPUTS
from daylight.ledgers.relationship.model import Relationship, fitted
from daylight.ledgers.relationship.spread import Spread, spread
from daylight.ledgers.stored import angle_of, steps_of
from daylight.store.schemas.ledgers import BANDED, CODINGS, LEDGERS, PART_STEP, POINT_STEP, Ledger

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coded:
    """What the peace scale codes: where in the cube, and the level; all of one length."""

    unit: Ints
    year: Ints
    level: Floats


@dataclass(frozen=True, slots=True)
class LedgerTables:
    """`items`, `ledgers`, `weights`: the three tables of the atlas."""

    items: pl.DataFrame
    ledgers: pl.DataFrame
    weights: pl.DataFrame


def ledger_tables(
    cube: Cube, raw: pl.DataFrame, seen: pl.DataFrame, coded: Coded,
    tick: Callable[[], None] = lambda: None,
) -> LedgerTables:  # fmt: skip
    """Return the three tables.

    Parameters
    ----------
    cube : Cube
        Of all pairs and years.
    raw : DataFrame
        From :func:`daylight.ledgers.raw.raw`, in the order of the rows of the cube.
    seen : DataFrame
        From :func:`daylight.ledgers.ledger.ledgers`, in the same order: how much is observed.
    coded : Coded
        What the relationship is fitted on.
    tick : callable
        Called once a year, for a progress bar.
    """
    years = range(cube.alive.shape[1])
    foretold = {name: foretell(cube, name, years) for name in SPECS}
    by_year = _by_year(cube, foretold, years)
    model = fitted(_where_coded(by_year, cube, coded), coded.level, cube.keys[coded.unit])
    with ThreadPoolExecutor(os.cpu_count()) as pool:

        def one(year: int) -> Spread:
            made = spread(model, by_year[year])
            tick()
            return made

        stood = dict(zip(years, pool.map(one, years), strict=True))
    keys = raw.select(PAIR_YEAR)
    return LedgerTables(
        keys.with_columns(_items(cube, raw, foretold)),
        keys.with_columns(_ledgers(cube, seen, by_year, stood)),
        _weights(model),
    )


def _by_year(
    cube: Cube, foretold: Mapping[str, Foretold], years: range
) -> dict[int, dict[Ledger, Bands]]:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = pool.map(lambda year: bands(cube, year, foretold), years)
        return dict(zip(years, made, strict=True))


def _where_coded(
    by_year: Mapping[int, Mapping[Ledger, Bands]], cube: Cube, coded: Coded
) -> dict[Ledger, Floats]:
    return {
        name: _whole(cube, {y: b[name].value for y, b in by_year.items()})[coded.unit, coded.year]
        for name in LEDGERS
    }


def _whole(cube: Cube, by_year: Mapping[int, Floats]) -> Floats:
    """Return values of the pairs alive in each year as an array of pairs by years."""
    out = np.full(cube.alive.shape, np.nan)
    for year, values in by_year.items():
        out[cube.alive[:, year], year] = values
    return out


def _column(name: str, steps: NDArray[np.generic]) -> pl.Series:
    return pl.Series(name, np.asarray(steps, np.float64)).fill_nan(None).cast(pl.Int16)


def _items(cube: Cube, raw: pl.DataFrame, foretold: Mapping[str, Foretold]) -> list[pl.Series]:
    columns = []
    for item in ITEMS:
        for name in item.columns:
            columns.append(
                _column(name, steps_of(item.name, raw[name].cast(pl.Float64).to_numpy()))
            )
        columns.append(raw[item.status])
        told = foretold.get(item.name)
        if told is None or not CODINGS[item.name].foretold:
            continue
        lo, hi = ends(told)
        parts = {
            "carried": np.clip(told.carried, lo, hi) / POINT_STEP,
            "lo": lo / POINT_STEP,
            "hi": hi / POINT_STEP,
            "holds": holding(told) / PART_STEP,
        }
        for end, values in parts.items():
            whole = np.full(cube.alive.shape, np.nan, np.float32)
            whole[told.unit, told.year] = np.round(values)
            columns.append(_column(f"{item.name}_{end}", cube.rows(whole)))
    return columns


def _ledgers(
    cube: Cube,
    seen: pl.DataFrame,
    by_year: Mapping[int, Mapping[Ledger, Bands]],
    stood: Mapping[int, Spread],
) -> list[pl.Series]:
    def column(name: str, values: Mapping[int, Floats]) -> pl.Series:
        return _column(name, cube.rows(_whole(cube, values)))

    columns = []
    for ledger in LEDGERS:
        of = {year: made[ledger] for year, made in by_year.items()}
        value = {year: np.round(b.value / POINT_STEP) for year, b in of.items()}
        columns.append(column(ledger, value))
        for end in ("lo", "hi"):
            outward = np.floor if end == "lo" else np.ceil
            made = {
                year: np.where(np.isnan(b.holds), np.nan, outward(getattr(b, end) / POINT_STEP))
                for year, b in of.items()
            }
            columns.append(column(f"{ledger}_{end}", made))
        held = {year: np.round(b.holds / PART_STEP) for year, b in of.items()}
        columns.append(column(f"{ledger}_holds", held))
        part = seen[f"{ledger}_seen"].cast(pl.Float64).to_numpy()
        columns.append(_column(f"{ledger}_seen", np.floor(part / PART_STEP + 1e-6)))
    zone = {"severe": 0, "community": 4}
    for name, k in zone.items():
        columns.append(column(name, {y: angle_of(s.zones[:, k]) for y, s in stood.items()}))
    for name in BANDED:
        for k, end in enumerate(("", "_lo", "_hi")):
            values = {y: angle_of(getattr(s, name)[:, k]) for y, s in stood.items()}
            columns.append(column(f"{name}{end}", values))
    for k, end in ((1, "lo"), (2, "hi")):
        places = {y: np.round(s.place[:, k] * 100) for y, s in stood.items()}
        columns.append(column(f"place_{end}", places))
    return columns


def _weights(model: Relationship) -> pl.DataFrame:
    rows = []
    for logit, outcomes, fit, names in (
        ("three", ("rivalry", "warm"), model.three, INPUTS),
        ("severe", ("severe",), model.severe, ("constant", "military_conflict")),
        ("community", ("community",), model.community, ("constant", "political_cooperation")),
    ):
        sd = np.sqrt(np.diag(fit.covariance)).reshape(fit.weights.shape)
        for k, outcome in enumerate(outcomes):
            for j, name in enumerate(names):
                rows.append((logit, outcome, name, float(fit.weights[k, j]), float(sd[k, j])))
    return pl.DataFrame(rows, ["logit", "outcome", "input", "weight", "sd"], orient="row")
