"""From the list of changes of recognition and of failed bids to COW numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import check_words, first_day, last_day, precision
from daylight.store.schemas.recognition import (
    BIDDERS,
    CHECKED,
    DRIVERS,
    MOST_MILLION,
    OUTCOMES,
    SEEN,
    SIDES,
    TRUCE,
)

FILE = "switches.csv"
SOURCE = "recognition"
AMOUNT = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")
AMOUNTS = ("winner_million", "loser_million", "ask_million")
COLUMNS = (
    "id", "state", "date", "left", "joined", "outcome", "bidders", "driver", "winner",
    "winner_offer", "winner_million", "winner_million_checked", "loser_offer", "loser_million",
    "loser_million_checked", "ask_million", "ask_million_checked", "amount_year", "truce",
    "checked", "citation", "offer_checked", "offer_citation", "note",
)  # fmt: skip
WORDS: dict[str, tuple[str | None, ...]] = {
    "left": SIDES, "joined": (*SIDES, "none"), "outcome": tuple(OUTCOMES), "bidders": BIDDERS,
    "driver": tuple(DRIVERS), "winner": (*SIDES, "none"), "truce": ("yes", "no"),
    "checked": tuple(CHECKED), "offer_checked": (*SEEN, None),
    **{f"{name}_checked": (*SEEN, None) for name in AMOUNTS},
}  # fmt: skip
SWITCHES = {
    "cow": pl.Int16, "date": pl.Date, "precision": pl.String,
    **dict.fromkeys(COLUMNS[3:], pl.String), **dict.fromkeys(AMOUNTS, pl.Float64),
    "amount_year": pl.Int16, "truce": pl.Boolean,
}  # fmt: skip


def switches(content: bytes, known: set[str]) -> pl.DataFrame:
    """Return one row for each change of recognition, departure or failed bid.

    Parameters
    ----------
    content : bytes
        The file.
    known : set of str
        COW numbers that a row may have, as text.

    Raises
    ------
    SourceChanged
        For a missing column, a word, date, amount or state that is not known, a row or an offer
        without citation, a mark without what it marks, a mark of the truce that its date does not
        bear out, or a row that stands twice.
    """
    rows = pl.read_csv(BytesIO(content.decode("utf-8").encode()), infer_schema=False)
    if tuple(rows.columns) != COLUMNS:
        raise SourceChanged(f"{SOURCE}: {FILE} should have the columns {', '.join(COLUMNS)}.")
    for column, words in WORDS.items():
        check_words(rows, SOURCE, column, words)
    made = [_switch(row, known) for row in rows.iter_rows(named=True)]
    table = pl.DataFrame(made, SWITCHES, orient="row").sort("date", "cow")
    double = table.filter(pl.struct("cow", "date").is_duplicated())
    if len(double):
        raise SourceChanged(f"{SOURCE}: {double.row(0)[:5]} stands twice; mend {FILE}.")
    return table


def _switch(row: Mapping[str, Any], known: set[str]) -> tuple[object, ...]:
    what = f"{SOURCE}: {row['id']} ({row['state']}, {row['date']})"
    if not row["id"] or row["state"] not in known:
        raise SourceChanged(f"{what} has no id, or no COW number of a state.")
    if row["left"] == row["joined"] or row["winner"] not in (row["left"], row["joined"]):
        raise SourceChanged(f"{what}: the winner is one of the two, and they differ.")
    if (row["outcome"] == "stayed") != (row["winner"] == row["left"]):
        raise SourceChanged(f"{what}: a state that stayed has {row['left']} as the winner.")
    _check_marks(row, what)
    _check_truce(row, what)
    fields = {name: row[name] for name in COLUMNS[3:]}
    fields |= {name: _amount(row[name], what) for name in AMOUNTS}
    fields |= {"amount_year": _year(row["amount_year"], what), "truce": row["truce"] == "yes"}
    day = first_day(row["date"], SOURCE)
    return int(row["state"]), day, precision(row["date"]), *fields.values()


def _check_marks(row: Mapping[str, Any], what: str) -> None:
    """Raise unless each mark has what it marks, and each amount and offer its mark."""
    if not (row["citation"] or "").startswith("http"):
        raise SourceChanged(f"{what} has no citation; give the address of a page.")
    for name in AMOUNTS:
        if (row[name] is None) != (row[f"{name}_checked"] is None):
            raise SourceChanged(f"{what}: give {name} and how it was checked, or neither.")
        if row[f"{name}_checked"] == "page" and row["offer_checked"] != "page":
            raise SourceChanged(f"{what}: {name} was seen on a page, and the offer was not.")
    told = any(row[name] is not None for name in ("winner_offer", "loser_offer", *AMOUNTS))
    if told != (row["offer_checked"] is not None):
        raise SourceChanged(f"{what}: give an offer and how it was checked, or neither.")
    if (row["amount_year"] is not None) != any(row[name] is not None for name in AMOUNTS):
        raise SourceChanged(f"{what}: give amounts and their year, or neither.")


def _check_truce(row: Mapping[str, Any], what: str) -> None:
    first, last = first_day(row["date"], SOURCE), last_day(row["date"], SOURCE)
    within = [TRUCE[0] <= day <= TRUCE[1] for day in (first, last)]
    if (row["truce"] == "yes") not in within:
        raise SourceChanged(f"{what}: truce is {row['truce']}, and it held from {TRUCE[0]} on.")
    if row["outcome"] != "stayed" and first != last:
        raise SourceChanged(f"{what} moved; give the day, as the spells do.")


def _amount(text: str | None, what: str) -> float | None:
    if text is None:
        return None
    if not (AMOUNT.fullmatch(text) and 0 < float(text) <= MOST_MILLION):
        raise SourceChanged(f"{what}: {text!r} is no amount; write millions of dollars.")
    return float(text)


def _year(text: str | None, what: str) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and date.min.year < int(text) < 2100):
        raise SourceChanged(f"{what}: {text!r} is no year.")
    return int(text)
