"""Scores of chances against cases that can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.stats.foretold import auc_within_year, brier_skill, log_skill

YEAR = np.array([1, 1, 1, 2, 2])
CHANCE = np.array([0.1, 0.2, 0.2, 0.3, 0.4])
CAME = np.array([False, True, False, True, False])
GROUP = np.arange(5)


def test_pairs_are_counted_within_a_year_and_draws_for_a_half() -> None:
    """Won and drawn in the first year, lost in the second: 1.5 of 3."""
    found = auc_within_year(CHANCE, CAME, YEAR, GROUP)
    assert found is not None
    assert found[0] == pytest.approx(0.5)
    assert found[1] <= found[0] <= found[2]


def test_without_both_kinds_in_a_year_there_is_none() -> None:
    assert auc_within_year(CHANCE, np.zeros(5, bool), YEAR, GROUP) is None
    assert auc_within_year(CHANCE, YEAR == 1, YEAR, GROUP) is None


def test_skill_of_chances_known_by_hand() -> None:
    event = np.array([True, False])
    ours, theirs = np.array([0.8, 0.2]), np.array([0.5, 0.5])
    value, _, _ = log_skill(ours, theirs, event, np.arange(2))
    assert value == pytest.approx(1 - np.log(0.8) / np.log(0.5))
    assert brier_skill(ours, theirs, event) == pytest.approx(1 - 0.04 / 0.25)


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.2, 0.5]), st.booleans(),
                          st.integers(1, 3)), min_size=2, max_size=30))  # fmt: skip
def test_it_is_the_count_of_pairs(cases: list[tuple[float, bool, int]]) -> None:
    chance, event, year = (np.array(column) for column in zip(*cases, strict=True))
    won = [
        0.5 * (p == q) + (p > q)
        for p, came, when in cases if came
        for q, too, then in cases if not too and then == when
    ]  # fmt: skip
    found = auc_within_year(chance, event.astype(bool), year, np.arange(len(cases)))
    assert (found is None) == (not won)
    assert found is None or found[0] == pytest.approx(np.mean(won))
