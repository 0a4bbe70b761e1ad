"""Records among uncertain values: what makes one sure, and what must not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.stats.records import paths, record

FLAT = np.zeros(10)


def test_a_last_value_far_above_is_a_record() -> None:
    result = record(paths(np.append(FLAT, 5.0), np.full(11, 0.5)))
    assert result.highest > 0.99
    assert result.lowest < 0.01
    assert result.top == 10


def test_many_doubtful_times_rule_nothing_out() -> None:
    """The last is hardly the highest of thirty, yet no other is surely above it."""
    result = record(paths(np.zeros(30), np.ones(30)))
    assert result.highest < 0.1
    assert result.beaten < 0.6
    sure = record(paths(np.append(np.zeros(29), -5.0), np.ones(30)))
    assert sure.beaten > 0.99


def test_times_that_are_alike_share_the_record() -> None:
    result = record(paths(FLAT, np.full(10, 1.0), draws=20_000))
    assert result.highest == pytest.approx(result.expected, abs=0.01)
    assert result.expected == pytest.approx(0.1)


def test_coded_facts_that_tie_share_it_exactly() -> None:
    result = record(paths(np.array([3.0, 1.0, 3.0]), np.zeros(3)))
    assert result.highest == pytest.approx(0.5)
    assert result.lowest == 0


def test_a_thin_year_does_not_win() -> None:
    """Its estimate is the highest of all, but it rests on little."""
    mean, sd = np.append(FLAT, 0.5), np.append(np.full(10, 0.1), 1.5)
    assert record(paths(mean, sd)).highest < 0.75
    assert record(paths(mean, np.full(11, 0.1))).highest > 0.95


def test_errors_shared_with_the_year_before_make_a_rise_surer() -> None:
    mean, sd = np.linspace(0, 1, 5), np.full(5, 0.5)
    alone = record(paths(mean, sd)).highest
    shared = record(paths(mean, sd, np.array([np.nan, 0.95, 0.95, 0.95, 0.95]))).highest
    assert shared > alone + 0.1


def test_drawn_paths_have_the_moments_asked_for() -> None:
    mean, sd, rho = np.array([1.0, -2.0]), np.array([0.5, 2.0]), np.array([np.nan, 0.7])
    drawn = paths(mean, sd, rho, draws=50_000)
    np.testing.assert_allclose(drawn.mean(0), mean, atol=0.05)
    np.testing.assert_allclose(drawn.std(0), sd, rtol=0.02)
    assert np.corrcoef(drawn.T)[0, 1] == pytest.approx(0.7, abs=0.02)


@given(st.lists(st.floats(-3, 3), min_size=2, max_size=12), st.floats(0.01, 2.0))
def test_probabilities_are_probabilities(means: list[float], sd: float) -> None:
    result = record(paths(np.array(means), np.full(len(means), sd), draws=200))
    assert 0 <= result.highest <= 1
    assert 0 <= result.lowest <= 1
    assert result.highest + result.lowest <= 1 + 1e-9


def test_one_time_alone_is_no_record() -> None:
    with pytest.raises(BadInput, match="two times"):
        record(paths(np.zeros(1), np.ones(1)))
