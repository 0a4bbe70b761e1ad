"""The table of coverage: first and last year of each measure and of each dimension of bonds."""

from __future__ import annotations

import polars as pl

from daylight.bonds.components import COMPONENTS, DIMENSIONS
from daylight.tables.spans import SPANS, Spans
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step


def coverage(spans: Spans, last_full_year: int) -> pl.DataFrame:
    """Return measure, start, end; a dimension has the full years of its required measure."""
    rows = [(name, start, end) for name, (start, end) in spans.items()]
    lead = {c.dimension: c.measure for c in COMPONENTS if c.required}
    for dimension in DIMENSIONS:
        start, end = spans[lead[dimension]]
        rows.append((dimension, start, min(end, last_full_year)))
    starts, ends = zip(*(row[1:] for row in rows[-len(DIMENSIONS) :]), strict=True)
    rows.append(("overall", sorted(starts)[1], sorted(ends)[-2]))
    return pl.DataFrame(rows, ["measure", "start", "end"], orient="row")


def _make(inputs: Inputs) -> pl.DataFrame:
    return coverage(inputs.result(SPANS), inputs.result(LAST_FULL_YEAR))


STEPS = (Step("coverage", _make, needs=(SPANS, LAST_FULL_YEAR)),)
