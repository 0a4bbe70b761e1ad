"""Chances by hand: the core, the runner-up, and where none can be told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_ties import seen

from daylight.communities.cores import NONE, places, with_core
from daylight.communities.partition import Together

STATES = (2, 20, 40, 200, 210, 220, 230)
PAIRS = {(2, 20): 10, (2, 40): 8, (20, 40): 8, (200, 210): 10, (200, 220): 10, (210, 220): 10,
         (200, 230): 4, (210, 230): 4, (220, 230): 4, (40, 200): 2, (40, 210): 2, (40, 220): 2,
         (2, 230): 3, (20, 230): 3}  # fmt: skip
GROUPS = np.array([5, 5, 5, 7, 7, 7, 7])


def test_a_state_is_a_member_by_its_chance_to_be_with_the_core() -> None:
    found = places(seen(1985, STATES, PAIRS), GROUPS)
    assert found.own.tolist() == [5, 5, 5, 7, 7, 7, NONE]
    assert found.chance[:6] == pytest.approx([1.0, 1.0, 0.8, 1.0, 1.0, 1.0])
    assert np.isnan(found.chance[6])


def test_the_runner_up_is_the_likeliest_besides() -> None:
    found = places(seen(1985, STATES, PAIRS), GROUPS)
    assert found.second.tolist() == [NONE, NONE, 7, NONE, NONE, NONE, 7]
    assert found.second_chance[2] == pytest.approx(0.2)
    assert found.second_chance[6] == pytest.approx(0.4)


def test_two_states_and_one_are_no_community() -> None:
    found = places(seen(1985, (2, 20, 40), {(2, 20): 10}), np.array([1, 1, 2]))
    assert found.own.tolist() == [NONE] * 3
    assert found.second.tolist() == [NONE] * 3


def test_who_is_likelier_with_another_is_told_so() -> None:
    pairs = {(a, b): 10 for side in (STATES[:3], STATES[3:6]) for a in side for b in side if a < b}
    pairs |= {(a, 230): 9 for a in STATES[:3]} | {(a, 230): 6 for a in STATES[3:6]}
    found = places(seen(1985, STATES, pairs), GROUPS)
    assert (found.own[6], found.second[6]) == (5, 7)
    assert (found.chance[6], found.second_chance[6]) == (pytest.approx(0.9), pytest.approx(0.6))
    pairs |= {(a, 230): 6 for a in STATES[:3]}
    assert places(seen(1985, STATES, pairs), GROUPS).own[6] == 7, "of equals the consensus holds"


def test_the_core_is_the_half_that_is_most_together() -> None:
    found = seen(1985, STATES, PAIRS)
    assert with_core(found, GROUPS == 5)[:3] == pytest.approx([1.0, 1.0, 0.8])
    assert (with_core(found, np.arange(7) == 0) == 0).all()


@given(st.integers(0, 2**31))
def test_chances_are_chances_in_any_order_of_states(seed: int) -> None:
    rng = np.random.default_rng(seed)
    runs = rng.integers(0, 3, (12, 8))
    times = (runs[:, :, None] == runs[:, None, :]).sum(axis=0).astype(np.int16)
    groups, order = rng.integers(0, 3, 8), rng.permutation(8)
    one = places(Together(1985, np.arange(8), times, 12), groups)
    other = places(Together(1985, np.arange(8), times[np.ix_(order, order)], 12), groups[order])
    assert (one.own[order] == other.own).all()
    np.testing.assert_allclose(one.chance[order], other.chance)
    np.testing.assert_allclose(one.second_chance[order], other.second_chance)
    told = one.own != NONE
    assert (one.chance[told] >= 0.5).all()
    assert (one.chance[told] <= 1.0).all()
    assert np.isnan(one.chance[~told]).all()
    assert (one.second[told] != one.own[told]).all()
