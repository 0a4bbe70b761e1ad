"""The pull of each state on each other in a year, by dimension."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

import numpy as np

from daylight.measures.measure import World
from daylight.pulls.drawn import generator
from daylight.pulls.economic import economic
from daylight.pulls.military import military
from daylight.pulls.political import political
from daylight.pulls.square import Floats, Ints, Roll
from daylight.store.atlas import Atlas

Dimension = Literal["military", "political", "economic"]
Leaning = Literal["military", "economic"]
"""Dimensions in which one state leans on another; in politics it only stands near."""
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
TABLES = ("ledger_items", "ledgers", "capabilities", "trade", "economies")
"""Tables that pulls rest on."""


@dataclass(frozen=True, eq=False)
class Pulls:
    """Pulls of a year. Rows are the states that are drawn, columns those that draw.

    Attributes
    ----------
    roll : Roll
    military, economic : ndarray, shape (n, n)
        Parts of one: of the strength that stands behind a state and of the arms it carries; of
        its trade, NaN in the row of a state whose partners are not known.
    political : ndarray, shape (n, n)
        The column's place among all states in the row's political cooperation less conflict.
    drawn : dict
        By dimension: the same as it might be, shape (DRAWS, n, n).
    strength_of : int
        Last year of capabilities in it.
    trade_of : ndarray of int, shape (n,)
        The year of each state's trade; 0 where it is not known.
    """

    roll: Roll
    military: Floats
    political: Floats
    economic: Floats
    drawn: dict[Dimension, Floats]
    strength_of: int
    trade_of: Ints

    def of(self, dimension: Dimension) -> Floats:
        """Return the square of a dimension."""
        squares = {"military": self.military, "political": self.political}
        return squares.get(dimension, self.economic)

    def toward(self, dimension: Dimension, column: int) -> Floats:
        """Return the pull of one state on all; shape (n,), NaN where it is not known."""
        return _without(self.of(dimension)[:, column], column)

    def drawn_toward(self, dimension: Dimension, column: int) -> Floats:
        """Return the pull of one state on all as it might be, shape (DRAWS, n)."""
        return _without(self.drawn[dimension][:, :, column], column)


def _without(pull: Floats, own: int) -> Floats:
    found = pull.copy()
    found[..., own] = np.nan
    return found


def pulls_of(world: World, year: int) -> Pulls:
    """Return the pulls of a year.

    Errors of pairs are drawn as if they were independent: what is wrong with a state as a whole,
    such as a total that it does not report, is drawn anew for each pair.

    Parameters
    ----------
    world : World
        With :data:`TABLES`.
    year : int
        Within the years of the ledgers.
    """
    roll, rng = Roll.of(year), generator(year)
    items, ledgers = world.years("ledger_items", year, year), world.years("ledgers", year, year)
    strengths = world.rows("capabilities")
    strength_of = min(year, int(strengths["year"].max()))
    then = strengths["year"] == strength_of
    cinc = roll.by_state(strengths["cow"][then], strengths["cinc"][then])
    arms, drawn_arms = military(roll, items, ledgers, cinc, rng)
    line, drawn_line = political(roll, ledgers, rng)
    trade, drawn_trade, when = economic(world, roll, rng)
    drawn: dict[Dimension, Floats] = {
        "military": drawn_arms, "political": drawn_line, "economic": drawn_trade,
    }  # fmt: skip
    return Pulls(roll, arms, line, trade, drawn, strength_of, when)


@lru_cache(maxsize=4)
def pulls(atlas: Atlas, year: int) -> Pulls:
    """Return the pulls of a year; kept, since several parts of an answer ask for them."""
    return pulls_of(atlas, year)
