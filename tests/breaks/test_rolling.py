"""Forecasts of each year from the past alone, and their scores against known answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from daylight.breaks.risk import LATE, TieYears
from daylight.breaks.rolling import (
    END,
    START,
    Forecasts,
    auc_within_year,
    brier_skill,
    forecasts,
    log_skill,
    reliability,
)

N = 60


def world(seed: int = 1) -> TieYears:
    """Return ties of sixty pairs, 1950 to 2012, a third of them warned in each year."""
    rng = np.random.default_rng(seed)
    pair, year = (x.ravel() for x in np.meshgrid(np.arange(N), np.arange(1950, 2013)))
    zero = np.zeros_like(pair)
    warned = (rng.random(len(pair)) < 1 / 3).astype(np.int64)
    return TieYears(pair, year, zero, zero, zero, warned, pair % 20, zero, zero - 9999, zero)


def made(seen: TieYears, event: np.ndarray, horizon: int = 1, until: int = 2025) -> Forecasts:
    found = forecasts(seen, event, horizon, np.ones(len(event), bool), until)
    assert found is not None
    return found


def coming(seen: TieYears, quiet: float, warned: float, seed: int = 2) -> np.ndarray:
    chance = np.where(seen.warned > 0, warned, quiet)
    return np.random.default_rng(seed).random(len(chance)) < chance


def test_where_warnings_tell_the_skill_is_that_of_theory() -> None:
    """Log skill of known chances: one less the mean entropy over that of the base rate."""
    skills = []
    for seed in range(20):
        seen = world(seed)
        skills.append(log_skill(made(seen, coming(seen, 0.05, 0.30, 100 + seed))))

    def entropy(p: float) -> float:
        return -p * np.log(p) - (1 - p) * np.log(1 - p)

    expected = 1 - (2 * entropy(0.05) + entropy(0.30)) / (3 * entropy(0.4 / 3))
    assert np.mean([value for value, _, _ in skills]) == pytest.approx(expected, abs=0.01)
    assert sum(lo < expected < hi for _, lo, hi in skills) >= 14, "of 20, at 90 %"


def test_where_warnings_tell_nothing_there_is_no_skill() -> None:
    seen = world()
    found = made(seen, coming(seen, 0.1, 0.1))
    value, lo, _ = log_skill(found)
    assert lo <= 0.002
    assert abs(value) < 0.005
    assert abs(brier_skill(found)) < 0.005
    assert auc_within_year(found) == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("horizon", [1, 4, 8])
def test_a_forecast_knows_nothing_of_what_was_not_known(horizon: int) -> None:
    """Turning round what came after does not move a forecast."""
    seen = world()
    event = coming(seen, 0.05, 0.3)
    cut = 1990
    turned = np.where(seen.year > cut - horizon - LATE, ~event, event)
    one, other = made(seen, event, horizon), made(seen, turned, horizon)
    early = one.year <= cut
    assert (one.tier[early] == other.tier[early]).all()
    assert (one.base[early] == other.base[early]).all()
    assert (one.tier[~early] != other.tier[~early]).any()


def test_forecasts_end_where_outcomes_are_not_known() -> None:
    seen = world()
    event = coming(seen, 0.05, 0.3)
    assert set(made(seen, event).year) == set(range(START, END + 1))
    assert max(made(seen, event, horizon=4, until=1990).year) == 1990 - 4 - LATE
    nothing = forecasts(seen, event, 1, np.ones(len(event), bool), START)
    assert nothing is None


def test_reliability_is_of_each_tier() -> None:
    seen = world()
    found = reliability(made(seen, coming(seen, 0.05, 0.3)))
    assert found[False][1] == pytest.approx(0.05, abs=0.02)
    assert found[True][1] == pytest.approx(0.30, abs=0.03)
    quiet = replace(seen, warned=np.zeros_like(seen.warned))
    assert set(reliability(made(quiet, coming(quiet, 0.1, 0.1)))) == {False}
