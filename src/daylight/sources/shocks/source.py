"""From the curated shocks to COW numbers, dates with their precision, and pairs in one order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import check_words, first_day, last_day, precision, state_on
from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.shocks import CHECKED, DIRECTIONS, EXPECTED, KINDS, LONGEST

FILE = "shocks.csv"
SOURCE = "shocks"
COLUMNS = (
    "id", "a", "b", "date", "kind", "direction", "third", "title", "expected", "citation", "url",
    "checked", "note",
)  # fmt: skip
DATA_SET = re.compile(r"(?:ATOP|Archigos|ICB|MID|UCDP|UN Security Council|UN General Assembly) .+")
"""How a citation begins that names a row of a data set, and needs no address."""
URL = re.compile(r"https?://\S+")
WORDS = {"kind": KINDS, "direction": DIRECTIONS, "expected": EXPECTED, "checked": CHECKED}
SHOCKS = {
    "id": pl.String, "a": pl.Int16, "b": pl.Int16, "date": pl.Date, "precision": pl.String,
    "kind": pl.String, "direction": pl.String, "third": pl.Int16, "title": pl.String,
    "expected": pl.String, "citation": pl.String, "url": pl.String, "checked": pl.String,
    "note": pl.String,
}  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``shocks``, one row for each shock of a pair; columns as in :data:`SHOCKS`.

    ``a`` < ``b`` by their numbers of that day. ``date`` is the first day that its text can mean.

    Raises
    ------
    SourceChanged
        For a word, date or state that is not known, a pair in the other order, a row without
        citation or with a mark that its citation or date does not bear out, a title that is empty
        or long, an identifier used twice, or a shock of a pair that stands twice.
    """
    rows = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode()), infer_schema=False)
    if tuple(rows.columns) != COLUMNS:
        raise SourceChanged(f"{SOURCE}: {FILE} should have the columns {', '.join(COLUMNS)}.")
    for column, words in WORDS.items():
        check_words(rows, SOURCE, column, tuple(words))
    shocks = [_shock(row) for row in rows.iter_rows(named=True)]
    table = pl.DataFrame(shocks, SHOCKS, orient="row").sort("date", "a", "b", "kind")
    for key in (["id"], ["a", "b", "date", "kind"]):
        double = table.filter(pl.struct(key).is_duplicated())
        if len(double):
            raise SourceChanged(f"{SOURCE}: {double.row(0)[:6]} stands twice; mend {FILE}.")
    vague = len(table.filter(pl.col("precision") != "day"))
    log.note("shocks whose page gives only the month or year", vague)
    return {"shocks": table}


def _shock(row: Mapping[str, Any]) -> tuple[object, ...]:
    what = f"{SOURCE}: {row['id']} ({row['title']})"
    if not row["id"] or not (row["title"] or "").strip() or len(row["title"]) > LONGEST:
        raise SourceChanged(f"{what} needs an id, and a title of at most {LONGEST} characters.")
    day = first_day(row["date"], SOURCE)
    _check_mark(row, what)
    one, other = (_state(row[side], day, row["date"]) for side in ("a", "b"))
    if one >= other:
        raise SourceChanged(
            f"{what}: the state with the lower COW number is a; turn the pair and its direction."
        )
    third = _state(row["third"], day, row["date"]) if row["third"] else None
    if third in (one, other):
        raise SourceChanged(f"{what} has one of the two as the third state.")
    return (
        row["id"], one, other, day, precision(row["date"]), row["kind"], row["direction"], third,
        row["title"], row["expected"], row["citation"], row["url"], row["checked"], row["note"],
    )  # fmt: skip


def _check_mark(row: Mapping[str, Any], what: str) -> None:
    """Raise unless the citation is there, and bears out how the row is said to be checked."""
    citation, url, mark = (row[name] or "" for name in ("citation", "url", "checked"))
    if not citation.strip() or (url and not URL.fullmatch(url)):
        raise SourceChanged(f"{what} has no citation, or an address that is none.")
    named = bool(DATA_SET.fullmatch(citation))
    if not (url or named):
        raise SourceChanged(f"{what}: give the address of a page, or name the row of a data set.")
    if (mark == "data_row") != named:
        raise SourceChanged(f"{what} is marked {mark}, and its citation is {citation!r}.")
    if mark != "data_row" and (mark == "page") != (precision(row["date"]) == "day"):
        raise SourceChanged(f"{what} is marked {mark}, and its date is {row['date']}.")


def _state(code: str | None, day: date, text: str) -> int:
    """Return a state's number on the first day that a date can mean, or else on the last."""
    try:
        return state_on(code, day, SOURCE)
    except SourceChanged:
        return state_on(code, last_day(text, SOURCE), SOURCE)
