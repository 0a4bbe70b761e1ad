"""Bridging repeated resolutions, and the reference sample that published estimates rest on.

The published positions (Bailey, Strezhnev & Voeten 2017, release of April 2020) use votes to
session 74 without absences; no paragraph or amendment votes after 1989 (a missing flag keeps the
vote); not South Africa in session 48, session 19 (one vote) and Zanzibar (two votes). Matched
resolutions share their parameters. Without the matches the scale drifts with the agenda.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

from ..data import CODES, Ints, VoteData, informative

LAST_SESSION = 74
"""Of the release of April 2020."""
LAST_YEAR_OF_PARTS = 1989
NO_VOTE_SESSION = 19
ZANZIBAR, SOUTH_AFRICA = 511, 560
SOUTH_AFRICA_OUT = 48
"""Session in which the published sample leaves South Africa out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Votes with the roll call that each was cast in, shape (n,), before bridging."""

    votes: VoteData
    rollcall: Ints

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Numbers of votes, items, roll calls and country-sessions."""
        pair = np.unique(np.stack([self.votes.state, self.votes.period], 1), axis=0)
        items, calls = np.unique(self.votes.item), np.unique(self.rollcall)
        return len(self.votes), len(items), len(calls), len(pair)


def bridged(
    rollcall: NDArray[np.integer],
    repeats: NDArray[np.integer],
    repeated: NDArray[np.integer],
) -> Ints:
    """Give every roll call the number of the earliest one that it repeats.

    Parameters
    ----------
    rollcall : ndarray of int, shape (n,)
    repeats, repeated : ndarray of int, shape (m,)
        Roll call `repeats[k]` repeats `repeated[k]` (`rcid2` and `rcid1` of the matches).
        Where a roll call is listed twice the last line holds.

    Returns
    -------
    ndarray of int, shape (n,)

    Raises
    ------
    BadInput
        The matches run in a circle.
    """
    link = dict(zip(repeats.tolist(), repeated.tolist(), strict=True))
    calls, index = np.unique(rollcall, return_inverse=True)
    return np.array([_earliest(c, link) for c in calls.tolist()], dtype=np.int64)[index]


def _earliest(call: int, link: dict[int, int]) -> int:
    seen = {call}
    while call in link:
        call = link[call]
        if call in seen:
            raise BadInput(f"matched roll calls run in a circle at {call}")
        seen.add(call)
    return call


def reference_sample(
    *,
    state: NDArray[np.integer],
    rollcall: NDArray[np.integer],
    session: NDArray[np.integer],
    year: NDArray[np.integer],
    vote: NDArray[np.integer],
    paragraph: NDArray[np.integer],
    amendment: NDArray[np.integer],
    repeats: NDArray[np.integer],
    repeated: NDArray[np.integer],
    last_session: int | None = LAST_SESSION,
) -> Sample:
    """Select and bridge votes as the published estimates do.

    Parameters
    ----------
    state, rollcall, session, year, vote : ndarray of int, shape (n,)
        One entry per member and roll call; `state` is the COW number, `vote` 1 yes, 2 abstain,
        3 no, anything else not cast.
    paragraph, amendment : ndarray of int, shape (n,)
        1 where the roll call is on a part of a text or an amendment; 0 or missing as 0.
    repeats, repeated : ndarray of int, shape (m,)
        See :func:`bridged`.
    last_session : int or None
        Later sessions are dropped; None keeps all, for an estimate beyond the published one.

    Returns
    -------
    Sample
        Without items that are unanimous after bridging; the period is the session.

    Raises
    ------
    BadInput
        The matches run in a circle, a state votes twice on one item in a session, or no item
        divides the states.

    References
    ----------
    Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61:430-456.
    """
    part = (year > LAST_YEAR_OF_PARTS) & ((paragraph == 1) | (amendment == 1))
    out = (state == SOUTH_AFRICA) & (session == SOUTH_AFRICA_OUT)
    keep = np.isin(vote, CODES) & ~part & ~out & (session != NO_VOTE_SESSION) & (state != ZANZIBAR)
    if last_session is not None:
        keep &= session <= last_session
    item = bridged(rollcall[keep], repeats, repeated)
    votes = VoteData(state[keep], session[keep], item, vote[keep])
    left = informative(votes)
    return Sample(left, rollcall[keep][np.isin(item, left.item)].astype(np.int64))
