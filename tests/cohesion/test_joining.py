"""What went along with joining, against like states that did not."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.cohesion.effect import effect
from daylight.cohesion.joining import FIRST, LIKE, SPAN, Panel, _case, _joined

YEARS, STATES = 30, 10
T = FIRST + 12


def member() -> np.ndarray:
    found = np.zeros((YEARS, STATES), bool)
    found[2:, :3] = True  # founders
    found[12:, 3] = True  # joins in T
    return found


def test_founders_do_not_join() -> None:
    assert list(_joined(member())) == [(3, T)]


def test_the_change_of_the_joiner_is_set_against_that_of_others() -> None:
    values = np.full((YEARS, STATES, STATES), 0.5)
    values[13:, 3, :3] = 0.8  # votes more with members after joining
    values[13:, 4:, :3] = 0.6  # as all others do, a little
    case = _case(Panel(np.arange(STATES), values), member(), 3, T)
    assert case == pytest.approx((0.5, 0.8, 0.5, 0.6))


def test_a_member_that_left_soon_or_lacks_years_is_no_case() -> None:
    left = member()
    left[12 + SPAN - 1 :, 3] = False
    values = np.full((YEARS, STATES, STATES), 0.5)
    panel = Panel(np.arange(STATES), values)
    assert _case(panel, left, 3, T) is None
    few = np.full((YEARS, LIKE, LIKE), 0.5)
    assert _case(Panel(np.arange(LIKE), few), member()[:, :LIKE], 3, T) is None


def test_an_effect_has_an_interval_only_with_three_years_of_joining() -> None:
    columns = {name: np.full(4, 0.5) for name in ("before", "like_before", "like_after")}
    columns |= {"after": np.array([0.6, 0.7, 0.6, 0.7]), "year": np.array([2000, 2000, 2004, 2004])}
    found = effect(columns)
    assert found is not None
    assert found.value == pytest.approx(0.15)
    assert (found.lo, found.hi) == (None, None)
    found = effect(columns | {"year": np.array([2000, 2001, 2002, 2003])})
    assert found is not None
    assert found.lo is not None
    assert found.hi is not None
    assert found.lo <= found.value <= found.hi
    assert effect({name: column[:0] for name, column in columns.items()}) is None
