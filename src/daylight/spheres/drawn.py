"""All states as a power draws them in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from daylight.bonds.drawn import DIGITS, pull_on
from daylight.core.lineages import number_in
from daylight.core.refs import StateRef, ref_of
from daylight.pulls.leading import DIMENSIONS_WITHIN, Leads
from daylight.pulls.pulls import DIMENSIONS, Dimension, Pulls
from daylight.pulls.square import Ints
from daylight.spheres.records import Drawn, Place, Pull, Rival


def states(pulls: Pulls, leads: Leads, power: int) -> tuple[Drawn, ...]:
    """Return every other state as a power draws it, those within its sphere first.

    Parameters
    ----------
    pulls : Pulls
    leads : Leads
    power : int
        Its row.
    """
    rows = (row for row in range(len(pulls.roll)) if row != power)
    found = [drawn(pulls, leads, row, power) for row in rows]
    order = ("within", "partly", "outside")
    return tuple(sorted(found, key=lambda one: (order.index(one.place), -_strength(one))))


def drawn(pulls: Pulls, leads: Leads, row: int, power: int) -> Drawn:
    """Return a state as a power draws it."""
    led = tuple(d for d in DIMENSIONS if leads.best[d][row] == power)
    might = sum((who[:, row] == power).astype(int) for who in leads.drawn.values())
    within = len(led) >= DIMENSIONS_WITHIN
    place: Place = "within" if within else "outside" if set(led) <= {"political"} else "partly"
    return Drawn(
        named(pulls, row),
        place,
        led,
        round(float(np.mean(might >= DIMENSIONS_WITHIN)), 2),
        Pull(*(pull_on(pulls, d, row, np.array([power])) for d in DIMENSIONS)),
        tuple(_rivals(pulls, leads, row, power)),
        int(pulls.trade_of[row]) or None,
    )


def named(pulls: Pulls, row: int) -> StateRef:
    """Return a state as it was called at the end of the year."""
    year = pulls.roll.year
    return ref_of(number_in(int(pulls.roll.cows[row]), year), date(year, 12, 31))


def _strength(one: Drawn) -> float:
    return sum(q.value or 0.0 for q in (one.pull.military, one.pull.political, one.pull.economic))


def _rivals(pulls: Pulls, leads: Leads, row: int, power: int) -> Iterator[Rival]:
    for dimension in DIMENSIONS:
        among = leads.powers if dimension == "political" else np.arange(len(pulls.roll))
        other = _strongest(pulls, dimension, row, among[(among != power) & (among != row)])
        if other is not None:
            value = round(float(pulls.of(dimension)[row, other]), DIGITS)
            yield Rival(dimension, named(pulls, other), value)


def _strongest(pulls: Pulls, dimension: Dimension, row: int, among: Ints) -> int | None:
    pull = np.nan_to_num(pulls.of(dimension)[row, among])
    if not len(pull) or pull.max() <= 0:
        return None
    return int(among[pull.argmax()])
