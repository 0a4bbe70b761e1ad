"""From spells of recognition to COW numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.core.visible import quoted
from daylight.sources.kit.curated import check_words, first_day, last_day
from daylight.sources.kit.issues import IssueLog
from daylight.sources.recognition import switches
from daylight.sources.recognition.agree import check_agreement, check_runs
from daylight.store.schemas.recognition import RECOGNISED

FILE = "spells.csv"
DAY = "YYYY-MM-DD"
SOURCE = "recognition"
COLUMNS = ("state", "recognised", "start", "censored", "end", "confirmed", "citation", "note")
WORDS: dict[str, tuple[str | None, ...]] = {
    "recognised": RECOGNISED,
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
    """Return ``spells`` and ``switches``.

    A spell has cow, recognised (PRC, ROC, none, both), start, end and how sure. `end` is the last
    day, null while the spell lasts. `confirmed` says that the start was seen on a page; where
    `censored`, the spell had begun before October 1949. Switches: see :mod:`.switches`.

    Raises
    ------
    SourceChanged
        For a missing column, a word, date or state that is not known, a row without citation,
        spells of a state that overlap, run backwards or leave a gap, or switches that differ
        from the spells.
    """
    numbers = {str(state.cow) for state in all_states()}
    spells = _spells(files[FILE], numbers, log)
    moves = switches.switches(files[switches.FILE], numbers)
    check_runs(spells)
    check_agreement(spells, moves)
    weak = len(spells.filter(~pl.col("confirmed")))
    log.warn("spells of recognition whose start is not confirmed by a page", weak)
    weak = len(moves.filter(pl.col("checked") == "recalled"))
    log.warn("switches of recognition that were recalled, and seen on no page", weak)
    return {"spells": spells, "switches": moves}


def _spells(content: bytes, numbers: set[str], log: IssueLog) -> pl.DataFrame:
    rows = pl.read_csv(content, infer_schema=False)
    if tuple(rows.columns) != COLUMNS:
        raise SourceChanged(f"{SOURCE}: {FILE} should have the columns {', '.join(COLUMNS)}.")
    for column, words in WORDS.items():
        check_words(rows, SOURCE, column, words)
    bare = rows.filter(pl.col("citation").fill_null("").str.strip_chars() == "")
    if len(bare):
        raise SourceChanged(f"{SOURCE}: {bare.row(0)[:3]} has no citation; give one.")
    strange = rows.filter(~pl.col("state").is_in([*OUTSIDE, *numbers]).fill_null(False))
    if len(strange):
        odd = quoted(strange["state"][0] or "")
        raise SourceChanged(f"{SOURCE}: {odd} is no COW number; mend {FILE}.")
    outside = pl.col("state").is_in(OUTSIDE)
    log.note("spells of recognisers outside the COW system left out", len(rows.filter(outside)))
    inside = rows.filter(~outside)
    table = pl.DataFrame([_spell(r) for r in inside.iter_rows(named=True)], SPELLS, orient="row")
    table = _before_the_next(table.with_columns(vague=inside["end"].str.len_chars() < len(DAY)))
    return table.sort("cow", "start")


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
