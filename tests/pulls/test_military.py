"""Whose strength stands behind a state, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from pulled_world import ARMENIA, BELARUS, CHINA, RUSSIA, STATES, STRENGTH, YEAR, pulled_world

from daylight.pulls.military import BACKING
from daylight.pulls.pulls import Pulls, pulls_of

DEFENCE = {"promise_ab": 10, "promise_ba": 10, "promise_status": 0}
NEUTRALITY = {"promise_ab": 6, "promise_ba": 6, "promise_status": 0}


def pull(found: Pulls, on: int, of: int) -> float:
    row, column = found.roll.at(on), found.roll.at(of)
    assert row is not None
    assert column is not None
    return float(found.military[row, column])


def test_a_promise_of_defence_counts_by_strength_with_the_own_in_the_sum() -> None:
    found = pulls_of(pulled_world({(RUSSIA, BELARUS): DEFENCE}), YEAR)
    whole = STRENGTH[RUSSIA] + STRENGTH[BELARUS]
    assert pull(found, BELARUS, RUSSIA) == pytest.approx(STRENGTH[RUSSIA] / whole)
    assert pull(found, RUSSIA, BELARUS) == pytest.approx(STRENGTH[BELARUS] / whole)


def test_a_weak_promise_of_a_strong_state_stays_weak() -> None:
    found = pulls_of(pulled_world({(ARMENIA, CHINA): NEUTRALITY}), YEAR)
    assert pull(found, ARMENIA, CHINA) == pytest.approx(7 / 50)  # 7 points of 50


def test_conflict_takes_away_from_what_stands_behind() -> None:
    at_odds = pulled_world(
        {(RUSSIA, BELARUS): DEFENCE}, {(RUSSIA, BELARUS): {"military_conflict": 200}}
    )
    assert pull(pulls_of(at_odds, YEAR), BELARUS, RUSSIA) == 0


def test_arms_are_shared_out_among_suppliers_and_join_by_the_weight() -> None:
    arms = {"arms_ab": 2, "arms_status": 0}
    found = pulls_of(
        pulled_world({(RUSSIA, BELARUS): arms, (BELARUS, CHINA): {"arms_ba": 2, "arms_status": 0}}),
        YEAR,
    )
    assert pull(found, BELARUS, RUSSIA) == pytest.approx((1 - BACKING) / 2)
    assert pull(found, RUSSIA, BELARUS) == 0  # who sells does not lean on who buys


def test_a_state_leans_on_others_by_no_more_than_one() -> None:
    items = {(a, b): DEFENCE | {"arms_ab": 1, "arms_ba": 2, "arms_status": 0}
             for i, a in enumerate(STATES) for b in STATES[i + 1 :]}  # fmt: skip
    found = pulls_of(pulled_world(items), YEAR)
    every = (found.military, found.drawn["military"])
    for square in every:
        assert (square >= 0).all()
        assert (square.sum(axis=-1) <= 1 + 1e-6).all()
    assert not np.diagonal(found.military).any()


def test_what_is_carried_may_not_hold() -> None:
    carried = {"promise_carried": 100, "promise_lo": 0, "promise_hi": 100, "promise_holds": 50,
               "promise_status": 3}  # fmt: skip
    found = pulls_of(pulled_world({(RUSSIA, BELARUS): carried}), YEAR)
    row, column = found.roll.at(BELARUS), found.roll.at(RUSSIA)
    drawn = found.drawn["military"][:, row, column]
    best = pull(found, BELARUS, RUSSIA)
    assert best == pytest.approx(STRENGTH[RUSSIA] / (STRENGTH[RUSSIA] + STRENGTH[BELARUS]))
    assert (drawn <= best + 1e-6).all()
    assert 0.2 < (drawn < best - 1e-3).mean() < 0.8
