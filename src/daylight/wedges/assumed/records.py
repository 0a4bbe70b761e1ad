"""What follows from a scenario: records of the third part of the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Band:
    """A value with every input at its middle, and the range of nine draws in ten.

    Attributes
    ----------
    value, lo, hi : float or None
        None where it has no bound, or is not known.
    """

    value: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True)
class Given:
    """Something assumed.

    Attributes
    ----------
    path : str
        Its place in the scenario, such as ``divider.offers.1.kept``.
    label : str
        The same in words.
    low, high : float
    likely : float or None
        None where all values of the range are as likely.
    """

    path: str
    label: str
    low: float
    likely: float | None
    high: float


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance that follows from assumptions.

    Attributes
    ----------
    value, lo, hi : float
        With every input at its middle, and the range of nine draws in ten.
    mean : float
        Over all draws: what to bet on, for whoever holds the ranges possible.
    """

    value: float
    lo: float
    hi: float
    mean: float


@dataclass(frozen=True, slots=True)
class To:
    """The chance that the target leaves for one of those who want it to.

    Attributes
    ----------
    path : str
    who : str or None
        None for the divider.
    chance : Chance
    """

    path: str
    who: str | None
    chance: Chance


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where an input, changed alone, brings something about.

    Attributes
    ----------
    value : float or None
    reason : str or None
        Why there is no such value.
    """

    value: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What one input would have to be, with all others at their middle.

    Attributes
    ----------
    path, label : str
    now : float
        The middle of what was assumed.
    needs : {"at least", "at most"} or None
        Which side of the values favours leaving; None where it changes nothing.
    outweighs : Crossing
        At which the net gain is no longer below zero, nobody's offers being stopped.
    ten, half : Crossing or None
        At which leaving has ten chances in 100, and is as likely as not; None without a chance.
    """

    path: str
    label: str
    now: float
    needs: Literal["at least", "at most"] | None
    outweighs: Crossing
    ten: Crossing | None
    half: Crossing | None


@dataclass(frozen=True, slots=True)
class Reply:
    """The partner's least further promise that brings the chance back to the measured frequency.

    Attributes
    ----------
    value : Band
        What it has to be worth to the target, the chance that it is not kept allowed for.
    cost : Band or None
        To the partner, by the cheapest of its offers.
    left : Band or None
        What its gain from keeping the tie leaves it for that, its own offers paid.
    undone : bool or None
        Whether the cost is within what is left, with every input at its middle: then the bid is
        undone. None where it cannot be told.
    part : float or None
        Part of the draws in which it is.
    reason : str or None
        Why something is not known.
    """

    value: Band
    cost: Band | None
    left: Band | None
    undone: bool | None
    part: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Price:
    """What the divider has to spend, in cost to it, when the partner bids all that it can.

    Attributes
    ----------
    match : Band or None
        To make the net gain zero: the best that the partner can do is matched, and the chance is
        that of any such tie.
    half : Band or None
        To make leaving as likely as not; None without `even`.
    worth : Band or None
        What the target's leaving is worth to it.
    pays : bool or None
        Whether that covers `half` (`match` without `even`), with every input at its middle.
    part : float or None
        Part of the draws in which it does.
    reason : str or None
        Why something is not known.
    """

    match: Band | None
    half: Band | None
    worth: Band | None
    pays: bool | None
    part: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Influence:
    """How much of the spread of the chance comes from one input.

    Attributes
    ----------
    path, label : str
    first : Band
        Part of the variance that would go if it alone were known.
    total : Band
        Part that would be left if all others were.
    """

    path: str
    label: str
    first: Band
    total: Band


@dataclass(frozen=True, slots=True)
class Assumed:
    """What follows from a scenario; an assumption of its author, and no evidence.

    Attributes
    ----------
    unit : str
    within : int
        Years ahead.
    note : str
    given : tuple of Given
    base : Band or None
        The measured frequency, and the chance with no scenario.
    net : Band
        Net gain from leaving for the best who wants it, nobody's offers being stopped.
    p_leave : Chance or None
    reason : str or None
        Why there is no chance.
    to : tuple of To
    break_even : tuple of BreakEven
    reply : Reply or None
    price : Price
    sensitivity : tuple of Influence
        Largest total first.
    draws, seed : int
    """

    unit: str
    within: int
    note: str
    given: tuple[Given, ...]
    base: Band | None
    net: Band
    p_leave: Chance | None
    reason: str | None
    to: tuple[To, ...]
    break_even: tuple[BreakEven, ...]
    reply: Reply | None
    price: Price
    sensitivity: tuple[Influence, ...]
    draws: int
    seed: int
