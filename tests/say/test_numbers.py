"""Numbers as they are written."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import NoInterval
from daylight.core.estimate import Estimate, absent
from daylight.say.numbers import estimate_text, place, position_text, share, significant


@pytest.mark.parametrize(
    ("fraction", "numbers", "text"),
    [
        (True, (0.00232, 0.001125, 0.004784), "0.23 % (0.11 to 0.48)"),
        (True, (0.0234, 0.011348, 0.048254), "2.3 % (1.1 to 4.8)"),
        (True, (0.0009, 0.0007, 0.0013), "0.090 % (0.070 to 0.130)"),
        (True, (0.0000012, 0.0000006, 0.04), "0.0001 % (0.00006 to 4.0)"),
        (True, (0.656716, 0.616899, 0.694929), "65.7 % (61.7 to 69.5)"),
        (False, (0.416667, 0.255211, 0.572218), "0.42 (0.26 to 0.57)"),
        (False, (-0.0001, -0.2, 0.2), "0.00 (-0.20 to 0.20)"),
        (False, (2.0, 2.0, 2.0), "2 (coded)"),
        (False, (0.064952,) * 3, "0.06 (coded)"),
        (True, (0.0, 0.0, 0.0), "0 % (coded)"),
    ],
)
def test_digits_follow_the_interval(
    fraction: bool, numbers: tuple[float, float, float], text: str
) -> None:
    assert estimate_text(Estimate(*numbers), fraction) == text


def test_absence_is_said_in_words() -> None:
    assert estimate_text(absent("missing")) == "not known"
    assert estimate_text(absent("outside_coverage")) == "outside coverage"
    assert position_text(None, None, None) == "no value"


def test_a_value_without_an_interval_is_refused() -> None:
    with pytest.raises(NoInterval):
        estimate_text(Estimate(0.4))
    with pytest.raises(NoInterval):
        position_text(90.0, None, None)


def test_positions_never_round_to_the_ends() -> None:
    assert position_text(96.2, 88.0, 98.4) == "96 (88 to 98)"
    assert position_text(99.97, 99.4, 100.0) == ">99 (99 to 100)"
    assert place(0.2) == "<1"
    assert place(0.0) == "0"
    assert share(0.345) == "34 %"


@given(st.floats(1e-6, 1.0), st.floats(1.01, 50.0))
def test_a_share_above_zero_never_prints_as_zero(value: float, factor: float) -> None:
    estimate = Estimate(value, value / factor, min(value * factor, 1.0))
    shown = float(estimate_text(estimate, fraction=True).split(" ")[0])
    assert shown > 0
    assert math.isclose(shown, value * 100, rel_tol=0.5)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1820.4, 3, "1,820"), (0.3812, 2, "0.38"), (2.0, 2, "2"), (45_123_456.0, 3, "45,100,000"),
     (0.0, 2, "0"), (0.00052, 1, "0.0005"), (100.0, 2, "100")],
)  # fmt: skip
def test_significant_digits_are_written_with_all_zeros(
    value: float, digits: int, text: str
) -> None:
    assert significant(value, digits) == text
