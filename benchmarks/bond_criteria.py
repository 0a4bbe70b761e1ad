"""New force, crises and fatal conflict after five years without: what foresees them."""

from __future__ import annotations

from typing import Any

import numpy as np
from bond_scores import Bools, Floats, Ints, aucs
from bond_world import NEAR_KM, World

from daylight.ledgers.grid import FIRST
from daylight.stats.multinomial import chances, fit

CALM, AHEAD = 5, 3
LAST_YEARS = {"force": 2014, "crisis": 2021, "fatal": 2024}
SPLIT = 1985
"""Weights are fitted on years to 1985 and tested on those after."""


def criteria(world: World) -> dict[str, Any]:
    """Return AUCs by kind of conflict: of the ledgers as they stand, and of fitted logits."""
    out = {}
    for name, last in LAST_YEARS.items():
        unit, year, happened = _cases(world, name, last - FIRST)
        conflict = _conflict(world, unit, year)
        near = _near(world, unit)
        size = np.log(np.stack([world.larger[unit, year], world.smaller[unit, year]], axis=1))
        inputs = {
            "nearness and size": np.concatenate([near, size], axis=1),
            "and conflict": np.concatenate([near, size, conflict], axis=1),
        }
        pair = world.cube.keys[unit]
        close = world.cube.near[unit]
        alone = {
            "military conflict": conflict[:, 0],
            "higher of both": conflict[:, 2],
            "nearness": _fitted({"": near}, happened, pair, np.ones(len(pair), bool))[""],
        }
        early = year + FIRST <= SPLIT
        later = ~early
        fitted = _fitted(inputs, happened, pair, early)
        fitted_near = _fitted(inputs, happened, pair, early & close)
        both = later & close
        out[name] = {
            "alone": aucs(alone, happened, pair),
            "after": aucs({k: v[later] for k, v in fitted.items()}, happened[later], pair[later]),
            "after_near": aucs(
                {k: v[both] for k, v in fitted_near.items()}, happened[both], pair[both]
            ),
        }
    return out


def _cases(world: World, name: str, last: int) -> tuple[Ints, Ints, Bools]:
    """Return pair-years after five years without, and whether any comes in the next three.

    Every third year, so that no two spans ahead hold the same year.
    """
    event = world.events[name]
    ago = np.stack([np.roll(event, k, axis=1) for k in range(CALM)]).any(axis=0)
    ahead = np.stack([np.roll(event, -k, axis=1) for k in range(1, AHEAD + 1)]).any(axis=0)
    years = np.arange(event.shape[1])
    whole = (years >= CALM - 1) & (years <= last - AHEAD) & (years % AHEAD == 0)
    unit, year = np.nonzero(world.cube.alive & ~ago & whole)
    return unit, year, ahead[unit, year]


def _conflict(world: World, unit: Ints, year: Ints) -> Floats:
    """Return military conflict, political conflict, and the higher of both, 0 to 1."""
    military, political = (
        np.nan_to_num(world.ledgers[name][unit, year]) / 100
        for name in ("military_conflict", "political_conflict")
    )
    return np.stack([np.sqrt(military), political, np.maximum(military, political)], axis=1)


def _near(world: World, unit: Ints) -> Floats:
    km = np.log(np.maximum(world.km[unit], 1))
    close = world.km[unit] < NEAR_KM
    return np.stack([km, world.bordering[unit], close], axis=1)


def _fitted(
    inputs: dict[str, Floats], happened: Bools, pair: Ints, rows: Bools
) -> dict[str, Floats]:
    out = {}
    for name, x in inputs.items():
        whole = np.concatenate([np.ones((len(x), 1)), x], axis=1)
        logit = fit(whole[rows], happened[rows].astype(np.int64), pair[rows], 2)
        out[name] = chances(whole, logit.weights)[:, 1]
    return out
