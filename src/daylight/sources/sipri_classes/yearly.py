"""Class of the arms that a state received from another in five years."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 1954, 2025
"""The register begins in 1950, so the first whole window ends in 1954."""


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    classes = tables["sipri_classes"]["classes"].select(
        "year", cow="recipient", partner="supplier", value=pl.col("level").cast(pl.Float64)
    )
    return Made(of_the_year(classes).select("cow", "partner", "year", "value"))


ARMS = Yearly(
    Tie("arms_class", START, END, _make),
    ("sipri_classes",),
    directed=True,
    unit="cow received from partner in five years: 0 no major arms, 1 minor, 2 major deliveries",
)
YEARLY = (ARMS,)
