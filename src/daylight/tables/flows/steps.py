"""The steps of trade: flows, totals and GDP, the two tables made of them, and what these say."""

from __future__ import annotations

import polars as pl

from daylight.core.states import members
from daylight.sources.blocs.tied import tied
from daylight.sources.kit.ties.lineages import years_of
from daylight.store.schemas.trade import FLOWS, SIZES
from daylight.tables.flows.cells import FIRST, LAST
from daylight.tables.flows.flows import Given, flows
from daylight.tables.flows.gdp import gdp_to_present
from daylight.tables.flows.table import economies, trade
from daylight.tables.flows.totals import goods_totals
from daylight.tables.flows.volumes import volumes
from daylight.tables.step import Inputs, Step

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
            itpd=inputs.source("itpd")["flows"],
            cow=cow["flows"],
            cow_totals=cow["totals"],
            comecon=full_members(tied(inputs.source("blocs"))["bloc_spells"], COMECON),
            members=_system(),
        )
    )


def _system() -> pl.DataFrame:
    """Return cow, year: the state system."""
    rows = [(cow, year) for year in range(FIRST, LAST + 1) for cow in members(year)]
    return pl.DataFrame(rows, {"cow": pl.Int16, "year": pl.Int16}, orient="row")


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


def _trade(inputs: Inputs) -> pl.DataFrame:
    return trade(inputs.table("trade_flows"))


def _economies(inputs: Inputs) -> pl.DataFrame:
    return economies(
        inputs.table("trade_totals"),
        inputs.table("gdp_to_present"),
        inputs.source("us_prices")["prices"],
        _system(),
    )


def _volumes(inputs: Inputs) -> pl.DataFrame:
    return volumes(inputs.table("trade"), inputs.table("economies"))


STEPS = (
    Step("trade_flows", _flows, sources=FLOWS, stored=False),
    Step(
        "trade_totals",
        _totals,
        sources=("imf_dots", "cow_trade"),
        needs=("trade_flows",),
        stored=False,
    ),
    Step("gdp_to_present", _gdp, sources=SIZES, stored=False),
    Step("trade", _trade, needs=("trade_flows",)),
    Step("economies", _economies, sources=("us_prices",), needs=("trade_totals", "gdp_to_present")),
    Step("trade_volumes", _volumes, needs=("trade", "economies"), stored=False),
)
