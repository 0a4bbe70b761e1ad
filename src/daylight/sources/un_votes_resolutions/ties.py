"""How alike two states are in which resolutions of the UN General Assembly they sponsor."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie

START, END = 2021, 2025
"""Whole calendar years of the extract: it begins in October 2019 and lacks 2020 to September."""
FEWEST = 5
"""A state that sponsored fewer texts in a year has no value: too little to correlate."""
DECIMALS = 3
ROWS = {"cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16, "value": pl.Float64}


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return a value for every pair of which both sponsored FEWEST texts; others are missing."""
    rows = cosponsorship(tables["un_votes_resolutions"]["sponsors"])
    return Made(rows.filter(pl.col("year").is_between(START, END)), cover=NOWHERE)


def cosponsorship(sponsors: pl.DataFrame) -> pl.DataFrame:
    """Return the phi coefficient of two states over the sponsored texts of a calendar year.

    Phi is the correlation of two columns of 0 and 1: with n_ab texts that both sponsored, n_a
    and n_b that each did, and n in all, (n n_ab - n_a n_b) / sqrt(n_a n_b (n - n_a)(n - n_b)).
    It is 0 where the two overlap as two independent states would that sponsor as much as they.
    A text counts when a state sponsored it in its own name, first or later; signing for a group
    is the group's choice and is left out.

    Parameters
    ----------
    sponsors : polars.DataFrame
        symbol, year, cow, group: one row for each text and sponsor.

    Returns
    -------
    polars.DataFrame
        cow, partner (cow < partner), year, value (-1 to 1).
    """
    own = sponsors.filter(~pl.col("group")).select("year", "symbol", "cow").unique()
    years = [_year(int(key[0]), part) for key, part in own.group_by("year", maintain_order=True)]
    return pl.concat([pl.DataFrame(schema=ROWS), *years]).sort("year", "cow", "partner")


def _year(year: int, own: pl.DataFrame) -> pl.DataFrame:
    texts, column = np.unique(own["symbol"].to_numpy(), return_inverse=True)
    states, row = np.unique(own["cow"].to_numpy(), return_inverse=True)
    signed = np.zeros((len(states), len(texts)))
    signed[row, column] = 1.0
    count = signed.sum(axis=1)
    # a state that sponsored every text has no variance and so no correlation
    used = (count >= FEWEST) & (count < len(texts))
    states, signed = states[used], signed[used]
    if len(states) < 2:
        return pl.DataFrame(schema=ROWS)
    a, b = np.triu_indices(len(states), 1)
    value = np.round(np.corrcoef(signed)[a, b], DECIMALS)
    columns = {"cow": states[a], "partner": states[b], "year": np.full(len(a), year)}
    return pl.DataFrame(columns | {"value": value}, schema=ROWS)


TIE = Tie("cosponsorship", START, END, make)
TIES = (TIE,)
