"""The atlas table of ended treaties: one row for each treaty, phase and two of its members."""

from __future__ import annotations

import polars as pl

from daylight.tables.alliances import in_system
from daylight.tables.facts.promises import MOST
from daylight.tables.step import Inputs, Step


def treaty_ends(ends: pl.DataFrame, treaties: pl.DataFrame) -> pl.DataFrame:
    """Return the ends of treaties of few members, in years in which both were in the system.

    Parameters
    ----------
    ends, treaties : DataFrame
        Tables of source ``atop``.

    Notes
    -----
    A treaty of more than :data:`~daylight.tables.facts.promises.MOST` members says little of two
    of them, and for such treaties the days of ATOP are not passed on.
    """
    few = treaties.filter(pl.col("members") <= MOST)
    kept = ends.join(few, on="atopid", how="semi")
    return in_system(kept.with_columns(year=pl.col("date").dt.year())).drop("year")


def _make(inputs: Inputs) -> pl.DataFrame:
    atop = inputs.source("atop")
    return treaty_ends(atop["treaty_ends"], atop["treaties"])


STEPS = (Step("treaty_ends", _make, sources=("atop",)),)
