"""The relationship on the peace scale: pairs, periods and sources left out, and calibration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from bond_scores import Bools, Floats, Ints, aucs, bins, worst
from bond_world import World
from scipy.optimize import isotonic_regression

from daylight.ledgers.grid import FIRST
from daylight.ledgers.relationship.form import INPUTS, inputs
from daylight.ledgers.relationship.model import NEGATIVE, RIVALRY, WARM, fitted, outcome, zones
from daylight.ledgers.relationship.model import weights as weights_of
from daylight.stats.multinomial import chances, fit
from daylight.store.schemas.ledgers import LEDGERS, Ledger

FOLDS, FEW_FOLDS, SEED = 10, 5, 1946
SPLIT = 1990
CONTRASTS = {
    "warm / rivalry": (WARM, RIVALRY),
    "rivalry / negative": (RIVALRY, NEGATIVE),
    "warm / negative": (WARM, NEGATIVE),
}
EDGES = (0.0, 0.02, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
ENOUGH = 500
Ledgers = Mapping[Ledger, Floats]


def coded(world: World, without: tuple[str, ...] = ()) -> dict[Ledger, Floats]:
    """Return the ledgers of coded pair-years, as if some items had never been."""
    at = world.unit, world.year
    out = {name: world.ledgers[name][at] for name in LEDGERS}

    def seen(name: str) -> Floats:
        points = np.nan_to_num(world.cube.points[name][at].astype(float))
        return np.zeros_like(points) if name in without else points

    if without:
        fights = ("disputes", "fatal_conflict", "crises", "for_rebels", "dated_force")
        out["military_conflict"] = np.max([seen(name) for name in fights], axis=0)
        out["political_conflict"] = seen("rivalry") + seen("relations")
    return out


def folds(pair: Ints, k: int = FOLDS) -> Ints:
    """Return the fold of each row; all years of a pair are in one."""
    _, index = np.unique(pair, return_inverse=True)
    return (np.random.default_rng(SEED).permutation(index.max() + 1) % k)[index]


def heldout(x: Floats, found: Ints, pair: Ints, n: int = FOLDS) -> Floats:
    """Return the chances of the three outcomes of each row, fitted on other pairs."""
    fold, p = folds(pair, n), np.zeros((len(x), 3))
    for k in range(n):
        mine = fold == k
        p[mine] = chances(x[mine], fit(x[~mine], found[~mine], pair[~mine], 3).weights)
    return p


def contrasts(models: Mapping[str, Floats], found: Ints, pair: Ints) -> dict[str, Any]:
    """Return the AUC of each contrast by its own odds, of several sets of chances."""
    out: dict[str, Any] = {name: {} for name in models}
    for contrast, (up, down) in CONTRASTS.items():
        rows = (found == up) | (found == down)
        odds = {
            name: np.log(p[rows, up] + 1e-300) - np.log(p[rows, down] + 1e-300)
            for name, p in models.items()
        }
        for name, cell in aucs(odds, found[rows] == up, pair[rows]).items():
            out[name][contrast] = cell
    for name, p in models.items():
        out[name]["loss"] = round(float(-np.log(p[np.arange(len(p)), found]).mean()), 4)
    return out


def relationship(world: World) -> dict[str, Any]:
    """Run all of it."""
    found, pair = outcome(world.level), world.cube.keys[world.unit]
    full = coded(world)
    x = inputs(full)
    p = heldout(x, found, pair)
    early = world.year + FIRST < SPLIT
    then = chances(x, fit(x[early], found[early], pair[early], 3).weights)
    models = {"held-out pairs": p}
    models |= {
        name: heldout(one, found, pair, FEW_FOLDS) for name, one in _poorer(world, full, x).items()
    }
    return {
        "rows": len(found),
        "pairs": len(np.unique(pair)),
        "contrasts": contrasts(models, found, pair),
        "period": contrasts({"period": then[~early]}, found[~early], pair[~early])["period"],
        "calibration": _calibration(p, found, pair),
        "calibration_period": {
            name: bins(then[~early, k], found[~early] == k, EDGES)
            for name, k in (("rivalry", RIVALRY), ("warm", WARM))
        },
        "weights": _weights(full, world.level, pair),
    }


def _poorer(world: World, full: Ledgers, x: Floats) -> dict[str, Floats]:
    """Return inputs with sources left out, and with parts of the form changed."""
    wars = ("fatal_conflict", "crises", "for_rebels", "dated_force")
    unheld = {**full, "military_conflict": world.unheld[world.unit, world.year]}
    conflict, both = INPUTS.index("military_conflict"), INPUTS.index("both_conflicts")
    line = x.copy()
    line[:, conflict] **= 2
    trade = np.nan_to_num(full["economic_conflict"])[:, None] / 100
    return {
        "no rivalry list": inputs(coded(world, ("rivalry",))),
        "no disputes": inputs(coded(world, ("disputes",))),
        "neither": inputs(coded(world, ("rivalry", "disputes"))),
        "nor crises and wars": inputs(coded(world, ("rivalry", "disputes", *wars))),
        "a line, no root": line,
        "no product": np.delete(x, both, axis=1),
        "conflict always fades": inputs(unheld),
        "with economic conflict": np.concatenate([x, trade], axis=1),
    }


def _calibration(p: Floats, found: Ints, pair: Ints) -> dict[str, Any]:
    out = {}
    for name, k in (("rivalry", RIVALRY), ("warm", WARM)):
        happened = found == k
        mended = _isotonic(p[:, k], happened, pair)
        raw, again = bins(p[:, k], happened, EDGES), bins(mended, happened, EDGES)
        out[name] = {"raw": raw, "recalibrated": again,
                     "worst": worst(raw, ENOUGH), "worst_again": worst(again, ENOUGH)}  # fmt: skip
    return out


def _isotonic(chance: Floats, happened: Bools, pair: Ints) -> Floats:
    """Return chances as the share that a rising curve, learned on other pairs, gives them."""
    fold, out = folds(pair), np.zeros(len(chance))
    for k in range(FOLDS):
        mine = fold == k
        order = np.argsort(chance[~mine], kind="stable")
        curve = isotonic_regression(happened[~mine][order].astype(float)).x
        out[mine] = np.interp(chance[mine], chance[~mine][order], curve)
    return out


def _weights(ledgers: Ledgers, level: Floats, pair: Ints) -> dict[str, Any]:
    model = fitted(ledgers, level, pair)
    out = {}
    parts = {"three": model.three, "severe": model.severe, "community": model.community}
    for name, logit in parts.items():
        error = np.sqrt(np.diag(logit.covariance)).reshape(logit.weights.shape)
        out[name] = {"weights": np.round(logit.weights, 3).tolist(),
                     "errors": np.round(error, 3).tolist()}  # fmt: skip
    p = zones(ledgers, weights_of(model))
    assert np.allclose(p.sum(axis=-1), 1)
    return out
