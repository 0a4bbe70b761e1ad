"""The table of coverage: first and last year of each measure."""

from __future__ import annotations

import polars as pl

from daylight.tables.spans import SPANS, Spans
from daylight.tables.step import Inputs, Step


def coverage(spans: Spans) -> pl.DataFrame:
    """Return measure, start, end."""
    rows = [(name, start, end) for name, (start, end) in spans.items()]
    return pl.DataFrame(rows, ["measure", "start", "end"], orient="row")


def _make(inputs: Inputs) -> pl.DataFrame:
    return coverage(inputs.result(SPANS))


STEPS = (Step("coverage", _make, needs=(SPANS,)),)
