"""The step of the table of trade."""

from __future__ import annotations

import polars as pl

from daylight.core.periods import FIRST_YEAR
from daylight.core.states import members
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step
from daylight.tables.trade.market_gdp import market_gdp
from daylight.tables.trade.shares import trade, yearly_members


def _make(inputs: Inputs) -> pl.DataFrame:
    cow = inputs.source("cow_trade")
    gdp = market_gdp(
        inputs.source("gdp")["gdp"],
        inputs.source("gdp_nominal")["gdp_nominal"],
        inputs.source("us_prices")["prices"],
    )
    years = range(FIRST_YEAR, inputs.result(LAST_FULL_YEAR) + 1)
    system = yearly_members({year: members(year) for year in years})
    itpd = inputs.source("itpd")["flows"]
    flows, totals, holes = cow["flows"], cow["totals"], cow["holes"]
    return trade(flows, totals, holes, itpd, gdp, system, inputs.log("trade"))


STEPS = (
    Step(
        "trade",
        _make,
        sources=("cow_trade", "itpd", "gdp", "gdp_nominal", "us_prices"),
        needs=(LAST_FULL_YEAR,),
    ),
)
