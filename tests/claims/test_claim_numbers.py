"""Numbers in digits, in words, and as parts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.claims.numbers import numbers

CASES = {
    "four": (4, None), "twenty-seven": (27, None), "1,234": (1234, None), "3.5": (3.5, None),
    "two million": (2e6, None), "a billion": (1e9, None), "a dozen": (12, None),
    "$3.2bn": (3.2e9, "dollars"), "40 billion dollars": (4e10, "dollars"), "€5 m": (5e6, "dollars"),
    "12 per cent": (12, "percent"), "12%": (12, "percent"), "ninety percent": (90, "percent"),
    "half of": (50, "percent"), "two thirds of": (200 / 3, "percent"),
    "nine of ten": (90, "percent"), "nine times out of ten": (90, "percent"),
    "one vote of fifteen": (100 / 15, "percent"), "nine parts in ten": (90, "percent"),
    "45 in a hundred": (45, "percent"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_a_number_is_read(text: str, wanted: tuple[float, str | None]) -> None:
    (number,) = numbers(f"They sold {text} it")
    assert number.value == pytest.approx(wanted[0])
    assert number.unit == wanted[1]


def test_two_of_five_countries_is_no_share() -> None:
    assert [n.unit for n in numbers("two of five countries")] == [None, None]


@given(st.text(alphabet="0123456789,.% $onetwabilr", max_size=200))
def test_any_text_gives_numbers_that_are_finite(text: str) -> None:
    assert all(math.isfinite(n.value) and n.start < n.end for n in numbers(text))
