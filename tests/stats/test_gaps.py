"""Distances of positions, differences of distances, and their intervals."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.stats.gaps import Interval, change, difference, distance

RNG = np.random.default_rng(8)


def drawn(true: float, sd: float, n: int = 20_000) -> Interval:
    value = true + sd * RNG.normal(size=n)
    return Interval(value, value - 1.645 * sd, value + 1.645 * sd)


def share(result: Interval, true: float) -> float:
    return float(((result.lo <= true) & (true <= result.hi)).mean())


def one(value: float, below: float, above: float) -> Interval:
    return Interval(*(np.array([value + x]) for x in (0.0, -below, above)))


def test_arms_are_joined_on_their_own_side() -> None:
    result = difference(one(2.0, 0.3, 1.2), one(0.5, 0.5, 0.4))
    assert result.value[0] == pytest.approx(1.5)
    assert result.lo[0] == pytest.approx(1.5 - np.hypot(0.3, 0.4))
    assert result.hi[0] == pytest.approx(1.5 + np.hypot(1.2, 0.5))


def test_a_distance_does_not_depend_on_the_order_of_states() -> None:
    a, b = one(0.2, 0.3, 0.5), one(0.1, 0.4, 0.6)
    there, back = distance(a, b), distance(b, a)
    assert [*there.value, *there.lo, *there.hi] == pytest.approx([*back.value, *back.lo, *back.hi])
    assert there.lo[0] == 0.0


def test_a_change_turns_round_with_its_ends() -> None:
    near, far = (one(0.2, 0.3, 0.5), one(0.1, 0.4, 0.6)), (one(2.0, 0.3, 0.5), one(0.1, 0.4, 0.6))
    there, back = change(far, near), change(near, far)
    assert there.value[0] > 0
    assert there.lo[0] == pytest.approx(-back.hi[0])


@pytest.mark.parametrize(("first", "second"), [(3.0, 0.7), (0.6, 0.6), (0.1, 0.0)])
def test_independent_errors_are_covered(first: float, second: float) -> None:
    a, b = (drawn(first, 0.3), drawn(0.0, 0.2)), (drawn(second, 0.25), drawn(0.0, 0.2))
    assert share(difference(*a), first) == pytest.approx(0.9, abs=0.01)
    assert share(distance(*a), first) > 0.89
    assert share(change(a, b), first - second) > 0.89


def test_errors_in_common_make_a_change_surer_than_stated() -> None:
    shared = 0.3 * RNG.normal(size=20_000)

    def moved(true: float) -> Interval:
        own = drawn(true, 0.15)
        wide = 1.645 * np.hypot(0.3, 0.15)
        value = own.value + shared
        return Interval(value, value - wide, value + wide)

    result = change((moved(3.0), drawn(0.0, 0.2)), (moved(1.0), drawn(0.0, 0.2)))
    assert share(result, 2.0) > 0.93
