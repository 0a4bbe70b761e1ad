"""Which states had a new leader, or a regime in the place of another, in the last years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import Columns, Ints, today
from daylight.store.atlas import Atlas
from daylight.wedges.measured.keys import key, year_by_year

YEARS = 3
"""Years, that of origin and those before it, in which a change counts."""
REGIMES_TO = 2020
"""Last year of the list of regimes."""


@dataclass(frozen=True, slots=True)
class Leaders:
    """States by today's number and years, as one number each.

    Attributes
    ----------
    listed : ndarray
        Years of which the lists know who led the state.
    led_anew, ordered_anew : ndarray
        Years with a new leader, and with a regime that took the place of another, in the last
        three.
    """

    listed: Ints
    led_anew: Ints
    ordered_anew: Ints

    def new_regime(self, cow: Ints, year: Ints) -> NDArray[np.float64]:
        """Return 1 where a regime took the place of another, NaN where that is not known."""
        when = key(year, cow)
        new = np.isin(when, self.ordered_anew)
        known = np.isin(when, self.listed) & (year <= REGIMES_TO)
        return np.where(new | known, new.astype(float), np.nan)

    def new_leader(self, cow: Ints, year: Ints) -> NDArray[np.float64]:
        """Return 1 where a leader is new and the regime is not, NaN where that is not known."""
        when = key(year, cow)
        new = np.isin(when, self.led_anew) & ~np.isin(when, self.ordered_anew)
        return np.where(new | np.isin(when, self.listed), new.astype(float), np.nan)


def leaders(atlas: Atlas) -> Leaders:
    """Read the table `successions`."""
    rows = atlas.rows("successions", columns=("cow", "day", "kind", "manner", "until", "open_to"))
    cow, first, last = today(rows["cow"]), _years(rows["day"]), _last_years(rows)
    leader, change = rows["kind"].astype(str) == "leader", rows["manner"].astype(str) != "standing"
    at, year = year_by_year(first[leader], last[leader])
    return Leaders(
        np.unique(key(year, cow[leader][at])),
        _recent(cow[leader & change], first[leader & change]),
        _recent(cow[~leader & change], first[~leader & change]),
    )


def _last_years(rows: Columns) -> Ints:
    """Return the last year of each spell; of one that goes on, the last that was listed whole."""
    until, open_to = (rows[name].astype("datetime64[D]") for name in ("until", "open_to"))
    whole = _years(open_to + np.timedelta64(1, "D")) - 1
    return np.where(np.isnat(until), whole, _years(until))


def _years(days: NDArray[np.generic]) -> Ints:
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


def _recent(cow: Ints, year: Ints) -> Ints:
    return np.unique(np.concatenate([key(year + later, cow) for later in range(YEARS)]))
