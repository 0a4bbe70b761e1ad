"""Known errors of a source, each corrected under a guard that fails once they are fixed."""

from __future__ import annotations

from importlib import resources
from typing import Any

import polars as pl
import yaml
from pydantic import BaseModel, ConfigDict

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import PACKAGE
from daylight.sources.kit.issues import IssueLog


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


def corrections(source: str) -> list[Correction]:
    """Read `corrections.yml` of a source; an absent file means none."""
    path = resources.files(PACKAGE).joinpath(source, "corrections.yml")
    if not path.is_file():
        return []
    return [Correction.model_validate(row) for row in yaml.safe_load(path.read_text("utf-8"))]


def correct(
    tables: dict[str, pl.DataFrame], fixes: list[Correction], log: IssueLog
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
        hit = pl.col(fix.column).eq_missing(pl.lit(fix.expect))
        for column, value in fix.where.items():
            hit = hit & (
                pl.col(column).is_in(value) if isinstance(value, list) else pl.col(column) == value
            )
        found = table.select(hit.sum()).item()
        if found != fix.rows:
            what = (
                f"{log.source}: the correction of {fix.column} at {fix.where} expects {fix.rows} "
                f"rows with {fix.expect!r} and found {found}"
            )
            advice = "the source may have been mended: check it and remove the correction."
            raise SourceChanged(f"{what}; {advice}", what)
        new = pl.when(hit).then(pl.lit(fix.set, dtype=table.schema[fix.column]))
        done[fix.table] = table.with_columns(new.otherwise(pl.col(fix.column)).alias(fix.column))
        log.note(f"{fix.reason} ({fix.evidence})", found)
    return done
