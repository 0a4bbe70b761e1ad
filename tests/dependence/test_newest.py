"""The newest observed year: of a state when its partners are there, of a pair when it is."""

from __future__ import annotations

import pytest

from daylight.dependence.newest import YEARS_BACK, newest_of_pair, newest_of_state
from daylight.store.atlas import Atlas


@pytest.mark.parametrize(("cow", "year"), [(2, 2024), (710, 2024), (140, 2023), (750, 2023)])
def test_the_two_that_report_have_the_last_year_and_others_the_one_before(
    book: Atlas, cow: int, year: int
) -> None:
    assert newest_of_state(book, cow, 2025) == year


def test_a_pair_has_its_own_year(book: Atlas) -> None:
    assert newest_of_pair(book, 2, 365, 2025) == newest_of_pair(book, 365, 2, 2025) == 2024
    assert newest_of_pair(book, 140, 230, 2025) == 2023
    assert newest_of_pair(book, 140, 230, 2010) == 2010


def test_nothing_is_carried_far(book: Atlas) -> None:
    assert newest_of_state(book, 265, 1990 + YEARS_BACK + 1) is None
    assert newest_of_pair(book, 731, 732, 2025) is None
