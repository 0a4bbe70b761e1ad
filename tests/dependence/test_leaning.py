"""Who leans on whom: directed, bounded, and apart from closeness."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.dependence.all_pairs import PARTS, year
from daylight.dependence.leaning import Dependence, dependence
from daylight.store.atlas import Atlas


def leaning(book: Atlas, a: int, b: int, when: int = 2014) -> Dependence:
    """How much a leans on b."""
    every = year(book, when)
    (row,) = [row for row in every.rows(a) if (every.a[row], every.b[row]) == (a, b)]
    return dependence(every, int(row))


def test_weights_sum_to_one() -> None:
    assert sum(p.weight for p in PARTS) == pytest.approx(1)


@pytest.mark.parametrize(("small", "large"), [(20, 2), (370, 365), (70, 2), (731, 710)])
def test_the_smaller_leans_more(book: Atlas, small: int, large: int) -> None:
    assert leaning(book, small, large).value > leaning(book, large, small).value


def test_values_lie_in_their_intervals(book: Atlas) -> None:
    every = year(book, 2014)
    for row in every.rows(365)[::17]:
        found = dependence(every, int(row))
        assert 0 <= found.lo <= found.value <= found.hi <= 100
        assert found.parts["trade_share"].value is not None


def test_arms_are_not_in_an_atlas_without_a_register(book: Atlas) -> None:
    assert leaning(book, 630, 365).parts["arms_dependence"].value is None


def test_outside_the_years_of_trade_nobody_leans(book: Atlas) -> None:
    assert np.isnan(year(book, 1860).index).all()


def test_what_misleads_is_said_with_a_dependence(book: Atlas) -> None:
    found = [leaning(book, a, b).traps for a, b in ((450, 740), (830, 820), (365, 710))]
    assert "open_registry" in found[0]
    assert found[1:] == [("passes_through",), ()]
