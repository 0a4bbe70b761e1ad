"""What each ledger and item adds to the log odds of rivalry and of warm peace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt

from daylight.bonds.records import LedgerResult, Pull
from daylight.ledgers.item import HIGHEST
from daylight.ledgers.relationship.form import ENTERS
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import Ledger

Weights = Mapping[str, Mapping[str, float]]
"""By outcome of the three-way logit, then by input."""
NO_PULL = Pull(None, None)
CONFLICTS: tuple[Ledger, Ledger] = ("military_conflict", "political_conflict")


def weights_of(atlas: Atlas) -> Weights:
    """Return the weights of the three-way logit from the atlas."""
    rows = atlas.rows("relationship_weights", "logit = 'three'")
    found: dict[str, dict[str, float]] = {}
    for outcome, name, weight in zip(
        rows["outcome"].tolist(), rows["input"].tolist(), rows["weight"].tolist(), strict=True
    ):
        found.setdefault(outcome, {})[name] = weight
    return found


def pulls(ledgers: Mapping[Ledger, LedgerResult], weights: Weights) -> dict[Ledger, LedgerResult]:
    """Return the ledgers with what they and their items add.

    The product of both conflicts is shared by the two alike. Within a ledger an item adds by its
    part of the points; in one that is the highest of its items, the highest adds all. Nothing is
    said of a ledger without a number.
    """
    parts = {name: (ledgers[name].value or 0.0) / 100 for name in ENTERS}
    both = parts[CONFLICTS[0]] * parts[CONFLICTS[1]] / 2
    made: dict[Ledger, LedgerResult] = {}
    for name, ledger in ledgers.items():
        if name not in parts or ledger.value is None:
            made[name] = ledger
            continue
        x = sqrt(parts[name]) if name == CONFLICTS[0] else parts[name]
        half = both if name in CONFLICTS else 0.0
        rivalry, warm = (
            weights[outcome][name] * x + weights[outcome]["both_conflicts"] * half
            for outcome in ("rivalry", "warm")
        )
        made[name] = _shared(ledger, rivalry, warm)
    return made


def _shared(ledger: LedgerResult, rivalry: float, warm: float) -> LedgerResult:
    points = [item.points.value or 0.0 for item in ledger.items]
    if ledger.ledger in HIGHEST:
        top = max(points, default=0.0)
        first = points.index(top) if top else -1
        parts = [float(k == first) for k in range(len(points))]
    else:
        total = sum(points)
        parts = [p / total if total else 0.0 for p in points]
    items = tuple(
        replace(item, pull=Pull(round(rivalry * part, 2), round(warm * part, 2)))
        for item, part in zip(ledger.items, parts, strict=True)
    )
    return replace(ledger, pull=Pull(round(rivalry, 2), round(warm, 2)), items=items)
