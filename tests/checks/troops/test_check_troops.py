"""Troops of a state in another, and how they changed."""

from __future__ import annotations

from made_claims import judged, of_two, year

from daylight.claims.records import Claim, Window


def troops(value: float, about: str, window: Window | None) -> Claim:
    return of_two(
        "quantity",
        "count",
        "USA",
        "DEU",
        "American troops",
        measure="troops",
        value=value,
        window=window,
        parts={"about": about},
    )


def test_troops() -> None:
    assert judged(troops(200_000, "more than ", year(1990)), "1993-06-07").word == "supported"
    assert judged(troops(500_000, "more than ", year(1990)), "1993-06-07").word == "contradicted"
    assert judged(troops(230_000, "", year(1990)), "1993-06-07").word == "supported"


def test_forces_that_grew_or_shrank() -> None:
    window = Window(year(1990).first, year(2000).last, "span", "since", 0, 4)
    shrank = of_two("base", "forces", "USA", "DEU", "the garrison has shrunk", window=window)
    grew = of_two("base", "forces", "USA", "DEU", "the garrison has swollen", window=window)
    assert judged(shrank, "2000-10-23").word == "supported"
    assert judged(grew, "2000-10-23").word == "contradicted"
