"""Points of a tie: carried where no number is published, and nothing where nothing is known."""

from __future__ import annotations

from datetime import date
from math import nan

import numpy as np
import pytest

from daylight.bonds.cases import Case
from daylight.bonds.records import Quantity
from daylight.core.refs import ref_of
from daylight.ledgers.stored import angle_of
from daylight.partnerships.points import COOPERATION, mean, mean_points, points, rivalry


def case(**row: float) -> Case:
    """A pair with these numbers in its row, as they are stored, and no others."""
    a, b = (ref_of(cow, date(2016, 12, 31)) for cow in (2, 20))
    return Case(a, b, 2016, row, {})


def test_points_are_those_stored_and_none_where_there_are_none() -> None:
    told = case(military_cooperation=61.0, political_cooperation=nan, economic_cooperation=30.0)
    assert [points(told, name) for name in COOPERATION] == [30.5, None, 15.0]
    assert mean_points(told, COOPERATION) is None
    assert mean_points(told, (COOPERATION[0], COOPERATION[2])) == 22.75


def test_a_chance_that_is_not_stored_is_not_known() -> None:
    assert rivalry(case(rivalry=nan)) is None
    stored = float(angle_of(np.array(0.25)))
    assert rivalry(case(rivalry=stored)) == pytest.approx(0.25, abs=0.01)


def test_a_mean_is_as_sure_as_its_parts_are_together() -> None:
    parts = [Quantity(30.0, 24.0, 39.0, "carried"), Quantity(60.0, 60.0, 60.0, "observed"),
             Quantity(0.0, 0.0, 12.0, "carried")]  # fmt: skip
    assert mean(parts) == Quantity(30.0, 28.0, 35.0, "carried")
    gone = Quantity(None, 0.0, 80.0, "not_published")
    assert mean([*parts, gone]).value is None
