"""Times that a sentence names, and those counted from its date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.claims.when import windows

DAY = date(1991, 9, 16)  # a Monday
CASES = {
    "in 1979": ("1979-01-01", "1979-12-31", "year", "in"),
    "in July 1974": ("1974-07-01", "1974-07-31", "month", "in"),
    "March 14, 1976": ("1976-03-14", "1976-03-14", "day", "in"),
    "on 14 March 1976": ("1976-03-14", "1976-03-14", "day", "in"),
    "1976-03-14": ("1976-03-14", "1976-03-14", "day", "in"),
    "since 1972": ("1972-01-01", "1972-12-31", "year", "since"),
    "before Feb. 1980": ("1980-02-01", "1980-02-29", "month", "before"),
    "from 1958 to 1961": ("1958-01-01", "1961-12-31", "span", "in"),
    "between 1958 and 1961": ("1958-01-01", "1961-12-31", "span", "in"),
    "in the 1960s": ("1960-01-01", "1969-12-31", "span", "in"),
    "in 1987-88": ("1987-01-01", "1988-12-31", "span", "in"),
    "in the spring of 1979": ("1979-03-01", "1979-05-31", "span", "in"),
    "three summers ago": ("1988-03-18", "1989-03-17", "span", "in"),
    "it is two weeks since": ("1991-08-30", "1991-09-05", "span", "in"),
    "six days ago": ("1991-09-07", "1991-09-13", "span", "in"),
    "two years ago": ("1989-03-18", "1990-03-17", "span", "in"),
    "last year": ("1990-01-01", "1990-12-31", "year", "in"),
    "this year": ("1991-01-01", "1991-12-31", "year", "in"),
    "last month": ("1991-08-01", "1991-08-31", "month", "in"),
    "last week": ("1991-09-09", "1991-09-15", "span", "in"),
    "the past ten years": ("1981-09-18", "1991-09-16", "span", "since"),
    "last autumn": ("1990-09-01", "1990-11-30", "span", "in"),
    "last winter": ("1990-12-01", "1991-02-28", "span", "in"),
    "this March": ("1991-03-01", "1991-03-31", "month", "in"),
    "in June": ("1991-06-01", "1991-06-30", "month", "in"),
    "in November": ("1990-11-01", "1990-11-30", "month", "in"),
    "On March 14": ("1991-03-14", "1991-03-14", "day", "in"),
    "last Wednesday": ("1991-09-11", "1991-09-11", "day", "in"),
    "on Monday": ("1991-09-09", "1991-09-09", "day", "in"),
    "yesterday": ("1991-09-15", "1991-09-15", "day", "in"),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_a_time_is_read(text: str, wanted: tuple[str, str, str, str]) -> None:
    (window,) = windows(f"He met her {text}.", DAY)
    assert (str(window.first), str(window.last), window.precision, window.how) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "in the June war",
        "he may go",
        "30 February 1990",
        "2,000 men",
        "a march on Rome",
        "12 years",
    ],
)
def test_what_is_no_time_is_left(text: str) -> None:
    found = windows(text, DAY)
    assert all(text[w.start : w.end] == "in the June" for w in found)


def test_without_a_date_nothing_is_counted_from_it() -> None:
    assert windows("last year, in June, two years ago, on Monday", None) == ()


@given(st.text(max_size=80), st.dates())
def test_any_text_gives_times_in_order_that_do_not_overlap(text: str, on: date) -> None:
    found = windows(f"in 1999 {text} last winter and two years ago on May 3", on)
    assert all(w.first <= w.last for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
