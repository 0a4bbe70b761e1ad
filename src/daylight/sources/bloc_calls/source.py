"""Calls for help within blocs: from the curated CSV to COW numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import check_words, first_day, last_day, precision, state_on
from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.blocs import ANSWERS, CONFIRMED_CALLS, SOUGHT

FILE = "calls.csv"
SOURCE = "bloc_calls"
COLUMNS = (
    "bloc", "iso3", "day", "asked", "sought", "against", "answer", "answer_day", "legal_basis",
    "confirmed", "citation", "note",
)  # fmt: skip
NEEDED = ("bloc", "asked", "citation")
CALLS = {
    "bloc": pl.String, "cow": pl.Int16, "day": pl.Date, "day_precision": pl.String,
    "asked": pl.String, "sought": pl.String, "against": pl.Int16, "answer": pl.String,
    "answer_day": pl.Date, "answer_precision": pl.String, "legal_basis": pl.String,
    "confirmed": pl.String, "citation": pl.String, "note": pl.String,
}  # fmt: skip
PAGE = re.compile(r"https?://\S")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``bloc_calls``, one row for each caller and day; columns as in :data:`CALLS`.

    A date known to the year or month only stands at its first day, with its precision beside it.
    That each bloc is one that the atlas lists is a rule between tables
    (:mod:`daylight.build.rules.across`), for the lists are kept apart.

    Raises
    ------
    SourceChanged
        For an unknown word, state or date, a row without bloc, request or citation, an answer
        before its call, a page without address, a call that stands twice, or an intervention
        against the government's will that is said to have been sought.
    """
    rows = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode()), infer_schema=False)
    if tuple(rows.columns) != COLUMNS:
        raise SourceChanged(f"{SOURCE}: {FILE} should have the columns {', '.join(COLUMNS)}.")
    check_words(rows, SOURCE, "sought", SOUGHT)
    check_words(rows, SOURCE, "answer", ANSWERS)
    check_words(rows, SOURCE, "confirmed", CONFIRMED_CALLS)
    calls = pl.DataFrame([_call(row) for row in rows.iter_rows(named=True)], CALLS, orient="row")
    double = calls.filter(pl.struct("bloc", "cow", "day").is_duplicated())
    if len(double):
        bloc, cow, day = double.select("bloc", "cow", "day").row(0)
        raise SourceChanged(f"{SOURCE}: {bloc}, {cow} on {day} stands twice; mend {FILE}.")
    unseen = len(calls.filter(pl.col("confirmed") != "page"))
    log.note("calls for help of which no page was seen", unseen)
    return {SOURCE: calls.sort("bloc", "day", "cow")}


def _call(row: Mapping[str, Any]) -> dict[str, object]:
    what = f"{SOURCE}: {row['bloc']}, {row['iso3']} in {row['day']}"
    blank = [name for name in NEEDED if not (row[name] or "").strip()]
    if blank:
        raise SourceChanged(f"{what} has no {blank[0]}; give one.")
    if row["confirmed"] == "page" and not PAGE.search(row["citation"]):
        raise SourceChanged(f"{what} is marked page; give the address where it was read.")
    if (row["answer"] == "imposed") != (row["sought"] == "none"):
        raise SourceChanged(
            f"{what} is {row['answer']} and sought {row['sought']}; what is imposed, and nothing "
            f"else, was sought by none."
        )
    day, reply = first_day(row["day"], SOURCE), row["answer_day"]
    if reply and last_day(reply, SOURCE) < day:
        raise SourceChanged(f"{what} is answered in {reply}, before it was made; mend {FILE}.")
    cow = state_on(row["iso3"], day, SOURCE)
    against = state_on(row["against"], day, SOURCE) if row["against"] else None
    if cow == against:
        raise SourceChanged(f"{what} is a call against itself; mend {FILE}.")
    return {name: row[name] for name in CALLS if name in row} | {
        "cow": cow, "against": against, "day": day, "day_precision": precision(row["day"]),
        "answer_day": first_day(reply, SOURCE) if reply else None,
        "answer_precision": precision(reply) if reply else None,
    }  # fmt: skip
