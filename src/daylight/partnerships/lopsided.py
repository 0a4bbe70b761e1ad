"""Ties of a state on which one side leans more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import number_in, one_each
from daylight.core.refs import StateRef, ref_of
from daylight.dependence.all_pairs import PARTS, Year
from daylight.dependence.all_pairs import year as dependences
from daylight.dependence.leaning import Dependence, dependence
from daylight.partnerships.lined import ranks
from daylight.partnerships.records import Lopsided
from daylight.stats.ranks import below
from daylight.store.atlas import Atlas

LEAST = {"trade_share": 0.01, "arms_dependence": 0.1}
"""Share of its trade, or of its imported arms, from which on a state is said to lean on another.
A share of energy imports does not count: a state that hardly imports energy can have all of it
from one place."""


def lopsided(
    atlas: Atlas, state: StateRef, year: int, count: int
) -> tuple[tuple[Lopsided, ...], tuple[Lopsided, ...]]:
    """Return the ties on which a state leans more, and those on which the other side does.

    One side leans more where the two intervals do not meet, and there is enough between the two
    (:data:`LEAST`). Whoever leans hardest comes first.
    """
    pairs = dependences(atlas, year)
    own = number_in(state.cow, year)
    mine = pairs.rows(own)
    out, back = mine[pairs.a[mine] == own], mine[pairs.b[mine] == own]
    leans = dict(zip(pairs.b[out].tolist(), out.tolist(), strict=True))
    leant = dict(zip(pairs.a[back].tolist(), back.tolist(), strict=True))
    both = one_each(sorted(set(leans) & set(leant)), year)
    forth, to = (np.array([rows[cow] for cow in both], int) for rows in (leans, leant))
    on = [
        Lopsided(ref_of(cow, date(year, 12, 31)), 0, one, other)
        for cow, one, other in _more(pairs, both, forth, to, count)
    ]
    by_it = [
        Lopsided(ref_of(cow, date(year, 12, 31)), 0, other, one)
        for cow, one, other in _more(pairs, both, to, forth, count)
    ]
    return (
        _ranked(on, [tie.leans for tie in on]),
        _ranked(by_it, [tie.leant_on for tie in by_it]),
    )


def _more(
    pairs: Year, cows: list[int], rows: NDArray[np.int64], turned: NDArray[np.int64], count: int
) -> list[tuple[int, Dependence, Dependence]]:
    """Return the first so many ties on which the side of `rows` leans more, hardest first.

    Places are cheap and intervals are drawn, so that these are made only as far as the list goes.
    """
    if not cows:
        return []
    place, other = (np.round(below(pairs.index[r], pairs.indices), 2) for r in (rows, turned))
    measures = [part.measure for part in PARTS]
    enough = np.any(
        [pairs.values[measures.index(name)][0][rows] >= least for name, least in LEAST.items()],
        axis=0,
    )
    order = np.lexsort((-(place - other), -place))
    found: list[tuple[int, Dependence, Dependence]] = []
    for k in order:
        if len(found) == count:
            break
        if not enough[k] or place[k] <= other[k]:
            continue
        one, two = (dependence(pairs, int(r[k])) for r in (rows, turned))
        if one.lo > two.hi:
            found.append((cows[k], one, two))
    return found


def _ranked(ties: list[Lopsided], leading: list[Dependence]) -> tuple[Lopsided, ...]:
    lines = ranks([(d.lo, d.hi) for d in leading])
    return tuple(replace(tie, rank=rank) for tie, rank in zip(ties, lines, strict=True))
