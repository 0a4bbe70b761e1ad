"""Communities through the years: one partition of all states and years that agrees best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from daylight.communities.leiden import graph, leiden
from daylight.communities.partition import Together
from daylight.core.lineages import newest

Ints = NDArray[np.int64]
HOLD = 3.0
"""What it is worth that a state stays where it was the year before: as much as this many other
states of which it is sure that they are with it. Of 1, 3 and 6 the lowest at which less than one
state in a hundred a year moves and is back within three years."""
TRIES = 2


def through_years(found: Sequence[Together], hold: float = HOLD, seed: int = 0) -> list[Ints]:
    """Return the community of each state in each year; a number is one community in all years.

    Parameters
    ----------
    found : sequence of Together
        One a year, years rising; years may be missing, and the two beside the gap are then not
        held together.
    hold : float
        See :data:`HOLD`; 0 takes each year by itself.
    seed : int

    Returns
    -------
    list of ndarray of int
        For each year, in the order of its states. It is the best of :data:`TRIES` runs.

    Notes
    -----
    Two states of a year count for one community by how much more often than not the runs have
    them together. The same state in two years that follow counts by `hold`: the slices of Mucha
    et al. (2010), here for the consensus of runs and not for the ties, so that chances of a year
    rest on that year alone.
    """
    starts = np.cumsum([0, *(len(one.states) for one in found)])
    ends: list[tuple[Ints, Ints, NDArray[np.float64]]] = []
    for one, start in zip(found, starts, strict=False):
        i, j = np.triu_indices(len(one.states), 1)
        share = 2.0 * one.times[i, j] / one.runs - 1.0
        ends.append((i + start, j + start, share))
    for before, after, at, to in zip(found, found[1:], starts, starts[1:], strict=False):
        if after.year == before.year + 1:
            _, i, j = np.intersect1d(_lines(before), _lines(after), return_indices=True)
            ends.append((i + at, j + to, np.full(len(i), hold)))
    i, j, weights = (np.concatenate(parts) for parts in zip(*ends, strict=True))
    # whole numbers: see leiden
    weights = np.rint(weights * 1000)
    network = graph(int(starts[-1]), i, j)
    tries = [leiden(network, weights, seed + k + 1, -1) for k in range(TRIES)]
    best = max(tries, key=lambda made: float(weights[made[i] == made[j]].sum()))
    return [best[a:b] for a, b in pairwise(starts)]


def _lines(one: Together) -> Ints:
    return np.array([newest(cow) for cow in one.states.tolist()], np.int64)
