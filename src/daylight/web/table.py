"""Any panel as a table: a form, the first rows, and the whole as a file."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from daylight.core.errors import BadInput, DaylightError
from daylight.measures import MEASURES
from daylight.panel.panel import dyads
from daylight.say.numbers import significant
from daylight.show.frames import dump
from daylight.store.atlas import Atlas
from daylight.web.frame import html

if TYPE_CHECKING:
    import polars as pl

SHOWN = 200
"""Rows that the page shows; files have all."""
MOST_YEARS = 30
"""Years of a panel of all pairs; of chosen states all years are given."""
MOST_MEASURES = 12
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FIELDS = ("add", "states", "start", "end")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A panel as it is asked for.

    Attributes
    ----------
    measures, states : tuple of str
    start, end : int or None
    """

    measures: tuple[str, ...]
    states: tuple[str, ...]
    start: int | None
    end: int | None

    @property
    def command(self) -> str:
        """The command that writes it."""
        words = ["daylight", "panel", "--add", ",".join(self.measures)]
        words += ["--states", ",".join(self.states)] if self.states else []
        words += ["--start", str(self.start)] if self.start else []
        words += ["--end", str(self.end)] if self.end else []
        return shlex.join(words)


def wanted(query: Mapping[str, str]) -> Wanted:
    """Read what a query string asks for.

    Raises
    ------
    BadInput
        For a year that is none, too many measures, or all pairs over too many years.
    """
    measures, states = _words(query.get("add", "")), _words(query.get("states", ""))
    start, end = (_year(name, query.get(name, "")) for name in ("start", "end"))
    if not measures:
        raise BadInput("Name at least one measure.")
    if len(measures) > MOST_MEASURES:
        raise BadInput(f"{len(measures)} measures; at most {MOST_MEASURES} are given at once.")
    span = end - start + 1 if start is not None and end is not None else None
    if not states and (span is None or span > MOST_YEARS):
        raise BadInput(
            f"All pairs are given for at most {MOST_YEARS} years: give the first and the last, or "
            "states."
        )
    return Wanted(measures, states, start, end)


def frame(asked: Wanted, atlas: Atlas) -> pl.DataFrame:
    """Return the panel.

    Raises
    ------
    UnknownName, UnknownState, OutsideCoverage, BadInput
        For what is no measure, state or year.
    """
    # A list, since a text of one word would be taken for the name of a file.
    states = list(asked.states) or None
    return (
        dyads(asked.start, asked.end, atlas=atlas, states=states).add(*asked.measures).to_polars()
    )


def table_page(query: Mapping[str, str], atlas: Atlas) -> bytes:
    """Return the page, with the first rows of what was asked for; an error stands on the page."""
    given = {name: query.get(name, "") for name in FIELDS}
    message, command, count = "", "", 0
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    if query.get("add"):
        try:
            asked = wanted(query)
            found = frame(asked, atlas)
            count, command = len(found), asked.command
            heads = tuple(found.columns)
            rows = tuple(tuple(map(_cell, row)) for row in found.head(SHOWN).iter_rows())
            files = tuple((ending, f"/table.{ending}?{urlencode(given)}") for ending in MEDIA)
        except DaylightError as fault:
            message = str(fault)
    names = [(m.name, m.title) for m in MEASURES]
    return html("table", "Tables", "/table", given=given, message=message, heads=heads, rows=rows,
                command=command, files=files, count=f"{count:,}", names=names)  # fmt: skip


def table_file(ending: str, query: Mapping[str, str], atlas: Atlas) -> bytes:
    """Return the whole panel as a file.

    Raises
    ------
    BadInput
        For another ending, and as :func:`wanted`.
    DaylightError
        As :func:`frame`.
    """
    if ending not in MEDIA:
        raise BadInput(f"A table is given as {', '.join(MEDIA)}, not {ending!r}.")
    buffer = BytesIO()
    dump(frame(wanted(query), atlas), buffer, ending)
    return buffer.getvalue()


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def _year(name: str, text: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= 4):
        raise BadInput(f"{name} is {text!r}; write a year such as 2016.")
    return int(text)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return significant(value, 4) if isinstance(value, float) else str(value)
