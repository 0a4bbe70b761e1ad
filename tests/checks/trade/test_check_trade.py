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
    assert ("left open" in str(found.definition)) == (word == "mixed")


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


@pytest.mark.parametrize(
    ("text", "word", "verdict"),
    [
        ("trade has doubled", "doubled", "mixed"),
        ("trade has more than doubled", "doubled", "supported"),
        ("trade rose tenfold", "rose", "mixed"),
        ("trade rose thirtyfold", "rose", "contradicted"),
        ("trade rose fifteenfold", "rose", "supported"),
    ],
)
def test_by_how_much_trade_grew(text: str, word: str, verdict: str) -> None:
    """Of India and China, 1990 to 1998: 16 (14 to 18) times as much."""
    found = judged(change(text, word, "IND", "CHN", year(1990, 1998)), "1999-07-15")
    assert found.word == verdict


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


def test_partners_that_cannot_be_told_apart() -> None:
    """China with 7.07 and France with 6.95 billion dollars, of Algeria in 2020."""
    assert judged(largest("largest partner", "DZA", "CHN"), "2021-11-10").word == "mixed"
    assert judged(largest("largest partner", "DZA", "FRA"), "2021-11-10").word == "mixed"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("gas exports to China were worth that", "a part of trade"),
        ("trade in oil was worth that", "a part of trade"),
        ("smuggling brings in that", "a part of trade"),
        ("trade was worth 900 billion euros", "other money"),
        ("trade was worth €900 billion", "other money"),
        ("trade was worth that in constant dollars", "other prices"),
    ],
)
def test_what_goods_in_dollars_do_not_decide(text: str, wanted: str) -> None:
    found = judged(of_text(900e9, text), "2016-04-18")
    assert found.word == "not enough data"
    assert wanted in found.answer


def of_text(value: float, text: str) -> Claim:
    return of_two(
        "quantity", "amount", "IND", "CHN", text, measure="trade", value=value, unit="dollars",
        window=year(2015),
    )  # fmt: skip


def test_the_trade_of_an_oil_state_is_trade() -> None:
    made = of_text(75e9, "trade of the oil states came to that")
    assert judged(made, "2016-04-18").word == "supported"


def test_a_part_of_trade_has_no_trend_and_no_rank() -> None:
    fell = change("the arms trade has collapsed", "collapsed", "IND", "RUS", None)
    assert judged(fell, "2016-04-18").word == "not enough data"
    first = largest("largest gas supplier", "DEU", "RUS")
    assert judged(first, "2016-04-18").word == "not enough data"


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("Japan imported that from the United States", 67e9, "supported"),
        ("Japan bought that from the United States", 207e9, "contradicted"),
        ("an important trade was worth that", 207e9, "supported"),
        ("imports and exports came to that", 207e9, "supported"),
    ],
)
def test_goods_bought_go_one_way(text: str, value: float, word: str) -> None:
    made = of_two(
        "quantity", "amount", "JPN", "USA", text, measure="trade", value=value, unit="dollars",
        window=year(2014),
    )  # fmt: skip
    assert judged(made, "2016-01-01").word == word


def test_shares_of_exports_alone_are_not_kept() -> None:
    text = "the United States takes 80 percent of Mexico's {}"
    for what, word in (("exports", "not enough data"), ("trade", "contradicted")):
        made = of_two(
            "quantity", "share", "USA", "MEX", text.format(what), measure="trade_share",
            value=80.0, unit="percent",
        )  # fmt: skip
        assert judged(made, "2016-01-01").word == word


def test_a_fall_within_a_year_is_a_fall() -> None:
    """Of the United States and China, 2008 to 2009: 0.88 (0.79 to 0.99) times as much."""
    fell = change("trade fell", "fell", "USA", "CHN", year(2009))
    rose = change("trade rose", "rose", "USA", "CHN", year(2009))
    assert judged(fell, "2010-06-01").word == "supported"
    assert judged(rose, "2010-06-01").word == "contradicted"


def test_what_is_denied_in_another_clause_is_left_open() -> None:
    text = "trade is not what it was: it has fallen"
    made = change(text, "fallen", "CHN", "JPN", year(2011, how="since"), negated=True)
    assert judged(made, "2016-01-01").word == "not enough data"


def test_the_largest_partner_of_some_past_year() -> None:
    made = largest("used to be its largest partner", "CHN", "JPN")
    assert judged(made, "2016-01-01").word == "not enough data"


def test_trade_of_two_bodies_is_compared_under_a_definition_only() -> None:
    fell = change("trade fell", "fell", "IND", "RUS", year(1990, 1998))
    rose = change("trade rose", "rose", "IND", "RUS", year(1990, 1998))
    found = judged(fell, "1999-07-15")
    assert found.word == "supported under a definition"
    assert "the Soviet Union of 1990 taken for Russia of 1998" in str(found.definition)
    assert judged(rose, "1999-07-15").word == "mixed"
