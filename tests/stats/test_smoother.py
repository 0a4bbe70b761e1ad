"""The backward pass against the joint normal posterior worked out in full."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.stats.smoother import smoothed

A = 0.9
ERROR = 0.6


def filtered(seen: list[float], time: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Kalman filter of a stationary AR(1) seen with error, written out."""
    means, variances = [], []
    mean, var, last = 0.0, 1.0, None
    for y, t in zip(seen, time.tolist(), strict=True):
        if last is not None:
            a = A ** (t - last)
            mean, var = a * mean, a * a * var + 1 - a * a
        gain = var / (var + ERROR**2)
        mean, var, last = mean + gain * (y - mean), var * (1 - gain), t
        means.append(mean)
        variances.append(var)
    return np.array(means), np.sqrt(variances)


def joint(seen: list[float], time: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Posterior mean and covariance of all levels at once."""
    prior = A ** np.abs(time[:, None] - time[None, :])
    gain = prior @ np.linalg.inv(prior + ERROR**2 * np.eye(len(time)))
    return gain @ np.array(seen), prior - gain @ prior


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=8), st.integers(1, 4))
def test_it_is_the_joint_posterior(seen: list[float], gap: int) -> None:
    time = np.arange(len(seen)) * gap + (np.arange(len(seen)) > 1)
    mean, sd, rho = smoothed(*filtered(seen, time), time, A)
    best, covariance = joint(seen, time)
    spread = np.sqrt(covariance.diagonal())
    np.testing.assert_allclose(mean, best, atol=1e-9)
    np.testing.assert_allclose(sd, spread, atol=1e-9)
    lag = covariance.diagonal(1) / (spread[1:] * spread[:-1])
    np.testing.assert_allclose(rho[1:], lag, atol=1e-9)
    assert np.isnan(rho[0])


def test_the_last_time_stays_as_filtered() -> None:
    mean, sd = np.array([0.1, 0.5, -0.2]), np.array([0.5, 0.4, 0.6])
    best, spread, _ = smoothed(mean, sd, np.array([1990, 1991, 1995]), A)
    assert (best[-1], spread[-1]) == (mean[-1], pytest.approx(sd[-1]))
    assert (spread[:-1] < sd[:-1]).all()
