"""The steps of trade to the present: flows, totals, GDP, and volumes of pairs."""

from __future__ import annotations

import polars as pl

from daylight.core.states import members
from daylight.sources.kit.ties.lineages import years_of
from daylight.tables.flows.cells import FIRST, LAST
from daylight.tables.flows.flows import Given, flows
from daylight.tables.flows.gdp import gdp_to_present
from daylight.tables.flows.totals import goods_totals
from daylight.tables.flows.volumes import volumes
from daylight.tables.step import Inputs, Step
from daylight.tables.trade.shares import yearly_members

COMECON = "COMECON"


def _flows(inputs: Inputs) -> pl.DataFrame:
    imts, cow = inputs.source("imts"), inputs.source("cow_trade")
    return flows(
        Given(
            dots=inputs.source("imf_dots")["flows"],
            imts=imts["flows"],
            means=imts["means"],
            baci=inputs.source("baci_totals")["flows"],
            icio=inputs.source("icio")["flows"],
            energy=inputs.source("energy")["flows"],
            cow=cow["flows"],
            cow_totals=cow["totals"],
            comecon=full_members(inputs.source("blocs")["bloc_spells"], COMECON),
            members=yearly_members({year: members(year) for year in range(FIRST, LAST + 1)}),
        )
    )


def full_members(spells: pl.DataFrame, bloc: str) -> pl.DataFrame:
    """Return cow, year: full members of a bloc on any day of the year.

    Parameters
    ----------
    spells : DataFrame
        bloc, cow, status, start, end (dates, the end the first day after): table `bloc_spells` of
        the source `blocs`.
    """
    mine = spells.filter((pl.col("bloc") == bloc) & (pl.col("status") == "full"))
    last = pl.col("end") - pl.duration(days=1)
    years = mine.select(
        "cow",
        start=pl.col("start").dt.year().cast(pl.Int16),
        end=last.dt.year().cast(pl.Int16),
    )
    return years_of(years, FIRST, LAST).select("cow", "year").unique()


def _totals(inputs: Inputs) -> pl.DataFrame:
    dots, cow = inputs.source("imf_dots")["totals"], inputs.source("cow_trade")["totals"]
    return goods_totals(inputs.table("trade_flows"), dots, cow)


def _gdp(inputs: Inputs) -> pl.DataFrame:
    return gdp_to_present(
        inputs.source("gdp")["gdp"],
        inputs.source("gdp_nominal")["gdp_nominal"],
        inputs.source("gdp_recent")["gdp_recent"],
        inputs.source("gdp_factbook")["gdp_factbook"],
        inputs.source("us_prices")["prices"],
    )


def _volumes(inputs: Inputs) -> pl.DataFrame:
    return volumes(
        inputs.table("trade_flows"),
        inputs.table("trade_totals"),
        inputs.table("gdp_to_present"),
        inputs.source("us_prices")["prices"],
    )


STEPS = (
    Step(
        "trade_flows",
        _flows,
        sources=("imf_dots", "imts", "baci_totals", "icio", "energy", "cow_trade", "blocs"),
        stored=False,
    ),
    Step(
        "trade_totals",
        _totals,
        sources=("imf_dots", "cow_trade"),
        needs=("trade_flows",),
        stored=False,
    ),
    Step(
        "gdp_to_present",
        _gdp,
        sources=("gdp", "gdp_nominal", "gdp_recent", "gdp_factbook", "us_prices"),
        stored=False,
    ),
    Step(
        "trade_volumes",
        _volumes,
        sources=("us_prices",),
        needs=("trade_flows", "trade_totals", "gdp_to_present"),
        stored=False,
    ),
)
