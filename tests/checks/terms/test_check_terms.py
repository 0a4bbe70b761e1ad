"""What the words of a claim come to: numbers, times, directions."""

from __future__ import annotations

from datetime import date

import pytest
from made_claims import claim, of_two, year

from daylight.checks.known import Known
from daylight.checks.terms.directions import spans, times, way
from daylight.checks.terms.multiples import multiple
from daylight.checks.terms.said_numbers import against, points
from daylight.checks.terms.same_body import other_body
from daylight.checks.terms.times import day_of, year_of, years_of
from daylight.core.refs import StateRef
from daylight.store.atlas import current

ON = date(2017, 2, 1)


@pytest.mark.parametrize(
    ("value", "about", "lo", "hi", "word"),
    [
        (100.0, "", 95.0, 110.0, "supported"), (100.0, "", 70.0, 80.0, "mixed"),
        (100.0, "", 40.0, 50.0, "contradicted"), (100.0, "at least ", 99.0, 110.0, "supported"),
        (100.0, "below ", 120.0, 130.0, "contradicted"), (100.0, "over ", 60.0, 120.0, "mixed"),
    ],
)  # fmt: skip
def test_numbers_against_intervals(
    value: float, about: str, lo: float, hi: float, word: str
) -> None:
    made = claim("quantity", "amount", value=value, parts={"about": about})
    assert against(made, lo, hi) == word


def test_shares_against_intervals() -> None:
    made = claim("quantity", "votes", value=80.0)
    assert points(made, 80.0, 78.0, 79.0) == "supported"
    assert points(made, 80.0, 74.5, 76.0) == "mixed"
    assert points(made, 80.0, 50.0, 60.0) == "contradicted"
    tenths = claim("quantity", "votes", "in eight of ten votes", value=80.0)
    assert points(tenths, 80.0, 75.5, 76.0) == "supported"


def test_times_of_a_claim() -> None:
    known = Known(current(), ON)
    none, past, now = (
        claim("quantity", "amount", window=w) for w in (None, year(2010), year(2017))
    )
    since = claim("quantity", "amount", window=year(2010, how="since"))
    decade = claim("quantity", "amount", window=year(1980, 1989))
    assert [year_of(made, known) for made in (none, past, now, since, decade)] == [
        2016,
        2010,
        None,
        2016,
        None,
    ]
    assert years_of(since, known) == (2010, 2016)
    assert years_of(now, known) is None
    assert day_of(since, known) == ON
    assert day_of(past, known) == date(2010, 12, 31)


def test_directions() -> None:
    words = {"shrank": "falling", "all but vanished": "falling", "soared": "rising",
             "held steady": "steady", "drifted apart": "falling"}  # fmt: skip
    for word, expected in words.items():
        assert way(of_two("trend", "change", "USA", "RUS", parts={"word": word})) == expected
    assert times(of_two("trend", "change", "USA", "RUS", parts={"word": "trebled"})) == 3.0
    fell = of_two(
        "trend", "change", "USA", "RUS", parts={"word": "fell"}, value=20.0, unit="percent"
    )
    assert times(fell) == pytest.approx(0.8)


def test_spans_of_a_change() -> None:
    known = Known(current(), ON)
    one = of_two("trend", "change", "USA", "RUS", window=year(2010), sentence="in 2010")
    back = of_two(
        "trend", "change", "USA", "RUS", window=year(2010), sentence="in the ten years to 2010"
    )
    ahead = of_two("trend", "change", "USA", "RUS", window=year(2017), sentence="in 2017")
    none = of_two("trend", "change", "USA", "RUS")
    assert spans(one, known) == [(2009, 2010)]
    assert spans(back, known) == [(2000, 2010)]
    assert spans(ahead, known) == []
    assert spans(none, known) == [(2011, 2016), (2006, 2016)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twice as much", 2.0), ("ten times as large", 10.0), ("rose tenfold", 10.0),
        ("half as often", 0.5), ("1.5 times the trade", 1.5), ("three times smaller", 1 / 3),
    ],
)  # fmt: skip
def test_so_many_times(text: str, value: float) -> None:
    said = multiple(f"trade was {text}")
    assert said is not None
    assert said.value == pytest.approx(value)


def test_a_half_of_something_is_no_multiple() -> None:
    assert multiple("in half of the votes") is None
    assert multiple("trade grew") is None


@pytest.mark.parametrize(
    ("code", "cow", "first", "last", "told"),
    [
        ("RUS", 365, 1990, 1998, "the Soviet Union of 1990 taken for Russia of 1998"),
        ("DEU", 255, 1985, 2000, "West Germany of 1985 taken for Germany of 2000"),
        ("RUS", 365, 1995, 2010, None),
        ("GBR", 200, 1955, 1970, None),
        ("IRN", 630, 1990, 2010, None),
    ],
)
def test_a_state_that_became_another_body(
    code: str, cow: int, first: int, last: int, told: str | None
) -> None:
    assert other_body((StateRef(code, cow, code),), first, last) == told
