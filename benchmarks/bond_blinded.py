"""All items blinded together as they are in 2025, in years whose values are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from bond_masked import BY_BLOC
from bond_relationship import CONTRASTS, coded, folds
from bond_scores import Bools, Floats, Ints, aucs, mean
from bond_world import World, some

from daylight.ledgers.grid import FIRST
from daylight.ledgers.nowcast.bands import Bands, bands
from daylight.ledgers.nowcast.cube import Cube
from daylight.ledgers.nowcast.foretell import Foretold, foretell
from daylight.ledgers.nowcast.specs import SPECS
from daylight.ledgers.relationship.model import fitted, outcome, zones
from daylight.ledgers.relationship.model import weights as weights_of
from daylight.ledgers.relationship.spread import spread
from daylight.stats.discrete import quantile
from daylight.store.schemas.ledgers import LEDGERS, Ledger

LAGS = {
    "promise": 7, "organisation": 7, "disputes": 11, "side_by_side": 11, "organisations": 11,
    "rivalry": 5, "crises": 4, "sanctions": 2, "troops": 7, "defence_agreements": 8,
    "exercises": 8, "fatal_conflict": 1, "for_rebels": 1, "agreement": 1, "arms": 0,
}  # fmt: skip
"""Years by which each source has ended in 2025. Agreements and exercises end 15 years before, which
cannot be tested. Trade has the lag of each pair."""
PER_PAIR = ("trade_volume", "trade_share")
TARGETS = (2002, 2006, 2010)
TIE = 0.5
FOLDS = 5


def blinded(world: World, target: int) -> Cube:
    """Return the cube as it would be if sources had ended as they have in 2025."""
    cube, seen, points = world.cube, dict(world.cube.seen), dict(world.cube.points)
    n, years = cube.alive.shape
    for name in SPECS:
        lag = np.full(n, LAGS.get(name, 0))
        if name in PER_PAIR:
            lag = _lag_today(cube, name)
        gone = np.arange(years)[None, :] > (target - lag)[:, None]
        if name in BY_BLOC:
            gone = gone & ~world.pacts
        gone[:, target + 1 :] = True
        seen[name] = cube.seen[name] & ~gone
        points[name] = np.where(gone, np.nan, cube.points[name]).astype(np.float32)
    return replace(cube, seen=seen, points=points)


def _lag_today(cube: Cube, name: str) -> Ints:
    """Return for each pair the years since its value was last seen, or what is usual."""
    years = cube.alive.shape[1]
    last = np.where(cube.seen[name], np.arange(years), -1).max(axis=1)
    lag = years - 1 - last
    here = cube.alive[:, -1] & (lag <= 15)
    return np.where(here, lag, int(np.median(lag[here])))


def told(cube: Cube, target: int) -> dict[str, Foretold]:
    """Return what is foretold of the target year, learned from years before the masks only."""
    return {
        name: foretell(cube, name, range(target, target + 1), until=target - _mask(name))
        for name in SPECS
    }


def _mask(name: str) -> int:
    return 5 if name in PER_PAIR else LAGS.get(name, 0)


def years(
    world: World, targets: tuple[int, ...] = TARGETS
) -> dict[int, tuple[Cube, dict[str, Foretold]]]:
    """Return the blinded cube and what it foretells, by index of the year."""
    out = {}
    for target in targets:
        t = target - FIRST
        cube = blinded(world, t)
        out[t] = cube, told(cube, t)
    return out


def scores(world: World, made: Mapping[int, tuple[Cube, dict[str, Foretold]]]) -> dict[str, Any]:
    """Return errors, coverage and width by ledger, among pairs with a tie that may be.

    Pairs are those whose value or upper end is a tie: what is known before the truth is. Apart from
    them, how many of the pairs that had one in truth are covered.
    """
    rows: dict[str, list[tuple[Floats, ...]]] = {name: [] for name in LEDGERS}
    for t, (cube, foretold) in made.items():
        guessed = bands(cube, t, foretold)
        alive = np.nonzero(cube.alive[:, t])[0]
        for name in LEDGERS:
            one, truth = guessed[name], world.bands[t][name]
            known = ~np.isnan(truth.value)
            known[truth.rows] = False
            some = np.fmax(one.value, one.hi) >= TIE
            known &= some | (truth.value >= TIE)
            middle = _middle(one, name)
            rows[name].append((alive[known], *(x[known] for x in (
                truth.value, one.value, middle, one.lo, one.hi, some))))  # fmt: skip
    return {name: _score(*(np.concatenate(x) for x in zip(*parts, strict=True)))
            for name, parts in rows.items()}  # fmt: skip


def _middle(one: Bands, name: Ledger) -> Floats:
    out = one.value.copy()
    if len(one.rows):
        points = quantile(one.chances, 0.5).astype(float)
        whole = np.maximum(one.base, points) if name == "military_conflict" else one.base + points
        out[one.rows] = np.clip(whole, 0, 100)
    return out


def _score(
    pair: Ints, truth: Floats, value: Floats, middle: Floats, lo: Floats, hi: Floats, some: Bools
) -> dict[str, Any]:
    inside: Bools = (truth >= lo - TIE) & (truth <= hi + TIE)
    some = some.astype(bool)

    def of(rows: Bools, values: Floats) -> dict[str, Any]:
        return mean(values[rows].astype(float), pair[rows].astype(np.int64))

    return {
        "carried": of(some, np.abs(truth - value)),
        "median": of(some, np.abs(truth - middle)),
        "cover": of(some, inside),
        "width": of(some, hi - lo),
        "cover_true": of(truth >= TIE, inside),
        "under": round(float(np.quantile(np.abs(truth - value)[some], 0.9)), 1),
    }


def scale(world: World, made: Mapping[int, tuple[Cube, dict[str, Foretold]]]) -> dict[str, Any]:
    """Return AUCs of the peace scale: in full sight, as foretold, and as carried forward.

    The weights are those of other pairs, in full sight.
    """
    found, pair, full = outcome(world.level), world.cube.keys[world.unit], coded(world)
    fold = folds(pair, FOLDS)
    p = {name: np.full((len(found), 3), np.nan) for name in ("full", "foretold", "carried")}
    guessed = {t: bands(cube, t, foretold) for t, (cube, foretold) in made.items()}
    for k in range(FOLDS):
        other = {name: full[name][fold != k] for name in LEDGERS}
        model = fitted(other, world.level[fold != k], pair[fold != k])
        for t, one in guessed.items():
            rows = np.nonzero((fold == k) & (world.year == t))[0]
            alive = np.nonzero(world.cube.alive[:, t])[0]
            part = {name: some(one[name], np.searchsorted(alive, world.unit[rows]))
                    for name in LEDGERS}  # fmt: skip
            fixed = weights_of(model)
            p["full"][rows] = _three(zones({n: full[n][rows] for n in LEDGERS}, fixed))
            p["foretold"][rows] = _three(spread(model, part).zones)
            p["carried"][rows] = _three(zones({n: part[n].value for n in LEDGERS}, fixed))
    out: dict[str, Any] = {}
    for contrast, (up, down) in CONTRASTS.items():
        rows = np.nonzero(~np.isnan(p["full"][:, 0]) & ((found == up) | (found == down)))[0]
        odds = {name: np.log(q[rows, up] + 1e-12) - np.log(q[rows, down] + 1e-12)
                for name, q in p.items()}  # fmt: skip
        out[contrast] = aucs(odds, found[rows] == up, pair[rows])
    return out


def _three(five: Floats) -> Floats:
    """Return negative peace, rivalry, warm peace, in the order of the logit."""
    return np.stack([five[:, 2], five[:, :2].sum(axis=1), five[:, 3:].sum(axis=1)], axis=1)


def blinded_figures(world: World) -> dict[str, Any]:
    """Return the scores of the ledgers and of the relationship."""
    made = years(world)
    return {"ledgers": scores(world, made), "scale": scale(world, made)}
