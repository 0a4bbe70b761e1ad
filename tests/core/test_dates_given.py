"""Dates as people and libraries give them, in every question."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

import daylight as dl
from daylight.catalogue import CATALOGUE
from daylight.core.errors import BadInput
from daylight.core.periods import as_of, parse_date
from daylight.core.question import Question

LAST = dt.date(2026, 6, 4)
WHO = {"state": ("IRN",), "pair": ("RUS", "IRN"), "bloc": ("EAEU",), "nothing": ()}
ASKED = [q for q in CATALOGUE if q.takes != "text"]
"""Those about a text read it before they look at the date."""
WRONG = [[1], {}, True, b"2017", 2017.5, object(), np.nan]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (2017, "2017-12-31"), (2017.0, "2017-12-31"), (np.int64(2017), "2017-12-31"),
        ("2017-02", "2017-02-28"), (" 2017-02-01 ", "2017-02-01"),
        ("2017-02-01 10:30:00", "2017-02-01"), ("2017-02-01T10:30:00Z", "2017-02-01"),
        (dt.datetime(2017, 2, 1, 9), "2017-02-01"), (dt.date(2017, 2, 1), "2017-02-01"),
        (np.datetime64("2017-02-01"), "2017-02-01"), (np.datetime64("2017-02"), "2017-02-28"),
        (np.datetime64("2017-02-01T00:00", "ns"), "2017-02-01"),
    ],
)  # fmt: skip
def test_a_date_of_any_kind(given: object, day: str) -> None:
    assert parse_date(given) == dt.date.fromisoformat(day)


def test_dates_of_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    assert parse_date(pandas.Timestamp("2017-02-01 10:00")) == dt.date(2017, 2, 1)
    assert parse_date(pandas.Period("2017-02")) == dt.date(2017, 2, 28)
    with pytest.raises(BadInput):
        parse_date(pandas.NaT)


def test_today_is_today_and_the_end_of_an_older_atlas() -> None:
    assert parse_date("today") == dt.date.today()
    assert as_of("Today", LAST).date == LAST
    assert as_of(2026, LAST).date == as_of(2026.0, LAST).date == LAST
    assert dl.state(365.0).cow == 365


@pytest.mark.parametrize("given", [*WRONG[:5], np.nan, None, "", "x", "2017-13", "2017-02-30"])
def test_what_is_no_date_is_one_plain_error(given: object) -> None:
    with pytest.raises(BadInput, match=r"not a date"):
        parse_date(given)


@pytest.mark.parametrize("question", ASKED, ids=lambda q: q.name)
@pytest.mark.parametrize("given", WRONG, ids=lambda given: type(given).__name__)
def test_every_question_refuses_what_is_no_date(question: Question, given: object) -> None:
    who = WHO.get(question.takes, ([("RUS", "IRN"), ("RUS", "BLR")],))
    with pytest.raises(BadInput):
        question.function()(*who, as_of=given)


@pytest.mark.parametrize("given", ["x", [1], {}], ids=str)
def test_years_and_counts_of_questions_are_refused_as_plainly(given: object) -> None:
    for question in ASKED:
        who = WHO.get(question.takes, ([("RUS", "IRN"), ("RUS", "BLR")],))
        for option in question.options:
            if option.kind in ("year", "count"):
                with pytest.raises(BadInput):
                    question.function()(*who, **{option.name: given})


def test_years_may_be_texts_and_dates() -> None:
    wanted = dl.dyads(2000, 2016)
    assert dl.dyads("2000", "2016") == dl.dyads(dt.date(2000, 1, 1), 2016.0) == wanted
    with pytest.raises(BadInput):
        dl.dyads([2000], 2016)
