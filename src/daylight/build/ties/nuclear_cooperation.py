"""Agreements on civil nuclear cooperation that a pair signed in the last ten years."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.lineages import of_the_year
from daylight.build.ties.tie import Made, Tie
from daylight.build.ties.windows import newest, ordered, trailing
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables

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


TIE = Tie(
    measure="nuclear_cooperation",
    sources=("nuclear_cooperation",),
    start=START,
    end=END,
    make=_make,
)
