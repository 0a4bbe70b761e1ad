"""What one input would have to be, all others at their middle, to tip a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.wedges.anchor import best, nets, p_leave
from daylight.wedges.found import BreakEven, Crossing
from daylight.wedges.given import Scenario
from daylight.wedges.prior import Prior

Floats = NDArray[np.float64]
ANY_AMOUNT = 1e18
"""An amount above which nothing changes, since amounts of a scenario end a million times lower."""
PIECES, MOST_STEPS = 128, 40
TEN, HALF = 0.1, 0.5


def break_even(
    scenario: Scenario, priors: Mapping[str, Prior], x: Mapping[str, float], labels: dict[str, str]
) -> tuple[BreakEven, ...]:
    """Return what each input would have to be.

    `even` has none: it is the measure that the others are held against, and where offers may be
    stopped the chance need not rise or fall with it throughout.

    Parameters
    ----------
    priors : mapping of str to Prior
        Of the chance, by path.
    x : mapping of str to float
        All inputs at their middle, with ``base`` where there is a chance.
    labels : dict of str to str
    """
    chance = "base" in x and "even" in x
    found = []
    for path in priors:
        if path == "even":
            continue

        def net(values: Floats, path: str = path) -> Floats:
            return best(nets(scenario, {**x, path: values}))

        def leaving(values: Floats, path: str = path) -> Floats:
            return p_leave(scenario, {**x, path: values})

        ends = range_of(path)
        tips = leaving if chance else net
        low, high = np.broadcast_to(tips(np.array(ends)), 2)
        needs: Literal["at least", "at most"] | None
        needs = None if low == high else "at least" if high > low else "at most"
        ten, half = (crossing(leaving, ends, level) if chance else None for level in (TEN, HALF))
        one = crossing(net, ends, 0.0)
        found.append(BreakEven(path, labels[path], x[path], needs, one, ten, half))
    return tuple(found)


def range_of(path: str) -> tuple[float, float]:
    """Return the lowest and the highest value that an input can have."""
    last = path.rpartition(".")[2]
    if last in ("kept", "carried_out", "chance"):
        return 0.0, 1.0
    return (-ANY_AMOUNT if last == "stay" else 0.0), ANY_AMOUNT


def crossing(
    result: Callable[[Floats], Floats], ends: tuple[float, float], level: float
) -> Crossing:
    """Return the value nearest to the other side at which a result has reached a level.

    Parameters
    ----------
    result : callable
        That does not fall, or does not rise, between the ends.
    ends : tuple of float
    level : float
    """
    low, high = ends
    first, last = (float(r) for r in np.broadcast_to(result(np.array(ends)), 2))
    if min(first, last) >= level:
        return Crossing(None, "so it is whatever this is")
    if max(first, last) < level:
        return Crossing(None, "no value of this alone is enough")
    rises = last > first
    for _ in range(MOST_STEPS):
        values = np.linspace(low, high, PIECES + 1)
        reached = result(values) >= level
        at = int(np.argmax(reached)) if rises else PIECES - int(np.argmax(reached[::-1]))
        inner, outer = values[at], values[at - 1 if rises else at + 1]
        if (low, high) == (min(inner, outer), max(inner, outer)):
            break
        low, high = min(inner, outer), max(inner, outer)
    return Crossing(float(inner), None)
