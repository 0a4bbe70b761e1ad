"""Layers of an invented year: who is in them, what is not known, and classes of distance."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from daylight.communities.layers import BORDER, LAYERS, UNKNOWN, layers
from daylight.core.errors import OutsideCoverage
from daylight.store.schemas.ledgers import LEDGERS
from daylight.tables.world import Frames

GERMANY, GDR, GFR = 255, 265, 260
STATES = (2, 20, 200, 220, GERMANY, GFR, GDR)
PAIRS = [(a, b) for a in STATES for b in STATES if a < b]


def world(year: int = 1990, order: int = 1) -> Frames:
    rows = []
    for a, b in PAIRS[::order]:
        row: dict[str, int | None] = {"a": a, "b": b, "year": year}
        for ledger in LEDGERS:
            row |= {ledger: (a + b) % 80, f"{ledger}_lo": None, f"{ledger}_hi": None}
        if (a, b) == (2, 20):
            row |= {"military_cooperation": 100, "military_cooperation_lo": 60,
                    "military_cooperation_hi": 120, "economic_conflict": None}  # fmt: skip
        rows.append(row)
    near = [
        {"a": a, "b": b, "start": 1946, "end": 2000, "km": 100 * k + 10,
         "contiguity": 1 if (a, b) == (2, 20) else 0}
        for k, (a, b) in enumerate(PAIRS) if (a, b) != (2, 200)
    ]  # fmt: skip
    frame = pl.DataFrame(rows, infer_schema_length=None)
    return Frames({"ledgers": frame, "nearness": pl.DataFrame(near)})


def test_states_are_those_of_the_end_of_the_year() -> None:
    assert layers(world(), 1990).states.tolist() == [2, 20, 200, 220, GERMANY]


def test_points_are_read_with_their_bands_and_what_is_not_known_is_nothing() -> None:
    found = layers(world(), 1990)
    first = int(np.flatnonzero((found.i == 0) & (found.j == 1))[0])
    military, economic = LAYERS.index("military"), LAYERS.index("economic")
    band = found.cooperation
    assert [x[military, first] for x in (band.value, band.lo, band.hi)] == [50, 30, 60]
    assert found.conflict.value[economic, first] == 0
    seen = found.cooperation.value[economic]
    assert (found.cooperation.lo[economic] == seen).all()
    assert (found.cooperation.hi[economic] == seen).all()


def test_distance_has_classes_and_may_be_unknown() -> None:
    found = layers(world(), 1990)
    near = {(found.states[i], found.states[j]): k
            for i, j, k in zip(found.i, found.j, found.near, strict=True)}  # fmt: skip
    assert near[2, 20] == BORDER
    assert near[2, 200] == UNKNOWN
    assert near[2, 220] < near[20, 200] < near[220, GERMANY]


def test_the_order_of_rows_does_not_matter() -> None:
    one, other = layers(world(), 1990), layers(world(order=-1), 1990)
    assert (one.cooperation.value == other.cooperation.value).all()
    assert (one.near == other.near).all()


def test_a_year_without_ledgers_is_refused() -> None:
    with pytest.raises(OutsideCoverage, match="1970"):
        layers(world(), 1970)
