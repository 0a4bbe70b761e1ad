"""Militarised disputes in which two states stood on one side at the same time, counted."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.dispute_pairs import YEARS, together
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the number of disputes of the year with both on one side."""
    pairs = together(tables["mid"]["participants"], ["dispute"], opposed=False)
    return Made(pairs.group_by("cow", "partner", "year").agg(value=pl.len()))


TIE = Tie(measure="same_side_disputes", sources=("mid",), start=YEARS[0], end=YEARS[1], make=make)
