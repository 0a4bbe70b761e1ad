"""What a side of a broken tie gained with a third state around the break."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from small_series import OTHERS, calm, marked, pairs

from daylight.breaks.gains import gains
from daylight.breaks.pairs import FIRST, YEARS
from daylight.breaks.series import Series
from daylight.store.schemas.breaks import GAINS

CANADA, CUBA = OTHERS[:2]
TWO = pairs(2)
"""The United States and Canada, whose tie breaks; the United States and Cuba."""
BROKE = 1970


def found(series: Series) -> list[tuple[Any, ...]]:
    broke = np.zeros((2, YEARS), bool)
    broke[0, BROKE - FIRST] = True
    return gains(series, TWO, broke).rows()


def of(name: str) -> list[tuple[Any, ...]]:
    return [(2, CANADA, BROKE, CUBA, 1 << GAINS.index(name))]


def test_nothing_new_is_no_gain() -> None:
    assert found(calm(2)) == []


@pytest.mark.parametrize(
    ("year", "counts"), [(1967, False), (1968, True), (1974, True), (1975, False)]
)
@pytest.mark.parametrize(
    ("mark", "name"), [("treaty", "treaty"), ("support", "treaty"), ("troops", "troops")]
)
def test_something_new_counts_from_two_years_before_to_four_after(
    mark: str, name: str, year: int, counts: bool
) -> None:
    series = marked(calm(2), pair=1, **{mark: range(year, 1980)})
    assert found(series) == (of(name) if counts else [])


def test_what_was_there_before_is_not_new() -> None:
    series = marked(calm(2), pair=1, treaty=[*range(1960, 1966), *range(1971, 1980)])
    assert found(series) == [], "there in 1965, of the three years before"


@pytest.mark.parametrize(
    ("before", "after", "gap", "counts"),
    [(0.02, 0.2, 0.1, True), (0.02, 0.2, 0.9, False), (0.02, 0.09, 0.1, False),
     (0.09, 0.15, 0.1, False), (np.nan, 0.2, 0.1, False)],
)  # fmt: skip
def test_trade_counts_where_big_doubled_and_votes_nearer(
    before: float, after: float, gap: float, counts: bool
) -> None:
    series = calm(2)
    mine, theirs = (share.copy() for share in series.shares)
    mine[1, : BROKE - FIRST], mine[1, BROKE - FIRST :] = before, after
    theirs[1, :] = 0.9
    far = series.gap.copy()
    far[1, BROKE - FIRST :] = gap
    series = replace(series, shares=(mine, theirs), gap=far)
    assert found(series) == (of("trade") if counts else [])


def test_the_gain_is_of_the_side_that_has_it() -> None:
    """The other side of the broken tie has nothing with the third."""
    series = marked(calm(2), pair=1, troops=range(1970, 1980))
    assert {row[0] for row in found(series)} == {2}
