"""Texts of the General Assembly by session, as far as they are known: voted on or not."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import polars as pl

from daylight.tables.votes.titles import numbers, plain

STEP = re.compile(
    r".*\(proposed\)$|advisory opinions$|un\. (open-ended|group of governmental experts"
    r"|ad hoc committee to|intergovernmental negotiating)"
)
"""Subject headings of a body, treaty or procedure that is being set up, steered or asked for."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text; titles and headings as :func:`daylight.tables.votes.titles.plain` writes them.

    Attributes
    ----------
    item : int or None
        Its roll call; None where it was adopted without one.
    symbol : str
        Symbol, or "".
    title : str
        Title.
    key : str
        Title without spaces, which the source sets wrong at times ("73eof").
    numbers : frozenset of int
        Years, ordinals and other numbers in the title.
    agenda : str
        Heading of the agenda item without what follows a colon, or "" where it is not known.
    steps : frozenset of str or None
        Subject headings of the kind STEP; None where subjects are not known.
    """

    item: int | None
    symbol: str
    title: str
    key: str
    numbers: frozenset[int]
    agenda: str
    steps: frozenset[str] | None


def by_session(rollcalls: pl.DataFrame, texts: pl.DataFrame) -> dict[int, list[Text]]:
    """Return the texts of each session: votes known to be on a whole text, and adopted texts.

    A roll call and an adopted text of one symbol are one text, with the title of the latter.

    Parameters
    ----------
    rollcalls : polars.DataFrame
        item, session, symbol, title, final.
    texts : polars.DataFrame
        symbol, session, title, agenda, subjects.
    """
    calls = rollcalls.filter(pl.col("final")).select("item", "session", "symbol", "title")
    known = texts.select("symbol", "session", "title", "agenda", "subjects")
    both = calls.join(known, on="symbol", how="full", coalesce=True, suffix="_own")
    out: dict[int, list[Text]] = defaultdict(list)
    for row in both.sort("item", "symbol").iter_rows(named=True):
        session = row["session"] if row["session"] is not None else row["session_own"]
        title = plain(row["title_own"] or row["title"] or "")
        out[session].append(
            Text(
                row["item"],
                row["symbol"] or "",
                title,
                title.replace(" ", ""),
                numbers(title),
                plain((row["agenda"] or "").split(":")[0]),
                _steps(row["subjects"]),
            )
        )
    return dict(out)


def _steps(subjects: list[str] | None) -> frozenset[str] | None:
    if subjects is None:
        return None
    return frozenset(s for s in (x.casefold() for x in subjects) if STEP.match(s))
