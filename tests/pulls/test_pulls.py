"""Squares of pulls: states by today's number, trade by its year, draws around the best."""

from __future__ import annotations

import numpy as np
import pytest
from pulled_world import ARMENIA, BELARUS, CHINA, RUSSIA, YEAR, pulled_world

from daylight.pulls.drawn import DRAWS, band, carried
from daylight.pulls.leading import NOBODY, leads
from daylight.pulls.pulls import DIMENSIONS, pulls, pulls_of
from daylight.pulls.square import Roll
from daylight.store.atlas import Atlas


def test_a_roll_knows_a_state_by_any_of_its_numbers() -> None:
    roll = Roll.of(1985)
    assert roll.at(260) == roll.at(255) is not None
    assert roll.at(341) is None  # Montenegro, in 1985 no member
    assert len(set(roll.cows.tolist())) == len(roll)


def test_trade_shares_are_of_the_whole_of_the_row() -> None:
    found = pulls_of(pulled_world(trade={(RUSSIA, BELARUS): 40.0, (BELARUS, CHINA): 5.0}), YEAR)
    row, russia, china = (found.roll.at(cow) for cow in (BELARUS, RUSSIA, CHINA))
    assert found.economic[row, russia] == pytest.approx(0.8, abs=0.01)
    assert found.economic[row, china] == pytest.approx(0.1, abs=0.01)
    assert np.isnan(found.economic[found.roll.at(ARMENIA)]).all()  # too little of it is known
    assert found.trade_of[row] == YEAR
    assert found.trade_of[found.roll.at(ARMENIA)] == 0


def test_draws_that_hold_are_the_best_and_others_lie_in_the_band() -> None:
    rng = np.random.default_rng(1)
    best, lo, hi = np.array([5.0, 5.0, 5.0]), np.array([0.0, 5.0, 0.0]), np.array([9.0, 5.0, 9.0])
    found = carried(best, lo, hi, np.array([0.5, 0.2, np.nan]), rng)
    assert found.shape == (DRAWS, 3)
    assert (found[:, 1:] == 5).all()
    assert ((found[:, 0] >= 0) & (found[:, 0] <= 9)).all()
    assert 0.3 < (found[:, 0] == 5).mean() < 0.7


def test_a_band_holds_its_value() -> None:
    lo, hi = band(3.0, np.linspace(0, 1, 100))
    assert lo <= 3.0 <= hi


def test_a_lead_is_the_largest_and_large_enough(book: Atlas) -> None:
    seen = pulls(book, 2016)
    found = leads(seen)
    for dimension, who in found.best.items():
        square = np.nan_to_num(seen.of(dimension))
        led = np.flatnonzero(who != NOBODY)
        among = np.arange(len(seen.roll)) if dimension != "political" else found.powers
        assert (square[led, who[led]] == square[np.ix_(led, among)].max(axis=1)).all()
        assert (who[led] != led).all()


def test_known_spheres_of_1985_and_2016(book: Atlas) -> None:
    """The Soviet sphere of 1985 and what was left of it, as any account of the period has it."""
    then, now = pulls(book, 1985), pulls(book, 2016)
    old = leads(then).within(then.roll.at(365))[0]
    new = leads(now).within(now.roll.at(365))[0]
    pact = [290, 310, 315, 355, 265]  # Poland, Hungary, Czechoslovakia, Bulgaria, East Germany
    assert old[[then.roll.at(cow) for cow in pact]].all()
    assert not old[[then.roll.at(cow) for cow in (255, 200, 740)]].any()
    assert new[[now.roll.at(cow) for cow in (370, 371)]].all()
    assert not new[[now.roll.at(cow) for cow in (290, 310, 355, 369)]].any()


def test_nothing_of_later_years_enters(book: Atlas) -> None:
    seen = pulls(book, 2016)
    assert seen.strength_of <= 2016
    assert (seen.trade_of <= 2016).all()
    assert set(seen.drawn) == set(DIMENSIONS)
