"""What one input would have to be, all others at their middle, to tip a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.wedges.assumed.anchor import Stake, chance_of, largest, nets, stake, stakes
from daylight.wedges.assumed.given import Scenario
from daylight.wedges.assumed.prior import Prior
from daylight.wedges.assumed.records import BreakEven, Crossing

Floats = NDArray[np.float64]
ANY_AMOUNT = 1e18
"""An amount above which nothing changes, since amounts of a scenario end a million times lower."""
PIECES, MOST_STEPS = 128, 40
NEAR = 1e-13
"""Of a value, within which it is found."""
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
    at_rest = stakes(scenario, x)
    found = []
    for path in priors:
        if path != "even":
            found.append(_tipped(path, labels[path], at_rest, x))
    return tuple(found)


def _tipped(path: str, label: str, at_rest: tuple[Stake, ...], x: Mapping[str, float]) -> BreakEven:
    def moved(values: Floats) -> tuple[tuple[Stake, ...], dict[str, Floats | float]]:
        now: dict[str, Floats | float] = {**x, path: values}
        mine = (path.startswith(f"{one.bidder.path}.") for one in at_rest)
        both = zip(at_rest, mine, strict=True)
        return tuple(stake(one.bidder, now) if own else one for one, own in both), now

    def net(values: Floats) -> Floats:
        return np.broadcast_to(largest(nets(*moved(values))), values.shape)

    def chance(values: Floats) -> Floats:
        return np.broadcast_to(chance_of(*moved(values)), values.shape)

    ends = range_of(path)
    anchored = "base" in x and "even" in x
    low, high = (chance if anchored else net)(np.array(ends))
    needs: Literal["at least", "at most"] | None
    needs = None if low == high else "at least" if high > low else "at most"
    ten, half = (crossing(chance, ends, level) if anchored else None for level in (TEN, HALF))
    return BreakEven(path, label, x[path], needs, crossing(net, ends, 0.0), ten, half)


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
    first, last = (float(r) for r in result(np.array(ends)))
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
        low, high = min(inner, outer), max(inner, outer)
        if high - low <= NEAR * abs(inner):
            break
    return Crossing(float(inner), None)
