"""What is open stays open, unless the day or the rest of the text settles it."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.actors.find import find


def first(text: str, on: date | None = None) -> tuple[str, ...]:
    return find(text, on)[0].ids


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Georgia signed.", ("GEO", "USA")),
        ("Georgia signed with Russia.", ("GEO",)),
        ("Georgia's governor signed.", ("USA",)),
        ("Georgia's president signed.", ("GEO",)),
        ("Congo signed.", ("COD", "COG")),
        ("Congo signed, Kinshasa said.", ("COD",)),
        ("Congo signed, Brazzaville said.", ("COG",)),
        ("Korea signed.", ("KOR", "PRK")),
        ("Korea signed, Seoul said.", ("KOR",)),
        ("Brussels signed.", ("BEL", "EU", "NATO")),
        ("Brussels signed for the EU.", ("EU",)),
        ("Kashmir voted.", ("IND", "PAK")),
    ],
)
def test_ambiguous_names(text: str, codes: tuple[str, ...]) -> None:
    assert first(text) == codes


@pytest.mark.parametrize(
    ("text", "year", "codes"),
    [
        ("Vietnam agreed.", 1966, ("VNM", "RVN")),
        ("Vietnam agreed.", 1990, ("VNM",)),
        ("Yemen agreed.", 1970, ("YEM", "YMD")),
        ("Yemen agreed.", 1995, ("YEM",)),
        ("Bonn agreed.", 1970, ("DEU",)),
        ("Prague agreed.", 1970, ("CSK",)),
        ("Prague agreed.", 2000, ("CZE",)),
        ("Saigon agreed.", 1970, ("RVN",)),
        ("The Czechs agreed.", 1970, ("CSK",)),
        ("The Soviet Union agreed.", 1970, ("RUS",)),
        ("The Soviet Union agreed.", 2010, ("RUS",)),
        ("Zaire agreed.", 1980, ("COD",)),
        ("West Germany agreed.", 1970, ("DEU",)),
        ("East Germany agreed.", 1970, ("DDR",)),
        ("Yugoslavia agreed.", 1970, ("SRB",)),
        ("The Republic of China agreed.", 1947, ("CHN",)),
        ("The Republic of China agreed.", 1960, ("TWN",)),
    ],
)
def test_the_day_tells_which_state_is_meant(text: str, year: int, codes: tuple[str, ...]) -> None:
    assert first(text, date(year, 6, 1)) == codes


def test_a_town_that_is_a_capital_no_more_stands_for_nothing() -> None:
    assert find("Bonn agreed.", date(2010, 1, 1)) == ()
    assert find("Karachi agreed.", date(2010, 1, 1)) == ()
