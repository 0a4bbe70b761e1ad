"""The question which blocs two states share on a date, and which they do not."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from daylight.blocs.records import BlocTie, BlocTies, Membership, Standing
from daylight.core.dyads import asked
from daylight.core.refs import ref
from daylight.core.states import State
from daylight.store.atlas import Atlas, current

LISTED_FROM = "shared_blocs"


def bloc_ties(
    a: str | int | State,
    b: str | int | State,
    when: str | int | None = None,
    divider: str | int | State | None = None,
    atlas: Atlas | None = None,
) -> BlocTies:
    """Return the blocs of two states on a date, day exact.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    when : str or int, optional
        The date; the newest date covered by default.
    divider : str, int or State, optional
        An outside power: blocs that it shares with either are listed.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    book = atlas or current()
    ask = asked(a, b, when, book.last, divider)
    one, two, power, day = ask.a, ask.b, ask.power, ask.when.date
    spells = _live(book, day)
    ties = [tie for bloc in _blocs(book) if (tie := _tie(bloc, spells, one, two, day))]
    return BlocTies(
        a=ref(one, day),
        b=ref(two, day),
        as_of=day,
        shared=_of(ties, "shared"),
        first=_of(ties, "first"),
        second=_of(ties, "second"),
        looser=_of(ties, "looser"),
        outside=_outside(book, spells, (one, two), power, day),
        listed=tuple(bloc["bloc"] for bloc in _blocs(book)),
        covered=book.coverage(LISTED_FROM),
        atlas=book.manifest.id,
    )


Row = dict[str, Any]


def _blocs(book: Atlas) -> list[Row]:
    return _rows(book.rows("blocs", "true ORDER BY bloc"))


def _live(book: Atlas, day: date) -> list[Row]:
    """Return the spells that hold on a day."""
    return _rows(
        book.rows("bloc_spells", 'start <= ? AND ("end" IS NULL OR "end" > ?)', (day, day))
    )


def _rows(columns: Any) -> list[Row]:
    names = list(columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _membership(spells: list[Row], bloc: str, state: State, day: date) -> Membership | None:
    for row in spells:
        if row["bloc"] == bloc and int(row["cow"]) == state.cow:
            standing: Standing = row["status"]
            since = row["start"].astype("datetime64[D]").item()
            note = row["note"] or None
            return Membership(
                ref(state, day), standing, since, row["confirmed"], row["citation"], note
            )
    return None


def _tie(bloc: Row, spells: list[Row], a: State, b: State, day: date) -> BlocTie | None:
    one, two = (_membership(spells, bloc["bloc"], state, day) for state in (a, b))
    found = tuple(m for m in (one, two) if m)
    if not found:
        return None
    relation: Literal["shared", "first", "second", "looser"] = "looser"
    full = [m is not None and m.standing == "full" for m in (one, two)]
    if all(full):
        relation = "shared"
    elif two is None:
        relation = "first"
    elif one is None:
        relation = "second"
    return BlocTie(bloc["bloc"], bloc["name"], bloc["kind"], relation, found)


def _outside(
    book: Atlas, spells: list[Row], pair: tuple[State, State], power: State | None, day: date
) -> tuple[BlocTie, ...]:
    """Return blocs that the outside power shares, as a full member, with one of the pair."""
    if power is None or power in pair:
        return ()
    ties = []
    for state in pair:
        for bloc in _blocs(book):
            tie = _tie(bloc, spells, state, power, day)
            if tie and tie.relation == "shared":
                ties.append(tie)
    return tuple(ties)


def _of(ties: list[BlocTie], relation: str) -> tuple[BlocTie, ...]:
    return tuple(tie for tie in ties if tie.relation == relation)
