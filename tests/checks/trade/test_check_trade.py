"""Amounts, changes and records of trade, and the largest partners."""

from __future__ import annotations

import pytest
from made_claims import judged, of_two, year

from daylight.claims.records import Claim, Window


def trade(value: float, window: Window | None, about: str = "about ", **more: object) -> Claim:
    return of_two(
        "quantity",
        "amount",
        "IND",
        "CHN",
        "trade was worth that",
        measure="trade",
        value=value,
        unit="dollars",
        window=window,
        parts={"about": about},
        **more,
    )


@pytest.mark.parametrize(
    ("value", "about", "word"),
    [
        (75e9, "", "supported"),
        (70e9, "more than ", "supported"),
        (90e9, "", "mixed"),
        (200e9, "", "contradicted"),
        (100e9, "more than ", "contradicted"),
        (100e9, "less than ", "supported"),
        (50e9, "less than ", "contradicted"),
    ],
)
def test_trade_of_a_year(value: float, about: str, word: str) -> None:
    found = judged(trade(value, year(2015), about), "2016-04-18")
    assert found.word == word
    assert found.figures[0].lo is not None
    assert found.figures[0].hi is not None
    assert "2015" in found.answer


def test_an_amount_of_a_year_that_is_not_over() -> None:
    found = judged(trade(75e9, year(2016)), "2016-04-18")
    assert found.word == "not enough data"
    assert "2015" in found.answer


def test_a_number_of_the_past_without_its_year() -> None:
    assert judged(trade(900e9, None), "2016-04-18").word == "not enough data"


def change(
    text: str, word: str, one: str, other: str, window: Window | None, **rest: object
) -> Claim:
    return of_two("trend", "change", one, other, text, window=window, parts={"word": word}, **rest)


@pytest.mark.parametrize(
    ("text", "word", "pair", "window", "day", "verdict"),
    [
        (
            "trade has all but vanished",
            "vanished",
            "SAU QAT",
            year(2016, how="since"),
            "2019-06-05",
            "supported",
        ),
        (
            "trade has vanished",
            "vanished",
            "SAU QAT",
            year(2014, 2016),
            "2017-06-05",
            "contradicted",
        ),
        ("trade doubled", "doubled", "MYS CHN", year(2005, how="since"), "2016-07-18", "supported"),
        (
            "trade has halved",
            "halved",
            "MYS CHN",
            year(2005, how="since"),
            "2016-07-18",
            "contradicted",
        ),
        (
            "trade has grown every year",
            "grown",
            "TUR RUS",
            year(2012, how="since"),
            "2016-11-07",
            "contradicted",
        ),
        ("trade fell", "fell", "TUR RUS", year(2015), "2016-11-07", "supported"),
        ("trade rose", "rose", "TUR RUS", year(2016), "2016-11-07", "not enough data"),
    ],
)
def test_trade_that_changed(
    text: str, word: str, pair: str, window: Window, day: str, verdict: str
) -> None:
    found = judged(change(text, word, *pair.split(), window), day)
    assert found.word == verdict
    assert all(figure.lo is not None for figure in found.figures)


def test_a_span_that_ends_with_the_year_of_the_text() -> None:
    text = "trade trebled in the five years to 2010"
    found = judged(change(text, "trebled", "IND", "CHN", year(2010)), "2012-01-23")
    assert "2005" in found.answer


def test_a_record_of_trade() -> None:
    record = of_two("superlative", "record", "JPN", "KOR", "trade has climbed to a record")
    assert judged(record, "2017-10-30").word == "contradicted"
    high = of_two(
        "superlative", "record", "CHN", "PAK", "trade has never been greater", negated=True
    )
    assert judged(high, "2015-04-25").word == "supported"
    as_trend = change("trade has climbed to a record", "climbed", "JPN", "KOR", None)
    assert judged(as_trend, "2017-10-30").word == "contradicted"


def largest(text: str, one: str, other: str) -> Claim:
    return of_two("superlative", "largest", one, other, text)


def test_largest_partners() -> None:
    assert judged(largest("largest partner", "AUS", "CHN"), "2016-08-19").word == "supported"
    assert judged(largest("largest partner", "AUS", "USA"), "2016-08-19").word == "contradicted"
    assert judged(largest("third largest partner", "AUS", "USA"), "2016-08-19").word == "supported"
    text = "No country trades more with Chile than the United States"
    found = judged(largest(text, "USA", "CHL"), "2013-09-18")
    assert found.word == "contradicted"
    assert "partners of Chile" in found.answer
