"""Every adopted text of the extract, put to a vote or not: title, agenda item, subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from daylight.sources.un_votes_resolutions.symbols import day, number, session_of
from daylight.sources.un_votes_resolutions.tables import plain

TEXTS: dict[str, Any] = {
    "item": pl.Int32,
    "symbol": pl.String,
    "session": pl.Int16,
    "year": pl.Int16,
    "date": pl.Date,
    "title": pl.String,
    "agenda": pl.String,
    "subjects": pl.List(pl.String),
}


def texts(rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Return one row per symbol, the first where a symbol is listed twice.

    Raises
    ------
    SourceChanged
        For a date or symbol that is not known.
    """
    found: dict[str, tuple[object, ...]] = {}
    for row in rows:
        symbol = plain(row["symbol"])
        if symbol not in found:
            found[symbol] = _text(symbol, row)
    return pl.DataFrame(list(found.values()), schema=TEXTS, orient="row").sort("item", "symbol")


def _text(symbol: str, row: Mapping[str, Any]) -> tuple[object, ...]:
    when = day(row["adoption_date"])
    return (
        number(symbol),
        symbol,
        session_of(symbol, when),
        when.year,
        when,
        plain(row["title"]),
        plain(row["agenda_item_name"]),
        [plain(str(subject[0])) for subject in row["subjects"]],
    )
