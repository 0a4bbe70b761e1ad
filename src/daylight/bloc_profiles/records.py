"""The records of a bloc."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from daylight.accession.records import Basis, Prospect
from daylight.bonds.records import Quantity
from daylight.core.answer import Answer
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.pulls.pulls import Dimension

MemberStatus = Literal[
    "full", "observer", "partner", "candidate", "applicant", "contemplated", "suspended",
    "withdrawing",
]  # fmt: skip
Verdict = Literal["living", "idle", "dying", "cannot be told"]
Effect = Literal["life", "decay"]


@dataclass(frozen=True, slots=True)
class Member:
    """A state's standing in the bloc on the date.

    Attributes
    ----------
    state : StateRef
    status : MemberStatus
    since : PartialDate
        As precise as it is known; the standing goes on through changes of number.
    precision : str
        day, month or year.
    signed : PartialDate or None
        When the state signed, where that was another day.
    confirmed : str
        How the row was checked.
    citation : str
    note : str or None
    """

    state: StateRef
    status: MemberStatus
    since: PartialDate
    precision: str
    signed: PartialDate | None
    confirmed: str
    citation: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Left:
    """A state that was a member and is none on the date."""

    state: StateRef
    since: PartialDate
    until: PartialDate
    citation: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Hub:
    """A member on which the others lean: its part of all leaning among them, 0 to 1."""

    state: StateRef
    share: float
    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Tether:
    """How the members other than the hubs lean, in the mean, in one dimension.

    Attributes
    ----------
    dimension : Dimension
    hub, fellows, outside : Quantity
        Military and economic: parts of one that lean on the hubs, on the other members, on all
        outsiders together. Political: the place of the nearest hub among all states, the mean
        place of the other members, the place of `outsider`.
    outsider : StateRef or None
        The state outside with most pull.
    rank, of : int or None
        Place of `hub` among the blocs of the year that have one, 1 for the strongest.
    """

    dimension: Dimension
    hub: Quantity
    fellows: Quantity
    outside: Quantity
    outsider: StateRef | None
    rank: int | None
    of: int | None


@dataclass(frozen=True, slots=True)
class Votes:
    """How far members vote alike on an issue, above what any states do.

    Attributes
    ----------
    issue : str
    agreement, chance : float
        Chance that two members cast a vote alike; that of any two states.
    excess : Quantity
        The difference; its interval is for the roll calls that happened to be put.
    as_much : float
        Part of groups of this size drawn at random that agree as much.
    calls : int
        Recorded votes in three years.
    """

    issue: str
    agreement: float
    chance: float
    excess: Quantity
    as_much: float
    calls: int


@dataclass(frozen=True, slots=True)
class Trade:
    """Trade among members.

    Attributes
    ----------
    year : int
    share : float
        Part of members' trade that is with members.
    ratio : Quantity
        Trade with members over trade with outsiders, each against what sizes and distance let
        expect; 1 is no difference.
    """

    year: int
    share: float
    ratio: Quantity


@dataclass(frozen=True, slots=True)
class Joining:
    """What went along with joining the bloc, against like states that did not join.

    Attributes
    ----------
    outcome : {"votes", "trade"}
        Votes alike with members; part of trade with each member, in the mean.
    n : int
        States that joined, with five years before and after.
    before, after, like_before, like_after : float
    difference : Quantity
        Change of those who joined less change of the others; no interval with fewer than three
        years of joining.
    """

    outcome: str
    n: int
    before: float
    after: float
    like_before: float
    like_after: float
    difference: Quantity


@dataclass(frozen=True, slots=True)
class Cohesion:
    """How far members go together.

    Attributes
    ----------
    agreement, chance : float or None
        Over all votes: the chance that two members cast one alike, and that of any two states.
    excess : Quantity
        The difference.
    votes : tuple of Votes
        All votes first, then issues with enough votes.
    distance : Quantity
        Mean distance of ideal points, in standard deviations.
    trade : Trade or None
    joining : tuple of Joining
    """

    agreement: float | None
    chance: float | None
    excess: Quantity
    votes: tuple[Votes, ...]
    distance: Quantity
    trade: Trade | None
    joining: tuple[Joining, ...]


class Measures(TypedDict):
    """What is measured of a bloc."""

    hubs: tuple[Hub, ...]
    tether: tuple[Tether, ...]
    cohesion: Cohesion
    measured: tuple[StateRef, ...]


Lists = dict[str, tuple[Member, ...]]
"""Who stands how in a bloc: `members`, `looser`, `waiting` and `contemplated`."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of life or of decay.

    Attributes
    ----------
    name : str
    speaks_for : Effect
    count : int
    text : str
    """

    name: str
    speaks_for: Effect
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Vitality:
    """Whether a bloc lives, by stated signs.

    Attributes
    ----------
    signs : tuple of Sign
    verdict : Verdict
    unknown : tuple of str
        Signs that cannot be told, and why.
    """

    signs: tuple[Sign, ...]
    verdict: Verdict
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """Who may join and who may leave: chances from the history of all blocs.

    Attributes
    ----------
    join, leave : tuple of Prospect
        The likeliest; states that cannot be told apart share a rank.
    of_join, of_leave : int
        How many states have a chance at all: those outside, and the members.
    basis : tuple of Basis
        What the chances of each kind and horizon rest on, and how good they were.
    unknown : tuple of str
    """

    join: tuple[Prospect, ...]
    leave: tuple[Prospect, ...]
    of_join: int
    of_leave: int
    basis: tuple[Basis, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A measured value of an earlier year, with the members of that year."""

    year: int
    what: str
    value: float
    lo: float | None
    hi: float | None
    state: StateRef | None


@dataclass(frozen=True, kw_only=True, repr=False)
class Bloc(Answer):
    """A bloc on a date.

    Attributes
    ----------
    name, kind : str
    founded : PartialDate
    ended : PartialDate or None
    members : tuple of Member
        Full members, and those suspended or about to leave.
    looser : tuple of Member
        Observers and partners.
    waiting : tuple of Member
        Candidates and applicants.
    contemplated : tuple of Member
        States whose joining was publicly discussed; `note` says by whom.
    left : tuple of Left
    hubs : tuple of Hub
    tether : tuple of Tether
    cohesion : Cohesion
    vitality : Vitality
    next : Next or None
        None before there is a history to learn from.
    history : tuple of Past
    measured : tuple of StateRef
        Members that measures count: those not suspended.
    """

    name: str
    kind: str
    founded: PartialDate
    ended: PartialDate | None
    members: tuple[Member, ...]
    looser: tuple[Member, ...]
    waiting: tuple[Member, ...]
    contemplated: tuple[Member, ...]
    left: tuple[Left, ...]
    hubs: tuple[Hub, ...]
    tether: tuple[Tether, ...]
    cohesion: Cohesion
    vitality: Vitality
    next: Next | None
    history: tuple[Past, ...]
    measured: tuple[StateRef, ...]
