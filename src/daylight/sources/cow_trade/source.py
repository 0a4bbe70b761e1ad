"""Shape COW Trade 4.0: directed flows and national totals in millions of current USD."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.cow_trade.holes import FRG, GERMANY, remove
from daylight.sources.kit.issues import IssueLog

DYADS = "cow_trade_ddy.parquet"
NATIONS = "cow_trade_sy.parquet"
PARTIAL = {265: 1961, 290: 1963, 310: 1961, 315: 1963, 365: 1962}
"""Last year, from 1960, in which a total leaves out the trade among planned economies."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `flows`, `totals` and `holes`.

    Parameters
    ----------
    files : mapping of str to bytes
        The dyadic and the national file, as Parquet.
    log : IssueLog
        Takes what was dropped, and why.

    Returns
    -------
    dict of str to DataFrame
        ``flows``: importer, exporter, year, usd_m, one row per reported direction.
        ``totals``: cow, year, imports_usd_m, exports_usd_m, null where not given.
        ``holes``: cow, partner, start, end, reason.

    Raises
    ------
    SourceChanged
        When the two directions of the file disagree, or a value is negative.
    """
    flows, holes = remove(_flows(files[DYADS], log), log)
    totals = _totals(files[NATIONS], log)
    order = ["importer", "exporter", "year"]
    return {"flows": flows.sort(order), "totals": totals.sort("cow", "year"), "holes": holes}


def _flows(data: bytes, log: IssueLog) -> pl.DataFrame:
    """Return one row per direction that has a number.

    The file is directed: each pair stands twice, flow1 of the one row being flow2 of the
    other, so flow1 alone holds all.
    """
    table = pl.read_parquet(BytesIO(data)).select(
        importer=pl.col("ccode1").cast(pl.Int16),
        exporter=pl.col("ccode2").cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        usd_m=pl.col("flow1").cast(pl.Float64).fill_nan(None),
        back=pl.col("flow2").cast(pl.Float64).fill_nan(None),
    )
    mirrored = table.join(
        table.select(importer="exporter", exporter="importer", year="year", twin="back"),
        on=["importer", "exporter", "year"],
        how="left",
    )
    wrong = mirrored.filter(pl.col("usd_m").ne_missing(pl.col("twin")))
    if len(wrong):
        a, b, year = wrong.row(0)[:3]
        raise SourceChanged(
            f"{log.source}: flow1 of {a}-{b} in {year} is not flow2 of {b}-{a} ({len(wrong)} "
            f"rows); {DYADS} is no longer a directed file with both rows of each pair."
        )
    known = table.drop("back").drop_nulls("usd_m")
    log.note("Directions without a number dropped", len(table) - len(known))
    negative = known.filter(pl.col("usd_m") < 0)
    if len(negative):
        raise SourceChanged(
            f"{log.source}: flow1 = {negative['usd_m'][0]:g} in {DYADS}; a missing value must be "
            f"null, and no flow can be negative."
        )
    return known


def _totals(data: bytes, log: IssueLog) -> pl.DataFrame:
    """Return national totals, West Germany's under its own number.

    The national file lists West Germany under 255 in 1960-89. Totals of five planned
    economies fall to a third or far less in 1960 (imports of the USSR: 5,073, then 170)
    and come back up to three years later.
    """
    totals = pl.read_parquet(BytesIO(data)).select(
        cow=pl.col("ccode").cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        imports_usd_m=pl.col("imports").cast(pl.Float64).fill_nan(None),
        exports_usd_m=pl.col("exports").cast(pl.Float64).fill_nan(None),
    )
    west = (pl.col("cow") == GERMANY) & pl.col("year").is_between(1946, 1989)
    log.note("National totals of 255 before 1990 given to West Germany", totals.filter(west).height)
    part = pl.any_horizontal(
        (pl.col("cow") == cow) & pl.col("year").is_between(1960, last)
        for cow, last in PARTIAL.items()
    )
    log.note("National totals that leave out planned economies dropped", totals.filter(part).height)
    empty = pl.all_horizontal(pl.col("imports_usd_m", "exports_usd_m").is_null())
    return totals.with_columns(
        cow=pl.when(west).then(pl.lit(FRG, pl.Int16)).otherwise(pl.col("cow"))
    ).filter(~part & ~empty)
