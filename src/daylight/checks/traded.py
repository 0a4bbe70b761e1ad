"""Trade of a pair in a year, in dollars of the year, with the range of what is known."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, isnan

import numpy as np

from daylight.checks.known import Known
from daylight.core.estimate import Z
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.measures.goods import Goods, goods

TABLES = ("trade", "economies")
LEAST_SD = 0.05
"""Log error taken where both sides agree or only one is known: customs lists are no better."""
FIRST = 1946


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount in dollars of the year.

    Attributes
    ----------
    value, lo, hi : float
        With its 90 % interval.
    year : int
    """

    value: float
    lo: float
    hi: float
    year: int


def year_of(known: Known, year: int) -> Goods:
    """Return trade of all pairs in a year."""
    return known.once(("goods", year), lambda: goods(known.atlas, year, year))


def between(known: Known, a: StateRef, b: StateRef, year: int, way: str = "both") -> Flow | None:
    """Return goods traded by two states in a year; None where not known.

    Parameters
    ----------
    known : Known
    a, b : StateRef
    year : int
    way : str
        both, or ab for goods from `a` to `b`.
    """
    if not FIRST <= year <= known.year:
        return None
    found = year_of(known, year)
    day = known.on.replace(month=1, day=1)
    ones, others = set(numbers(a.cow, day)), set(numbers(b.cow, day))
    rows = np.flatnonzero(
        (np.isin(found.a, [*ones]) & np.isin(found.b, [*others]))
        | (np.isin(found.a, [*others]) & np.isin(found.b, [*ones]))
    )
    if not len(rows):
        return None
    k = int(rows[0])
    forward = int(found.a[k]) in ones
    amount = {"both": found.volume, "ab": found.ab if forward else found.ba}[way][k] * 1e6
    if isnan(amount):
        return None
    sd = max(float(found.log_sd[k]), LEAST_SD)
    return Flow(float(amount), float(amount) * exp(-Z * sd), float(amount) * exp(Z * sd), year)


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner in trade of a state, by its number."""

    cow: int
    flow: Flow


def partners(known: Known, state: StateRef, year: int, way: str = "both") -> list[Partner]:
    """Return all partners of a state in a year, the largest first."""
    if not FIRST <= year <= known.year:
        return []
    found = year_of(known, year)
    ones = set(numbers(state.cow, known.on))
    out = []
    for mine, theirs, to in ((found.a, found.b, found.ab), (found.b, found.a, found.ba)):
        for k in np.flatnonzero(np.isin(mine, [*ones])):
            amount = float((to if way == "ab" else found.volume)[k]) * 1e6
            if not isnan(amount) and amount > 0:
                sd = max(float(found.log_sd[k]), LEAST_SD)
                flow = Flow(amount, amount * exp(-Z * sd), amount * exp(Z * sd), year)
                out.append(Partner(int(theirs[k]), flow))
    return sorted(out, key=lambda partner: -partner.flow.value)


def money(dollars: float) -> str:
    """Write an amount as people do."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if dollars >= size:
            return f"${dollars / size:.3g} {word}"
    return f"${dollars:,.0f}"
