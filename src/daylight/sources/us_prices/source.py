"""Shape US consumer prices: BLS from 1913, estimates linked to it before."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

FILE = "cpi_u_annual_CUUR0000SA0.csv"
EARLY = "before_1913.csv"
LINK = 1913
LINK_1967 = 29.7
"""Index of 1913 on the base 1967 = 100, in the table that the early values come from."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `prices`: year, cpi (1982-84 = 100), origin ("bls" or "estimate").

    The years before 1913 are on the base 1967 = 100, in whole points; they are multiplied
    by the ratio of the two indexes in 1913 (9.9 / 29.7). One point is 3 to 4 %.

    Raises
    ------
    SourceChanged
        When a year is missing or doubled, or the index does not start in 1913.
    """
    bls = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode())).select(
        year=pl.col("year").cast(pl.Int16), cpi=pl.col("cpi_u_1982_84_100").cast(pl.Float64)
    )
    years = bls["year"].to_list()
    if years != list(range(LINK, LINK + len(years))):
        raise SourceChanged(
            f"{log.source}: the years in {FILE} do not run without a gap from {LINK}; "
            f"they are {years[0]} to {years[-1]}, {len(years)} rows."
        )
    link = bls["cpi"][0] / LINK_1967
    early = pl.read_csv(BytesIO(files[EARLY])).select(
        year=pl.col("year").cast(pl.Int16), cpi=pl.col("cpi_1967_100").cast(pl.Float64) * link
    )
    log.note(f"Years before {LINK} linked at {LINK} (factor {link:.4f})", len(early))
    table = pl.concat(
        [
            early.with_columns(origin=pl.lit("estimate")),
            bls.with_columns(origin=pl.lit("bls")),
        ]
    )
    return {"prices": table.sort("year")}
