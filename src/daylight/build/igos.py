"""The table of memberships: spells of full membership in intergovernmental organisations."""

from __future__ import annotations

import polars as pl

FULL = 1


def igo_members(members: pl.DataFrame) -> pl.DataFrame:
    """Return igo, cow, start, end: consecutive years of full membership as one row.

    Parameters
    ----------
    members : DataFrame
        igo, cow, year, status; one row for each organisation, state and year.
    """
    key = ["igo", "cow"]
    full = members.filter(pl.col("status") == FULL).sort(*key, "year")
    breaks = (pl.col("year") != pl.col("year").shift(1).over(key) + 1).fill_null(True)
    runs = full.with_columns(run=breaks.cast(pl.Int32).cum_sum())
    return runs.group_by("run", maintain_order=True).agg(
        pl.col("igo", "cow").first(),
        start=pl.col("year").first(),
        end=pl.col("year").last(),
    ).drop("run")  # fmt: skip
