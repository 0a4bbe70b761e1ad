"""Sobol indices: those of theory and of SciPy, with intervals that hold them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from daylight.stats.sobol import sobol

Floats = NDArray[np.float64]
NAMES = ("x", "y", "z")
RNG = np.random.default_rng


def ishigami(u: Mapping[str, Floats]) -> Floats:
    """Ishigami and Homma 1990: sin x + 7 sin(y)^2 + 0.1 z^4 sin x over -pi to pi."""
    x, y, z = (np.pi * (2 * u[name] - 1) for name in NAMES)
    return np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)


def drawn(
    names: tuple[str, ...], draws: int, rng: np.random.Generator
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    one, two = (dict(zip(names, rng.random((len(names), draws)), strict=True)) for _ in range(2))
    return one, two


FIRST = {"x": 0.3139, "y": 0.4424, "z": 0.0}
TOTAL = {"x": 0.5576, "y": 0.4424, "z": 0.2437}


def test_they_are_those_of_theory() -> None:
    found = sobol(ishigami, *drawn(NAMES, 2**15, RNG(0)), RNG(1))
    for name, (first, total) in found.items():
        assert first.value == pytest.approx(FIRST[name], abs=0.02)
        assert total.value == pytest.approx(TOTAL[name], abs=0.02)


def test_their_intervals_hold_the_truth_nine_times_in_ten() -> None:
    held = []
    for seed in range(60):
        found = sobol(ishigami, *drawn(NAMES, 2**10, RNG(seed)), RNG(seed))
        for name, (first, total) in found.items():
            held += [first.lo <= FIRST[name] <= first.hi, total.lo <= TOTAL[name] <= total.hi]
    assert 0.84 < np.mean(held) < 0.95


def test_they_are_those_of_scipy() -> None:
    from scipy.stats import sobol_indices

    a, b = drawn(NAMES, 2**13, RNG(1))
    mixed = [{**a, name: b[name]} for name in NAMES]
    values = {
        "f_A": ishigami(a)[None],
        "f_B": ishigami(b)[None],
        "f_AB": np.stack([ishigami(one)[None] for one in mixed]),
    }
    theirs = sobol_indices(func=values, n=2**13)
    ours = sobol(ishigami, a, b, RNG(1))
    assert [one.value for one, _ in ours.values()] == pytest.approx(list(theirs.first_order))
    assert [two.value for _, two in ours.values()] == pytest.approx(list(theirs.total_order))


def test_a_sum_is_shared_out_and_what_does_not_vary_is_not() -> None:
    found = sobol(lambda u: 2 * u["a"] + u["b"], *drawn(("a", "b", "c"), 2**13, RNG(0)), RNG(1))
    assert sum(first.value for first, _ in found.values()) == pytest.approx(1, abs=0.03)
    assert found["a"][1].value == pytest.approx(0.8, abs=0.03)
    assert found["c"][1].value == 0
    assert sobol(lambda u: 0 * u["a"] + 3, *drawn(("a",), 64, RNG(0)), RNG(1)) == {}
    assert sobol(lambda u: np.zeros(64), {}, {}, RNG(1)) == {}


def test_the_smallest_results_are_as_any_others() -> None:
    a, b = drawn(("a", "b"), 2**9, RNG(0))
    large, tiny = (
        sobol(lambda u, k=k: k * (2 * u["a"] + u["b"]), a, b, RNG(1)) for k in (1, 1e-300)
    )
    assert tiny["a"][0].value == pytest.approx(large["a"][0].value)

    def alone(u: Mapping[str, Floats]) -> Floats:
        """Varies only where one column of `b` meets `a`."""
        return np.where(np.isin(u["a"], b["a"]) & np.isin(u["b"], a["b"]), 1.0, 0.0)

    assert sobol(alone, a, b, RNG(1)) == {}
