"""Rings: areas, middles and what lies inside, by hand and for any triangle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.stats.rings import Point, area, inside, middle

SQUARE: list[Point] = [(0, 0), (4, 0), (4, 4), (0, 4)]
PLACES = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


def test_a_square() -> None:
    assert area(SQUARE) == 16
    assert area(SQUARE[::-1]) == -16
    assert middle(SQUARE) == (2, 2)
    assert inside(SQUARE, (1, 1)) and not inside(SQUARE, (5, 1))


def test_the_first_point_may_come_again() -> None:
    closed = [*SQUARE, SQUARE[0]]
    assert (area(closed), middle(closed)) == (area(SQUARE), middle(SQUARE))
    assert inside(closed, (3, 3)) and not inside(closed, (3, 5))


def test_a_line_has_a_middle_too() -> None:
    assert middle([(1, 1), (2, 2)]) == (1, 1)


@given(PLACES, PLACES, PLACES)
def test_the_middle_of_a_triangle_lies_inside(a: Point, b: Point, c: Point) -> None:
    ring = [a, b, c]
    if area(ring):
        x, y = middle(ring)
        assert (x, y) == pytest.approx(((a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3))
        assert inside(ring, (x, y))
