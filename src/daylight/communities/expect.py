"""What ties are expected of two states: what pairs as far apart have, and what each has in all.

Points of promises and votes are given to each pair for itself: a promise to one state takes none
from another, and who has many is not "expected" to have them with everybody. So there only
distance counts. Trade is divided among partners and grows with size: there what each state has in
all counts too, as in the configuration model of modularity.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ROUNDS = 60
"""Rounds of the fit; the sums of states are then met to less than a ten-thousandth of the
largest, in all years."""


def as_near(weights: Floats, near: Ints) -> Floats:
    """Return the mean weight of the pairs of the same class of distance, shape (m,).

    Parameters
    ----------
    weights : ndarray, shape (m,)
    near : ndarray of int, shape (m,)
        Class of distance, from zero.
    """
    made: Floats = _ratio(_totals(near, weights), _totals(near, np.ones(len(near))))[near]
    return made


def as_large(weights: Floats, i: Ints, j: Ints, near: Ints, n: int) -> Floats:
    """Return the expected weight of each pair.

    It is the product of a number for each state and one for each class of distance, such that
    every state, and every class, has in all what it has: the configuration model of modularity,
    with a decay by distance that is read from the network itself.

    Parameters
    ----------
    weights : ndarray, shape (m,)
        Weights of pairs, not negative.
    i, j : ndarray of int, shape (m,)
        Places of both states of a pair.
    near : ndarray of int, shape (m,)
        Class of distance, from zero.
    n : int
        States.

    Returns
    -------
    ndarray, shape (m,)
        With the sum of `weights`.

    References
    ----------
    Expert, P., Evans, T. S., Blondel, V. D., & Lambiotte, R. (2011). Uncovering space-independent
    communities in spatial networks. PNAS, 108(19), 7663-7668. There one pass is made; here it is
    repeated until the sums are met (as Cazabet, Borgnat & Jensen 2017).
    """
    whole = _sums(weights, i, j, n)
    of_class = _totals(near, weights)
    own = np.sqrt(whole)
    for _ in range(ROUNDS):
        pairs = own[i] * own[j]
        decay = _ratio(of_class, _totals(near, pairs))
        own = own * np.sqrt(_ratio(whole, _sums(pairs * decay[near], i, j, n)))
    pairs = own[i] * own[j]
    made: Floats = pairs * _ratio(of_class, _totals(near, pairs))[near]
    return made


def _sums(weights: Floats, i: Ints, j: Ints, n: int) -> Floats:
    """Return the sum of the weights of each state."""
    return _totals(i, weights, n) + _totals(j, weights, n)


def _totals(at: Ints, weights: Floats, n: int = 0) -> Floats:
    return np.asarray(np.bincount(at, weights, n), np.float64)


def _ratio(above: Floats, below: Floats) -> Floats:
    """Return a quotient that is zero where nothing is divided by nothing."""
    made: Floats = np.divide(above, below, out=np.zeros(len(above)), where=below > 0)
    return made
