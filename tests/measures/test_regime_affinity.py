"""Likeness of regimes: values by hand, and states without an index."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.measures.regime_affinity import MEASURE
from daylight.tables.world import Frames


def affinity(index: dict[int, float]) -> dict[tuple[int, int], float]:
    frame = pl.DataFrame(
        {"cow": list(index), "year": [1990] * len(index), "polyarchy": list(index.values())},
        {"cow": pl.Int16, "year": pl.Int16, "polyarchy": pl.Float32},
    )
    found = MEASURE.compute(Frames({"regimes": frame}), 1989, 1991)
    assert set(found.year.tolist()) <= {1990}
    return {
        (a, b): value
        for a, b, value in zip(
            found.a.tolist(), found.b.tolist(), found.value.tolist(), strict=True
        )
    }


def test_values_by_hand() -> None:
    found = affinity({365: 0.109, 2: 0.843, 710: 0.073})
    assert found == {(2, 365): 0.266, (2, 710): 0.23, (365, 710): 0.964}


def test_a_state_without_an_index_has_no_value(world: Frames) -> None:
    found = MEASURE.compute(world, 1991, 1991)
    assert 630 not in {*found.a.tolist(), *found.b.tolist()}
    assert len(found.a) == 10


INDEX = st.integers(0, 1000).map(lambda n: n / 1000)


@given(INDEX, INDEX, INDEX)
def test_likeness_is_one_for_equals_and_falls_with_distance(x: float, y: float, z: float) -> None:
    found = affinity({2: x, 20: y, 200: z})
    assert found[2, 20] == pytest.approx(1 - abs(x - y), abs=1e-9)
    assert 1 - found[2, 200] <= (1 - found[2, 20]) + (1 - found[20, 200]) + 1e-9
