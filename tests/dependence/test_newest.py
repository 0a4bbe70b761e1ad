"""The newest year of a state in which its partners are observed."""

from __future__ import annotations

import pytest

from daylight.dependence.newest import YEARS_BACK, newest_of_state
from daylight.store.atlas import Atlas


@pytest.mark.parametrize(("cow", "year"), [(2, 2024), (710, 2024), (140, 2023), (750, 2023)])
def test_the_two_that_report_have_the_last_year_and_others_the_one_before(
    book: Atlas, cow: int, year: int
) -> None:
    assert newest_of_state(book, cow, 2025) == year


def test_nothing_is_carried_far(book: Atlas) -> None:
    assert newest_of_state(book, 265, 1990 + YEARS_BACK + 1) is None
