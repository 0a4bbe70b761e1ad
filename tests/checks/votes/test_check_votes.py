"""Votes cast alike."""

from __future__ import annotations

from made_claims import judged, of_two, year

from daylight.claims.records import Claim


def votes(text: str, value: float, about: str = "") -> Claim:
    return of_two(
        "quantity",
        "votes",
        "CHN",
        "RUS",
        text,
        measure="votes",
        value=value,
        unit="percent",
        window=year(2018),
        parts={"about": about},
    )


def test_votes_are_counted_in_two_ways() -> None:
    assert judged(votes("cast the same vote", 80), "2019-09-24").word == "supported"
    assert judged(votes("agreed", 80), "2019-09-24").word == "supported under a definition"
    assert judged(votes("agreed", 93), "2019-09-24").word == "supported under a definition"
    assert judged(votes("agreed", 30), "2019-09-24").word == "contradicted"
    assert (
        judged(votes("more than seven of ten", 70, "more than "), "2019-09-24").word == "supported"
    )


def test_a_year_of_few_votes_says_nothing() -> None:
    few = of_two(
        "quantity",
        "votes",
        "FRA",
        "GBR",
        "voted alike",
        measure="votes",
        value=80.0,
        unit="percent",
        window=year(1964),
    )
    found = judged(few, "1966-01-01")
    assert found.word == "not enough data"
    assert "fewer than" in found.answer
