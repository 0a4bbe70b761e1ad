"""What a tie is: where its rows come from, and for which pairs and years absence means none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables

ANY = 0
"""Partner of a cover row that holds towards every state."""


@dataclass(frozen=True, slots=True)
class Made:
    """Rows of one tie.

    Attributes
    ----------
    rows : polars.DataFrame
        cow, partner, year, value: one row for each pair and year with a tie. For a directed
        tie the value is of `cow` towards `partner`; for an undirected one cow < partner.
        A null value says that the pair is covered and the value is not known.
    cover : polars.DataFrame or None
        cow, partner, start, end: where the source would list every tie, so that a pair
        without a row has none; `partner` 0 stands for every state, and for an undirected tie
        either order counts. Pairs elsewhere are missing. None: all pairs in all covered years.
    span : tuple of int or None
        First and last covered year, both whole, where only the data can tell: those of a file
        that users supply. None: the years of the tie.
    """

    rows: pl.DataFrame
    cover: pl.DataFrame | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie that a source codes: an entry of `TIES` in the source's `ties.py`.

    Attributes
    ----------
    measure : str
        The measure that reads it. It also names the sources of the tie, in one place; `make` is
        given their tables, and where one of them is not at hand the tie is left out.
    start, end : int
        First and last year that rows may be of. Without a cover absence means none in all of
        them, so both are whole; with one a year may be coded in part and lie outside the cover,
        as 1918 and 2020 of the crises.
    make : callable
        From the tables of the sources, by source, and a log to the rows.
    """

    measure: str
    start: int
    end: int
    make: Callable[[Mapping[str, Tables], IssueLog], Made]
