"""Hubs and tethers of small made-up groups."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.cohesion.hubs import shares
from daylight.cohesion.tether import tethers
from daylight.pulls.drawn import DRAWS
from daylight.pulls.pulls import Pulls
from daylight.pulls.square import Floats, Roll


def made(
    military: Floats, economic: Floats | None = None, political: Floats | None = None
) -> Pulls:
    """Pulls of so many states as the squares have, without any error."""
    n = len(military)
    roll = Roll.of(2010)
    small = replace(roll, cows=roll.cows[:n])
    none = np.zeros((n, n))
    squares = {"military": military, "political": none if political is None else political,
               "economic": none if economic is None else economic}  # fmt: skip
    drawn = {name: np.repeat(square[None], DRAWS, axis=0) for name, square in squares.items()}
    return Pulls(small, squares["military"], squares["political"], squares["economic"], drawn,  # type: ignore[arg-type]
                 2010, np.full(n, 2010))  # fmt: skip


STAR = np.array([[0, 0.1, 0, 0], [0.6, 0, 0, 0.1], [0.5, 0, 0, 0.2], [0, 0, 0, 0]])
"""Row 0 is the hub of 0, 1 and 2; row 3 stands outside."""
GROUP = np.array([0, 1, 2])


def test_the_one_that_others_lean_on_is_the_hub() -> None:
    found = shares(made(STAR), GROUP)
    assert found.hubs.tolist() == [0]
    assert found.share.value == pytest.approx([1.1 / 1.2, 0.1 / 1.2, 0])


def test_two_that_others_lean_on_alike_are_both_hubs() -> None:
    pull = np.zeros((5, 5))
    pull[2:, 0], pull[2:, 1] = 0.4, 0.35
    assert shares(made(pull), np.arange(5)).hubs.tolist() == [0, 1]


def test_where_all_lean_on_each_other_alike_there_is_no_hub() -> None:
    pull = np.full((4, 4), 0.2) * (1 - np.eye(4))
    found = shares(made(pull), np.arange(4))
    assert not len(found.hubs)
    assert tethers(made(pull), np.arange(4), found.hubs) == ()


def test_where_nobody_leans_no_share_is_made_up() -> None:
    found = shares(made(np.zeros((3, 3))), GROUP)
    assert np.isnan(found.share.value).all()
    assert not len(found.hubs)


def test_a_tether_is_the_mean_over_the_other_members() -> None:
    pulls = made(STAR)
    arms = tethers(pulls, GROUP, np.array([0]))[0]
    assert arms.hub == pytest.approx((0.55, 0.55, 0.55))
    assert arms.fellows is not None
    assert arms.fellows[0] == pytest.approx(0)
    assert arms.outside is not None
    assert arms.outside[0] == pytest.approx(0.15)
    assert arms.outsider == 3


@given(st.integers(3, 7), st.integers(0, 2**32 - 1))
def test_shares_add_up_and_do_not_hang_on_the_order(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    pull = rng.random((n, n)) * (1 - np.eye(n))
    found = shares(made(pull), np.arange(n))
    assert found.share.value.sum() == pytest.approx(1)
    assert (found.share.lo <= found.share.value + 1e-9).all()
    turn = rng.permutation(n)
    again = shares(made(pull[np.ix_(turn, turn)]), np.arange(n))
    assert again.share.value == pytest.approx(found.share.value[turn])
    assert {int(turn[k]) for k in again.hubs} == set(found.hubs.tolist())
