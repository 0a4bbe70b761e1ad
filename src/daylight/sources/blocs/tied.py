"""The blocs that count in ledgers, breaks, dated facts, sanctions and measures."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.load import Tables

IN_LAW = ("full", "withdrawing")
"""Standings of a member that takes part: one that has announced its leave is one still."""


def tied(tables: Tables) -> Tables:
    """Return the tables with those blocs only on which the ledgers were calibrated.

    Others are listed for what they say of a state, and move no number. A member that has
    announced its leave is a full one until it is gone.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        `blocs` (bloc, ties) and `bloc_spells` (bloc, status) of the source `blocs`.
    """
    blocs = tables["blocs"].filter(pl.col("ties") == "yes")
    spells = tables["bloc_spells"].filter(pl.col("bloc").is_in(blocs["bloc"].to_list()))
    member = pl.col("status").is_in(IN_LAW)
    status = pl.when(member).then(pl.lit("full")).otherwise(pl.col("status"))
    return {**tables, "blocs": blocs, "bloc_spells": spells.with_columns(status=status)}
