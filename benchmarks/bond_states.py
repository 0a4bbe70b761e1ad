"""Strangers, values that must not be published, and chances of new disputes by kind of pair."""

from __future__ import annotations

from typing import Any

import numpy as np
from bond_scores import bins, mean
from bond_world import World

from daylight.ledgers.grid import FIRST
from daylight.ledgers.items import BY_NAME
from daylight.ledgers.nowcast.foretell import foretell
from daylight.ledgers.relationship.model import RIVALRY, Relationship, outcome
from daylight.ledgers.relationship.spread import spread
from daylight.store.schemas.ledgers import LEDGERS

NOW = 2025
TIE = 0.5
WIDE, WIDE_CHANCE = 50.0, 0.5
HALF = 0.5
EDGES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0)


def strangers(world: World) -> dict[str, Any]:
    """Return how many pair-years have no relation to speak of, and what the scale codes them."""
    x = {name: np.nan_to_num(values) for name, values in world.ledgers.items()}
    rivals = np.nan_to_num(world.cube.points["rivalry"]) > 0
    none = (
        (x["military_cooperation"] < 3) & (x["military_conflict"] < 5) & ~rivals
        & (x["political_conflict"] < 5) & (x["economic_cooperation"] < 15)
        & (x["economic_conflict"] < TIE) & world.cube.alive
    )  # fmt: skip
    coded = none[world.unit, world.year]
    rows = outcome(world.level)[coded]
    return {
        "pair_years": int(world.cube.alive.sum()),
        "strangers": int(none.sum()),
        "coded": int(coded.sum()),
        "rivals": int((rows == RIVALRY).sum()),
        "pairs": len(np.unique(world.unit[coded][rows == RIVALRY])),
    }


def unpublished(world: World, model: Relationship) -> dict[str, Any]:
    """Return the share of pairs with a tie whose band is too wide to say a value, in 2025."""
    t = NOW - FIRST
    out: dict[str, Any] = {}
    for name in LEDGERS:
        one = world.bands[t][name]
        tie = np.nan_to_num(one.value) >= TIE
        wide = (one.hi - one.lo)[tie] > WIDE
        out[name] = {"share": round(float(wide.mean()), 4), "n": int(tie.sum())}
    rivalry = spread(model, world.bands[t]).rivalry
    some = rivalry[:, 0] >= 0.05
    wide = (rivalry[:, 2] - rivalry[:, 1]) > WIDE_CHANCE
    out["rivalry"] = {"share": round(float(wide[some].mean()), 4), "n": int(some.sum()),
                      "of_all": round(float(wide.mean()), 4)}  # fmt: skip
    for name in ("exercises", "defence_agreements", "promise", "sanctions", "arms"):
        told = world.told[name]
        mine = (told.year == t) & (told.carried >= TIE)
        if not mine.any():
            out[name] = {"share": 0.0, "n": 0}
            continue
        values, chances = told.values[mine], told.chances[mine]
        order = np.argsort(values, axis=1)
        below = np.take_along_axis(chances, order, 1).cumsum(axis=1)
        lo, hi = (
            np.take_along_axis(values, order, 1)[
                np.arange(len(values)), (below >= q - 1e-9).argmax(1)
            ]
            for q in (0.05, 0.95)
        )
        wide = hi - lo > HALF * BY_NAME[name].maximum
        out[name] = {"share": round(float(wide.mean()), 4), "n": int(mine.sum())}
    return out


def disputes(world: World) -> dict[str, Any]:
    """Return chance and share of a dispute in force at 4 and 8 years, by kind of pair."""
    cube = world.cube
    kinds = {
        "rivals": np.nan_to_num(cube.points["rivalry"]) > 0,
        "pact": np.nan_to_num(cube.points["promise"]) >= 30,
        "both in NATO or CSTO": world.pacts,
        "near, no pact": cube.near[:, None] & (np.nan_to_num(cube.points["promise"]) < 30),
        "near, with pact": cube.near[:, None] & (np.nan_to_num(cube.points["promise"]) >= 30),
    }
    out: dict[str, Any] = {}
    for h in (4, 8):
        rows: dict[str, list[Any]] = {name: [] for name in kinds}
        for origin in range(34, 69 - h, 4):
            told = foretell(cube.blind("disputes", origin), "disputes",
                            range(origin + h, origin + h + 1), until=origin)  # fmt: skip
            truth = cube.points["disputes"][told.unit, told.year]
            known = cube.seen["disputes"][told.unit, told.year] & (told.age == h)
            for least in (40,):
                chance = (told.chances * (told.values >= least)).sum(axis=1)
                for name, kind in kinds.items():
                    mine = known & kind[told.unit, origin]
                    rows[name].append((told.unit[mine], chance[mine], truth[mine] >= least))
        out[str(h)] = {}
        for name, parts in rows.items():
            unit, chance, happened = (np.concatenate(x) for x in zip(*parts, strict=True))
            out[str(h)][name] = {
                "chance": round(float(chance.mean()), 4),
                "share": mean(happened.astype(float), unit),
                "bins": bins(chance, happened, EDGES),
            }
    return out
