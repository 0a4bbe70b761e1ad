"""The question whom a state is tied to: its closest and its most lopsided ties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.bonds.components import DIMENSIONS
from daylight.bonds.dependence import Dependence, dependence
from daylight.bonds.dependence import year as dependences
from daylight.bonds.point import Point, stored
from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.core.lookup import resolve
from daylight.core.periods import as_of
from daylight.core.refs import StateRef, ref, ref_of
from daylight.core.states import State
from daylight.store.atlas import Atlas, current

COUNT = 10


@dataclass(frozen=True, slots=True)
class Partner:
    """One tie of a state.

    Attributes
    ----------
    state : StateRef
        The other side.
    positions : dict of str to Point
        Positions of the tie among all pairs, by dimension and overall, where known.
    """

    state: StateRef
    positions: dict[str, Point]


@dataclass(frozen=True, slots=True)
class Lopsided:
    """A tie on which one side leans more.

    Attributes
    ----------
    state : StateRef
        The other side.
    leans, leant_on : Dependence
        Of the state asked about on the other, and back.
    """

    state: StateRef
    leans: Dependence
    leant_on: Dependence

    @property
    def gap(self) -> float:
        """Points by which the state asked about leans more; negative where the other does."""
        return self.leans.value - self.leant_on.value


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom a state is tied to as of a date.

    Attributes
    ----------
    by : str
        What `closest` is ordered by: "overall", or the dimension that has a value.
    year : int
        Last full year; `closest_year` and `lopsided_year` are the last that sources reach.
    closest : tuple of Partner
        Strongest first.
    dependent_on, depended_on_by : tuple of Lopsided
        Ties on which the state, or the other side, leans more, with intervals that do not
        meet; the side that leans hardest first.
    """

    state: StateRef
    as_of: date
    year: int
    by: str
    closest_year: int
    closest: tuple[Partner, ...]
    lopsided_year: int
    dependent_on: tuple[Lopsided, ...]
    depended_on_by: tuple[Lopsided, ...]
    atlas: str

    def __str__(self) -> str:
        """Return the result as text for a terminal."""
        from daylight.bonds.partners_text import render

        return render(self)


def partners(
    who: str | int | State,
    when: str | int | None = None,
    by: str = "overall",
    count: int = COUNT,
    atlas: Atlas | None = None,
) -> Partners:
    """List a state's closest ties and those on which one side leans more.

    Parameters
    ----------
    who : str, int or State
        Name, code or COW number.
    when : str or int, optional
        Date to answer for; the newest by default. Where sources end earlier the last year
        that they reach is shown, and named.
    by : {"overall", "military", "political", "economic"}
    count : int
        Ties in each list.

    Raises
    ------
    UnknownState, StateNotThen, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        For an unknown `by`, or a count below one.
    """
    book = atlas or current()
    one_of(by, ("overall", *DIMENSIONS), "by")
    if count < 1:
        raise BadInput(f"count must be at least 1; got {count}.")
    date_ = as_of(when, book.last)
    state = resolve(who, date_.date)
    tied, leaning = (min(book.coverage(n)[1], date_.year) for n in (by, "trade_share"))
    on, by_me = _lopsided(book, state, leaning, count)
    return Partners(
        ref(state, date_.date), date_.date, date_.year, by, tied,
        _closest(book, state, tied, by, count), leaning, on, by_me, book.manifest.id,
    )  # fmt: skip


def _closest(book: Atlas, state: State, year: int, by: str, count: int) -> tuple[Partner, ...]:
    rows = book.rows("bonds", "year = ? AND (a = ? OR b = ?)", (year, state.cow, state.cow))
    found: dict[int, dict[str, Point]] = {}
    columns = (rows[c].tolist() for c in ("a", "b", "dimension", "value", "below", "above"))
    for a, b, dimension, value, below, above in zip(*columns, strict=True):
        point = stored(year, value, below, above)
        found.setdefault(b if a == state.cow else a, {})[dimension] = point
    ranked = sorted(
        (cow for cow in found if by in found[cow]), key=lambda cow: -found[cow][by].value
    )
    day = date(year, 12, 31)
    return tuple(Partner(ref_of(cow, day), found[cow]) for cow in ranked[:count])


def _lopsided(
    book: Atlas, state: State, year: int, count: int
) -> tuple[tuple[Lopsided, ...], tuple[Lopsided, ...]]:
    every = dependences(book, year)
    mine = every.rows(state.cow)
    out, back = mine[every.a[mine] == state.cow], mine[every.b[mine] == state.cow]
    leans = dict(zip(every.b[out].tolist(), out.tolist(), strict=True))
    leant = dict(zip(every.a[back].tolist(), back.tolist(), strict=True))
    both = sorted(set(leans) & set(leant))
    day = date(year, 12, 31)
    ties = [
        Lopsided(ref_of(cow, day), *(dependence(every, rows[cow]) for rows in (leans, leant)))
        for cow in both
    ]
    on = [t for t in ties if t.leans.lo > t.leant_on.hi]
    by_me = [t for t in ties if t.leant_on.lo > t.leans.hi]
    on.sort(key=lambda t: (-t.leans.value, -t.gap))
    by_me.sort(key=lambda t: (-t.leant_on.value, t.gap))
    return tuple(on[:count]), tuple(by_me[:count])
