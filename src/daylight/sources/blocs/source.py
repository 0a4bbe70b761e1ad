"""Bloc spells: from the curated CSV to COW numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import polars as pl

from daylight.core.errors import DaylightError, SourceChanged
from daylight.core.lookup import resolve
from daylight.core.states import lineage
from daylight.sources.kit.issues import IssueLog

STATUSES = ("full", "observer", "partner", "candidate", "suspended")
CONFIRMED = ("page", "cross", "unconfirmed")
KINDS = ("military", "political", "economic")
OUTSIDE_SYSTEM = ("PSE", "HKG")
"""Members of a bloc that the COW state system does not hold; their rows stay in the CSV."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables ``blocs`` and ``bloc_spells``.

    A date known to the year or month only starts on its first possible day. ``end`` is the
    first day after the spell.

    Raises
    ------
    SourceChanged
        For an unknown word, state or bloc, a spell that runs backwards or overlaps another
        of the same state in the same bloc, or a row without citation.
    """
    blocs, rows = (
        pl.read_csv(BytesIO(files[name].decode("utf-8").encode()), infer_schema=False)
        for name in ("blocs.csv", "spells.csv")
    )
    _words(rows, "status", STATUSES)
    _words(rows, "confirmed", CONFIRMED)
    _words(blocs, "kind", KINDS)
    _words(rows, "bloc", tuple(blocs["bloc"]))
    for name, table in (("blocs.csv", blocs), ("spells.csv", rows)):
        bare = table.filter(pl.col("citation").fill_null("").str.strip_chars() == "")
        if len(bare):
            raise SourceChanged(f"blocs: {name}: {bare.row(0)} has no citation; give one.")
    outside = pl.col("iso3").is_in(OUTSIDE_SYSTEM)
    log.note("spells of members outside the COW system left out", len(rows.filter(outside)))
    rows = rows.filter(~outside)
    spells = rows.with_columns(
        start=pl.Series([first_day(text) for text in rows["start"]], dtype=pl.Date),
        end=pl.Series([first_day(t) if t else None for t in rows["end"]], dtype=pl.Date),
    )
    pieces = [piece for row in spells.iter_rows(named=True) for piece in _known_pieces(row)]
    spells = pl.DataFrame(pieces, schema={**spells.schema, "cow": pl.Int16})
    _check_order(spells)
    weak = len(spells.filter(pl.col("confirmed") == "unconfirmed"))
    log.warn("bloc spells with a start that could not be confirmed on a page", weak)
    return {"blocs": blocs, "bloc_spells": spells.drop("iso3")}


def first_day(text: str | None) -> date:
    """Return the first day that YYYY, YYYY-MM or YYYY-MM-DD can mean.

    Raises
    ------
    SourceChanged
        When the text is no such date.
    """
    parts = (text or "").split("-")
    try:
        numbers = [int(part) for part in parts] + [1, 1]
        return date(*numbers[:3])
    except ValueError:
        raise SourceChanged(f"blocs: {text!r} is not a date; write YYYY-MM-DD.") from None


def _known_pieces(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the pieces of a spell, of which there must be one at least."""
    pieces = list(_pieces(row))
    if not pieces:
        raise SourceChanged(
            f"blocs: {row['bloc']}, {row['iso3']} from {row['start']}: the spell runs backwards or "
            f"the state was in the state system on no day of it; mend spells.csv."
        )
    return pieces


def _pieces(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Split a spell where the state's COW number changes, as Germany's does in 1990.

    A spell that begins before the state entered the COW system keeps its own start.
    """
    try:
        numbers = lineage(resolve(row["iso3"]))
    except DaylightError as error:
        raise SourceChanged(f"blocs: spells.csv: {error}") from None
    begin, until = row["start"], row["end"] or date.max
    for cow, entry, last in numbers:
        leave = date.max if last is None else last + timedelta(days=1)
        if leave <= begin or entry >= until:
            continue
        end = min(until, leave)
        yield {**row, "cow": cow, "start": begin, "end": None if end == date.max else end}
        begin = end


def _words(table: pl.DataFrame, column: str, words: tuple[str, ...]) -> None:
    bad = set(table[column].to_list()) - set(words)
    if bad:
        raise SourceChanged(
            f"blocs: {column} {sorted(map(str, bad))[0]!r} is not known; expected one of "
            f"{', '.join(words)}."
        )


def _check_order(spells: pl.DataFrame) -> None:
    """Raise when a spell ends before it starts, or overlaps the next of the same state."""
    ordered = spells.sort("bloc", "cow", "start")
    following = pl.col("start").shift(-1).over("bloc", "cow")
    until = pl.col("end").fill_null(date.max)
    bad = ordered.filter((until <= pl.col("start")) | (following < until))
    if len(bad):
        row = bad.row(0, named=True)
        raise SourceChanged(
            f"blocs: {row['bloc']}, {row['iso3']} from {row['start']}: the spell runs backwards "
            f"or overlaps the next one; mend spells.csv."
        )
