"""The factor model: what it recovers, what its intervals hold, and what must not matter."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.factor import MISSING, Factor, FactorFit, Levels, Loading, Panel, fit, levels
from daylight.stats.factor.fit import simulated, strain
from daylight.stats.factor.model import GRID, prior

TRUE = Factor(
    (
        Loading(1.5, np.array([1.5, 2.5, 3.5])),
        Loading(0.8, np.array([-1.0, 0.0, 1.0])),
        Loading(1.2, np.array([2.0])),
        Loading(-1.0, np.array([1.5, 2.0])),
        Loading(1.8, np.array([-1.0, 0.0, 1.0, 2.0])),
    ),
    0.95,
)
SIZES, SIGNS = (4, 4, 2, 3, 5), (1, 1, 1, -1, 1)
UNITS, TIMES = 300, 30
SOME = 150


def blank(units: int = UNITS, times: int = TIMES) -> Panel:
    return Panel(np.zeros((units, times, len(SIZES)), np.int8), SIZES, SIGNS)


def with_gaps(seed: int) -> Panel:
    """Some indicators start late, some end early, some cells are missing anywhere."""
    rng = np.random.default_rng(seed)
    category = blank().category.copy()
    category[:, :8, 1] = MISSING
    category[:, 20:, 4] = MISSING
    category[rng.random(category.shape) < 0.2] = MISSING
    return replace(blank(), category=category)


@cache
def world() -> tuple[Panel, np.ndarray]:
    """A panel drawn from TRUE, and the levels behind it (drawn with the same seed)."""
    drawn = simulated(with_gaps(1), TRUE, np.random.default_rng(2))
    rng = np.random.default_rng(2)
    eta = np.empty((UNITS, TIMES))
    eta[:, 0] = rng.standard_normal(UNITS)
    for t in range(1, TIMES):
        noise = np.sqrt(1 - TRUE.steadiness**2) * rng.standard_normal(UNITS)
        eta[:, t] = TRUE.steadiness * eta[:, t - 1] + noise
    return drawn, eta


@cache
def fitted() -> FactorFit:
    return fit(world()[0])


@cache
def known() -> Levels:
    """Levels under the parameters that made the data."""
    return levels(world()[0], TRUE)


def test_it_recovers_what_made_the_data() -> None:
    factor = fitted().factor
    assert fitted().converged
    assert factor.steadiness == pytest.approx(TRUE.steadiness, abs=0.02)
    for one, true in zip(factor.loadings, TRUE.loadings, strict=True):
        assert one.loading == pytest.approx(true.loading, rel=0.15, abs=0.05)
        np.testing.assert_allclose(one.cuts, true.cuts, atol=0.25)


def test_the_likelihood_never_falls() -> None:
    assert min(np.diff(fitted().log_likelihood)) > -0.5, "up to single precision"


@pytest.mark.parametrize("which", ["smoothed", "filtered"])
def test_intervals_of_ninety_per_cent_hold_about_ninety(which: str) -> None:
    eta, result = world()[1], known()
    mean, sd = (
        (result.mean, result.sd) if which == "smoothed" else (result.mean_then, result.sd_then)
    )
    inside = np.abs(eta - mean) < 1.645 * sd
    assert 0.88 < inside.mean() < 0.92


def test_sums_over_the_grid_are_those_over_all_paths() -> None:
    panel = simulated(blank(2, 3), TRUE, np.random.default_rng(5))
    result = levels(panel, TRUE)
    patterns, which = panel.patterns
    like, _ = TRUE.likelihood(patterns)
    step = TRUE.kernel().astype(float)
    for unit in range(2):
        a, b, c = (like[which[unit, t]].astype(float) for t in range(3))
        joint = (prior() * a)[:, None, None] * (step * b)[:, :, None] * (step * c)[None]
        joint /= joint.sum()
        assert result.mean[unit, 1] == pytest.approx(float(joint.sum((0, 2)) @ GRID), abs=1e-4)
        both = joint.sum(2)
        one, two = both.sum(1), both.sum(0)
        covariance = GRID @ both @ GRID - (one @ GRID) * (two @ GRID)
        spread = [np.sqrt(w @ GRID**2 - (w @ GRID) ** 2) for w in (one, two)]
        assert result.rho[unit, 1] == pytest.approx(covariance / np.prod(spread), abs=1e-3)


def test_filtered_levels_do_not_look_ahead() -> None:
    drawn, _ = world()
    later = drawn.category.copy()
    later[:, 15:] = MISSING
    cut = levels(replace(drawn, category=later), TRUE)
    whole = known()
    np.testing.assert_allclose(cut.mean_then[:, :15], whole.mean_then[:, :15], atol=1e-5)
    assert np.abs(cut.mean[:, :15] - whole.mean[:, :15]).max() > 0.1


def test_a_unit_of_which_nothing_is_known_has_the_prior() -> None:
    category = world()[0].category.copy()
    category[0] = MISSING
    result = levels(replace(world()[0], category=category), TRUE)
    np.testing.assert_allclose(result.mean[0], 0.0, atol=0.02)
    np.testing.assert_allclose(result.sd[0], 1.0, atol=0.02)
    assert (result.support[0] == 0).all()


def test_the_order_of_units_does_not_matter() -> None:
    turned = world()[0].units(np.arange(UNITS)[::-1])
    result, back = known(), levels(turned, TRUE)
    np.testing.assert_allclose(back.mean[::-1], result.mean, atol=1e-5)


def test_an_indicator_turned_round_tells_the_same() -> None:
    drawn = world()[0].units(np.arange(100))
    category = drawn.category.copy()
    category[:, :, 3] = np.where(category[:, :, 3] == MISSING, MISSING, 2 - category[:, :, 3])
    other = Panel(category, SIZES, (1, 1, 1, 1, 1))
    one, two = (fit(panel, most_steps=6).factor for panel in (drawn, other))
    assert two.loadings[3].loading == pytest.approx(-one.loadings[3].loading, abs=1e-3)


def test_indicators_that_hang_together_otherwise_widen_the_intervals() -> None:
    """Two indicators share a cause of their own; the level alone cannot explain both."""
    drawn = world()[0].units(np.arange(SOME))
    assert strain(drawn, fitted().factor, 3) < 1.1
    rng = np.random.default_rng(9)
    own = np.repeat(rng.standard_normal((SOME, 1)), TIMES, axis=1)
    category = drawn.category.copy()
    for k, one in enumerate(TRUE.loadings[:2]):
        z = 2 * own + rng.standard_normal(own.shape)
        seen = category[:, :, k] != MISSING
        category[:, :, k] = np.where(seen, np.searchsorted(one.cuts, z), MISSING)
    assert strain(replace(drawn, category=category), TRUE, 3) > 1.2


def test_what_cannot_be_fitted_says_why() -> None:
    with pytest.raises(BadInput, match="three"):
        fit(Panel(np.zeros((3, 3, 2), np.int8), (2, 2), (1, 1)))
    with pytest.raises(BadInput, match="one category"):
        fit(blank(3, 3))
    with pytest.raises(BadInput, match="range"):
        Panel(np.full((1, 1, 1), 7, np.int8), (2,), (1,))
    with pytest.raises(BadInput, match="sign"):
        Panel(np.zeros((1, 1, 1), np.int8), (2,), (0,))
