"""From conflict-years to one row for each state, side and year of a conflict."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states, members
from daylight.sources.kit.issues import IssueLog

WHOLE, PART = "ucdp_acd_v25_1_clean.csv", "ucdp_acd_v26_1_PARTIAL_2024_2025.csv"
SIDES = {
    "gwno_a": ("a", True), "gwno_a_2nd": ("a", False),
    "gwno_b": ("b", True), "gwno_b_2nd": ("b", False),
}  # fmt: skip
COLONIAL, INTERSTATE, INTERNAL, INTERNATIONALISED = "1", "2", "3", "4"
COLUMNS = ("conflict_id", "year", "intensity_level", "type_of_conflict", *SIDES)
LAST_WHOLE = 2024
NO_STATE = (751,)
"""Gleditsch-Ward numbers of what COW does not count: Hyderabad."""
KEY = ["conflict", "year", "cow", "side"]


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``sides``: conflict, year, kind, intensity, cow, side, primary.

    `kind` is ``interstate``, or ``internal`` with a government on side a; `intensity` is 1
    from 25 deaths in battle in the year and 2 (war) from 1,000. `primary` says that the state
    is a party to the conflict; others send troops to one. A state stands there under its COW
    number of the year.

    Parameters
    ----------
    files : mapping of str to bytes
        Version 25.1 whole, to 2024, and the rows of 26.1 that could be read, of which only
        those of 2025 are used.
    log : IssueLog
        Receives what was left out.

    Raises
    ------
    SourceChanged
        On a missing column, an unknown kind or intensity, or a number of no state.
    """
    old, new = (_read(files[name], name) for name in (WHOLE, PART))
    late = new.filter(pl.col("year") > LAST_WHOLE)
    log.warn("conflict-years of 2025, from a part of the release: absence says nothing", len(late))
    rows = pl.concat([old, late])
    colonial = rows.filter(pl.col("type_of_conflict") == COLONIAL)
    log.note("wars of a state with a group in its colonies, left out", len(colonial))
    sides = pl.concat(_side(rows.filter(pl.col("type_of_conflict") != COLONIAL), c) for c in SIDES)
    outside = sides.filter(pl.col("gw").is_in(NO_STATE))
    log.note("rows of parties that COW counts as no state, left out", len(outside))
    named = sides.filter(~pl.col("gw").is_in(NO_STATE))
    numbers = _numbers()
    strange = named.filter(~pl.col("gw").is_in(numbers["gw"].implode()))
    if len(strange):
        raise SourceChanged(
            f"ucdp: no COW state has Gleditsch-Ward number {strange['gw'][0]} ({len(strange)} "
            f"rows); list it in NO_STATE of sources/ucdp/source.py, or check the release."
        )
    placed = named.join(numbers, on=["gw", "year"])
    log.note("rows of states outside the COW system that year, left out", len(named) - len(placed))
    single = placed.sort("primary", descending=True).unique(KEY, keep="first", maintain_order=True)
    out = single.select("conflict", "year", "kind", "intensity", "cow", "side", "primary")
    return {"sides": out.sort(KEY)}


def _read(content: bytes, file: str) -> pl.DataFrame:
    raw = pl.read_csv(io.BytesIO(content), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"ucdp: {file} lacks the columns {', '.join(gone)}.")
    known = {
        "type_of_conflict": (COLONIAL, INTERSTATE, INTERNAL, INTERNATIONALISED),
        "intensity_level": ("1", "2"),
    }
    for column, words in known.items():
        odd = raw.filter(~pl.col(column).is_in(words).fill_null(False))
        if len(odd):
            raise SourceChanged(
                f"ucdp: {file}: {column} {odd[column][0]!r} is not one of {', '.join(words)}."
            )
    return raw.select(pl.col("year").cast(pl.Int16), pl.col(COLUMNS).exclude("year"))


def _side(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """Return the states in one column, which may list several."""
    side, primary = SIDES[column]
    interstate = pl.col("type_of_conflict") == INTERSTATE
    listed = rows.filter(pl.col(column).is_not_null()).select(
        "year",
        conflict=pl.col("conflict_id").cast(pl.Int32),
        kind=pl.when(interstate).then(pl.lit("interstate")).otherwise(pl.lit("internal")),
        intensity=pl.col("intensity_level").cast(pl.Int8),
        gw=pl.col(column).str.split(","),
        side=pl.lit(side),
        primary=pl.lit(primary),
    )
    return listed.explode("gw").with_columns(pl.col("gw").str.strip_chars().cast(pl.Int32))


@lru_cache(maxsize=1)
def _numbers() -> pl.DataFrame:
    """Return gw, year, cow: the COW number of a year by Gleditsch-Ward number.

    Where two units had one number in a year, as West Germany and Germany in 1990, the one that
    was there at its end.
    """
    spans: dict[tuple[int, int], int] = {}
    first, last = 1946, 2025
    system = {year: set(members(year)) for year in range(first, last + 1)}
    for state in all_states():
        for number, spell in state.gw:
            begin = max(spell.start.year, first)
            end = min(spell.end.year if spell.end else last, last)
            for year in range(begin, end + 1):
                there = state.cow in system[year]
                late = spell.end is None or spell.end.year > year
                if there and (late or (number, year) not in spans):
                    spans[number, year] = state.cow
    rows = [(gw, year, cow) for (gw, year), cow in spans.items()]
    return pl.DataFrame(rows, {"gw": pl.Int32, "year": pl.Int16, "cow": pl.Int16}, orient="row")
