"""The share of cases with an interval that resamples groups."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.stats.clustered import share


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


def test_groups_make_it_wider() -> None:
    event = np.repeat(np.arange(60) % 5 == 0, 10)
    alone = share(event, np.arange(600))
    together = share(event, np.arange(600) // 10)
    assert together.hi - together.lo > 2 * (alone.hi - alone.lo)  # type: ignore[operator]
