"""Shares of attempts: drawn towards the whole, counted by clusters, with their ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.wedges.tried.shares import PRIOR, Trial, share


def trials(*groups: tuple[str, int, int]) -> list[Trial]:
    """Return trials of one cluster each: group, how many had it, how many had not."""
    return [
        Trial(group, f"{group}{i}", i < had, doubtful=False)
        for group, had, not_had in groups
        for i in range(had + not_had)
    ]


def test_a_share_is_drawn_towards_the_whole_by_ten_clusters() -> None:
    population = trials(("a", 2, 0), ("b", 18, 60))
    got = share(population, "a")
    assert (got.own, got.clusters) == (1.0, 2)
    assert got.shrunk == pytest.approx((2 * 1.0 + PRIOR * 20 / 80) / 12)
    of_all = share(population)
    assert of_all.shrunk == of_all.own == pytest.approx(0.25)


def test_a_war_weighs_as_one() -> None:
    war = [Trial("a", "war", i == 0, doubtful=False) for i in range(4)]
    got = share([*war, Trial("a", "alone", had=True, doubtful=False)])
    assert got.own == pytest.approx((0.25 + 1) / 2)
    assert got.clusters == 2


def test_a_cluster_in_two_groups_weighs_as_one_in_each() -> None:
    groups = (("a", True), ("b", False), ("b", False))
    rows = [Trial(group, "war", had, doubtful=False) for group, had in groups]
    assert share(rows, "a").own == 1
    assert share(rows, "b").own == 0
    assert share(rows).own == pytest.approx(1 / 3)


def test_the_interval_counts_clusters_and_not_rows() -> None:
    one_each = [Trial("a", str(i), i % 2 == 0, doubtful=False) for i in range(40)]
    four = [Trial("a", str(i // 10), i // 10 % 2 == 0, doubtful=False) for i in range(40)]
    narrow, wide = share(one_each), share(four)
    assert narrow.own == wide.own == 0.5
    assert width(wide) > 2 * width(narrow)


def test_the_interval_of_a_small_group_is_drawn_towards_the_whole_too() -> None:
    few = trials(("a", 2, 1))
    group = share([*few, *trials(("b", 25, 25))], "a")
    assert width(group) < width(share(few)) / 2
    assert width(group) > 0.05


def width(got: object) -> float:
    return float(got.hi - got.lo)  # type: ignore[attr-defined]


def test_none_of_a_few_is_not_surely_none() -> None:
    alone = share(trials(("a", 0, 4)))
    assert (alone.own, alone.shrunk, alone.lo) == (0, 0, 0)
    assert alone.hi == pytest.approx(1 - 0.05 ** (1 / 4))
    every = share(trials(("a", 4, 0)))
    assert (every.own, every.hi) == (1, 1)
    assert every.lo == pytest.approx(0.05 ** (1 / 4))
    population = trials(("a", 0, 4), ("b", 20, 20))
    group, of_all = share(population, "a"), share(population)
    assert of_all.hi is not None
    exact = (4 * (1 - 0.05 ** (1 / 4)) + PRIOR * of_all.hi) / 14
    assert group.hi == pytest.approx(exact)


def test_doubtful_and_unknown_outcomes_are_read_both_ways() -> None:
    rows = [
        Trial("a", "1", had=True, doubtful=False),
        Trial("a", "2", had=True, doubtful=True),
        Trial("a", "3", had=False, doubtful=False),
        Trial("a", "4", had=False, doubtful=True),
        Trial("a", "5", had=None, doubtful=False),
    ]
    got = share(rows)
    assert (got.own, got.clusters) == (0.5, 4)
    assert got.low == pytest.approx(1 / 5)
    assert got.high == pytest.approx(4 / 5)


def test_without_a_known_outcome_there_are_only_ends() -> None:
    got = share([Trial("a", "1", had=None, doubtful=False), *trials(("b", 1, 1))], "a")
    assert (got.own, got.shrunk, got.lo, got.hi, got.clusters) == (None, None, None, None, 0)
    assert got.low == pytest.approx(PRIOR / 3 / 11)
    assert got.high == pytest.approx((1 + PRIOR * 2 / 3) / 11)
    assert share([], "a").low is None


known = st.builds(
    Trial, st.sampled_from("ab"), st.sampled_from("vwxyz"), st.sampled_from([True, False, None]),
    st.booleans(),
)  # fmt: skip


@given(st.lists(known, min_size=1, max_size=25), st.sampled_from(["a", "b", None]))
def test_the_ends_hold_the_share(rows: list[Trial], group: str | None) -> None:
    got = share(rows, group)
    if got.shrunk is None:
        assert got.own is got.lo is got.hi is None
        return
    assert got.low is not None
    assert got.high is not None
    assert got.lo is not None
    assert got.hi is not None
    assert -1e-9 <= got.low <= got.shrunk + 1e-9
    assert got.shrunk - 1e-9 <= got.high <= 1 + 1e-9
    assert -1e-9 <= got.lo <= got.hi <= 1 + 1e-9
