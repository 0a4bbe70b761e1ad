from __future__ import annotations

import pytest

from daylight.tables.votes.titles import numbers, plain


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Non\u2011proliferation: the\u00a0Treaty", "non proliferation the treaty"),
        ("Fourth special session", "4 special session"),
        ("4th special session", "4 special session"),
        ("Twenty-fourth and twentieth", "24 and 20"),
        ("Twenty first-aid kits, fortieth year", "21 aid kits 40 year"),
        ("Twenty years, seventy-five", "twenty years seventy five"),
        ("A long title that was cut …", "a long title that was cut…"),
        ("", ""),
    ],
)
def test_plain_titles(title: str, expected: str) -> None:
    assert plain(title) == expected


def test_ordinals_and_years_are_numbers() -> None:
    assert numbers(plain("Third Decade (2018\u20132027)")) == {3, 2018, 2027}
