"""From the lists of the Office of the Historian to one row per visit, with a COW number."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

import polars as pl

from daylight.core.errors import SourceChanged, StateNotThen, UnknownState
from daylight.core.lookup import resolve
from daylight.sources.kit.issues import IssueLog

USA = 2
NAMES = "names.csv"
TRAVELS, VISITS = "us_travels.parquet", "us_visits.parquet"
ROLES = ("president", "secretary")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the table ``visits``: direction, role, person, cow, start, end.

    `direction` is ``out`` for a stay of the president or secretary of state in another state,
    ``in`` for a visit of a foreign leader to the USA; `role` is president, secretary or leader;
    `cow` is the other state as it was on the first day.

    Raises
    ------
    SourceChanged
        For an unknown role or name of a place, a date that is none, or a visit that ends before
        it starts.
    """
    out = pl.read_parquet(io.BytesIO(files[TRAVELS])).select(
        pl.lit("out").alias("direction"), "role", "start", "end", person="who", place="country"
    )
    into = pl.read_parquet(io.BytesIO(files[VISITS])).select(
        pl.lit("in").alias("direction"),
        pl.lit("leader").alias("role"),
        "start",
        "end",
        person="visitor",
        place="from",
    )
    for role in sorted(set(out["role"]) - set(ROLES), key=str):
        raise SourceChanged(f"{log.source}: role {role!r} is not one of {ROLES}; map it.")
    rows = pl.concat([out, into.select(out.columns)]).with_columns(
        pl.col("place").str.strip_chars(), pl.col("start", "end").str.to_date()
    )
    once = rows.unique(["person", "place", "start", "end"], keep="first", maintain_order=True)
    log.note("visits listed twice under the same person, place and days", len(rows) - len(once))
    backward = once.filter(pl.col("end") < pl.col("start"))
    if len(backward):
        raise SourceChanged(f"{log.source}: a visit ends before it starts: {backward.row(0)}.")
    numbers = _numbers(once, _means(files[NAMES]), log)
    table = once.join(numbers, on=["place", "start"]).filter(pl.col("cow").is_not_null())
    columns = ("direction", "role", "person", "cow", "start", "end")
    return {"visits": table.select(columns).sort("start", "person", "cow")}


def _means(content: bytes) -> dict[str, tuple[str, ...]]:
    """Return what each exceptional label means, in the order to try; nothing for no state."""
    table = pl.read_csv(io.BytesIO(content), infer_schema=False)
    return {
        label: tuple(means.split("|")) if means else ()
        for label, means in table.select("label", "means").iter_rows()
    }


def _numbers(
    rows: pl.DataFrame, means: Mapping[str, tuple[str, ...]], log: IssueLog
) -> pl.DataFrame:
    """Return the COW number of each place on each day; null where no state stood there."""
    found, outside, before = [], 0, 0
    for place, day, count in rows.group_by("place", "start").len().iter_rows():
        tries = means.get(place, (place,))
        cow = _first(tries, day, place, log)
        found.append((place, day, cow))
        outside += count * (not tries)
        before += count * (bool(tries) and cow is None)
    log.note("visits of places outside the state system, left out", outside)
    log.note("visits on a day when the state was not in the system, left out", before)
    kinds = {"place": pl.String, "start": pl.Date, "cow": pl.Int16}
    return pl.DataFrame(found, kinds, orient="row")


def _first(tries: tuple[str, ...], day: date, place: str, log: IssueLog) -> int | None:
    for text in tries:
        try:
            cow = resolve(text, day).cow
        except StateNotThen:
            continue
        except UnknownState:
            raise SourceChanged(
                f"{log.source}: {place!r} on {day} is no known state; map it in {NAMES}."
            ) from None
        if cow == USA:
            raise SourceChanged(
                f"{log.source}: {place!r} on {day} is taken for the United States; map it in "
                f"{NAMES}."
            )
        return cow
    return None
