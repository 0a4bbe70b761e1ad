"""Shape the flows of the OECD's input-output tables, summed over industries and uses."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "icio_bilateral_2011_2022.parquet"
NO_STATE = ("HKG", "ROW")
"""Hong Kong, and the rest of the world."""
KEY = ["exporter", "importer", "year"]


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `flows`: exporter, importer, year, goods_usd_m, services_usd_m.

    Millions of current US dollars at basic prices, intermediate and final use: not customs
    values, and lower by a quarter. Use them for change, not for level.

    Raises
    ------
    SourceChanged
        For an unknown code, a value below zero, or a total that is not goods and services.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    off = (pl.col("total") - pl.col("goods") - pl.col("services")).abs()
    bad = raw.filter(
        (pl.col("goods") < 0) | (pl.col("services") < 0) | (off > 1e-3 * pl.col("total") + 1)
    )
    if len(bad):
        raise SourceChanged(
            f"icio: {bad.row(0)}: a flow is below zero, or goods and services are not the total."
        )
    numbers = cow_numbers(
        "icio", [*raw["exporter"], *raw["importer"]], no_state=NO_STATE, iso3=True
    )
    rows = raw.select(
        *(
            pl.col(side).replace_strict(numbers, default=None).cast(pl.Int16)
            for side in ("exporter", "importer")
        ),
        pl.col("year").cast(pl.Int16),
        goods_usd_m=pl.col("goods").cast(pl.Float64),
        services_usd_m=pl.col("services").cast(pl.Float64),
    )
    states = rows.drop_nulls(["exporter", "importer"])
    log.note("Flows with Hong Kong or the rest of the world left out", len(rows) - len(states))
    return {"flows": states.sort(KEY)}
