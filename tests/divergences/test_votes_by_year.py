"""Votes year by year are those of the state, under whatever number it cast them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from daylight.core.refs import ref_of
from daylight.divergences.votes_by_year import votes_by_year
from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS

DAY = date(1991, 12, 31)


def row(a: int, b: int, year: int, **counts: int) -> dict[str, Any]:
    return {"a": a, "b": b, "year": year} | dict.fromkeys(VOTE_COUNTS, 0) | counts


def test_votes_under_both_numbers_of_a_year_of_change_count(
    atlas_of: Callable[..., Atlas],
) -> None:
    rows = [
        row(220, 260, 1989, yy=30, nn=4),
        row(220, 255, 1990, yy=20, yn=2, nn=3),
        row(220, 260, 1990, yy=5, ny=1),
        row(220, 255, 1991, yy=9),
    ]
    issues = [{"issue": "me"} | one for one in rows]
    book = atlas_of({"votes": rows, "issue_votes": issues})
    both = ref_of(255, DAY), ref_of(220, DAY)
    found = {(p.issue, p.year): p for p in votes_by_year(book, *both, 1990)}
    assert {key: p.agreement.n for key, p in found.items()} == {
        ("all", 1989): 34, ("all", 1990): 31, ("me", 1989): 34, ("me", 1990): 31,
    }  # fmt: skip
    assert found["all", 1990].agreement.value == 28 / 31
    assert votes_by_year(book, *both[::-1], 1990) == votes_by_year(book, *both, 1990)


def test_two_that_never_voted_together_have_no_years(atlas_of: Callable[..., Atlas]) -> None:
    one = row(2, 20, 1990, yy=1)
    book = atlas_of({"votes": [one], "issue_votes": [{"issue": "me"} | one]})
    assert votes_by_year(book, ref_of(2, DAY), ref_of(365, DAY), 1990) == ()
