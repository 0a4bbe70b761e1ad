"""Trade of pairs as it is read: from steps of the logarithm to dollars, shares, dependence.

With V the goods of two states both ways, null unless both directions are known,

    share_ab = V / all goods of a,    dependence_ab = V / GDP of a,

and V in dollars of 2015 by US consumer prices. A direction of which none is recorded is zero; one
that is not observable or unknown is not. Nothing else computes these numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import NUMBERS
from daylight.measures.measure import Columns, Floats, World
from daylight.store.schemas.trade import (
    ECONOMY_STEP,
    FLOW_STATUSES,
    FLOW_STEP,
    TRADE_SD_STEP,
)

Ints = NDArray[np.int64]
NONE = FLOW_STATUSES.index("none_recorded")
UNKNOWN = FLOW_STATUSES.index("unknown")
ESTIMATED = FLOW_STATUSES.index("estimated")


@dataclass(frozen=True)
class Side:
    """One of the two states of each pair and year.

    Attributes
    ----------
    goods, gdp : ndarray of float
        All goods that it trades, and its GDP, millions of current US dollars; NaN where not known.
    share, dependence : ndarray of float
        Trade with the other over these two.
    share_sd, dependence_sd : ndarray of float
        Log standard deviations, the errors of both parts taken as independent.
    """

    goods: Floats
    gdp: Floats
    share: Floats
    dependence: Floats
    share_sd: Floats
    dependence_sd: Floats


@dataclass(frozen=True)
class Goods:
    """Trade of all stored pairs and years, a < b.

    Attributes
    ----------
    a, b, year : ndarray of int
    ab, ba : ndarray of float
        Goods from a to b and back, millions of current US dollars; 0 where none is recorded, NaN
        where not known.
    log_sd : ndarray of float
        Of both together; 0 where nothing is known against the value.
    status_ab, status_ba, source : ndarray
        Codes of :mod:`daylight.store.schemas.trade`; `source` is NaN where there is none.
    price : ndarray of float
        US dollars of 2015 in one of the year.
    of_a, of_b : Side
    """

    a: Ints
    b: Ints
    year: Ints
    ab: Floats
    ba: Floats
    log_sd: Floats
    status_ab: Ints
    status_ba: Ints
    source: Floats
    price: Floats
    of_a: Side
    of_b: Side

    @cached_property
    def volume(self) -> Floats:
        """Both directions, millions of current US dollars; NaN unless both are known."""
        return self.ab + self.ba

    @cached_property
    def at_least(self) -> Floats:
        """What is known of both: a lower bound, and no value where one is not known."""
        return np.nan_to_num(self.ab) + np.nan_to_num(self.ba)

    @cached_property
    def constant(self) -> Floats:
        """The volume in millions of US dollars of 2015."""
        return self.volume * self.price

    @cached_property
    def worked_out(self) -> NDArray[np.bool_]:
        """Whether a direction was worked out, since no side reports it."""
        return np.asarray(self.status == ESTIMATED)

    @cached_property
    def status(self) -> Ints:
        """The worse of the two directions; of which none is recorded does not make it worse."""
        ranks = [np.where(one == NONE, -1, one) for one in (self.status_ab, self.status_ba)]
        worst = np.maximum(*ranks)
        return np.where(worst < 0, NONE, worst)


def goods(world: World, start: int, end: int) -> Goods:
    """Return trade of all pairs from `start` to `end`, both included."""
    rows, sizes = world.years("trade", start, end), world.years("economies", start, end)
    ab, ba = (flow(rows, way) for way in ("ab", "ba"))
    sd = np.nan_to_num(rows["log_sd"].astype(float)) * TRADE_SD_STEP
    keys = _keys(sizes["cow"], sizes["year"])
    order = np.argsort(keys, kind="stable")
    a, b, year = (np.asarray(rows[name], np.int64) for name in ("a", "b", "year"))
    of_a, of_b = (_rows(keys[order], _keys(cow, year)) for cow in (a, b))
    economies = {name: sizes[name].astype(float)[order] for name in sizes}
    price = np.fmax(_taken(economies["price"], of_a), _taken(economies["price"], of_b))
    return Goods(
        a,
        b,
        year,
        ab,
        ba,
        log_sd=sd,
        status_ab=np.asarray(rows["status_ab"], np.int64),
        status_ba=np.asarray(rows["status_ba"], np.int64),
        source=rows["source"].astype(float),
        price=price,
        of_a=_side(economies, of_a, ab + ba, sd),
        of_b=_side(economies, of_b, ab + ba, sd),
    )


def flow(rows: Columns, way: str) -> Floats:
    """Return one direction of rows of ``trade``, ``ab`` or ``ba``, in millions of US dollars.

    Zero where none is recorded, NaN where it is not known.
    """
    value = np.exp(rows[way].astype(float) * FLOW_STEP)
    return np.where(rows[f"status_{way}"] == NONE, 0.0, value)


def _side(economies: Columns, at: Ints, volume: Floats, sd: Floats) -> Side:
    traded, gdp = (np.exp(_taken(economies[n], at) * ECONOMY_STEP) for n in ("goods", "gdp"))
    traded_sd, gdp_sd = (_taken(economies[f"{n}_sd"], at) * TRADE_SD_STEP for n in ("goods", "gdp"))
    return Side(
        traded,
        gdp,
        share=np.minimum(volume / traded, 1.0),  # a step may pass the whole
        dependence=volume / gdp,
        share_sd=np.hypot(sd, traded_sd),
        dependence_sd=np.hypot(sd, gdp_sd),
    )


def _rows(keys: Ints, mine: Ints) -> Ints:
    """Return where each of `mine` stands among sorted `keys`; -1 where it does not."""
    if not len(keys):
        return np.full(len(mine), -1)
    at = np.minimum(np.searchsorted(keys, mine), len(keys) - 1)
    return np.where(keys[at] == mine, at, -1)


def _taken(column: Floats, at: Ints) -> Floats:
    if not len(column):
        return np.full(len(at), np.nan)
    return np.where(at < 0, np.nan, column[at])


def _keys(cow: NDArray[np.int64], year: NDArray[np.int64]) -> Ints:
    return np.asarray(year, np.int64) * NUMBERS + np.asarray(cow, np.int64)
