"""Names and numbers of communities, and the rows of the table."""

from __future__ import annotations

import numpy as np

from daylight.communities.cores import NONE, Places
from daylight.communities.named import leaders, lines, rows

NAN = float("nan")


def of(own: list[int], second: list[int] | None = None) -> Places:
    other = second or [NONE] * len(own)
    return Places(
        np.array(own), np.where(np.array(own) == NONE, NAN, 0.9),
        np.array(other), np.where(np.array(other) == NONE, NAN, 0.3),
    )  # fmt: skip


def test_a_community_goes_by_its_strongest_member() -> None:
    states = np.array([2, 20, 200, 220])
    power = {2: 0.2, 200: 0.1, 220: 0.1}
    assert leaders(np.array([1, 1, 3, 3]), states, power) == {1: 2, 3: 200}
    assert leaders(np.array([NONE, 1, 3, 1]), states, power) == {1: 220, 3: 200}


def test_numbers_go_by_first_year_and_size_and_stay() -> None:
    found = [of([9, 9, 4, 4, 4]), of([9, 9, NONE, 0, 0])]
    assert lines(found) == {4: 1, 9: 2, 0: 3}


def test_rows_say_nothing_where_none_can_be_told() -> None:
    one = of([7, 7, NONE], [NONE, 8, 7])
    frame = rows(1985, np.array([2, 20, 200]), one, {20: 0.5}, {7: 1, 8: 2})
    assert frame.rows() == [
        (2, 1985, 20, 1, 90, None, None, None),
        (20, 1985, 20, 1, 90, None, None, None),
        (200, 1985, None, None, None, 20, 1, 30),
    ]
