"""Reports of an importer that cannot be meant: a hundredth of its own, against the exporter's.

What China sells Sri Lanka is, by Sri Lanka, 780 million dollars in 2006, 0.9 in 2007, 2.1 in 2011
and 974 in 2012; by China it is 1,107 to 3,010 in all these years. The importer's report of a year
does not stand where

- it is less than a thirtieth of the exporter's of that year (of flows of ten million and more, 1.6
  in a hundred are); and
- it is less than a hundredth of its own last report before and of its own first one after that are
  not so far from the exporter's, both known and within five years; and
- the exporter's report is within a factor of ten of its own on either side, one of them known.

Then it counts as not given: 511 of 826,000 reports. A flow that truly ends is not touched: the
exporter sees that too, or it does not come back. A third witness is ITPD-E of 2000-16, made of
national reports to the UN, though not always of another report than these: of such cells of a
million and more it is nearer to the exporter in 84 %. Bounds at a thirtieth of its own would have
77 %, one neighbour instead of two 76 % (55 % over a hundred million). The other way round, an
importer that reports far more than the exporter and than itself, it is 19 %: gold, oil and ships,
of which the exporter does not know where they go. So none of these is taken.
"""

from __future__ import annotations

import math

import polars as pl

from daylight.tables.flows.cells import PAIR
from daylight.tables.flows.reports import truly

OF_THE_EXPORTERS = math.log(30.0)
OF_ITS_OWN = math.log(100.0)
STILL = math.log(10.0)
REACH = 5
"""Years to the nearest report that a report is held against."""
SIDES = ("before", "after")


def standing(reports: pl.DataFrame) -> pl.DataFrame:
    """Return `reports` with those of an importer that do not stand as not given.

    Parameters
    ----------
    reports : DataFrame
        exporter, importer, year, exports_fob, imports_cif, exports_estimated, imports_estimated,
        of all years, since a report is held against those before and after.
    """
    slipped = slips(reports).with_columns(slipped=pl.lit(True))
    marked = reports.join(slipped, on=[*PAIR, "year"], how="left", maintain_order="left")
    return marked.with_columns(
        pl.when(pl.col("slipped").is_null()).then(pl.col(column)).alias(column)
        for column in ("imports_cif", "imports_estimated")
    ).drop("slipped")


def slips(reports: pl.DataFrame) -> pl.DataFrame:
    """Return exporter, importer, year of the importer's reports that do not stand."""
    logs = reports.select(
        *PAIR,
        "year",
        imports=truly("imports_cif", "imports_estimated").log(),
        exports=truly("exports_fob", "exports_estimated").log(),
    )
    below = pl.col("exports") - pl.col("imports")
    held = logs.sort(*PAIR, "year").with_columns(
        below=below, agreed=(below.abs() <= OF_THE_EXPORTERS).fill_null(True)
    )
    known = held.with_columns(
        _nearest(what, side).alias(f"{what}_{side}")
        for what in ("imports", "exports")
        for side in SIDES
    )
    moved = [(pl.col("exports") - pl.col(f"exports_{side}")).abs() <= STILL for side in SIDES]
    return known.filter(
        pl.col("below") > OF_THE_EXPORTERS,
        *(pl.col(f"imports_{side}") - pl.col("imports") > OF_ITS_OWN for side in SIDES),
        pl.all_horizontal(still.fill_null(True) for still in moved),
        pl.any_horizontal(still.is_not_null() for still in moved),
    ).select(*PAIR, "year")


def _nearest(what: str, side: str) -> pl.Expr:
    """Return the nearest report before or after in which the two sides are not far apart."""
    fit = pl.col("agreed") & pl.col(what).is_not_null()
    filled = [
        held.forward_fill() if side == "before" else held.backward_fill()
        for held in (pl.when(fit).then(pl.col(column)) for column in (what, "year"))
    ]
    near = (filled[1] - pl.col("year")).abs() <= REACH
    return pl.when(near).then(filled[0]).over(PAIR)
