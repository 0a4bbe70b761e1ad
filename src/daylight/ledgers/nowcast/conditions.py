"""What is known of a pair when an item is foretold: each condition by the year foretold.

A condition looks only at what is known by then, at the lag that its source has today: conflict of
the year before, sanctions of two years before, promises of seven, rivals of five. `union` is a bloc
that is not military: of a standing command `bloc` knows by the very item that tells of promises.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from daylight.ledgers.nowcast.cube import Bools, Cube, Points

Condition = Callable[[Cube], Bools]
FRESH, WAR = 50.0, 75.0
"""Points of force: fresh for five years from 80, and war in the year or the one after."""


def force(cube: Cube) -> Points:
    """Return the highest points of fatal conflict, troops for rebels and dated force."""
    names = ("fatal_conflict", "for_rebels", "dated_force")
    result: Points = np.nan_to_num(np.fmax.reduce([cube.points[name] for name in names]))
    return result


def _lagged(values: Bools, years: int) -> Bools:
    out = np.zeros_like(values)
    out[:, years:] = values[:, : values.shape[1] - years]
    return out


def _above(cube: Cube, item: str, least: float) -> Bools:
    result: Bools = np.nan_to_num(cube.points[item]) >= least
    return result


def _fought(cube: Cube) -> Bools:
    return _lagged(force(cube) >= FRESH, 1)


def _living_bloc(cube: Cube) -> Bools:
    command = _above(cube, "organisation", 20) & cube.seen["organisation"]
    return union(cube) | command


def union(cube: Cube) -> Bools:
    """Return whether both are in a bloc that is not military."""
    return _above(cube, "blocs", 10)


def _near(cube: Cube) -> Bools:
    return np.broadcast_to(cube.near[:, None], cube.alive.shape)


CONDITIONS: dict[str, Condition] = {
    "fought": _fought,
    "sanctioned": lambda cube: _lagged(_above(cube, "sanctions", 10), 2),
    "bloc": _living_bloc,
    "union": union,
    "arms": lambda cube: _above(cube, "arms", 1),
    "pact": lambda cube: _lagged(_above(cube, "promise", 10), 7),
    "rivals": lambda cube: _lagged(_above(cube, "rivalry", 1), 5),
    "near": _near,
}
