"""Two owners that hold each other's rows: exchanged under a guard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
from pydantic import BaseModel, ConfigDict


class Exchange(BaseModel):
    """Give the rows at `where` of one owner to the other, and the other's to the first.

    `key` is the column of the owner and `between` names the two. `expect` says how often each
    value of `column` stands at the first and at the second: the guard, which fails once the
    producer has exchanged them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str
    where: dict[str, Any]
    key: str
    between: tuple[Any, Any]
    column: str
    expect: tuple[dict[Any, int], dict[Any, int]]
    reason: str
    evidence: str


class Unmet(Exception):
    """What a guard expected is not there; never leaves :mod:`daylight.sources.kit`."""


def exchange(table: pl.DataFrame, fix: Exchange) -> tuple[pl.DataFrame, int]:
    """Return the table with the rows exchanged, and how many rows changed their owner.

    Raises
    ------
    Unmet
        When the values of the two are not those expected.
    """
    here, owner = matches(fix.where), pl.col(fix.key)
    rows = table.filter(here & owner.is_in(fix.between))
    for cow, expect in zip(fix.between, fix.expect, strict=True):
        values = rows.filter(owner == cow)[fix.column].value_counts()
        found = dict(values.sort(fix.column).iter_rows())
        if found != expect:
            raise Unmet(
                f"the exchange of {fix.key} {fix.between[0]} and {fix.between[1]} expects "
                f"{expect} as {fix.column} of {cow} and found {found}"
            )
    first, second = (pl.lit(x, dtype=table.schema[fix.key]) for x in fix.between)
    new = (
        pl.when(here & (owner == first))
        .then(second)
        .when(here & (owner == second))
        .then(first)
        .otherwise(owner)
    )
    return table.with_columns(new.alias(fix.key)), len(rows)


def matches(where: Mapping[str, Any]) -> pl.Expr:
    """Return the condition that a row has these values; a list allows any of its values."""
    each = (pl.col(c).is_in(v) if isinstance(v, list) else pl.col(c) == v for c, v in where.items())
    return pl.all_horizontal(pl.lit(True), *each)
