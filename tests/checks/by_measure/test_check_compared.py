"""What is more than what: GDP, trade and votes of two."""

from __future__ import annotations

import pytest
from made_claims import claim, judged, state, year

from daylight.claims.records import Claim


def gdp(one: str, other: str, word: str = "larger") -> Claim:
    return claim(
        "comparison",
        "more",
        f"{one} is {word}",
        subject=(state(one),),
        other=(state(other),),
        measure="gdp",
        parts={"word": word},
    )


def test_gdp() -> None:
    assert judged(gdp("USA", "MEX"), "2016-01-01").word == "supported"
    assert judged(gdp("MEX", "USA"), "2016-01-01").word == "contradicted"
    assert judged(gdp("MEX", "USA", "smaller"), "2016-01-01").word == "supported"
    assert judged(gdp("MEX", "USA", "smaller"), "1850-01-01").word == "not enough data"


def more(
    text: str, who: str, one: str, other: str, measure: str = "trade", **rest: object
) -> Claim:
    return claim(
        "comparison",
        "more",
        text,
        subject=(state(who),),
        object=(state(one),),
        other=(state(other),),
        measure=measure,
        **rest,
    )


def test_trade_with_two() -> None:
    assert (
        judged(more("trades more with", "VNM", "USA", "CHN"), "2018-10-09").word == "contradicted"
    )
    assert judged(more("trades more with", "VNM", "CHN", "USA"), "2018-10-09").word == "supported"
    bought = more("buys more from", "EGY", "USA", "RUS", window=year(1975))
    assert judged(bought, "1977-01-31").word == "supported"


def test_two_with_one() -> None:
    text = "China trades more with Bangladesh than India does"
    found = judged(more(text, "CHN", "BGD", "IND", sentence=text), "2017-04-07")
    assert found.word == "supported"
    assert "goods of Bangladesh" in found.answer
    assert [figure.name for figure in found.figures] == ["CHN", "IND"]


def test_more_and_more_is_no_comparison() -> None:
    made = more("voted with Washington more and more", "ISR", "EGY", "USA", "votes")
    assert judged(made, "1991-01-28").word == "not enough data"


def test_who_sells_to_the_third_more() -> None:
    """The goods go to the third state, not from it."""
    text = "China sells Algeria more than France does"
    made = more(text, "CHN", "DZA", "FRA", sentence=text, window=year(2020))
    found = judged(made, "2021-11-10")
    assert found.word == "supported"
    assert "imports of goods of Algeria" in found.answer
    bought = "China buys more from Algeria than France does"
    made = more(bought, "CHN", "DZA", "FRA", sentence=bought, window=year(2020))
    assert "exports of goods of Algeria" in judged(made, "2021-11-10").answer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("France's economy is more than ten times as large as Algeria's", "supported"),
        ("France's economy is fifty times as large as Algeria's", "contradicted"),
        ("France's economy is more than fifty times as large as Algeria's", "contradicted"),
        ("France's economy is less than twice as large as Algeria's", "contradicted"),
        ("France's economy is half the size of Algeria's", "contradicted"),
    ],
)
def test_so_many_times_as_large(text: str, word: str) -> None:
    made = claim(
        "comparison",
        "more",
        text,
        subject=(state("FRA"),),
        other=(state("DZA"),),
        measure="gdp",
        parts={"word": "larger"},
    )
    found = judged(made, "2021-11-10")
    assert found.word == word
    assert "times the second" in found.answer
