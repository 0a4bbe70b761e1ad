"""What a cell of trade is: one exporter, importer and year, with value, status and source."""

from __future__ import annotations

from typing import Literal

import polars as pl

from daylight.store.schemas.trade import FLOW_SOURCES, FLOW_STATUSES

Source = Literal["cow", "dots", "imts", "baci", "means", "icio", "comecon", "itpd"]

STATUS = pl.Enum(FLOW_STATUSES)
SOURCE = pl.Enum(FLOW_SOURCES)
"""What the words mean: :mod:`daylight.store.schemas.trade`."""
WITH_VALUE = ("both", "one", "estimated")

PAIR = ["exporter", "importer"]
KEY = [*PAIR, "year"]
SCHEMA = {
    "exporter": pl.Int16(),
    "importer": pl.Int16(),
    "year": pl.Int16(),
    "usd_m": pl.Float64(),
    "log_sd": pl.Float64(),
    "status": STATUS,
    "source": SOURCE,
}
"""``usd_m``: millions of current US dollars at the importer's border (CIF). ``log_sd``: standard
deviation of the log of the value as a stand-in for what the importer would report; 0 where it is
that report."""

FIRST, LAST = 1870, 2024


def cells(
    frame: pl.DataFrame,
    *,
    usd_m: pl.Expr,
    log_sd: pl.Expr,
    status: pl.Expr,
    source: Source,
) -> pl.DataFrame:
    """Return `frame` (exporter, importer, year and what the expressions read) as cells."""
    return frame.select(
        pl.col(KEY).cast(pl.Int16),
        usd_m=usd_m.cast(pl.Float64),
        log_sd=log_sd.cast(pl.Float64),
        status=status.cast(STATUS),
        source=pl.lit(source).cast(SOURCE),
    )


def first_of(*tables: pl.DataFrame) -> pl.DataFrame:
    """Return one row a cell: that of the first table that has it."""
    ranked = pl.concat([t.with_columns(rank=pl.lit(n, pl.Int8)) for n, t in enumerate(tables)])
    return ranked.sort("rank", maintain_order=True).unique(KEY, keep="first").drop("rank")


def grid(members: pl.DataFrame) -> pl.DataFrame:
    """Return exporter, importer, year of each ordered pair of states in the system.

    Parameters
    ----------
    members : DataFrame
        cow, year.
    """
    years = members.filter(pl.col("year").is_between(FIRST, LAST))
    exporters, importers = years.rename({"cow": "exporter"}), years.rename({"cow": "importer"})
    pairs = exporters.join(importers, on="year")
    return pairs.filter(pl.col("exporter") != pl.col("importer")).select(KEY)
