"""Commitments of a year as a square matrix, and similarity measures of its rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.states import members
from daylight.measures.measure import CODED, Measure, Values, World, coded
from daylight.stats.portfolio import Floats, joint_shares
from daylight.stats.valued import valued

Score = Callable[[Floats], Floats]
Weigh = Callable[[World, int, NDArray[np.int64]], Floats | None]


def commitments(
    world: World, year: int, suffix: str = ""
) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
    """Return the states of a year, by COW number, and their valued commitments.

    ``matrix[i, k]`` is the commitment of state i to state k, 0 to 3; see
    :func:`daylight.stats.valued.valued`.
    """
    states = np.array(members(year), np.int64)
    rows = world.years("alliances", year, year)
    known = np.isin(rows["a"], states) & np.isin(rows["b"], states)
    i = np.searchsorted(states, rows["a"][known])
    k = np.searchsorted(states, rows["b"][known])
    matrix = np.zeros((len(states), len(states)), np.int8)
    matrix[i, k] = valued(rows[f"ab{suffix}"][known].astype(np.int64))
    matrix[k, i] = valued(rows[f"ba{suffix}"][known].astype(np.int64))
    return states, matrix


def unweighted(world: World, year: int, states: NDArray[np.int64]) -> Floats | None:
    """Weigh all states alike."""
    return None


def similarity_measure(
    name: str,
    title: str,
    score: Score,
    citation: str,
    about: str,
    weigh: Weigh = unweighted,
    suffix: str = "",
    sources: tuple[str, ...] = (),
) -> Measure:
    """Return a measure that compares two states' rows of the commitment matrix.

    The own cell holds the highest commitment, the field's convention.
    """

    def compute(world: World, start: int, end: int) -> Values:
        parts = [_year(world, year) for year in range(start, end + 1)]
        return coded(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _year(world: World, year: int) -> tuple[NDArray[Any], ...]:
        states, matrix = commitments(world, year, suffix)
        i, k = np.triu_indices(len(states), 1)
        weights = weigh(world, year, states)
        known = np.arange(len(states)) if weights is None else np.flatnonzero(weights > 0)
        full = np.full((len(states), len(states)), np.nan)
        if len(known):
            inner = matrix[np.ix_(known, known)]
            full[np.ix_(known, known)] = score(
                joint_shares(inner, weights=None if weights is None else weights[known])
            )
        return states[i], states[k], np.full(len(i), year), full[i, k]

    return Measure(
        name=name,
        title=title,
        unit="score, 1 is the same portfolio",
        about=about,
        low=-1.0,
        high=1.0,
        directed=False,
        undirected="same",
        table="alliances",
        absence="missing",
        interval=CODED,
        citation=citation,
        method="alliances",
        compute=compute,
        sources=sources,
    )
