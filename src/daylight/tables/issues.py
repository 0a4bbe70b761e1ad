"""The table of issues: what was noticed in the sources and while making all other tables."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from daylight.sources.kit.issues import Issue
from daylight.tables.step import NOTICED, Inputs, Step


def _make(inputs: Inputs) -> pl.DataFrame:
    noticed: list[Issue] = inputs.result(NOTICED)
    rows = [(i.source, i.severity, i.rows, i.text) for i in noticed]
    frame = pl.DataFrame(rows, ["source", "severity", "rows", "text"], orient="row")
    return frame.unique(["source", "text"], keep="first", maintain_order=True)


def issues_step(before: Iterable[Step]) -> Step:
    """Return the last step: it rests on all before it."""
    return Step("issues", _make, needs=(*(s.name for s in before if s.stored), NOTICED))
