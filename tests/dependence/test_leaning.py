"""Who leans on whom: directed, bounded, and apart from closeness."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.dependence.all_pairs import PARTS, year
from daylight.dependence.leaning import dependence
from daylight.store.atlas import Atlas


def leans(book: Atlas, a: int, b: int, when: int = 2014) -> float:
    every = year(book, when)
    row = every.row(a, b)
    assert row is not None
    return dependence(every, row).value


def test_weights_sum_to_one() -> None:
    assert sum(p.weight for p in PARTS) == pytest.approx(1)


@pytest.mark.parametrize(("small", "large"), [(20, 2), (370, 365), (70, 2), (731, 710)])
def test_the_smaller_leans_more(book: Atlas, small: int, large: int) -> None:
    assert leans(book, small, large) > leans(book, large, small)


def test_values_lie_in_their_intervals(book: Atlas) -> None:
    every = year(book, 2014)
    for row in every.rows(365)[::17]:
        found = dependence(every, int(row))
        assert 0 <= found.lo <= found.value <= found.hi <= 100
        assert found.parts["trade_share"].value is not None


def test_arms_are_not_in_an_atlas_without_a_register(book: Atlas) -> None:
    every = year(book, 2014)
    row = every.row(630, 365)
    assert row is not None
    assert dependence(every, row).parts["arms_dependence"].value is None


def test_outside_the_years_of_trade_nobody_leans(book: Atlas) -> None:
    assert np.isnan(year(book, 1860).index).all()


def test_what_misleads_is_said_with_a_dependence(book: Atlas) -> None:
    every = year(book, 2014)
    rows = [every.row(a, b) for a, b in ((450, 740), (830, 820), (365, 710))]
    found = [dependence(every, row).traps if row is not None else None for row in rows]
    assert found[0] is not None
    assert "open_registry" in found[0]
    assert found[1:] == [("passes_through",), ()]
