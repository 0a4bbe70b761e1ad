"""The share of cases with an interval that resamples groups."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from daylight.stats.clustered import exact, ratio, share


def test_no_case_has_no_share() -> None:
    got = share(np.zeros(0, bool), np.zeros(0, np.int64))
    assert (got.value, got.lo, got.hi, got.n, got.events) == (None, None, None, 0, 0)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 8)), min_size=1, max_size=60))
def test_the_interval_holds_the_share_and_stays_in_bounds(rows: list[tuple[bool, int]]) -> None:
    event, group = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
    got = share(event, group)
    assert got.value == pytest.approx(event.mean())
    assert got.lo is not None
    assert got.hi is not None
    assert 0 <= got.lo <= got.hi <= 1
    if 0 < got.events < got.n and len(set(group.tolist())) == len(group):
        assert got.lo <= got.value <= got.hi


def test_none_of_many_is_not_surely_none() -> None:
    got = share(np.zeros(300, bool), np.arange(300) // 10)
    assert (got.value, got.lo) == (0.0, 0.0)
    assert got.hi == pytest.approx(1 - 0.05 ** (1 / 30)), "thirty groups, not three hundred cases"


def test_the_interval_covers_what_it_should() -> None:
    """Groups of ten that share their chance; nine in ten intervals hold the true share."""
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        chance = np.repeat(rng.beta(1, 4, 80), 10)
        got = share(rng.random(800) < chance, np.arange(800) // 10)
        held += got.lo <= 0.2 <= got.hi  # type: ignore[operator]
    assert 0.85 <= held / 200 <= 0.95


@pytest.mark.parametrize("worth", [None, 4])
def test_one_event_is_no_surer_than_none(worth: int | None) -> None:
    """Twenty groups of ten, with events in the first few."""
    group = np.arange(200) // 10
    ends = []
    for hits in range(6):
        event = np.isin(np.arange(200) % 10, np.arange(worth or 10)) & (group < hits)
        got = share(event, group, worth)
        assert got.lo is not None
        assert got.hi is not None
        ends.append(got.hi)
    assert ends == sorted(ends)
    assert ends[1] > ends[0]


@pytest.mark.parametrize(
    ("hits", "cases", "lo", "hi"),
    [(1, 14, 0.003657, 0.296733), (0, 30, 0.0, 0.095034), (5, 20, 0.104081, 0.455582)],
)
def test_the_exact_interval_is_that_of_clopper_and_pearson(
    hits: int, cases: int, lo: float, hi: float
) -> None:
    """Against `scipy.stats.binomtest(k, n).proportion_ci(0.9)`."""
    assert exact(hits, cases) == pytest.approx((lo, hi), abs=1e-4)
    ci = binomtest(hits, cases).proportion_ci(0.9)
    assert exact(hits, cases) == pytest.approx((ci.low, ci.high), abs=1e-9)


def test_a_ratio_is_of_the_shares_and_stays_between_its_ends() -> None:
    rng = np.random.default_rng(3)
    mark, group = rng.random(2000) < 0.3, np.arange(2000) // 20
    event = rng.random(2000) < np.where(mark, 0.2, 0.1)
    got = ratio(event, mark, group)
    assert got.value == pytest.approx(event[mark].mean() / event[~mark].mean())
    assert got.lo is not None
    assert got.hi is not None
    assert 1 < got.lo < got.value < got.hi < 3.5


def test_a_ratio_of_none_has_an_upper_end_and_of_no_event_no_value() -> None:
    mark, group = np.arange(400) < 100, np.arange(400) // 10
    event = ~mark & (np.arange(400) % 10 == 0)
    got = ratio(event, mark, group)
    assert (got.value, got.lo) == (0.0, 0.0)
    assert got.hi is not None
    assert got.hi > 0.5
    assert ratio(event & mark, mark, group).value is None


def test_groups_make_it_wider() -> None:
    event = np.repeat(np.arange(60) % 5 == 0, 10)
    alone = share(event, np.arange(600))
    together = share(event, np.arange(600) // 10)
    assert together.hi - together.lo > 2 * (alone.hi - alone.lo)  # type: ignore[operator]
