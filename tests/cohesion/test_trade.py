"""Trade among members against outsiders, each against what is expected."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.cohesion.trade import LEAST, Flows, inside


def made(seen: np.ndarray, expected: np.ndarray) -> Flows:
    volume = np.where(np.eye(len(seen), dtype=bool), np.nan, seen)
    return Flows(2010, volume, expected, volume, np.nansum(volume, axis=1))


def test_trade_as_expected_has_the_ratio_one() -> None:
    seen = np.full((6, 6), 10.0)
    found = inside(made(seen, seen), np.arange(4))
    assert found is not None
    assert found.ratio == pytest.approx(1)
    assert found.share == pytest.approx(3 / 5)
    assert found.n == 6


def test_twice_as_much_among_members_is_two_whatever_the_sizes() -> None:
    expected = np.outer([1, 5, 2, 8, 3, 9], [1, 5, 2, 8, 3, 9]).astype(float)
    seen = expected.copy()
    seen[:4, :4] *= 2
    found = inside(made(seen, expected), np.arange(4))
    assert found is not None
    assert found.ratio == pytest.approx(2)
    assert found.lo == pytest.approx(2)
    assert found.hi == pytest.approx(2)


def test_a_pair_has_a_ratio_and_no_interval() -> None:
    seen = np.full((6, 6), 10.0)
    found = inside(made(seen, seen), np.arange(2))
    assert found is not None
    assert LEAST > 2
    assert (found.lo, found.hi) == (None, None)


def test_a_member_whose_total_is_not_known_is_no_part_of_the_share() -> None:
    seen = np.full((4, 4), 10.0)
    flows = made(seen, seen)
    total = flows.total.copy()
    total[0] = np.nan
    found = inside(Flows(2010, flows.seen, flows.expected, flows.volume, total), np.arange(2))
    assert found is not None
    assert found.share == pytest.approx(1 / 3)
    assert inside(Flows(2010, *(np.full((4, 4), np.nan),) * 3, total), np.arange(2)) is None
