"""The records of how a tie held, and of how often such ties break."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from daylight.bonds.records import Quantity
from daylight.core.answer import Answer
from daylight.core.partial import Precision
from daylight.core.refs import StateRef

Verdict = Literal[
    "held", "held in one dimension", "dipped and recovered", "fell", "strained", "broke",
    "cannot tell", "no tie known",
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = (
    "held", "held in one dimension", "dipped and recovered", "fell", "strained", "broke",
    "cannot tell", "no tie known",
)  # fmt: skip
Expected = Literal["strain", "rupture", "boost"]
Standing = Literal["no tie", "young", "quiet", "warned", "cannot be called quiet", "cannot be told"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What one raw series did around a shock, against ties like it in the same years.

    Attributes
    ----------
    name : str
        ``distance`` of ideal points, ``kappa`` of votes, or ``trade`` (its natural logarithm).
    before, after : float or None
        Mean of the five years before, and of the three after; None where too few are known.
    peers : float or None
        The median change of the 40 ties of that year that stood nearest to it before.
    loss : float or None
        How much closeness was lost, beyond what those lost: positive is apart.
    worst : float or None
        Upper end of the 90 % interval of the loss, from how the others spread.
    p : float or None
        Part of the others that lost as much or more.
    margin : float
        A loss that would matter.
    regained : float or None
        Of a fall, the part that was regained four to eight years after, against ties like it: 1 is
        all. None where nothing fell, or these years are not over or not known.
    verdict : {"fell", "held", "cannot tell"}
    """

    name: str
    before: float | None
    after: float | None
    peers: float | None
    loss: float | None
    worst: float | None
    p: float | None
    margin: float
    regained: float | None
    verdict: Literal["fell", "held", "cannot tell"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a government did, or that began, after a shock or before a date.

    Attributes
    ----------
    family : str
        ``treaty``, ``hostility``, ``bloc``, ``votes`` or ``trade``.
    year : int
        In which it began.
    signs : tuple of str
        What it was seen by.
    """

    family: str
    year: int
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shock:
    """Something that tested the tie, and what the tie did.

    Attributes
    ----------
    date : date
        The first possible day where the precision is not a day.
    precision : {"day", "month", "year"}
    title : str
    kind : str
        One of :data:`daylight.endurance.shocks.kinds.KINDS`, which says what each is.
    expected : {"strain", "rupture", "boost"}
        What an observer of the day could expect of it. A boost is no test, and is not counted.
    act : bool
        Whether it is itself an act that a break is told by; then it is never said to have held.
    verdict : Verdict
    reason : str
        Why, in words.
    evidence : tuple of Indicator
    acts : tuple of Act
        Families of acts that began in its year or the four after.
    citation : str
    url : str or None
    source : str
    """

    date: dt.date
    precision: Precision
    title: str
    kind: str
    expected: Expected
    act: bool
    verdict: Verdict
    reason: str
    evidence: tuple[Indicator, ...]
    acts: tuple[Act, ...]
    citation: str
    url: str | None
    source: str


@dataclass(frozen=True, slots=True)
class State:
    """How the tie stands at the end of a year.

    Attributes
    ----------
    year : int
    tie : bool or None
        Whether there is one; None where none is seen, and the list of treaties, by which one
        stood, has ended.
    quiet_or_warned : Standing
        ``cannot be called quiet`` where the sources of acts have ended and no sign is seen;
        ``cannot be told`` where `tie` is None.
    since : int or None
        First year of the present run of years with a tie, one year without bridged; 1946 may
        stand for an earlier one. None where there is none now.
    until : int or None
        Last year with a tie, where there is none now.
    unknown : int
        Years since 1946 without a tie in which the trade of the two is not known, so that one may
        have stood.
    legs : tuple of str
        What holds it.
    by : tuple of Act
        What is known to have begun in that year or the four before.
    """

    year: int
    tie: bool | None
    quiet_or_warned: Standing
    since: int | None
    until: int | None
    unknown: int
    legs: tuple[str, ...]
    by: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of a hundred such ties broke within some years.

    Attributes
    ----------
    years : int
        Years ahead.
    value, lo, hi : float or None
        0 to 1, with a 90 % interval that resamples the weaker sides.
    events, n : int
        Years of ties after which one broke, of how many; one break counts in several.
    basis : str
        Which years of which ties.
    """

    years: int
    value: float | None
    lo: float | None
    hi: float | None
    events: int
    n: int
    basis: str


@dataclass(frozen=True, slots=True)
class Precedent:
    """A past year of another tie that was like this one, and what came of it.

    Attributes
    ----------
    a, b : StateRef
    year : int
    distance : float
        Of the ledgers, in points.
    broke : int or None
        Year of a break within eight years, or None.
    known_to : int
        Year to which is known what came of it.
    """

    a: StateRef
    b: StateRef
    year: int
    distance: float
    broke: int | None
    known_to: int


Rates = dict[str, Rate]
"""Rates by years ahead: ``1``, ``2``, ``4`` and ``8``; empty where nothing can be said."""
Hazard = dict[str, Rate | Rates | tuple[Precedent, ...] | int | str | None]
"""How often ties like this one broke: :data:`Rates` of all years since 1950, ``since_1992`` the
same since then, ``precedents``, and where there is no rate the ``reason``. ``democracies`` is how
many of the two were in the year before, None where that is not known; of a quiet tie
``by_democracies`` and ``by_democracies_since_1992`` are the rates of quiet ties with as many."""


@dataclass(frozen=True, slots=True)
class Break:
    """A break of the tie.

    Attributes
    ----------
    year : int
    by : tuple of str
        Families of evidence that began in its year or the four before.
    known : int
        Year at whose end it was known.
    """

    year: int
    by: tuple[str, ...]
    known: int


@dataclass(frozen=True, slots=True)
class YearPlace:
    """Where the two stood on the peace scale in a year, 0 to 1; as in `bond`."""

    year: int
    place: Quantity


@dataclass(frozen=True, kw_only=True, repr=False)
class Resilience(Answer):
    """How a tie held, and how often such ties break.

    Attributes
    ----------
    state : State
    shocks : tuple of Shock
        Oldest first.
    counts : dict of str to int
        Tests (shocks but boosts) by verdict.
    counts_of_acts : dict of str to int
        Of these, those that are acts themselves.
    placebo : dict of str to float
        The part of dates of ties drawn at random that get each verdict, 0 to 1.
    breaks : tuple of Break
        Of this tie, oldest first.
    hazard : Hazard
    history : tuple of YearPlace
        From 1946, oldest first.
    """

    state: State
    shocks: tuple[Shock, ...]
    counts: dict[str, int]
    counts_of_acts: dict[str, int]
    placebo: dict[str, float]
    breaks: tuple[Break, ...]
    hazard: Hazard
    history: tuple[YearPlace, ...]
