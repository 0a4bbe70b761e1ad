"""Equal Earth: known places, equal areas, and the frame of the map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.stats.equal_earth import HEIGHT, NORTH, SOUTH, WIDTH, equal_earth, on_the_map


def at(lon: float, lat: float) -> tuple[float, float]:
    x, y = equal_earth(np.array([lon]), np.array([lat]))
    return float(x[0]), float(y[0])


def test_the_plane_has_the_size_that_the_paper_gives() -> None:
    assert at(0, 0) == (0, 0)
    assert at(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert at(0, 90)[1] == pytest.approx(1.31736, abs=1e-5)
    assert 2 * at(180, 0)[0] / (2 * at(0, 90)[1]) == pytest.approx(2.05458, abs=1e-4)
    # the poles are lines 0.59247 as long as the equator
    assert at(180, 90)[0] / at(180, 0)[0] == pytest.approx(0.59247, abs=1e-4)


@given(st.floats(-170, 170), st.floats(-88, 88))
def test_areas_are_those_of_the_globe(lon: float, lat: float) -> None:
    step = 0.01
    x, y = equal_earth(np.array([lon, lon + step]), np.array([lat, lat]))
    x2, y2 = equal_earth(np.array([lon, lon + step]), np.array([lat + step, lat + step]))
    corners = [(x[0], y[0]), (x[1], y[1]), (x2[1], y2[1]), (x2[0], y2[0])]
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    plane = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2
    low, high = np.radians([lat, lat + step])
    globe = np.radians(step) * (np.sin(high) - np.sin(low))
    assert plane == pytest.approx(float(globe), rel=1e-4)


@given(st.floats(-180, 180), st.floats(SOUTH, NORTH))
def test_the_map_holds_all_between_its_latitudes(lon: float, lat: float) -> None:
    x, y = on_the_map(np.array([lon]), np.array([lat]))
    assert -1e-6 <= x[0] <= WIDTH + 1e-6
    assert -1e-6 <= y[0] <= HEIGHT + 1e-6
