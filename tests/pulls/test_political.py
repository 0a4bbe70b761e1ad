"""Places of states in politics."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from daylight.pulls.political import places


def test_a_place_is_the_part_of_other_states_with_less() -> None:
    net = np.array([[0, 10, 20, 20], [10, 0, 30, 5], [20, 30, 0, 0], [20, 5, 0, 0]], float)
    found = places(net[None])[0]
    assert np.isnan(np.diagonal(found)).all()
    assert found[0].tolist()[1:] == [0, 0.5, 0.5]  # ties have the same place
    assert found[1, 2] == 1


@given(st.integers(3, 9), st.integers(0, 2**32 - 1))
def test_places_are_those_of_counting(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    net = rng.integers(-200, 201, (2, n, n)) / 2
    found = places(net)
    for d, i, k in np.ndindex(2, n, n):
        if i == k:
            continue
        others = [j for j in range(n) if j not in (i, k)]
        lower = sum(net[d, i, j] < net[d, i, k] for j in others)
        assert found[d, i, k] == np.float32(lower / (n - 2))
