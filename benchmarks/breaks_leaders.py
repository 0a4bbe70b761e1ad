"""Which sides of ties had a new leader or a new regime in the last years, from `successions`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from daylight.breaks.risk import Bools, Ints, today
from daylight.store.atlas import Atlas
from daylight.wedges.measured.keys import key
from daylight.wedges.measured.leaders import YEARS
from daylight.wedges.measured.leaders import leaders as known_leaders

NEW = "a new leader and no new regime"
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
    found, broke_in = known_leaders(atlas), _against_the_rules(atlas)
    for side, state in sides.items():
        when = key(year, state)
        known = np.isin(when, found.listed)
        new, order = (np.isin(when, marks) for marks in (found.led_anew, found.ordered_anew))
        yield f"{NEW} in the {side} side", new & ~order, known
        yield (
            f"{NEW} in the {side} side, of those that are no democracy",
            new & ~order,
            (known & ~democratic[side]),
        )
        against = np.isin(when, broke_in)
        yield f"a leader against the rules in the {side} side", against, known
        alone = against & ~order
        yield f"a leader against the rules and no new regime in the {side} side", alone, known
        yield f"a regime that took the place of another in the {side} side", order, known


def _against_the_rules(atlas: Atlas) -> Ints:
    """Return the states and years with a leader who came so in the last years."""
    where = "kind = 'leader' AND manner IN ('irregular', 'imposed')"
    rows = atlas.rows("successions", where, columns=("cow", "day"))
    year = rows["day"].astype("datetime64[Y]").astype(np.int64) + 1970
    return np.concatenate([key(year + later, today(rows["cow"])) for later in range(YEARS)])
