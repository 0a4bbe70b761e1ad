"""Lines for a terminal: they fit, at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.say.lines import (
    NARROWEST,
    WIDEST,
    bar,
    capital,
    cells,
    columns,
    cut,
    listed,
    scale,
    small,
    width,
    wrap,
)


@given(st.integers(1, 300), st.text(alphabet="abcdef ", min_size=1, max_size=400))
def test_wrapped_text_fits_and_loses_no_word(wide: int, text: str) -> None:
    with columns(wide) as room:
        lines = wrap(" ".join(word[:40] for word in text.split()), 2, 2)
    assert NARROWEST <= room <= WIDEST
    assert all(len(line) <= room for line in lines)
    assert " ".join(lines).split() == [word[:40] for word in text.split()]


def test_without_a_terminal_there_are_eighty_columns() -> None:
    with columns(None):
        assert width() == 80
    assert width() == 80


@given(st.floats(0, 100), st.floats(0, 50), st.integers(60, 110))
def test_a_bar_holds_its_marks_in_order(value: float, half: float, wide: int) -> None:
    with columns(wide):
        drawn = bar(value, max(value - half, 0), min(value + half, 100), 0, 100)
        assert len(drawn) == cells() == len(scale("0", "50", "100"))
    assert drawn.count("o") == 1
    assert drawn.strip("-[]=o") == ""


def test_bars_shrink_on_a_narrow_terminal_only() -> None:
    sizes = []
    for wide in (66, 80, 110):
        with columns(wide):
            sizes.append(cells())
    assert sizes[0] < sizes[1] == sizes[2] == 25


@pytest.mark.parametrize(
    ("words", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_people_write_them(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_letters_and_cuts() -> None:
    assert (capital("abc"), small("Abc"), capital("")) == ("Abc", "abc", "")
    assert (cut("United States", 8), cut("Iran", 8)) == ("United..", "Iran")
