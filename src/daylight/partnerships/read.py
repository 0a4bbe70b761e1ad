"""All pairs of a state in a year, as the atlas stores them."""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.bonds.cases import COLUMNS, Case, case_of
from daylight.core.lineages import number_in, numbers_in
from daylight.core.refs import StateRef, ref_of
from daylight.store.atlas import Atlas


def cases(atlas: Atlas, state: StateRef, year: int) -> tuple[Case, ...]:
    """Return the pairs of a state in a year; the other side is `b`.

    In the year of a change of number the pair of the later numbers counts, where there is one.
    """
    own = numbers_in(state.cow, year, year) or (state.cow,)
    marks = f"({', '.join('?' * len(own))})"
    where = f"year = ? AND (a IN {marks} OR b IN {marks}) ORDER BY a, b"
    rows = atlas.rows("ledgers", where, (year, *own, *own), ("a", "b", *COLUMNS))
    day = date(year, 12, 31)
    columns = [np.asarray(rows[name], float).tolist() for name in COLUMNS]
    found: dict[int, tuple[int, Case]] = {}
    for a, b, *cells in zip(rows["a"].tolist(), rows["b"].tolist(), *columns, strict=True):
        if a in own and b in own:  # the two numbers of one state in its year of change
            continue
        mine, other = (a, b) if a in own else (b, a)
        now = number_in(other, year)
        newness = (mine == own[-1]) + (other == now)
        if now not in found or newness > found[now][0]:
            row = dict(zip(COLUMNS, cells, strict=True))
            found[now] = newness, case_of(state, ref_of(now, day), year, row)
    return tuple(one for _, one in found.values())
