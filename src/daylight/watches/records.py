"""The records of a watch list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.bonds.records import Quantity
from daylight.core.answer import Answer
from daylight.core.refs import StateRef
from daylight.facts.records import Fact

Why = Literal["real change", "past its source", "new data", "revision"]
Kind = Literal["date", "atlas", "saved"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a tie stood on a day, as one atlas tells it.

    Attributes
    ----------
    atlas : str
        Id of the atlas.
    as_of : date
    year : int
        Last full year at the date.
    words : dict of str to str
        What is watched and is told in words, by name.
    values : dict of str to Quantity
        What is watched and is a number, by name.
    """

    atlas: str
    as_of: date
    year: int
    words: dict[str, str]
    values: dict[str, Quantity]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a change: an item of a ledger, or a ledger of a chance.

    Attributes
    ----------
    name, title : str
    move : float
        Points of a ledger; of a chance, what is added to the log odds.
    seen : bool
        Whether the part is seen in the later year.
    """

    name: str
    title: str
    move: float
    seen: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Something watched that is not what it was.

    Attributes
    ----------
    what, title : str
    why : {"real change", "past its source", "new data", "revision"}
        ``real change``: of another day by the same data, and most of the move is of parts that
        are seen. ``past its source``: of another day, where most of the move is of parts whose
        source has ended: an estimate, or no longer told. ``new data``: of
        the same day, not seen then and seen now. ``revision``: of the same day, told otherwise
        now, since a source or the method was corrected.
    before, after : Quantity or None
        None of what is told in words.
    word_before, word_after : str or None
        None of what is a number.
    apart : bool or None
        Whether the two 90 % bands do not meet; None of what is told in words.
    parts : tuple of Part
        What moved it most, the largest first; empty of what is told in words, and of what the
        data changed.
    """

    what: str
    title: str
    why: Why
    before: Quantity | None
    after: Quantity | None
    word_before: str | None
    word_after: str | None
    apart: bool | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """Two states of an entry: the pair itself, or one of the two and the outside power.

    Attributes
    ----------
    a, b : StateRef
    now : Reading
    then : Reading or None
        At the earlier day; None without one, or where it cannot be told (see `untold`).
    untold : str
        Why there is no earlier reading though one was asked for.
    changes : tuple of Change
    facts : tuple of Fact
        What began, happened or ended since the earlier day, newest first.
    """

    a: StateRef
    b: StateRef
    now: Reading
    then: Reading | None
    untold: str
    changes: tuple[Change, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list.

    Attributes
    ----------
    line : int
        Of the file.
    label : str
        The two states, and the outside power if there is one.
    note : str
        What the reader wrote beside it.
    problem : str
        Why it could not be answered; empty where it could.
    legs : tuple of Leg
        The pair first, then each of the two with the outside power.
    command : str
        The command for the brief of the entry; empty where it could not be answered.
    """

    line: int
    label: str
    note: str
    problem: str
    legs: tuple[Leg, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Since:
    """What the list is set against.

    Attributes
    ----------
    kind : {"date", "atlas", "saved"}
        A day by the same atlas; an older atlas; or a watch that was kept as JSON.
    as_of : date
        The earlier day.
    atlas : str
        Id of the atlas that told of it.
    """

    kind: Kind
    as_of: date
    atlas: str


@dataclass(frozen=True, kw_only=True, repr=False)
class Watch(Answer):
    """How the ties of a list stand, and what changed.

    Attributes
    ----------
    title : str
    watched : tuple of str
        What is watched, by name.
    since : Since or None
    entries : tuple of Entry
    """

    title: str
    watched: tuple[str, ...]
    since: Since | None
    entries: tuple[Entry, ...]
