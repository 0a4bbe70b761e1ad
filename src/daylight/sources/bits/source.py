"""Shape the list of bilateral investment treaties: one row for each treaty and pair of states."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "bits_dyads.parquet"
IN_FORCE, SIGNED, TERMINATED = "In force", "Signed (not in force)", "Terminated"
NO_STATE = ("GGY", "HKG", "JEY", "MAC", "PSE")
"""Guernsey, Hong Kong, Jersey, Macau and Palestine are not in the state system."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `treaties`: treaty, a, b, title, signed, in_force, terminated (dates).

    Only treaties that entered into force; a, b are COW numbers of today's states.

    Raises
    ------
    SourceChanged
        For an unknown party or status, a status that its dates contradict, or dates that run
        backwards.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    dates = [pl.col(c).str.to_date("%Y-%m-%d") for c in ("signed", "in_force", "terminated")]
    rows = raw.with_columns(dates)
    _check(rows)
    outside = pl.col("iso3_a").is_in(NO_STATE) | pl.col("iso3_b").is_in(NO_STATE)
    log.note(
        f"treaties with a place outside the system: {', '.join(NO_STATE)}",
        rows.filter(outside).height,
    )
    rows = rows.filter(~outside)
    dormant = rows["in_force"].is_null()
    log.note("treaties that never entered into force left out", int(dormant.sum()))
    numbers = cow_numbers("bits", [*rows["iso3_a"], *rows["iso3_b"]], iso3=True)
    one, two = (pl.col(f"iso3_{s}").replace_strict(numbers).cast(pl.Int16) for s in "ab")
    kept = rows.filter(pl.col("in_force").is_not_null()).select(
        treaty=pl.col("treaty_id").cast(pl.Int32),
        a=pl.min_horizontal(one, two),
        b=pl.max_horizontal(one, two),
        title="short_title",
        signed="signed",
        in_force="in_force",
        terminated="terminated",
    )
    return {"treaties": kept.sort("treaty", "a", "b")}


def _check(rows: pl.DataFrame) -> None:
    """Raise unless each status fits the dates, and the dates are in order."""
    status, begun, over = pl.col("status"), pl.col("in_force"), pl.col("terminated")
    fits = (
        pl.when(status == IN_FORCE)
        .then(begun.is_not_null() & over.is_null())
        .when(status == SIGNED)
        .then(begun.is_null() & over.is_null())
        .when(status == TERMINATED)
        .then(over.is_not_null())
        .otherwise(False)
    )
    bad = rows.filter(~fits)
    if len(bad):
        raise SourceChanged(
            f"bits: {bad['short_title'][0]}: status {bad['status'][0]!r} does not fit the dates, "
            f"or is not {IN_FORCE}, {SIGNED} or {TERMINATED}."
        )
    back = rows.filter((begun < pl.col("signed")) | (over < begun))
    if len(back):
        raise SourceChanged(f"bits: {back['short_title'][0]}: its dates run backwards.")
