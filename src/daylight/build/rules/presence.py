"""The rule that a state stands in a table only while it was one, or held a listed seat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import polars as pl

from daylight.build.rules.check import Check, counted
from daylight.core.periods import FIRST_YEAR
from daylight.core.seats import UN, seat_of, seat_years
from daylight.core.states import all_states, get, members
from daylight.store.schemas import Table

SIDES = ("a", "b", "cow", "partner", "target", "power")
OUTSIDE = "rows of a state outside its years in the system"


def presence(spec: Table, frame: pl.DataFrame, last: date) -> Iterator[Check]:
    """Return the check that states were members of the system when a row says that they were.

    Rows of seats that are listed with a reason pass, and are counted.
    """
    # Texts that join several numbers are held by their source.
    sides = [n for n in SIDES if n in frame.columns and frame.schema[n].is_integer()]
    numbers = [state.cow for state in all_states()]
    unknown = pl.any_horizontal([~pl.col(side).is_in([0, *numbers]) for side in sides] or [False])
    bad = frame.filter(unknown)
    if sides:
        yield counted(spec, bad, "rows of a number that no state has")
    if spec.presence == "none" or len(bad):
        return
    if spec.presence in ("days", "bloc"):
        yield from _by_day(spec, frame)
        return
    rows = frame.with_row_index("row")
    if spec.presence == "day":
        day = "day" if "day" in rows.columns else "date"
        rows = rows.with_columns(year=pl.col(day).dt.year().cast(pl.Int16))
    if spec.presence == "spell":
        years = pl.int_ranges("start", pl.col("end") + 1, dtype=pl.Int16)
        rows = rows.with_columns(year=years).explode("year")
    system = _system(last.year)
    away = pl.concat(
        [
            # no number says that the row is of no state
            rows.select("row", "year", cow=side)
            .drop_nulls("cow")
            .join(system, ["year", "cow"], "anti")
            for side in sides
        ]
    )
    seated = away.join(_seats(), ["year", "cow"], "semi") if spec.presence == "un" else away.clear()
    stray = away.join(seated, ["row", "year", "cow"], "anti")
    bad = frame[stray["row"].unique().sort()]
    check = counted(spec, bad, OUTSIDE)
    listed = seated["row"].n_unique()
    yield Check(check.table, check.passed, check.text + _listed(listed))


@lru_cache(maxsize=4)
def _system(last: int) -> pl.DataFrame:
    rows = [(year, cow) for year in range(FIRST_YEAR, last + 1) for cow in members(year)]
    return pl.DataFrame(rows, {"year": pl.Int16, "cow": pl.Int16}, orient="row")


@lru_cache(maxsize=1)
def _seats() -> pl.DataFrame:
    rows = [(year, cow) for cow, years in seat_years(UN).items() for year in years]
    return pl.DataFrame(rows, {"year": pl.Int16, "cow": pl.Int16}, orient="row")


def _by_day(spec: Table, frame: pl.DataFrame) -> Iterator[Check]:
    """Hold the first and the last day of each row against the state's memberships."""
    stray, seated = [], 0
    for k, row in enumerate(frame.iter_rows(named=True)):
        # The end of a spell in a bloc is the first day after it.
        lead = timedelta(days=1) if spec.presence == "bloc" else timedelta(0)
        days = [row["start"], *([row["end"] - lead] if row["end"] else [])]
        away = [day for day in days if not get(row["cow"]).existed(day)]
        listed = [day for day in away if seat_of(row["cow"], row.get("bloc", ""), day)]
        if len(listed) < len(away):
            stray.append(k)
        seated += bool(listed)
    check = counted(spec, frame[stray], "rows of a state on days on which it was none")
    yield Check(check.table, check.passed, check.text + _listed(seated))


def _listed(count: int) -> str:
    return f" ({count:,} of a seat that is listed)" if count else ""
