"""How spells and covers of a coded tie are read: values, zeros, and what is not known."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pytest

from daylight.measures import measure
from daylight.measures.measure import Values, fold
from daylight.tables.world import Frames

Key = tuple[int, int, int]
COLUMNS = ("measure", "cow", "partner", "start", "end")
MISSING = -9.0
SPELLS: list[tuple[Any, ...]] = [
    ("disputes", 2, 365, 1990, 1990, 4.0),
    ("disputes", 365, 630, 1989, 1995, 2.0),
    ("same_side_disputes", 2, 20, 1990, 1990, 1.0),
    ("same_side_disputes", 2, 20, 1991, 1992, 3.0),
    ("rivalry", 200, 365, 1900, 1990, 1.0),
    ("us_troops", 200, 2, 1989, 1990, 4.4),
    ("us_troops", 630, 2, 1990, 1991, 0.0),
    ("us_troops", 713, 2, 1991, 1991, None),
    ("cosponsorship", 200, 630, 1990, 1990, -0.12),
    ("arms_dependence", 630, 365, 1990, 1991, 0.265),
    ("leader_visits", 2, 20, 1990, 1990, 3.0),
    ("leader_visits", 2, 20, 1991, 1991, 5.0),
    ("leader_visits", 2, 630, 1991, 1991, None),
    ("verbal_cooperation", 365, 630, 1991, 1991, 0.1247),
    ("aid_dependence", 630, 2, 1990, 1990, 0.0123),
    ("fdi_stock", 20, 2, 1990, 1991, 0.187),
    ("fdi_stock", 2, 20, 1991, 1991, -0.0087),
    ("energy_dependence", 2, 20, 1990, 1991, 0.21),
    ("energy_dependence", 20, 2, 1991, 1991, 0.08),
]
COVERS: list[tuple[Any, ...]] = [
    ("disputes", 0, 0, 1900, 2014),
    ("rivalry", 0, 0, 1900, 2020),
    ("arms_dependence", 630, 0, 1990, 1991),
    ("leader_visits", 2, 0, 1980, 1991),
    ("verbal_cooperation", 2, 365, 1990, 1990),
    ("aid_dependence", 630, 200, 1990, 1991),
    ("energy_dependence", 2, 0, 1990, 1991),
]


@pytest.fixture(scope="module")
def coded_world() -> Frames:
    spells = pl.DataFrame(SPELLS, [*COLUMNS, "value"], orient="row", infer_schema_length=None)
    covers = pl.DataFrame(COVERS, list(COLUMNS), orient="row")
    return Frames({"ties": spells, "tie_cover": covers})


def by_key(values: Values) -> dict[Key, float]:
    keys = zip(values.a.tolist(), values.b.tolist(), values.year.tolist(), strict=True)
    return dict(zip(keys, np.nan_to_num(values.value, nan=MISSING).tolist(), strict=True))


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("disputes", (365, 630, 1991), 2),
        ("disputes", (2, 365, 1991), 0),
        ("same_side_disputes", (2, 20, 1991), 3),
        ("rivalry", (200, 365, 1991), 0),
        ("us_troops", (200, 2, 1990), 4.4),
        ("us_troops", (630, 2, 1991), 0),
        ("us_troops", (2, 200, 1990), MISSING),
        ("us_troops", (713, 2, 1991), MISSING),
        ("cosponsorship", (200, 630, 1990), -0.12),
        ("arms_dependence", (630, 365, 1990), 0.265),
        ("arms_dependence", (630, 2, 1990), 0),
        ("arms_dependence", (365, 630, 1990), MISSING),
        ("leader_visits", (2, 20, 1991), 5),
        ("leader_visits", (2, 200, 1991), 0),
        ("leader_visits", (2, 630, 1991), MISSING),
        ("verbal_cooperation", (365, 630, 1991), 0.1247),
        ("verbal_cooperation", (2, 365, 1990), 0),
    ],
)
def test_values_by_hand(coded_world: Frames, name: str, key: Key, value: float) -> None:
    assert by_key(measure(name).compute(coded_world, 1990, 1991))[key] == pytest.approx(value)


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("verbal_cooperation", (2, 365, 1991)),
        ("leader_visits", (20, 200, 1991)),
        ("same_side_disputes", (2, 200, 1990)),
        ("disputes", (2, 341, 1990)),
    ],
)
def test_outside_its_cover_a_pair_has_no_row(coded_world: Frames, name: str, pair: Key) -> None:
    assert pair not in by_key(measure(name).compute(coded_world, 1990, 1991))


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("us_troops", (2, 200, 1990), 4.4),
        ("us_troops", (2, 713, 1991), MISSING),
        ("aid_dependence", (2, 630, 1990), 0.0123),
        ("aid_dependence", (200, 630, 1990), 0),
        ("fdi_stock", (2, 20, 1991), 0.187),
        ("fdi_stock", (2, 20, 1990), MISSING),
        ("energy_dependence", (2, 630, 1990), MISSING),
        ("energy_dependence", (2, 20, 1991), 0.08),
    ],
)
def test_undirected_values_by_hand(coded_world: Frames, name: str, key: Key, value: float) -> None:
    """A direction that the source has nowhere hides nothing; one that is hidden may."""
    spec = measure(name)
    found = fold(spec.compute(coded_world, 1990, 1991), spec.undirected)
    assert by_key(found)[key] == pytest.approx(value)
