"""Shape the Ukraine Support Tracker: what each state allocated in a year, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "data_explorer.csv"
NO_STATE = ("EU",)
"""The institutions of the European Union give in their own name."""
KINDS = ("military", "financial", "humanitarian")
MONTHS = 12
UKRAINE = 369


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `donors` and `aid`.

    Returns
    -------
    dict of str to DataFrame
        ``donors``: cow: the states that the tracker follows; it says nothing of others. ``aid``:
        donor, year, months (with an allocation), military_eur_m, financial_eur_m,
        humanitarian_eur_m: allocations in millions of euros. A followed donor and whole year
        without a row gave nothing new.

    Raises
    ------
    SourceChanged
        For an unknown code, a value below zero, a doubled month, or kinds that do not add up to
        the total.
    """
    raw = pl.read_csv(BytesIO(files[FILE]), infer_schema=False).with_columns(
        pl.col("year", "month").cast(pl.Int16), pl.col("total", *KINDS).cast(pl.Float64)
    )
    off = (pl.sum_horizontal(*KINDS) - pl.col("total")).abs()
    bad = raw.filter(
        (off > 1e-4)
        | pl.any_horizontal(pl.col(*KINDS) < 0)
        | ~pl.col("month").is_between(1, MONTHS)
    )
    if len(bad):
        raise SourceChanged(f"ukraine_support: {bad.row(0)[:8]}: kinds do not add up to the total.")
    if raw.select(pl.struct("iso", "year", "month").is_duplicated().any()).item():
        raise SourceChanged("ukraine_support: a donor has two rows in a month; expected one.")
    numbers = cow_numbers("ukraine_support", raw["iso"], no_state=NO_STATE, iso3=True)
    rows = raw.with_columns(
        donor=pl.col("iso").replace_strict(numbers, default=None).cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
    )
    log.note("Months of the institutions of the European Union", rows["donor"].null_count())
    states = rows.drop_nulls("donor")
    aid = (
        states.group_by("donor", "year")
        .agg(
            (pl.col("total") > 0).sum().cast(pl.Int16).alias("months"),
            *((pl.col(kind).sum() * 1000).alias(f"{kind}_eur_m") for kind in KINDS),
        )
        .sort("donor", "year")
    )
    return {"donors": states.select(cow="donor").unique().sort("cow"), "aid": aid}
