"""The table of memberships: spells of full membership in intergovernmental organisations."""

from __future__ import annotations

import polars as pl

from daylight.build.ties.spells import runs

FULL = 1


def igo_members(members: pl.DataFrame) -> pl.DataFrame:
    """Return igo, cow, start, end: consecutive years of full membership as one row.

    Parameters
    ----------
    members : DataFrame
        igo, cow, year, status; one row for each organisation, state and year.
    """
    return runs(members.filter(pl.col("status") == FULL), ["igo", "cow"])
