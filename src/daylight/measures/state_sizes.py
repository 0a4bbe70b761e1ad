"""Sizes of states by year: GDP and all goods traded, with the errors of their sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from daylight.core.estimate import Z
from daylight.core.status import CARRIED, OBSERVED
from daylight.measures.measure import World
from daylight.measures.spans import as_of_measure
from daylight.measures.state_measure import StateMeasure, StateValues, state_values
from daylight.measures.trade import significant
from daylight.store.schemas.trade import (
    ECONOMY_STEP,
    FLOWS,
    GDP_STATUSES,
    SIZES,
    TOTAL_STATUSES,
    TRADE_SD_STEP,
)

WORKED_OUT = {"gdp": GDP_STATUSES.index("carried"), "goods": TOTAL_STATUSES.index("estimated")}
"""The status of ``economies`` that says of a size that it is carried past its sources."""
Compute = Callable[[World, int, int], StateValues]


def _size(
    name: Literal["gdp", "goods"], constant: bool
) -> Callable[[World, int, int], StateValues]:
    """Return the function that reads a size in millions of dollars, of 2015 or of the year."""

    def compute(world: World, start: int, end: int) -> StateValues:
        rows = world.years("economies", start, end)
        price = rows["price"].astype(float) if constant else 1.0
        value = significant(np.exp(rows[name].astype(float) * ECONOMY_STEP) * price)
        sd = np.nan_to_num(rows[f"{name}_sd"].astype(float)) * TRADE_SD_STEP
        guessed = rows[f"{name}_status"].astype(float) == WORKED_OUT[name]
        ends = significant(value / np.exp(Z * sd)), significant(value * np.exp(Z * sd))
        status = np.where(guessed, CARRIED, OBSERVED)
        return state_values(rows["cow"], rows["year"], value, *ends, status)

    return compute


STATE_SIZES: tuple[StateMeasure, ...] = (
    StateMeasure(
        name="gdp",
        title="GDP",
        unit="millions of US dollars of 2015",
        about="""
        Gross domestic product at market rates, at US consumer prices of 2015.

        From several sources that are brought to one level; the interval grows where they differ,
        and what is carried past them has that status. It is no GDP at purchasing power.
        """,
        low=0.0,
        high=float("inf"),
        table="economies",
        interval="differences of sources",
        citation="Daylight: docs/methods/trade-flows",
        method="trade-flows",
        compute=_size("gdp", True),
        span=as_of_measure("trade_dependence"),
        sources=SIZES,
    ),
    StateMeasure(
        name="gdp_current",
        title="GDP in current dollars",
        unit="millions of current US dollars",
        about="The same as `gdp`, in dollars of the year.",
        low=0.0,
        high=float("inf"),
        table="economies",
        interval="differences of sources",
        citation="Daylight: docs/methods/trade-flows",
        method="trade-flows",
        compute=_size("gdp", False),
        span=as_of_measure("trade_dependence"),
        sources=SIZES,
    ),
    StateMeasure(
        name="trade_total",
        title="All goods traded",
        unit="millions of US dollars of 2015",
        about="Goods that the state imports and exports, with all partners, at prices of 2015.",
        low=0.0,
        high=float("inf"),
        table="economies",
        interval="differences of reports",
        citation="Barbieri & Keshk 2016, Correlates of War Trade",
        method="trade-flows",
        compute=_size("goods", True),
        span=as_of_measure("trade_share"),
        sources=(*FLOWS, "us_prices"),
    ),
)
