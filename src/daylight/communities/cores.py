"""How likely each state is with the core of its community, and with those of others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.communities.partition import Together

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NONE = -1
SURE = 0.5
"""Least chance that makes a state a member; below it no community can be told."""
LEAST = 3
"""Sure members that a community has at least: two are a pair."""
CORE = 2
"""States of a core at least, so that each has another to be with."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each state of a year belongs; arrays of shape (n,).

    Attributes
    ----------
    own : ndarray of int
        Number of its community, -1 where none can be told.
    chance : ndarray of float
        Chance to be with its core; NaN where there is none.
    second : ndarray of int
        The community that is likeliest besides, -1 where there is none or its chance is zero. Its
        chance can pass a half too, for a state between two, and in runs that have both as one.
    second_chance : ndarray of float
        NaN where there is none.
    """

    own: Ints
    chance: Floats
    second: Ints
    second_chance: Floats


def places(found: Together, groups: Ints) -> Places:
    """Return where each state of a year belongs.

    Parameters
    ----------
    found : Together
    groups : ndarray of int, shape (n,)
        The communities of the consensus.
    """
    numbers = np.unique(groups)
    chances = np.column_stack([with_core(found, groups == number) for number in numbers])
    row = np.arange(len(groups))
    at = np.searchsorted(numbers, groups)
    sure = chances[row, at] >= SURE
    stands = np.bincount(at[sure], minlength=len(numbers)) >= LEAST
    ranked = np.where(stands, chances, NONE)
    # the consensus holds a state through years; the year alone may say that it is with another
    best = ranked.argmax(axis=1)
    best = np.where(ranked[row, at] >= ranked[row, best], at, best)
    chance = ranked[row, best]
    told = chance >= SURE
    ranked[row[told], best[told]] = NONE
    second = ranked.argmax(axis=1)
    second_chance = ranked[row, second]
    other = second_chance > 0
    return Places(
        np.where(told, numbers[best], NONE),
        np.where(told, chance, np.nan),
        np.where(other, numbers[second], NONE),
        np.where(other, second_chance, np.nan),
    )


def with_core(found: Together, members: NDArray[np.bool_]) -> Floats:
    """Return the chance of each state to be with the core of a community, shape (n,).

    The core is the half of the members that are most often with the others, with those that are
    as often. The chance is the mean share of runs in which the state is together with a state of
    the core, itself left out.

    Parameters
    ----------
    found : Together
    members : ndarray of bool, shape (n,)
    """
    size = int(members.sum())
    if size < CORE:
        return np.zeros(len(members))
    # whole numbers, so that those who are as often together are so in every order of adding
    times = found.times.astype(np.int64)
    others = (times[:, members].sum(axis=1) - found.runs)[members]
    half = max(CORE, (size + 1) // 2)
    core = members.copy()
    core[members] = others >= np.sort(others)[-half]
    counted = times[:, core].sum(axis=1) - found.runs * core
    made: Floats = counted / (found.runs * (core.sum() - core))
    return made
