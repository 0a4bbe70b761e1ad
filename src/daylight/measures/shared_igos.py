"""International organisations that two states share, each by how exclusive it is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.states import members
from daylight.measures.measure import CODED, Floats, Measure, Values, World, coded
from daylight.measures.ties import live

TABLE = "igo_members"
ABOUT = """
Intergovernmental organisations with both as full members, each by how exclusive it is.

The sum, over the organisations of COW IGO 3.0 in which both are full members that year, of
``log2(N / m)``: N states of the system, m of them full members. This is how surprising it is
that a state is a member (the inverse document frequency of Sparck Jones 1972). An organisation
of all states weighs nothing, one of half of them 1 bit, one of an eighth 3 bits.

It counts seats and not what is done in them: rivals sit in many organisations together, and
rich and European states have more of everything. Organisations whose members of the year are not
known count for none (8 % of them in 2014). Before 1965 dates are right to about five years.
"""


def compute(world: World, start: int, end: int) -> Values:
    """Return the value of every pair of coded states; a year without any member has none."""
    rows, holes = world.rows(TABLE), world.rows("holes")
    mine = holes["table"] == TABLE
    names, igo = np.unique(rows["igo"].astype(str), return_inverse=True)
    years = []
    for year in range(start, end + 1):
        gone = holes["cow"][mine & live(holes, year)]
        states = np.setdiff1d(np.array(members(year), np.int64), gone)
        use = live(rows, year) & np.isin(rows["cow"], states)
        seats = np.zeros((len(states), len(names)))
        seats[np.searchsorted(states, rows["cow"][use]), igo[use]] = 1
        years.append(_year(year, states, seats))
    return coded(*(np.concatenate(column) for column in zip(*years, strict=True)))


def _year(year: int, states: NDArray[np.int64], seats: Floats) -> tuple[NDArray[Any], ...]:
    """Return a, b, year and value of all pairs of a year."""
    i, k = np.triu_indices(len(states) if seats.any() else 0, 1)
    value = np.zeros((len(states), len(states)))
    for seat, bits in zip(seats.T > 0, exclusiveness(seats), strict=True):
        value[np.ix_(seat, seat)] += bits  # in one order: see daylight.stats.sums
    return states[i], states[k], np.full(len(i), year), value[i, k]


def exclusiveness(seats: Floats) -> Floats:
    """Return the weight of each organisation in bits: ``log2(N / m)``, 0 where m is 0.

    Parameters
    ----------
    seats : ndarray
        A row for each of N states, a column for each organisation: 1 for a member, else 0.
    """
    size = seats.sum(axis=0)
    return np.log2(len(seats) / np.where(size > 0, size, len(seats)))


MEASURE = Measure(
    name="shared_igos",
    title="Shared international organisations, by exclusiveness",
    unit="bits: sum of log2(states / members)",
    about=ABOUT,
    low=0.0,
    high=float("inf"),
    directed=False,
    undirected="same",
    table=TABLE,
    absence="missing",
    interval=CODED,
    citation="Sparck Jones 1972, Journal of Documentation 28:11-21",
    method="organisations",
    compute=compute,
)
