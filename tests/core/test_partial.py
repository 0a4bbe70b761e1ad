"""Dates that are known only in part."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.core.partial import PRECISIONS, PartialDate
from daylight.core.plain import plain
from daylight.say.dates import partly

DAYS = st.dates(date(1816, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("1955-05-06", date(1955, 5, 6), date(1955, 5, 6), "6 May 1955"),
        ("1955-05", date(1955, 5, 1), date(1955, 5, 31), "May 1955"),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29), "February 2000"),
        ("1955", date(1955, 1, 1), date(1955, 12, 31), "1955"),
    ],
)
def test_a_date_reaches_as_far_as_it_is_known(
    text: str, first: date, last: date, said: str
) -> None:
    when = PartialDate.read(text)
    assert (when.first, when.last) == (first, last)
    assert partly(when) == said
    assert str(when) == plain(when) == text


@given(DAYS, st.sampled_from(PRECISIONS), DAYS)
def test_reading_what_was_written_changes_nothing(day: date, precision: str, other: date) -> None:
    text = day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]
    when = PartialDate.read(text)
    assert PartialDate.read(str(when)) == when
    assert when.precision == precision
    assert when.first <= day <= when.last
    by = when.surely_by(other)
    assert by is None or by == (day <= other)
    assert when.surely_by(when.last) is True


def test_it_cannot_be_compared_as_a_day() -> None:
    with pytest.raises(TypeError):
        _ = PartialDate.read("1955-05") <= date(1955, 5, 6)  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = PartialDate.read("1955-05") < PartialDate.read("1955")  # type: ignore[operator]


@pytest.mark.parametrize("text", ["", "1990-13", "1990-02-30", "90", "1990-1", "soon", "1990-01-"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a date"):
        PartialDate.read(text)
