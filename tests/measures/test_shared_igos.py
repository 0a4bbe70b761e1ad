"""Shared organisations: the weight of each, and pairs and years that have no value."""

from __future__ import annotations

from collections.abc import Callable
from math import log2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from daylight.core.states import members
from daylight.measures.shared_igos import MEASURE, exclusiveness
from daylight.tables.world import Frames

Tables = dict[str, list[dict[str, Any]]]
ZERO_ONE = st.integers(0, 1).map(float)


def by_key(world: Frames, year: int) -> dict[tuple[int, int], float]:
    found = MEASURE.compute(world, year, year)
    return {
        (a, b): value
        for a, b, value in zip(
            found.a.tolist(), found.b.tolist(), found.value.tolist(), strict=True
        )
    }


def test_values_by_hand(world: Frames) -> None:
    first, second = by_key(world, 1990), by_key(world, 1991)
    size, later = len(members(1990)), len(members(1991)) - 1
    assert first[2, 20] == pytest.approx(log2(size / 2)), "all states together weigh nothing"
    assert first[2, 630] == pytest.approx(log2(size / 2)), "365 joins in 1991"
    assert first[2, 200] == pytest.approx(0)
    assert len(first) == size * (size - 1) / 2
    every = log2(later / len(set(members(1990)) & set(members(1991)) - {713}))
    assert second[2, 630] == pytest.approx(log2(later / 3) + every)
    assert second[2, 20] == pytest.approx(every), "2 has left the organisation of two"


def test_a_state_that_is_not_coded_has_no_value(world: Frames) -> None:
    assert (2, 713) in by_key(world, 1990)
    assert not [pair for pair in by_key(world, 1991) if 713 in pair]


def test_a_year_without_any_member_is_not_covered(world: Frames) -> None:
    assert by_key(world, 2011) == {}
    assert by_key(world, 2005)


def test_leaving_an_organisation_never_raises_a_tie_with_its_members(
    toy_tables: Callable[[], Tables], world_of: Callable[[Tables], Frames], world: Frames
) -> None:
    tables = toy_tables()
    tables["igo_members"] = [
        row for row in tables["igo_members"] if (row["igo"], row["cow"]) != ("THREE", 365)
    ]
    before, after = by_key(world, 1991), by_key(world_of(tables), 1991)
    assert after[2, 365] < before[2, 365]
    assert after[2, 630] > before[2, 630], "what is left is more exclusive"


@given(arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 5)), elements=ZERO_ONE))
def test_weights_run_from_nothing_to_log_n(seats: np.ndarray) -> None:
    weight = exclusiveness(seats)
    size = seats.sum(axis=0)
    assert (weight >= 0).all()
    assert (weight <= np.log2(len(seats))).all()
    assert (weight[size == len(seats)] == 0).all()
    used = size > 0
    order = np.argsort(size[used])
    assert (np.diff(weight[used][order]) <= 0).all(), "more members, less weight"
