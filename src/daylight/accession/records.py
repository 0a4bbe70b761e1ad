"""The records of who is next: chances of each state, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.accession.counts import Kind
from daylight.accession.tested import Skill, Way
from daylight.core.estimate import Estimate
from daylight.core.refs import StateRef


@dataclass(frozen=True, slots=True)
class Given:
    """What is seen of a state and a bloc, from which its chances follow.

    Attributes
    ----------
    points : int
        See :mod:`daylight.accession.signs`.
    standing : str
        ``none``, or its standing in the bloc on the day.
    km : int or None
        From its capital to the nearest one of another member.
    border : bool
        Whether it has a border with a member.
    votes : float or None
        Share of the states outside that vote nearer to the members' mean; None where its
        position, or theirs, is not known.
    outside : int
        Years that it has been outside, counted from 1949, or from when it or the bloc began.
    """

    points: int
    standing: str
    km: int | None
    border: bool
    votes: float | None
    outside: int


@dataclass(frozen=True, slots=True)
class Within:
    """The chance within so many years, 0 to 1, with its 90 % interval."""

    years: int
    chance: Estimate


@dataclass(frozen=True, slots=True)
class Prospect:
    """How likely one state is to join, or to leave.

    Attributes
    ----------
    rank : int
        From 1; states that cannot be told apart share one.
    state : StateRef
    within : tuple of Within
        One for each horizon, shortest first.
    given : Given
    """

    rank: int
    state: StateRef
    within: tuple[Within, ...]
    given: Given


@dataclass(frozen=True, slots=True)
class Basis:
    """What the chances of one kind and horizon rest on.

    Attributes
    ----------
    kind : {"join", "leave"}
    years : int
        The horizon.
    way : {"signs", "bloc", "all"}
        How they were made: the first way that surely beats the simpler ones in forecasts made
        each year, as far as their outcome was known on the day.
    n, events : int
        States by year outside, or in, of which the outcome was known; and how often it came. One
        event counts in up to as many years as the horizon has.
    blocs : int
        Blocs in which it came.
    first, last : int or None
        First and last of these years.
    skills : tuple of Skill
        What was compared.
    text : str
        All of it in words.
    """

    kind: Kind
    years: int
    way: Way
    n: int
    events: int
    blocs: int
    first: int | None
    last: int | None
    skills: tuple[Skill, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Chances:
    """Who is next in a bloc, as could be said on a day.

    Attributes
    ----------
    bloc : str
    day : date
    join, leave : tuple of Prospect
        All states outside, and all members, likeliest first.
    basis : tuple of Basis
        By kind and horizon.
    unknown : tuple of str
        What is not known, in sentences.
    """

    bloc: str
    day: date
    join: tuple[Prospect, ...]
    leave: tuple[Prospect, ...]
    basis: tuple[Basis, ...]
    unknown: tuple[str, ...]
