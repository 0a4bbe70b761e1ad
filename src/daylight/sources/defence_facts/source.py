"""From the curated facts to COW numbers and dates with their precision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import (
    check_words,
    first_day,
    last_day,
    precision,
    read_facts,
    state_on,
)
from daylight.sources.kit.issues import IssueLog

FILE = "facts.csv"
SOURCE = "defence_facts"
COLUMNS = (
    "id", "kind", "a", "b", "direction", "terms", "start", "in_force", "end", "title", "citation",
    "note",
)  # fmt: skip
TERMS = {
    "promise": ("defence", "consultation", "no_aid", "nonaggression"),
    "agreement": ("general", "sector"),
    "force": ("war", "fighting", "strike"),
    "troops": ("in_war", "based"),
}
"""What a fact of each kind may say. A promise of defence is one to fight if the other is
attacked; no_aid is one not to help its attacker."""
DIRECTIONS = ("both", "a_to_b")
FACTS = {
    "fact": pl.String, "kind": pl.String, "cow": pl.Int16, "partner": pl.Int16,
    "mutual": pl.Boolean, "terms": pl.String, "start": pl.Date, "start_precision": pl.String,
    "in_force": pl.Date, "end": pl.Date, "end_precision": pl.String, "title": pl.String,
    "citation": pl.String, "note": pl.String,
}  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``facts``, one row for each fact of a pair; columns as in :data:`FACTS`.

    `start` is the first day that its text can mean: of a promise or agreement the signature, of
    force the first day, of troops the arrival, null where it is not known. `end` is the last
    day, inclusive, null where the fact goes on or no end was seen. `cow` promises, strikes or
    sends troops; where `mutual`, so does `partner`.

    Raises
    ------
    SourceChanged
        For a word, date or state that is not known, a fact without citation, one that ends
        before it starts, or an identifier used twice.
    """
    rows = read_facts(files[FILE], SOURCE, FILE, COLUMNS)
    check_words(rows, SOURCE, "kind", tuple(TERMS))
    check_words(rows, SOURCE, "direction", DIRECTIONS)
    facts = [_fact(row) for row in rows.iter_rows(named=True)]
    table = pl.DataFrame(facts, FACTS, orient="row")
    double = table.filter(pl.col("fact").is_duplicated())
    if len(double):
        raise SourceChanged(f"{SOURCE}: {double['fact'][0]} is used twice; give each its own.")
    waiting = (pl.col("kind") == "promise") & pl.col("in_force").is_null()
    log.note("promises whose entry into force was not seen", len(table.filter(waiting)))
    return {"facts": table.sort("fact")}


def _fact(row: Mapping[str, Any]) -> tuple[object, ...]:
    name, kind = row["id"], row["kind"]
    if row["terms"] not in TERMS[kind]:
        raise SourceChanged(
            f"{SOURCE}: {name}: terms {row['terms']!r} of a {kind}; expected one of "
            f"{', '.join(TERMS[kind])}."
        )
    begin, end = row["start"], row["end"]
    if not (begin or (kind == "troops" and end)):
        raise SourceChanged(f"{SOURCE}: {name} has no date; give one.")
    start = first_day(begin, SOURCE) if begin else None
    until = last_day(end, SOURCE) if end else None
    if start and until and until < start:
        raise SourceChanged(f"{SOURCE}: {name} ends before it starts; mend {FILE}.")
    on = start or until
    assert on is not None
    return (
        name, kind, state_on(row["a"], on, SOURCE), state_on(row["b"], on, SOURCE),
        row["direction"] == "both", row["terms"], start, precision(begin) if begin else None,
        first_day(row["in_force"], SOURCE) if row["in_force"] else None, until,
        precision(end) if end else None, row["title"], row["citation"], row["note"],
    )  # fmt: skip
