"""From spells of recognition to COW numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.core.visible import quoted
from daylight.sources.kit.curated import check_words, first_day, last_day
from daylight.sources.kit.issues import IssueLog

FILE = "spells.csv"
DAY = "YYYY-MM-DD"
SOURCE = "recognition"
COLUMNS = ("state", "recognised", "start", "censored", "end", "confirmed", "citation", "note")
WORDS = {
    "recognised": ("PRC", "ROC", "none", "both"),
    "confirmed": ("page", "unconfirmed"),
    "censored": ("yes", None),
}
OUTSIDE = ("COK", "NIU", "PSE", "VAT")
"""Recognisers that are not in the COW state system; their rows stay in the CSV."""
SPELLS = {
    "cow": pl.Int16, "recognised": pl.String, "start": pl.Date, "censored": pl.Boolean,
    "end": pl.Date, "confirmed": pl.Boolean, "citation": pl.String, "note": pl.String,
}  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``spells``: cow, recognised (PRC, ROC, none, both), start, end and how sure.

    `end` is the last day, null while the spell lasts. `confirmed` says that the start was seen
    on a page; where `censored`, the spell had begun before October 1949.

    Raises
    ------
    SourceChanged
        For a missing column, a word, date or state that is not known, a row without citation,
        or spells of a state that overlap or run backwards.
    """
    rows = pl.read_csv(files[FILE], infer_schema=False)
    if tuple(rows.columns) != COLUMNS:
        raise SourceChanged(f"{SOURCE}: {FILE} should have the columns {', '.join(COLUMNS)}.")
    for column, words in WORDS.items():
        check_words(rows, SOURCE, column, words)
    bare = rows.filter(pl.col("citation").fill_null("").str.strip_chars() == "")
    if len(bare):
        raise SourceChanged(f"{SOURCE}: {bare.row(0)[:3]} has no citation; give one.")
    known = [*OUTSIDE, *(str(state.cow) for state in all_states())]
    strange = rows.filter(~pl.col("state").is_in(known).fill_null(False))
    if len(strange):
        odd = quoted(strange["state"][0] or "")
        raise SourceChanged(f"{SOURCE}: {odd} is no COW number; mend {FILE}.")
    outside = pl.col("state").is_in(OUTSIDE)
    log.note("spells of recognisers outside the COW system left out", len(rows.filter(outside)))
    inside = rows.filter(~outside)
    table = pl.DataFrame([_spell(r) for r in inside.iter_rows(named=True)], SPELLS, orient="row")
    table = _before_the_next(table.with_columns(vague=inside["end"].str.len_chars() < len(DAY)))
    _check(table)
    weak = len(table.filter(~pl.col("confirmed")))
    log.warn("spells of recognition whose start is not confirmed by a page", weak)
    return {"spells": table.sort("cow", "start")}


def _spell(row: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        int(row["state"]), row["recognised"], first_day(row["start"], SOURCE),
        row["censored"] == "yes", last_day(row["end"], SOURCE) if row["end"] else None,
        row["confirmed"] == "page", row["citation"], row["note"],
    )  # fmt: skip


def _before_the_next(table: pl.DataFrame) -> pl.DataFrame:
    """Return spells that end before the next one begins, where only month or year is known."""
    ordered = table.sort("cow", "start")
    before = (pl.col("start").shift(-1).over("cow") - pl.duration(days=1)).cast(pl.Date)
    end = pl.when("vague").then(pl.min_horizontal("end", before)).otherwise("end")
    return ordered.with_columns(end=end).drop("vague")


def _check(table: pl.DataFrame) -> None:
    ordered = table.sort("cow", "start")
    following = pl.col("start").shift(-1).over("cow")
    until = pl.col("end").fill_null(date.max)
    wrong = ordered.filter((until < pl.col("start")) | (following <= until))
    if len(wrong):
        raise SourceChanged(f"{SOURCE}: {wrong.row(0)[:4]} runs backwards or overlaps the next.")
