"""Known errors of a source, each corrected under a guard that fails once they are fixed.

A :class:`Correction` sets a value; an :class:`~daylight.sources.kit.exchanges.Exchange` gives two
owners each other's values.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import Any

import polars as pl
import yaml
from pydantic import BaseModel, ConfigDict

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import PACKAGE
from daylight.sources.kit.exchanges import Exchange, Unmet, exchange, matches
from daylight.sources.kit.issues import IssueLog

MENDED = "the source may have been mended: check it and remove the correction."


class Correction(BaseModel):
    """Set `column` of the rows at `where` from the value `expect` to the value `set`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str
    where: dict[str, Any]
    column: str
    expect: Any
    set: Any
    rows: int
    reason: str
    evidence: str


def corrections(source: str) -> list[Correction | Exchange]:
    """Read `corrections.yml` of a source; an absent file means none."""
    path = resources.files(PACKAGE).joinpath(source, "corrections.yml")
    if not path.is_file():
        return []
    return [_read(row) for row in yaml.safe_load(path.read_text("utf-8"))]


def _read(row: dict[str, Any]) -> Correction | Exchange:
    return (Exchange if "between" in row else Correction).model_validate(row)


def correct(
    tables: dict[str, pl.DataFrame], fixes: Sequence[Correction | Exchange], log: IssueLog
) -> dict[str, pl.DataFrame]:
    """Apply each correction, or stop when the source no longer has the error.

    Raises
    ------
    SourceChanged
        When the number of rows that hold the expected wrong value is not the declared one.
    """
    done = dict(tables)
    for fix in fixes:
        table = done[fix.table]
        try:
            done[fix.table], found = (
                exchange(table, fix) if isinstance(fix, Exchange) else _set(table, fix)
            )
        except Unmet as gap:
            what = f"{log.source}: {gap}"
            raise SourceChanged(f"{what}; {MENDED}", what) from None
        log.note(f"{fix.reason} ({fix.evidence})", found)
    return done


def _set(table: pl.DataFrame, fix: Correction) -> tuple[pl.DataFrame, int]:
    hit = pl.col(fix.column).eq_missing(pl.lit(fix.expect)) & matches(fix.where)
    found = table.select(hit.sum()).item()
    if found != fix.rows:
        raise Unmet(
            f"the correction of {fix.column} at {fix.where} expects {fix.rows} rows with "
            f"{fix.expect!r} and found {found}"
        )
    new = pl.when(hit).then(pl.lit(fix.set, dtype=table.schema[fix.column]))
    return table.with_columns(new.otherwise(pl.col(fix.column)).alias(fix.column)), found
