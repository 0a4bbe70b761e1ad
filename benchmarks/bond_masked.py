"""Each item masked, and foretold 1, 2, 4 and 8 years on from nothing later than the mask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from bond_scores import Bools, Floats, Ints, bins, mean, worst
from bond_world import World

from daylight.ledgers.nowcast.cube import Cube
from daylight.ledgers.nowcast.foretell import foretell
from daylight.ledgers.nowcast.specs import SPECS

HORIZONS = (1, 2, 4, 8)
FIRST_ORIGIN, EVERY = 44, 6
"""1990, and every sixth year."""
LEVEL = {"promise": 30.0, "rivalry": 30.0}
TIE = 0.5
"""Points from which on a tie counts; :data:`LEVEL` for a promise of support, and rivalry."""
BY_BLOC = ("promise", "organisation")
"""Items that the list of blocs still shows, for pairs within one: these are not foretold."""
EDGES = (0.0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0)
ENOUGH = 500
SLACK = 0.3
"""Half a step of the measures: a value so close to the end of a band is within it."""
LO, HI = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Case:
    """Cases of one item and horizon, of all origins."""

    pair: Ints
    later: Floats
    carried: Floats
    chance: Floats
    mean: Floats
    lo: Floats
    hi: Floats
    before: Floats


def masked(world: World) -> dict[str, Any]:
    """Return the scores of every item by horizon."""
    out: dict[str, Any] = {}
    for name, spec in SPECS.items():
        cases = _cases(world, name)
        score = _measured if spec.changes else _tie
        out[name] = {str(h): score(name, case) for h, case in cases.items() if len(case.later)}
    return out


def _cases(world: World, name: str) -> dict[int, Case]:
    cube = world.cube
    seen, points = cube.seen[name], cube.points[name]
    part = seen.sum(axis=0) / np.maximum(cube.alive.sum(axis=0), 1)
    last = int(np.nonzero(part >= 0.5)[0][-1]) if (part >= 0.5).any() else 0
    parts: dict[int, list[tuple[Floats, ...]]] = {h: [] for h in HORIZONS}
    for origin in range(FIRST_ORIGIN, last, EVERY):
        wanted = [h for h in HORIZONS if origin + h <= last]
        alive = np.zeros_like(cube.alive)
        alive[:, : origin + 1] = cube.alive[:, : origin + 1]
        for h in wanted:
            alive[:, origin + h] = seen[:, origin] & seen[:, origin + h]
        blind = replace(_blind(world, name, origin), alive=alive)
        told = foretell(blind, name, range(origin + 1, origin + max(wanted) + 1), until=origin)
        for h in wanted:
            kept = told.age == h
            before = points[told.unit, origin].astype(float)
            if name == "rivalry":
                kept &= before > 0
            at = told.unit[kept], told.year[kept]
            values, chances = told.values[kept], told.chances[kept]
            lo, hi = _ends(values, chances)
            tie = LEVEL.get(name, TIE)
            parts[h].append((
                told.unit[kept], points[at].astype(float), told.carried[kept],
                (chances * (values > tie)).sum(axis=1), (chances * values).sum(axis=1), lo, hi,
                before[kept],
            ))  # fmt: skip
    return {h: Case(*(np.concatenate(x) for x in zip(*rows, strict=True)))
            for h, rows in parts.items() if rows}  # fmt: skip


def _blind(world: World, name: str, origin: int) -> Cube:
    """Return the cube without an item after a year; the list of blocs still shows both of two."""
    if name not in BY_BLOC:
        return world.cube.blind(name, origin)
    blind = world.cube
    for item in BY_BLOC:
        later = blind.blind(item, origin)
        kept = world.pacts & world.cube.seen[item]
        blind = replace(later, seen={**later.seen, item: later.seen[item] | kept},
                        points={**later.points, item: np.where(
                            kept, world.cube.points[item], later.points[item])})  # fmt: skip
    return blind


def _ends(values: Floats, chances: Floats) -> tuple[Floats, Floats]:
    order = np.argsort(values, axis=1)
    sorted_values = np.take_along_axis(values, order, axis=1)
    below = np.cumsum(np.take_along_axis(chances, order, axis=1), axis=1)
    row = np.arange(len(values))
    lo, hi = ((below >= q - 1e-9).argmax(axis=1) for q in (LO, HI))
    return sorted_values[row, lo], sorted_values[row, hi]


def _tie(name: str, case: Case) -> dict[str, Any]:
    """Return Brier scores of "a tie later", and how far chances are from what happened."""
    tie = LEVEL.get(name, TIE)
    happened, carried = case.later > tie, case.carried > tie
    gain = (happened - carried.astype(float)) ** 2 - (happened - case.chance) ** 2
    found = bins(case.chance, happened, EDGES)
    return {
        "carry": mean((happened - carried.astype(float)) ** 2, case.pair),
        "model": mean((happened - case.chance) ** 2, case.pair),
        "gain": mean(gain, case.pair),
        "unseen": mean((case.before[happened] <= tie).astype(float), case.pair[happened]),
        "bins": found,
        "worst": worst(found, ENOUGH),
        "cover": mean(_inside(case).astype(float), case.pair),
    }


def _measured(name: str, case: Case) -> dict[str, Any]:
    """Return mean errors and coverage of bands among pairs with a value."""
    some = case.later > TIE
    pair = case.pair[some]
    return {
        "carry": mean(np.abs(case.later - case.carried)[some], pair),
        "model": mean(np.abs(case.later - case.mean)[some], pair),
        "cover": mean(_inside(case)[some].astype(float), pair),
        "cover_all": mean(_inside(case).astype(float), case.pair),
        "width": mean((case.hi - case.lo)[some], pair),
    }


def _inside(case: Case) -> Bools:
    return np.asarray((case.later >= case.lo - SLACK) & (case.later <= case.hi + SLACK))
