"""Agreements on civil nuclear cooperation that a pair signed in the last ten years."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.windows import newest, ordered, trailing

START, END, LENGTH = 1951, 2001, 10
"""The file has 80 agreements or so a year to 2001, then 12 and 4: those years are not whole."""


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    agreements = tables["nuclear_cooperation"]["agreements"].rename(
        {"a": "cow", "b": "partner", "agreements": "value"}
    )
    late = agreements.filter(pl.col("year") > END)
    log.note(f"nuclear_cooperation: pairs and years after {END}, which are not whole", len(late))
    signed = newest(agreements, "cow", "partner")
    return Made(ordered(of_the_year(trailing(ordered(signed), LENGTH, END))))


TIE = Tie("nuclear_cooperation", START, END, _make)
TIES = (TIE,)
