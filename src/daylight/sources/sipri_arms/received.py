"""Arms received over five years, from the deliveries of a user's SIPRI export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.windows import in_system, newest, trailing

START, END, LENGTH = 1954, 2024, 5
"""The register begins in 1950, so the first window of five years ends in 1954."""
SIDES = ("cow", "partner")


@dataclass(frozen=True, slots=True)
class Arms:
    """Sums over the five years up to and including each, in today's numbers.

    Attributes
    ----------
    pairs : DataFrame
        cow (recipient), partner (supplier), year, value in TIV; both in the system in the
        year of delivery.
    imports : DataFrame
        cow, year, value: from every supplier, also those that are no state.
    first, last : int
        Years that the export covers with whole windows.
    recipient : int
        The one that the export is limited to, 0 for all.
    """

    pairs: pl.DataFrame
    imports: pl.DataFrame
    first: int
    last: int
    recipient: int


def received(tables: Mapping[str, Tables]) -> Arms:
    """Return what each state received, from whom."""
    found = tables["sipri_arms"]
    recipient, start, last = found["export"].select("recipient", "start", "end").row(0)
    rows = found["deliveries"].rename({"recipient": "cow", "supplier": "partner", "tiv": "value"})
    all_of_them = in_system(newest(rows, *SIDES), "cow")
    first = max(START, start + LENGTH - 1)
    pairs = trailing(in_system(all_of_them, "partner"), LENGTH, last)
    imports = trailing(all_of_them, LENGTH, last, ["cow", "year"])
    whole = pl.col("year") >= first
    return Arms(pairs.filter(whole), imports.filter(whole), first, last, recipient)
