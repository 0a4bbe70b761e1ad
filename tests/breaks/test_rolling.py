"""Forecasts of each year from the past alone, and their scores against known answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from daylight.breaks.democracies import UNKNOWN
from daylight.breaks.risk import LATE, TieYears
from daylight.breaks.rolling import (
    END,
    START,
    Forecasts,
    finer_reliability,
    forecasts,
    reliability,
)
from daylight.stats.foretold import auc_within_year, brier_skill, log_skill

N = 60


def world(seed: int = 1) -> TieYears:
    """Return ties of sixty pairs, 1950 to 2012, a third of them warned in each year."""
    rng = np.random.default_rng(seed)
    pair, year = (x.ravel() for x in np.meshgrid(np.arange(N), np.arange(1950, 2013)))
    zero = np.zeros_like(pair)
    warned = (rng.random(len(pair)) < 1 / 3).astype(np.int64)
    return TieYears(
        pair, year, zero + 2, zero + 20, zero, warned, pair % 20, zero, zero - 9999, zero
    )


def free(seen: TieYears) -> np.ndarray:
    """Return two democracies for a half of the pairs, none for the rest, unknown for some."""
    return np.where(seen.pair % 2 == 1, 2, np.where(seen.pair < 10, UNKNOWN, 0))


def made(seen: TieYears, event: np.ndarray, horizon: int = 1, until: int = 2025) -> Forecasts:
    found = forecasts(seen, event, horizon, np.ones(len(event), bool), until, free(seen))
    assert found is not None
    return found


def skill_of(found: Forecasts) -> tuple[float, float, float]:
    return log_skill(found.tier, found.base, found.event, found.mover)


def coming(seen: TieYears, quiet: float, warned: float, seed: int = 2) -> np.ndarray:
    chance = np.where(seen.warned > 0, warned, quiet)
    return np.random.default_rng(seed).random(len(chance)) < chance


def test_where_warnings_tell_the_skill_is_that_of_theory() -> None:
    """Log skill of known chances: one less the mean entropy over that of the base rate."""
    skills = []
    for seed in range(20):
        seen = world(seed)
        skills.append(skill_of(made(seen, coming(seen, 0.05, 0.30, 100 + seed))))

    def entropy(p: float) -> float:
        return -p * np.log(p) - (1 - p) * np.log(1 - p)

    expected = 1 - (2 * entropy(0.05) + entropy(0.30)) / (3 * entropy(0.4 / 3))
    assert np.mean([value for value, _, _ in skills]) == pytest.approx(expected, abs=0.01)
    assert sum(lo < expected < hi for _, lo, hi in skills) >= 14, "of 20, at 90 %"


def test_where_warnings_tell_nothing_there_is_no_skill() -> None:
    seen = world()
    found = made(seen, coming(seen, 0.1, 0.1))
    value, lo, _ = skill_of(found)
    assert lo <= 0.002
    assert abs(value) < 0.005
    assert abs(brier_skill(found.tier, found.base, found.event)) < 0.005
    auc = auc_within_year(found.tier, found.event, found.year, found.mover)
    assert auc is not None
    assert auc[0] == pytest.approx(0.5, abs=0.05)
    assert auc[1] <= 0.5 <= auc[2]


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
    assert (one.finer[early] == other.finer[early]).all()
    assert (one.finer[~early] != other.finer[~early]).any()


def test_forecasts_end_where_outcomes_are_not_known() -> None:
    seen = world()
    event = coming(seen, 0.05, 0.3)
    assert set(made(seen, event).year) == set(range(START, END + 1))
    assert max(made(seen, event, horizon=4, until=1990).year) == 1990 - 4 - LATE
    nothing = forecasts(seen, event, 1, np.ones(len(event), bool), START, free(seen))
    assert nothing is None


def test_reliability_is_of_each_tier() -> None:
    seen = world()
    found = reliability(made(seen, coming(seen, 0.05, 0.3)))
    assert found[False, None][1] == pytest.approx(0.05, abs=0.02)
    assert found[True, None][1] == pytest.approx(0.30, abs=0.03)
    quiet = replace(seen, warned=np.zeros_like(seen.warned))
    assert set(reliability(made(quiet, coming(quiet, 0.1, 0.1)))) == {(False, None)}


def test_where_democracies_tell_the_finer_forecast_says_so() -> None:
    seen = world()
    two = free(seen) == 2
    event = np.random.default_rng(3).random(len(two)) < np.where(two, 0.02, 0.25)
    found = made(seen, event)
    _, lo, _ = log_skill(found.finer, found.tier, found.event, found.mover)
    assert lo > 0
    bins = finer_reliability(found)
    assert bins[False, 0][0] == pytest.approx(0.25, abs=0.03)
    assert bins[False, 2][0] == pytest.approx(0.02, abs=0.02)
    assert (True, 0) not in bins, "warned ties are one tier"


def test_a_warned_tie_and_an_unknown_one_have_the_share_of_their_tier() -> None:
    seen = world()
    found = made(seen, coming(seen, 0.05, 0.3))
    same = found.warned | (found.democracies == UNKNOWN)
    assert (found.finer[same] == found.tier[same]).all()
    assert (found.finer[~same] != found.tier[~same]).any()
