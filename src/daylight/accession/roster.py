"""Who stood how to each bloc at the end of each year, and which states there were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.core.lineages import newest
from daylight.core.states import all_states
from daylight.measures.measure import Columns

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
FIRST = 1949
"""First year whose end is looked at: events are those from 1950 on."""
STANDINGS = (
    "none", "contemplated", "applicant", "observer", "partner", "candidate",
    "full", "suspended", "withdrawing",
)  # fmt: skip
"""Words of the table `bloc_spells`, from the farthest to the closest; the last three are members in
law. Where two hold at once the closer counts."""
FULL = STANDINGS.index("full")
LEAST_MEMBERS = 2


@dataclass(frozen=True, eq=False)
class Roster:
    """Standings at the ends of years from :data:`FIRST`, and on the day asked for.

    Attributes
    ----------
    blocs : tuple of str
    cows : ndarray of int, shape (s,)
        Today's numbers of the states.
    days : tuple of date
        Ends of years, and last the day asked for, which may be one of them.
    standing : ndarray of int8, shape (t, b, s)
        Places in :data:`STANDINGS`.
    alive : ndarray of bool, shape (t, s)
        Whether there was such a state.
    """

    blocs: tuple[str, ...]
    cows: Ints
    days: tuple[date, ...]
    standing: NDArray[np.int8]
    alive: Bools

    @property
    def member(self) -> Bools:
        """Whether a state is a member in law, suspended or on its way out as it may be."""
        return np.asarray((self.standing >= FULL) & self.alive[:, None, :])

    @property
    def ends(self) -> int:
        """How many of the days are ends of years."""
        return len(self.days) - (self.days[-1] != date(self.days[-1].year, 12, 31))


def roster(spells: Columns, day: date) -> Roster:
    """Return the standings that had begun by a day; ends after it are not known on it.

    Parameters
    ----------
    spells : Columns
        bloc, cow, start, end, status: rows of `bloc_spells`.
    day : date

    Raises
    ------
    BadInput
        For a standing that has no place here.
    """
    days = [date(year, 12, 31) for year in range(FIRST, day.year)] + [day]
    cows = np.unique(list(_today().values()))
    blocs = np.unique(spells["bloc"].astype(str))
    at = np.array(days, "datetime64[D]")
    start, end = (np.asarray(spells[name], "datetime64[D]") for name in ("start", "end"))
    standing = np.zeros((len(days), len(blocs), len(cows)), np.int8)
    of_bloc = np.searchsorted(blocs, spells["bloc"].astype(str))
    of_state = place_of(cows, spells["cow"])
    for k, word in enumerate(spells["status"].tolist()):
        here = (at >= start[k]) & (np.isnat(end[k]) | (at < end[k]))
        cell = standing[:, of_bloc[k], of_state[k]]
        cell[here] = np.maximum(cell[here], _place(word))
    return Roster(tuple(blocs.tolist()), cows, tuple(days), standing, _there(cows, days))


@cache
def _today() -> dict[int, int]:
    """Return today's number of the state that each number is or was."""
    return {state.cow: newest(state.cow) for state in all_states()}


def place_of(cows: Ints, numbers: Iterable[int]) -> Ints:
    """Return the places of states among `cows`, today's numbers in order."""
    now = _today()
    return np.searchsorted(cows, np.array([now[int(cow)] for cow in numbers], np.int64))


def _place(word: str) -> int:
    if word not in STANDINGS[1:]:
        raise BadInput(
            f"A bloc spell has the standing {word!r}; known are {', '.join(STANDINGS[1:])}."
            " Give a new one its place in accession/roster.py."
        )
    return STANDINGS.index(word)


def _there(cows: Ints, days: list[date]) -> Bools:
    """Return which states there were on each day."""
    alive = np.zeros((len(days), len(cows)), bool)
    at = np.array(days, "datetime64[D]")
    for state in all_states():
        cell = alive[:, place_of(cows, [state.cow])[0]]
        for spell in state.spells:
            end = np.datetime64(spell.end or days[-1])
            cell |= (at >= np.datetime64(spell.start)) & (at <= end)
    return alive
