"""Joint counts of choices by matrix products, against a plain loop."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.stats.joint import joint_counts

Votes = NDArray[np.int8]


def counted(choices: Votes) -> dict[tuple[int, int], list[int]]:
    """Count one vote at a time."""
    result: dict[tuple[int, int], list[int]] = {}
    voters, items = choices.shape
    for first in range(voters):
        for second in range(first + 1, voters):
            cells = [0] * 9
            for k in range(items):
                x, y = int(choices[first, k]), int(choices[second, k])
                if x and y:
                    cells[3 * (x - 1) + (y - 1)] += 1
            if any(cells):
                result[first, second] = cells
    return result


@given(
    st.tuples(st.integers(1, 6), st.integers(0, 12)).flatmap(
        lambda shape: arrays(np.int8, shape, elements=st.integers(0, 3))
    )
)
def test_counts_are_those_of_a_loop(choices: Votes) -> None:
    result = joint_counts(choices)
    pairs = zip(result.first.tolist(), result.second.tolist(), strict=True)
    assert dict(zip(pairs, result.counts.tolist(), strict=True)) == counted(choices)


def test_the_first_voter_gives_the_row() -> None:
    result = joint_counts(np.array([[1, 1, 2], [3, 3, 0]]))
    assert result.counts.tolist() == [[0, 0, 2, 0, 0, 0, 0, 0, 0]]


def test_many_items_are_counted_exactly() -> None:
    result = joint_counts(np.ones((2, 60_000), np.int8))
    assert result.counts[0, 0] == 60_000


def test_more_items_than_a_count_can_hold_stop() -> None:
    with pytest.raises(BadInput, match="65535 items at most"):
        joint_counts(np.zeros((2, 65_536), np.int8))


@pytest.mark.parametrize("bad", [4, 8, 9, -1])
def test_another_code_stops(bad: int) -> None:
    with pytest.raises(BadInput, match="A vote must be 1"):
        joint_counts(np.array([[1, bad], [2, 3]]))
