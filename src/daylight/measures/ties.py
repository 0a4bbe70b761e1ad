"""Shared part of the measures of coded ties: treaties, forces, disputes, visits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.states import members
from daylight.measures.measure import CODED, Columns, Measure, Undirected, Values, World, coded

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def tie_measure(
    name: str,
    *,
    title: str,
    unit: str,
    about: str,
    citation: str,
    method: str,
    sources: tuple[str, ...],
    supplied: str | None = None,
    directed: bool = False,
    fold: Undirected = "higher",
    low: float = 0.0,
    high: float = float("inf"),
    fraction: bool = False,
) -> Measure:
    """Return the measure that reads the tie of the same name.

    A pair that the source would list has a value in every covered year: its coded one, or
    zero. Other pairs are missing.

    Parameters
    ----------
    sources : tuple of str
        Sources that the rows of the tie are made from.
    supplied : str or None
        The one of them that the user must supply.
    fold : {"lower", "higher", "known"}
        How the two directions of a directed tie become one. By "lower" and "higher" both must
        be known. "known" is the higher of those that are: for ties whose source has the other
        direction nowhere, so that it is missing and hides nothing.
    low, high : float
        Bounds of the value.
    fraction : bool
        Whether the value is a fraction that readers know as a percentage.
    """
    return Measure(
        name=name,
        title=title,
        unit=unit,
        about=about,
        low=low,
        high=high,
        directed=directed,
        undirected=fold if directed else "same",
        table="ties",
        absence="missing",
        interval=CODED,
        citation=citation,
        method=method,
        compute=_values(name, directed),
        sources=sources,
        supplied=supplied,
        fraction=fraction,
    )


def _values(name: str, directed: bool) -> Callable[[World, int, int], Values]:
    def compute(world: World, start: int, end: int) -> Values:
        years = [
            (a, b, np.full(len(a), year), value)
            for year, a, b, value in by_year(world, name, start, end, directed)
        ]
        return coded(*(np.concatenate(column) for column in zip(*years, strict=True)))

    return compute


def by_year(
    world: World, name: str, start: int, end: int, directed: bool
) -> Iterator[tuple[int, Ints, Ints, NDArray[np.float64]]]:
    """Return year, a, b and value of every pair that a tie covers or has a row of, year by year."""
    spells = world.ties("ties", name, start, end)
    covers = world.ties("tie_cover", name, start, end)
    for year in range(start, end + 1):
        yield (year, *_year(year, spells, covers, directed))


def _year(
    year: int, spells: Columns, covers: Columns, directed: bool
) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Return a, b and value of every pair that is covered in a year or has a row."""
    states = np.array(members(year), np.int64)
    size = len(states)
    value = np.full((size, size), np.nan)
    known = np.zeros((size, size), bool)
    there = live(covers, year)
    for cow, partner in zip(*_places(states, covers, there), strict=True):
        value[cow, partner], known[cow, partner] = 0.0, True
        if not directed:
            value[partner, cow], known[partner, cow] = 0.0, True
    here = live(spells, year)
    i, k = (np.searchsorted(states, spells[side][here]) for side in ("cow", "partner"))
    value[i, k], known[i, k] = spells["value"][here], True
    if directed:
        known |= known.T
        np.fill_diagonal(known, False)
    else:
        known = np.triu(known, 1)
    i, k = np.nonzero(known)
    return states[i], states[k], value[i, k]


def live(rows: Columns, year: int) -> Flags:
    """Return which spells, from start to end, hold in a year."""
    return np.asarray((rows["start"] <= year) & (year <= rows["end"]))


def _places(states: Ints, covers: Columns, there: Flags) -> tuple[list[Any], list[Any]]:
    """Return where covers stand, by rows and columns: pairs of states at once, then the rest.

    A cover of every state, numbered 0, stands everywhere; one of a state that was not in the
    system nowhere.
    """
    cow, partner = (np.asarray(covers[side][there], np.int64) for side in ("cow", "partner"))
    everyone = (cow == 0) | (partner == 0)
    inside = np.isin(cow, states) & np.isin(partner, states)
    rows: list[Any] = [np.searchsorted(states, cow[inside])]
    columns: list[Any] = [np.searchsorted(states, partner[inside])]
    for one, other in zip(cow[everyone].tolist(), partner[everyone].tolist(), strict=True):
        rows.append(_at(states, one))
        columns.append(_at(states, other))
    return rows, columns


def _at(states: Ints, cow: int) -> Any:
    """Return where a state stands; everything for 0, nothing for a state not in the system."""
    if cow == 0:
        return slice(None)
    found = np.flatnonzero(states == cow)
    return int(found[0]) if len(found) else slice(0, 0)
