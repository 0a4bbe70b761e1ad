"""The records of what was tried: attempts like the case at hand, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.wedges.tried.contest import Contest


@dataclass(frozen=True, slots=True)
class Attempted:
    """One attempt, as it was known on the day.

    Attributes
    ----------
    id : str
    first, last : int
        Years; the outcome counts from the last.
    divider, target, partner : str
        Names of the time, states or blocs.
    aim, instrument, side : str
    offer : str
        In a few words; what was asked or threatened where nothing was offered.
    amount : int or None
        Dollars of the day, where a sum was named.
    amount_seen : bool or None
        Whether a page was read that gives the sum.
    deadline : str or None
    answer : {"accepted", "half", "refused", "unknown"}
    veto : {"yes", "no", "unknown"}
        Whether an ally of the divider objected; `veto_by` says who.
    veto_by : str or None
    after_2, after_5, after_10 : str or None
        success, partial, fail or unknown; None where that time had not passed.
    doubtful : bool
        Whether the coding could go another way.
    checked : {"page", "study", "recalled"}
    citation : str
    url : str or None
    """

    id: str
    first: int
    last: int
    divider: str
    target: str
    partner: str
    aim: str
    instrument: str
    side: str
    offer: str
    amount: int | None
    amount_seen: bool | None
    deadline: str | None
    answer: str
    veto: str
    veto_by: str | None
    after_2: str | None
    after_5: str | None
    after_10: str | None
    doubtful: bool
    checked: str
    citation: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Nearest:
    """An attempt near to the case at hand.

    Attributes
    ----------
    rank, tied : int
        Place, and how many share it.
    distance : float
        0 where all stated features are alike, to 1.
    differs : tuple of str
    attempt : Attempted
    """

    rank: int
    tied: int
    distance: float
    differs: tuple[str, ...]
    attempt: Attempted


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a group of attempts. **No base rate**: the list was searched for them.

    Attributes
    ----------
    group : str
        Whom it is of: ``all``, or a side of the target.
    years : int
        After the last push.
    n : int
        Attempts of which it could be known by the day.
    success, partial, fail, unknown : int
    value, lo, hi : float or None
        Share of success, each courtship weighing as one, drawn towards that of all; 90 %.
    low, high : float or None
        The same, had every doubtful or unknown one failed, or succeeded.
    """

    group: str
    years: int
    n: int
    success: int
    partial: int
    fail: int
    unknown: int
    value: float | None
    lo: float | None
    hi: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Bound:
    """What a refused offer says of how much staying was worth to the target then.

    If the offer was believed, what staying was worth to it with all that the partner gave was
    more than ``kept * amount / cost``: `kept` is how likely the target thought the offer to be
    kept, and `cost` what a unit of value to it cost the giver. Neither is known.

    Attributes
    ----------
    id : str
        Of the attempt.
    year : int
    amount : int
        Dollars of the day.
    seen : bool or None
        Whether a page was read that gives the sum.
    """

    id: str
    year: int
    amount: int
    seen: bool | None


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried before, from a list that is no sample.

    Attributes
    ----------
    count : int
        Attempts on the list whose last year was over on the day.
    nearest : tuple of Nearest
    rate : tuple of Came
        At 2, 5 and 10 years: of all, and of those with the target on this side.
    offers : tuple of Attempted
        Documented offers to this target to leave this partner, newest first, by anybody.
    bounds : tuple of Bound
        From the offers that were refused and of which a sum is named.
    contest : Contest or None
        Peking and Taipei: the one contest in which both bidders are known; apart from the rest.
        None where the triad is no part of it, and before it had begun.
    """

    count: int
    nearest: tuple[Nearest, ...]
    rate: tuple[Came, ...]
    offers: tuple[Attempted, ...]
    bounds: tuple[Bound, ...]
    contest: Contest | None
