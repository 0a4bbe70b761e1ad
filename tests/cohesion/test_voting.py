"""Agreement of groups above chance."""

from __future__ import annotations

from math import factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.cohesion.voting import LEAST_COMMON, alike_square, cohesion, spread
from daylight.pulls.square import Roll
from daylight.stats.gaps import Interval
from daylight.store.schemas import VOTE_COUNTS


def test_votes_alike_count_abstentions_as_a_choice() -> None:
    roll = Roll.of(2010)
    counts = dict.fromkeys(VOTE_COUNTS, np.array([0, 0])) | {
        "a": np.array([2, 2]), "b": np.array([20, 200]),
        "yy": np.array([8, 1]), "aa": np.array([4, 0]), "yn": np.array([4, 1]),
    }  # fmt: skip
    found = alike_square(roll, counts)
    one, other, few = (roll.at(cow) for cow in (2, 20, 200))
    assert found[one, other] == found[other, one] == 0.75
    assert np.isnan(found[one, few])  # fewer than the least common votes
    assert LEAST_COMMON > 2


def test_a_group_that_agrees_like_any_two_states_has_no_excess() -> None:
    share = np.full((6, 6), 0.8)
    np.fill_diagonal(share, np.nan)
    found = cohesion(share, np.array([0, 1, 2]), 100)
    assert found is not None
    assert found.agreement == pytest.approx(0.8)
    assert found.excess == pytest.approx(0)
    assert found.lo < 0 < found.hi
    assert found.as_much == 1  # 0.8 is high, and all groups have it


def test_a_group_apart_stands_out() -> None:
    share = np.full((12, 12), 0.5)
    share[:3, :3] = 0.95
    np.fill_diagonal(share, np.nan)
    found = cohesion(share, np.array([0, 1, 2]), 300)
    assert found is not None
    assert found.lo > 0.3
    assert found.as_much < 0.05


def test_too_few_votes_or_voters_are_no_answer() -> None:
    share = np.full((4, 4), np.nan)
    assert cohesion(share, np.array([0, 1]), 100) is None
    share[0, 1] = share[1, 0] = 0.9
    assert cohesion(share, np.array([0, 1]), 5) is None
    assert cohesion(share, np.array([0, 1]), 100) is not None


@given(st.integers(0, 2**32 - 1), st.integers(2, 6))
def test_chance_is_what_random_groups_have(seed: int, size: int) -> None:
    """The mean over all pairs is the expectation of the mean over the pairs of a random group."""
    rng = np.random.default_rng(seed)
    share = rng.random((9, 9))
    share = (share + share.T) / 2
    np.fill_diagonal(share, np.nan)
    groups = [rng.choice(9, size, replace=False) for _ in range(400)]
    means = [np.nanmean(share[np.ix_(group, group)]) for group in groups]
    found = cohesion(share, groups[0], 100)
    assert found is not None
    error = np.std(means) / np.sqrt(len(means))
    assert abs(np.mean(means) - found.chance) < 5 * error + 1e-9


def test_the_spread_is_the_mean_distance() -> None:
    value = np.array([0.0, 1.0, 3.0, np.nan])
    points = Interval(value, value - 0.1, value + 0.1)
    found = spread(points, np.arange(4))
    assert found is not None
    assert found[0] == pytest.approx((1 + 3 + 2) / 3)
    assert found[1] < found[0] < found[2]
    assert spread(points, np.array([0, 3])) is None


def _index_of_a_roll_call(voters: int) -> float:
    """The expected index of Hix, Noury and Roland (2005) where voters choose by themselves.

    Shares of 75, 15 and 10 in 100 for yes, no and abstention, as they are usual in the Assembly.
    """
    total = 0.0
    for yes in range(voters + 1):
        for no in range(voters - yes + 1):
            rest = voters - yes - no
            ways = factorial(voters) / (factorial(yes) * factorial(no) * factorial(rest))
            most = max(yes, no, rest)
            chance = ways * 0.75**yes * 0.15**no * 0.10**rest
            total += chance * (most - (voters - most) / 2) / voters
    return total


def test_an_index_of_single_roll_calls_is_high_by_chance() -> None:
    """The figures that docs/methods/cohesion.md gives, within half a hundredth."""
    assert _index_of_a_roll_call(4) == pytest.approx(0.65, abs=0.005)
    assert _index_of_a_roll_call(27) == pytest.approx(0.63, abs=0.005)
