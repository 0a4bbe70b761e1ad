"""The bar of a dimension: both sides on one scale, never netted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.bonds.bars import HEAD, SIDE, bar
from daylight.bonds.records import Dimension, LedgerResult
from small_answers import ledger, unknown


def of(
    value: float, lo: float, hi: float, old: float = 0.0, name: str = "military_cooperation"
) -> LedgerResult:
    return replace(ledger(name, value), lo=lo, hi=hi, status="carried", carried=old)


@pytest.mark.parametrize(
    ("left", "right", "line"),
    [
        ((0, 0, 6), (41, 33, 52, 8), ".........=|###+=....."),
        ((4, 2, 9), (43, 37, 50), ".........=|####=....."),
        ((0, 0, 4), (81, 70, 90, 9), "..........|#######+=."),
        ((31, 24, 38), (88, 83, 92, 12), "......=###|########+."),
    ],
)
def test_the_examples_of_the_design(
    left: tuple[float, ...], right: tuple[float, ...], line: str
) -> None:
    assert bar(Dimension(of(*right), of(*left, name="military_conflict"))) == line  # type: ignore[arg-type]


def test_a_band_without_a_number_has_no_value_and_is_not_nothing() -> None:
    wide = replace(unknown("military_conflict"), lo=8.0, hi=31.0)
    assert bar(Dimension(ledger("military_cooperation", 0.0), wide)) == ".......==.|.........."
    gone = replace(wide, lo=None, hi=None, status="missing")
    assert bar(Dimension(ledger("military_cooperation", 0.0), gone)).startswith(" " * SIDE)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_one_side_never_moves_the_other(one: float, two: float, other: float) -> None:
    def line(conflict: float) -> str:
        right, left = ledger("military_cooperation", one), ledger("military_conflict", conflict)
        return bar(Dimension(right, left))

    first, second = line(two), line(other)
    assert len(first) == len(HEAD) == 2 * SIDE + 1
    assert first[SIDE:] == second[SIDE:]
