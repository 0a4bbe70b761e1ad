"""Who belonged to which bloc on a day, as rows of a year's states."""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.measures.measure import World
from daylight.measures.memberships import MEMBER
from daylight.pulls.square import Ints, Roll


def roster(world: World, roll: Roll, day: date) -> dict[str, Ints]:
    """Return the members of every bloc on a day.

    Parameters
    ----------
    world : World
        With `bloc_spells`.
    roll : Roll
        The states among which they are looked up.
    day : date

    Returns
    -------
    dict of str to ndarray of int
        Rows of the members in rising order; blocs without a member on the day are left out.
    """
    spells, at = world.rows("bloc_spells"), np.datetime64(day)
    start, end = (spells[side].astype("datetime64[D]") for side in ("start", "end"))
    live = (start <= at) & (np.isnat(end) | (end > at)) & np.isin(spells["status"], MEMBER)
    bloc, row = spells["bloc"][live].astype(str), roll.rows(spells["cow"][live])
    found = {name: np.unique(row[(bloc == name) & (row >= 0)]) for name in np.unique(bloc).tolist()}
    return {name: rows for name, rows in found.items() if len(rows)}
