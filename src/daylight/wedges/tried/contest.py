"""The records of the contest over recognition: rates, comparisons and bids."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Side = Literal["PRC", "ROC"]
Mark = Literal["page", "recalled"]
Made = Literal["offer of the winner", "offer of the other", "asked by the state"]


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year of the states that recognised Taipei at its start.

    Attributes
    ----------
    year : int
    at_risk : int
        States that recognised Taipei at the end of the year before, and still were states at the
        end of this one.
    exits : int
        Those of them that recognised it no longer at the end of the year.
    entries : int
        States that recognised it at the end of the year, and not at the end of the one before.
    """

    year: int
    at_risk: int
    exits: int
    entries: int


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a state left Taipei within a year, in a period.

    Attributes
    ----------
    period : str
    first, last : int
        Years of it that are counted.
    state_years, exits, entries : int
    value, lo, hi : float or None
        Exits for each state-year, and its exact 90 % interval; None without a state-year.
    """

    period: str
    first: int
    last: int
    state_years: int
    exits: int
    entries: int
    value: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The truce of Peking and Taipei beside years in which both bid, and the p of an exact test."""

    truce: Rate
    bidding: Rate
    p: float | None


@dataclass(frozen=True, slots=True)
class Amounts:
    """Amounts named for one kind of offer, by how they were checked: their number and median."""

    made: Made
    checked: Mark
    n: int
    median_million: float


@dataclass(frozen=True, slots=True)
class Bids:
    """Moves to one side, and known attempts at one that moved nothing.

    Attributes
    ----------
    side : {"PRC", "ROC"}
        The side moved to, or that would have been.
    moved : int
        Moves to it.
    with_offer : int
        Those of which an offer of it is known.
    against_offer : int
        Those of which an offer, or a refusal, of the other is known.
    refused : int
        Bids of it that a state did not take.
    declined : int
        States that asked, or were ready, and that it put off.
    unbid : int
        Others that thought aloud of moving, and stayed.
    """

    side: Side
    moved: int
    with_offer: int
    against_offer: int
    refused: int
    declined: int
    unbid: int


@dataclass(frozen=True, slots=True)
class Contest:
    """The contest over recognition, as it stood on a day.

    Attributes
    ----------
    as_of : date
    years : tuple of Year
    rates, confirmed_rates : tuple of Rate
        By period; the second from spells of which a page confirms the start.
    comparisons, confirmed_comparisons : tuple of Comparison
        With the years of bidding before the truce, after it, and both.
    bids : tuple of Bids
    amounts : tuple of Amounts
    """

    as_of: dt.date
    years: tuple[Year, ...]
    rates: tuple[Rate, ...]
    confirmed_rates: tuple[Rate, ...]
    comparisons: tuple[Comparison, ...]
    confirmed_comparisons: tuple[Comparison, ...]
    bids: tuple[Bids, ...]
    amounts: tuple[Amounts, ...]
