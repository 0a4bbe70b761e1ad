"""What the ideal-point model is fitted to: cast votes as four parallel arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

YES, ABSTAIN, NO = 1, 2, 3
CODES = (YES, ABSTAIN, NO)
ABSENT = 0
"""A member that cast no vote; used only by fits that model absence."""


@dataclass(frozen=True, slots=True)
class VoteData:
    """Votes cast, one entry per vote, all arrays of one length.

    Attributes
    ----------
    state : ndarray, shape (n,)
        Identifier of the voter (integers or strings).
    period : ndarray of int, shape (n,)
        Session, year or any other integer time index; numbers may be missing.
    item : ndarray, shape (n,)
        Identifier of the (bridged) item. An item that was voted again in a later period
        under the same identifier keeps its parameters.
    vote : ndarray of int, shape (n,)
        1 yes, 2 abstain, 3 no, and 0 for a member that was absent, which counts only where
        :class:`FitOptions` has absences modelled. Non-members must have been dropped.

    Raises
    ------
    BadInput
        Lengths differ, a period is not an integer, a code is outside the scheme, or a state
        votes twice on one item within one period.
    """

    state: NDArray[Any]
    period: Ints
    item: NDArray[Any]
    vote: Ints

    def __post_init__(self) -> None:
        for name in ("state", "period", "item", "vote"):
            object.__setattr__(self, name, np.asarray(getattr(self, name)))
        shapes = {a.shape for a in (self.state, self.period, self.item, self.vote)}
        if len(shapes) != 1 or self.state.ndim != 1:
            raise BadInput(f"state, period, item and vote need one length; got shapes {shapes}")
        for name in ("period", "vote"):
            object.__setattr__(self, name, _whole(name, getattr(self, name)))
        bad = np.setdiff1d(self.vote, (*CODES, ABSENT))
        if len(bad):
            raise BadInput(
                f"votes must be 1 yes, 2 abstain or 3 no; got {bad[:5].tolist()}. "
                "Absences are 0; drop them or have them modelled. Drop non-members."
            )
        _no_double_votes(self)

    def __len__(self) -> int:
        return len(self.vote)

    def where(self, keep: NDArray[np.bool_] | Ints) -> VoteData:
        """Return the votes for which `keep`, a mask of shape (n,), is true, or at its places."""
        return VoteData(self.state[keep], self.period[keep], self.item[keep], self.vote[keep])

    def until(self, period: int) -> VoteData:
        """Return the votes cast in `period` or before: what was observable by its end."""
        return self.where(self.period <= period)


def informative(votes: VoteData) -> VoteData:
    """Drop the items on which every vote is the same: they say nothing about anybody.

    Unanimity is judged per item over all its periods, that is after bridging, and among votes
    cast. A state that casts no informative vote in a period has no absences there either.

    Returns
    -------
    VoteData

    Raises
    ------
    BadInput
        Nothing is left, or fewer than three states are.
    """
    items, index = np.unique(votes.item, return_inverse=True)
    seen = np.zeros((len(items), 4), dtype=bool)
    seen[index, votes.vote] = True
    divided = (seen[:, YES:].sum(1) > 1)[index]
    if not divided.any():
        raise BadInput(f"all {len(items)} items are unanimous: no vote separates any two states")
    kept = _present(votes.where(divided))
    states = np.unique(kept.state)
    if len(states) < 3:
        raise BadInput(
            f"an ideal-point scale needs at least three states with informative votes; "
            f"got {len(states)}: {states.tolist()}"
        )
    return kept


def _present(votes: VoteData) -> VoteData:
    """Drop the absences of states that cast no vote in the period."""
    if not (votes.vote == ABSENT).any():
        return votes
    states, s = np.unique(votes.state, return_inverse=True)
    cell = votes.period * len(states) + s
    return votes.where(np.isin(cell, cell[votes.vote != ABSENT]))


def cast_only(votes: VoteData) -> VoteData:
    """Drop the absences."""
    return votes if votes.vote.all() else votes.where(votes.vote != ABSENT)


def _whole(name: str, values: NDArray[Any]) -> Ints:
    if np.issubdtype(values.dtype, np.integer):
        return values.astype(np.int64)
    floating = np.issubdtype(values.dtype, np.floating) and np.isfinite(values).all()
    if floating and np.array_equal(values, np.trunc(values)):
        return values.astype(np.int64)
    raise BadInput(f"{name} must hold whole numbers; got {values.dtype}")


def _no_double_votes(votes: VoteData) -> None:
    if not len(votes):
        raise BadInput("no votes given")
    states, s = np.unique(votes.state, return_inverse=True)
    items, j = np.unique(votes.item, return_inverse=True)
    periods, t = np.unique(votes.period, return_inverse=True)
    key = np.sort((t.astype(np.int64) * len(items) + j) * len(states) + s)
    twice = key[1:][key[1:] == key[:-1]]
    if len(twice):
        rest, state = divmod(int(twice[0]), len(states))
        period, item = divmod(rest, len(items))
        raise BadInput(
            f"{len(twice)} double votes; state {states[state]} votes twice on item "
            f"{items[item]} in period {periods[period]}"
        )
