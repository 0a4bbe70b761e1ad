"""Communities by name: each by its strongest member, and by a number that it keeps for years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.communities.cores import NONE, Places

Ints = NDArray[np.int64]


def lines(found: Sequence[Places]) -> dict[int, int]:
    """Return the lasting number of each community: from 1, by its first year, then its size."""
    first: dict[int, tuple[int, int, int]] = {}
    for year, one in enumerate(found):
        for group, size in zip(*np.unique(one.own, return_counts=True), strict=True):
            if group != NONE:
                first.setdefault(int(group), (year, -int(size), int(group)))
    return {group: k for k, group in enumerate(sorted(first, key=lambda g: first[g]), 1)}


def leaders(own: Ints, states: Ints, power: Mapping[int, float]) -> dict[int, int]:
    """Return the member of each community with most capabilities, by community.

    Parameters
    ----------
    own : ndarray of int, shape (n,)
    states : ndarray of int, shape (n,)
        COW numbers.
    power : mapping of int to float
        Capabilities by COW number. Who has none known comes last; of equals, the lower number.
    """
    best: dict[int, int] = {}
    order = sorted(range(len(states)), key=lambda k: (-power.get(int(states[k]), 0.0), states[k]))
    for k in order:
        if own[k] != NONE:
            best.setdefault(int(own[k]), int(states[k]))
    return best


def rows(
    year: int, states: Ints, one: Places, power: Mapping[int, float], numbers: Mapping[int, int]
) -> pl.DataFrame:
    """Return the rows of a year in the table `communities`.

    Parameters
    ----------
    numbers : mapping of int to int
        From :func:`lines`.
    """
    label = leaders(one.own, states, power)
    columns: dict[str, list[int | None]] = {"cow": states.tolist()}
    columns["year"] = [year] * len(states)
    parts = (("", one.own, one.chance), ("second_", one.second, one.second_chance))
    for prefix, groups, chance in parts:
        # a community that nobody is sure to be in has no name, and is none
        named = [g if g in label else NONE for g in groups.tolist()]
        columns[f"{prefix}community"] = [label.get(g) for g in named]
        columns[f"{prefix}line"] = [numbers[g] if g != NONE else None for g in named]
        columns[f"{prefix}chance"] = [
            round(100 * c) if g != NONE else None
            for g, c in zip(named, chance.tolist(), strict=True)
        ]
    return pl.DataFrame(columns, dict.fromkeys(columns, pl.Int16))
