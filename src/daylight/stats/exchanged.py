"""Whose row is it? How well a row of votes fits its own state, and how well another.

For every state a distribution over yes, abstain and no is predicted for each item of a session,
from how all others voted on it and how the state voted against each of them in other sessions.
What a row gains when it is read as another state's is a log likelihood ratio.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Votes = NDArray[np.int8]

CHOICES = (1, 2, 3)
SHARPNESS = 4.0
"""Others weigh by their mutual information with the state to this power."""
HEAT = 1.3
"""The weighted mean of log probabilities is multiplied by this."""
FEWEST = 20
"""Common votes in other sessions below which a state says nothing about another."""
LEAST_GUIDES = 5
LEAST_VOTES = 8
HABIT = 0.05
"""Weight of the state's own habit of voting yes, abstain and no, beside a best guide of 1."""
ERROR = 0.006
"""Share of votes that follow no pattern: bounds what one vote can say, at e^6 a row."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How rows fit states, item by item, as log likelihoods; 0 where a row has no vote.

    Attributes
    ----------
    other : ndarray (states, states, items)
        ``other[j, i]``: the row of j read as that of i, without j as a guide.
    own : ndarray (states, states, items)
        ``own[j, i]``: the row of j read as its own, without i as a guide.
    usable : ndarray of bool (states,)
        Whether the state has votes and guides enough.
    """

    other: Singles
    own: Singles
    usable: NDArray[np.bool_]

    def gain(self) -> Singles:
        """Log likelihood ratio that the row of j is that of i, ``[j, i, item]``."""
        good = self.usable[:, None] & self.usable[None, :]
        return np.where(good[..., None], self.other - self.own, np.float32(0))


def joint(votes: Votes) -> Singles:
    """Count by pair how often the first chose c and the second d: ``[i, c, k, d]``.

    Parameters
    ----------
    votes : ndarray of int8 (states, items)
        1 yes, 2 abstain, 3 no; anything else is no vote.
    """
    states, items = votes.shape
    chosen = _chosen(votes).transpose(0, 2, 1).reshape(states * 3, items)
    counts: Singles = (chosen @ chosen.T).reshape(states, 3, states, 3)
    return counts


def fit(votes: Votes, elsewhere: Singles) -> Fit:
    """Compare every row of a session with what every state would have voted.

    Parameters
    ----------
    votes : ndarray of int8 (states, items)
        The session: 1 yes, 2 abstain, 3 no; anything else is no vote.
    elsewhere : ndarray (states, 3, states, 3)
        The sum of :func:`joint` over the sessions around it, without itself.
    """
    states, items = votes.shape
    habit, given, weight = _guides(elsewhere)
    said = np.log(given) * weight[:, None, :, None]
    chosen = _chosen(votes)
    sums = said.reshape(states * 3, states * 3) @ chosen.transpose(0, 2, 1).reshape(-1, items)
    sums, total = sums.reshape(states, 3, items), weight @ chosen.sum(axis=2)
    cast = (votes >= 1) & (votes <= 3)
    index, every = np.where(cast, votes - 1, 0).astype(np.intp), np.arange(items)
    other = np.zeros((states, states, items), np.float32)
    own = np.zeros_like(other)
    for j in np.flatnonzero(cast.sum(axis=1) >= LEAST_VOTES):
        here = cast[j].astype(np.float32)
        log = sums - said[:, :, j, :][:, :, index[j]] * here + HABIT * np.log(habit)[:, :, None]
        log *= HEAT / (total - weight[:, [j]] * here + HABIT)[:, None]
        p = np.exp(log - log.max(axis=1, keepdims=True))
        log = np.log((1 - ERROR) * p / p.sum(axis=1, keepdims=True) + ERROR / 3)
        other[j] = log[:, index[j], every] * here
        own[:, j] = np.take_along_axis(log, index[:, None], axis=1)[:, 0] * cast
    guides = (weight > 0).sum(axis=1) >= LEAST_GUIDES
    return Fit(other, own, guides & (cast.sum(axis=1) >= LEAST_VOTES))


def best_run(gain: NDArray[np.floating]) -> tuple[Floats, NDArray[np.intp], NDArray[np.intp]]:
    """Return the largest sum over a run along the last axis, with its start and its end.

    The end is the index after the last of the run.

    >>> [int(x) for x in best_run(np.array([-1.0, 2.0, 3.0, -4.0, 1.0]))]
    [5, 1, 3]
    """
    zero = np.zeros((*gain.shape[:-1], 1))
    sums = np.concatenate([zero, np.cumsum(gain, axis=-1, dtype=np.float64)], axis=-1)
    low = np.minimum.accumulate(sums, axis=-1)
    end = (sums - low).argmax(axis=-1)
    best = np.take_along_axis(sums - low, end[..., None], axis=-1)[..., 0]
    place = np.arange(sums.shape[-1])
    start = np.where(place < np.maximum(end, 1)[..., None], sums, np.inf).argmin(axis=-1)
    return best, start, end


def _guides(elsewhere: Singles) -> tuple[Singles, Singles, Singles]:
    """Return the habit of each state, its votes given each other's, and the weight of others."""
    states = len(elsewhere)
    common = elsewhere.sum(axis=(1, 3))
    spread = elsewhere.sum(axis=(2, 3))
    habit = (20 * spread / np.maximum(spread.sum(axis=1, keepdims=True), 1) + 1) / 23
    given = (elsewhere + habit[:, :, None, None]) / (elsewhere.sum(axis=1) + 1)[:, None]
    share = elsewhere / np.maximum(common, 1)[:, None, :, None]
    apart = share.sum(axis=3, keepdims=True) * share.sum(axis=1, keepdims=True)
    ratio = np.divide(share, apart, out=np.ones_like(share), where=share > 0)
    # four degrees of freedom give that much information by chance
    told = (share * np.log(ratio)).sum(axis=(1, 3)) - 2 / np.maximum(common, 1)
    weight = np.where(common >= FEWEST, np.maximum(told, 0) ** SHARPNESS, 0)
    weight[np.arange(states), np.arange(states)] = 0
    weight /= np.maximum(weight.max(axis=1, keepdims=True), 1e-9)
    return habit, given, weight.astype(np.float32)


def _chosen(votes: Votes) -> Singles:
    return np.stack([votes == c for c in CHOICES], axis=-1).astype(np.float32)
