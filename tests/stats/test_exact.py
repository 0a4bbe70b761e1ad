"""Exact intervals and tests of counts, against the slow library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, fisher_exact

from daylight.stats.exact import proportion, two_proportions

COUNTS = st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_the_interval_is_that_of_the_library(counts: tuple[int, int]) -> None:
    events, n = counts
    known = binomtest(events, n).proportion_ci(0.9, "exact")
    assert proportion(events, n) == pytest.approx((known.low, known.high))
    lo, hi = proportion(events, n)
    assert lo <= events / n <= hi


@given(COUNTS, COUNTS)
def test_the_test_is_that_of_the_library(one: tuple[int, int], other: tuple[int, int]) -> None:
    (a, n), (b, m) = one, other
    assert two_proportions(a, n, b, m) == pytest.approx(
        fisher_exact([[a, n - a], [b, m - b]]).pvalue
    )
    assert two_proportions(a, n, b, m) == two_proportions(b, m, a, n)


def test_none_of_many_is_not_surely_none() -> None:
    assert proportion(0, 174) == (0.0, pytest.approx(1 - 0.05 ** (1 / 174)))
