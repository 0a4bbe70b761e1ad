"""What may go into a fit, and what is said when it may not."""

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import FitOptions, VoteData, fit
from daylight.stats.ideal_points.data import informative


def votes(rows):
    return VoteData(*(np.array(column) for column in zip(*rows, strict=True)))


def test_code_outside_the_scheme():
    with pytest.raises(BadInput, match=r"1 yes, 2 abstain or 3 no; got \[8\]"):
        votes([(2, 1, 1, 1), (20, 1, 1, 8)])


def test_state_voting_twice_names_it():
    with pytest.raises(BadInput, match="state 20 votes twice on item 7 in period 3"):
        votes([(2, 3, 7, 1), (20, 3, 7, 1), (20, 3, 7, 3)])


def test_same_item_again_in_a_later_period_is_a_bridge():
    assert len(votes([(2, 3, 7, 1), (2, 4, 7, 1)])) == 2


def test_unequal_lengths():
    with pytest.raises(BadInput, match="one length"):
        VoteData(np.array([1, 2]), np.array([1, 1]), np.array([1]), np.array([1, 1]))


def test_periods_must_be_whole():
    with pytest.raises(BadInput, match="whole numbers"):
        VoteData(np.array([1]), np.array([1990.5]), np.array([1]), np.array([1]))


def test_no_votes():
    empty = np.array([], dtype=int)
    with pytest.raises(BadInput, match="no votes"):
        VoteData(empty, empty, empty, empty)


def test_all_unanimous():
    with pytest.raises(BadInput, match="unanimous"):
        fit(votes([(s, 1, j, 1) for s in range(5) for j in range(4)]))


def test_fewer_than_three_states():
    with pytest.raises(BadInput, match="three states"):
        fit(votes([(s, 1, j, 1 + 2 * s) for s in range(2) for j in range(4)]))


def test_unanimity_is_judged_after_bridging():
    rows = [(s, 1, 7, 1) for s in range(3)] + [(s, 2, 7, 3) for s in range(3)]
    assert len(informative(votes(rows))) == 6


@pytest.mark.parametrize(
    "bad",
    [{"level": 1.0}, {"innovation": 0.0}, {"pull": -1.0}, {"clock": "sun"}, {"anchors": {2: 5}}],
)
def test_options_are_checked(bad):
    with pytest.raises(BadInput):
        FitOptions(**bad)


def test_a_period_that_is_no_number_is_refused():
    with pytest.raises(BadInput, match="whole numbers"):
        VoteData(np.array([1]), np.array([np.inf]), np.array([1]), np.array([1]))
