"""The multinomial logit: planted weights are found, and groups widen the covariance."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import numpy as np
import pytest

from daylight.stats.multinomial import Floats, chances, fit

WEIGHTS = np.array([[-1.0, 2.0, 0.5], [0.5, -1.0, 1.5]])


def simulated(n: int, seed: int = 5) -> tuple[Floats, np.ndarray]:
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(n), rng.normal(size=(n, 2))])
    return x, (rng.random(n)[:, None] > chances(x, WEIGHTS).cumsum(axis=1)).sum(axis=1)


def test_planted_weights_are_found_within_their_errors() -> None:
    x, y = simulated(20_000)
    found = fit(x, y, np.arange(len(y)), 3)
    sd = np.sqrt(np.diag(found.covariance)).reshape(2, 3)
    assert (np.abs(found.weights - WEIGHTS) < 4 * sd).all()
    assert (sd < 0.06).all()


def test_two_outcomes_are_logistic_regression_by_hand() -> None:
    x = np.ones((10, 1))
    y = np.array([1] * 3 + [0] * 7)
    assert fit(x, y, np.arange(10), 2).weights[0, 0] == pytest.approx(np.log(3 / 7), abs=0.01)


def test_copies_of_a_row_in_one_group_add_nothing() -> None:
    x, y = simulated(2_000)
    once = fit(x, y, np.arange(len(y)), 3)
    copied = fit(np.repeat(x, 5, 0), np.repeat(y, 5), np.repeat(np.arange(len(y)), 5), 3)
    assert copied.weights == pytest.approx(once.weights, abs=1e-3)
    assert copied.covariance == pytest.approx(once.covariance, rel=0.01, abs=1e-5)


def test_draws_are_centred_and_as_wide_as_said() -> None:
    x, y = simulated(3_000)
    found = fit(x, y, np.arange(len(y)), 3)
    drawn = found.draws(4_000, 1).reshape(4_000, -1)
    assert drawn.mean(axis=0) == pytest.approx(found.weights.ravel())
    assert drawn.std(axis=0) == pytest.approx(np.sqrt(np.diag(found.covariance)), rel=0.1)


def test_chances_sum_to_one_however_large_the_odds() -> None:
    got = chances(np.array([[1.0, 900.0, -900.0]]), WEIGHTS)
    assert got.sum() == pytest.approx(1.0)
    assert np.isfinite(got).all()


def test_drawn_weights_do_not_depend_on_the_sign_of_an_eigenvector(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    x, y = simulated(1_000)
    found = fit(x, y, np.arange(len(y)), 3)
    plain = found.draws(10, 1)
    values, vectors = np.linalg.eigh(found.covariance)
    flipped = vectors * np.array([1, -1, 1, -1, -1, 1])
    monkeypatch.setattr(np.linalg, "eigh", lambda _: (values, flipped))
    assert found.draws(10, 1) == pytest.approx(plain, abs=2e-6)


DIGEST = """
import hashlib
import numpy as np
from daylight.stats.multinomial import chances, fit

rng = np.random.default_rng(5)
x = np.column_stack([np.ones(20_000), rng.normal(size=(20_000, 5))])
w = rng.normal(size=(2, 6))
y = (rng.random(len(x))[:, None] > chances(x, w).cumsum(axis=1)).sum(axis=1)
found = fit(x, y, np.arange(len(y)) // 20, 3)
for part in (found.weights, found.covariance, found.draws(32, 1)):
    print(hashlib.sha256((part + 0.0).tobytes()).hexdigest())
"""


@pytest.mark.slow
@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="kernels of x86 only")
def test_a_fit_is_the_same_on_older_processors_and_by_one_thread() -> None:
    said = set()
    for kernel, threads in (("", "1"), ("", "2"), ("Haswell", "2"), ("Sandybridge", "2")):
        env = os.environ | {"OPENBLAS_NUM_THREADS": threads}
        if kernel:
            env["OPENBLAS_CORETYPE"] = kernel
        run = subprocess.run(
            [sys.executable, "-c", DIGEST], env=env, check=True, capture_output=True, text=True
        )
        said.add(run.stdout)
    assert len(said) == 1
