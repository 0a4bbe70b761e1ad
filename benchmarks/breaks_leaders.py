"""Which sides of ties had a new leader or a new regime in the last years, from `successions`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import Bools, Ints, today
from daylight.store.atlas import Atlas

YEARS = 3
"""Years, that of origin and those before it, in which a change counts."""
NEW = "a new leader and no new regime"
SPAN = 10_000
Marked = tuple[str, Bools, Bools]
"""What it is, where it holds, and where that is known."""


def leaders(
    atlas: Atlas, sides: Mapping[str, Ints], democratic: Mapping[str, Bools], year: Ints
) -> Iterator[Marked]:
    """Yield the marks of each side.

    Parameters
    ----------
    sides : mapping of str to ndarray
        Today's number of the state of each side.
    democratic : mapping of str to ndarray
        Whether each side is a democracy, where the leaders change by the calendar.
    """
    rows = atlas.rows("successions")
    cow, when = today(rows["cow"]), _years(rows["day"])
    texts = {name: rows[name].astype(str) for name in ("kind", "manner")}
    leader, change = texts["kind"] == "leader", texts["manner"] != "standing"
    listed = _within(cow[leader], when[leader], _until(rows)[leader])
    came = _recent(cow[leader & change], when[leader & change])
    regime = _recent(cow[~leader & change], when[~leader & change])
    forced = leader & np.isin(texts["manner"], ("irregular", "imposed"))
    broke_in = _recent(cow[forced], when[forced])
    for side, state in sides.items():
        key = state * SPAN + year
        known = np.isin(key, listed)
        new, order = np.isin(key, came), np.isin(key, regime)
        yield f"{NEW} in the {side} side", new & ~order, known
        yield (
            f"{NEW} in the {side} side, of those that are no democracy",
            new & ~order,
            (known & ~democratic[side]),
        )
        against = np.isin(key, broke_in)
        yield f"a leader against the rules in the {side} side", against, known
        alone = against & ~order
        yield f"a leader against the rules and no new regime in the {side} side", alone, known
        yield f"a regime that took the place of another in the {side} side", order, known


def _years(days: NDArray[np.generic]) -> Ints:
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


def _until(rows: Mapping[str, NDArray[np.generic]]) -> Ints:
    ends = [rows[name].astype("datetime64[D]") for name in ("until", "open_to")]
    return _years(np.where(np.isnat(ends[0]), ends[1], ends[0]))


def _recent(cow: Ints, year: Ints) -> Ints:
    """Return the state and years in which a change lies no more than some years back."""
    return np.concatenate([cow * SPAN + year + later for later in range(YEARS)])


def _within(cow: Ints, first: Ints, last: Ints) -> Ints:
    """Return the state and years of spells."""
    spells = zip(cow.tolist(), first.tolist(), last.tolist(), strict=True)
    return np.array([state * SPAN + y for state, a, b in spells for y in range(a, b + 1)])
