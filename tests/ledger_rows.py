"""Rows of the tables of ledgers by hand, for atlases of a few pairs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from daylight.ledgers.items import ITEMS
from daylight.ledgers.stored import angle_of
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import (
    CODINGS,
    LEDGERS,
    POINT_STEP,
    raw_columns,
)

Row = dict[str, Any]
AtlasOf = Callable[..., Atlas]
"""The fixture ``atlas_of``: rows by table to an atlas."""
CHANCES = {"severe": 0.01, "rivalry": 0.05, "warm": 0.1, "community": 0.02}


def sums(a: int, b: int, year: int, points: dict[str, Any] | None = None, **chances: float) -> Row:
    """A row of ``ledgers``: points by ledger, each a number or (lo, value, hi), and chances."""
    row: Row = {"a": a, "b": b, "year": year}
    for name in LEDGERS:
        told = (points or {}).get(name, 0.0)
        ends = told if isinstance(told, tuple) else (None, told, None)
        lo, value, hi = (None if x is None else round(x / POINT_STEP) for x in ends)
        row |= {f"{name}_lo": lo, name: value, f"{name}_hi": hi}
        row |= {f"{name}_holds": None, f"{name}_seen": 100 if lo is None else 50}
    all_chances = {**CHANCES, **chances}
    for name in CHANCES:
        row[name] = _angle(all_chances[name])
    for name in ("rivalry", "warm"):
        for end, away in (("lo", -0.02), ("hi", 0.02)):
            chance = all_chances.get(f"{name}_{end}", all_chances[name] + away)
            row[f"{name}_{end}"] = _angle(chance)
    return row | {"place_lo": 0, "place_hi": 100}


def _angle(chance: float) -> int:
    return int(angle_of(np.array(chance)))


def items(a: int, b: int, year: int, promise: float = 0.0) -> Row:
    """A row of ``ledger_items`` in which nothing is known but a promise, which is seen."""
    row: Row = {"a": a, "b": b, "year": year}
    for item in ITEMS:
        coding = CODINGS[item.name]
        for column in raw_columns(item.name):
            row[column] = promise / coding.step if item.name == "promise" else None
        row[item.status] = 0 if item.name == "promise" else 3
        if coding.foretold:
            row |= {f"{item.name}_{end}": None for end in ("carried", "lo", "hi", "holds")}
    return row


def war(a: int, b: int, day: str, until: str) -> Row:
    """A row of ``dated_facts``."""
    return {
        "a": a, "b": b, "day": np.datetime64(day).item(), "precision": "day",
        "until": np.datetime64(until).item(), "until_precision": "day", "open_to": None,
        "kind": "war", "actor": 0, "text": "war", "weight": 90, "source": "ucdp",
        "citation": None,
    }  # fmt: skip
