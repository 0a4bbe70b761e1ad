"""Measures of shared blocs: how many of a kind both states are full members of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.states import members
from daylight.measures.measure import CODED, Measure, Values, World, coded

MEMBER = ("full", "withdrawing")
"""Standings of a member: one that has announced its leave is one until it is gone."""
CITATION = "Daylight bloc table; each row carries its citation"


def shared(kinds: tuple[str, ...]) -> Callable[[World, int, int], Values]:
    """Return the function that counts blocs of these kinds shared on any day of a year."""

    def compute(world: World, start: int, end: int) -> Values:
        blocs, spells = world.rows("blocs"), world.rows("bloc_spells")
        # an atlas built before there were others has none that does not count
        counts = (blocs["ties"] != "no") & np.isin(blocs["kind"], kinds)
        wanted = blocs["bloc"][counts]
        use = np.isin(spells["status"], MEMBER) & np.isin(spells["bloc"], wanted)
        first = spells["start"][use].astype("datetime64[Y]").astype(int) + 1970
        last = spells["end"][use].astype("datetime64[D]") - np.timedelta64(1, "D")
        final = last.astype("datetime64[Y]").astype(float) + 1970
        final = np.where(np.isnat(last), np.inf, final)
        parts = [
            _year(year, spells["bloc"][use], spells["cow"][use], (first <= year) & (year <= final))
            for year in range(start, end + 1)
        ]
        return coded(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    return compute


def _year(
    year: int, bloc: NDArray[np.object_], cow: NDArray[np.int64], live: NDArray[np.bool_]
) -> tuple[NDArray[Any], ...]:
    """Count shared blocs for every pair of states of one year; pairs with none are left out."""
    states = np.array(members(year), np.int64)
    live = live & np.isin(cow, states)
    names, column = np.unique(bloc[live].astype(str), return_inverse=True)
    member = np.zeros((len(states), len(names)))
    member[np.searchsorted(states, cow[live]), column] = 1
    i, k = np.triu_indices(len(states), 1)
    count = (member @ member.T)[i, k]
    some = count > 0
    return states[i][some], states[k][some], np.full(int(some.sum()), year), count[some]


def bloc_measure(name: str, title: str, kinds: tuple[str, ...], about: str) -> Measure:
    """Return the measure that counts shared blocs of these kinds."""
    return Measure(
        name=name,
        title=title,
        unit="number of blocs with both as full members",
        about=about,
        low=0.0,
        high=100.0,
        directed=False,
        undirected="same",
        table="bloc_spells",
        absence="structural_zero",
        interval=CODED,
        citation=CITATION,
        method="blocs",
        compute=shared(kinds),
    )


BLOCS: tuple[Measure, ...] = (
    bloc_measure(
        "shared_blocs",
        "Shared blocs",
        ("military", "political", "economic"),
        "Blocs of any kind that both are full members of, at any time of the year.",
    ),
    bloc_measure(
        "shared_military_blocs",
        "Shared military blocs",
        ("military",),
        "Military blocs that both are full members of, at any time of the year.",
    ),
    bloc_measure(
        "shared_political_blocs",
        "Shared political blocs",
        ("political",),
        "Political blocs that both are full members of, at any time of the year.",
    ),
    bloc_measure(
        "shared_economic_blocs",
        "Shared economic blocs",
        ("economic",),
        "Economic blocs that both are full members of, at any time of the year.",
    ),
)
