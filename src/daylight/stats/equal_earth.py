"""The Equal Earth projection: a world map on which equal areas look equal.

Šavrič, Patterson and Jenny (2018), The Equal Earth map projection, International Journal of
Geographical Information Science 33(3): 454-465.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
"""Coefficients of the polynomial, from the paper."""
M = math.sqrt(3) / 2
NORTH, SOUTH = 84.0, -57.0
"""Degrees at which a map of states ends: north of all land, and south of Tierra del Fuego.
Antarctica, which is no state's, lies outside."""
WIDTH = 1000.0
"""How wide a map is, in its own units."""


def equal_earth(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Project places to a plane, for a globe of radius 1.

    Parameters
    ----------
    lon : array
        Degrees east of the central meridian. Beyond 180 the plane goes on, so that a shape that
        crosses the edge can be drawn in one piece.
    lat : array
        Degrees north, -90 to 90.

    Returns
    -------
    tuple of arrays
        x to the east and y to the north. The area of a shape is that on the globe.
    """
    theta = np.arcsin(M * np.sin(np.radians(lat)))
    two, six = theta**2, theta**6
    slope = A1 + 3 * A2 * two + six * (7 * A3 + 9 * A4 * two)
    x = np.radians(lon) * np.cos(theta) / (M * slope)
    y = theta * (A1 + A2 * two + six * (A3 + A4 * two))
    return x, y


def on_the_map(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return places on a map 1000 wide and :data:`HEIGHT` high, from its upper left corner."""
    x, y = equal_earth(lon, lat)
    return (x - _LEFT) * _SCALE, (_TOP - y) * _SCALE


def _edge(lon: float, lat: float) -> tuple[float, float]:
    x, y = equal_earth(np.array([lon]), np.array([lat]))
    return float(x[0]), float(y[0])


_LEFT, _TOP = _edge(-180, 0)[0], _edge(0, NORTH)[1]
_SCALE = WIDTH / (2 * -_LEFT)
HEIGHT = (_TOP - _edge(0, SOUTH)[1]) * _SCALE
"""How high a map is, in the same units."""
