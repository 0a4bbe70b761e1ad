"""Bloc spells: from the curated CSV to COW numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.blocs.pieces import pieces_of, read
from daylight.sources.blocs.texts import hold_names, hold_texts
from daylight.sources.kit.issues import IssueLog

STATUSES = (
    "full", "withdrawing", "suspended", "observer", "partner", "candidate", "applicant",
    "contemplated",
)  # fmt: skip
CONFIRMED = ("page", "cross", "named", "unconfirmed")
KINDS = ("military", "political", "economic")
REACHES = ("exclusive", "wide", "forum")
TIES = ("yes", "no")
PRECISE = ("start_precision", "end_precision")
OUTSIDE_SYSTEM = ("PSE", "HKG", "ESH", "VAT")
"""Members of a bloc that the COW state system does not hold; their rows stay in the CSV."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables ``blocs`` and ``bloc_spells``.

    A date known to the year or month only stands at its first possible day, with its precision
    beside it: the first on which there was such a state. ``end`` is the first day after the
    spell.

    Raises
    ------
    SourceChanged
        For an unknown word, state or bloc, a spell that runs backwards or overlaps another
        of the same state in the same bloc, one that begins when there was no such state, a
        row without citation, a name of two blocs, a signature after the start, or a state that
        is contemplated by nobody.
    """
    blocs, rows = (
        pl.read_csv(BytesIO(files[name].decode("utf-8").encode()), infer_schema=False)
        for name in ("blocs.csv", "spells.csv")
    )
    for name, column in (("blocs.csv", blocs["bloc"]), ("spells.csv", rows["iso3"])):
        if column.null_count():
            raise SourceChanged(f"blocs: {name} has a row without {column.name}; give one.")
    _words(rows, "status", STATUSES)
    _words(rows, "confirmed", CONFIRMED)
    _words(blocs, "kind", KINDS)
    _words(blocs, "reach", REACHES)
    _words(blocs, "ties", TIES)
    _words(rows, "bloc", tuple(blocs["bloc"]))
    for name, table in (("blocs.csv", blocs), ("spells.csv", rows)):
        bare = table.filter(pl.col("citation").fill_null("").str.strip_chars() == "")
        if len(bare):
            raise SourceChanged(f"blocs: {name}: {bare.row(0)} has no citation; give one.")
    hold_names(blocs)
    hold_texts(rows)
    outside = pl.col("iso3").is_in(OUTSIDE_SYSTEM)
    log.note("spells of members outside the COW system left out", len(rows.filter(outside)))
    rows = rows.filter(~outside)
    for text in (*blocs["founded"], *(ended for ended in blocs["ended"] if ended)):
        read(text)
    pieces = [piece for row in rows.iter_rows(named=True) for piece in pieces_of(row)]
    kinds = {"cow": pl.Int16, "start": pl.Date, "end": pl.Date}
    schema = {name: kinds.get(name, pl.String) for name in (*rows.columns, *PRECISE, "cow")}
    spells = pl.DataFrame(pieces, schema=schema)
    _check_order(spells)
    weak = len(spells.filter(pl.col("confirmed").is_in(("named", "unconfirmed"))))
    log.warn("bloc spells with a start that could not be confirmed on a page", weak)
    return {"blocs": blocs, "bloc_spells": spells.drop("iso3")}


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
