"""What one check found, and how rows are named in it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from daylight.store.schemas import Table


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one table: whether it passed, and what was found."""

    table: str
    passed: bool
    text: str


def counted(spec: Table, bad: pl.DataFrame, what: str) -> Check:
    """Return the check that rows of a kind are none; a failed one names the first by its key."""
    text = f"{len(bad):,} {what}"
    if len(bad):
        key = [name for name in spec.key if name in bad.columns]
        row = bad.select(key).row(0, named=True)
        text += f"; first {', '.join(f'{name} {value}' for name, value in row.items())}"
    return Check(spec.name, bad.is_empty(), text)
