"""Read the two layouts of SIPRI's register: a row for each order, or for each delivery year."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import NoReturn

from daylight.core.errors import SourceChanged
from daylight.sources.sipri_arms.preamble import Preamble, read_preamble

ORDERS = (
    "Recipient", "Supplier", "Year of order", " ", "Number ordered", " ", "Weapon designation",
    "Weapon description", "Number delivered", " ", "Year(s) of delivery", "status", "Comments",
    "SIPRI TIV per unit", "SIPRI TIV for total order", "SIPRI TIV of delivered weapons",
)  # fmt: skip
"""Columns of the older layout; the three without a name hold the marks of uncertain data."""
DELIVERIES = (
    "SIPRI AT Database ID", "Supplier", "Recipient", "Designation", "Description",
    "Armament category", "Order date", "Order date is estimate", "Numbers delivered",
    "Numbers delivered is estimate", "Delivery year", "Delivery year is estimate", "Status",
    "SIPRI estimate", "TIV deal unit", "TIV delivery values", "Local production",
)  # fmt: skip
"""Columns of the newer layout."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the register: who received what volume from whom, in which years."""

    recipient: str
    supplier: str
    years: tuple[int, ...]
    tiv: float


@dataclass(frozen=True, slots=True)
class Register:
    """One export.

    Attributes
    ----------
    preamble : Preamble
    layout : str
        ``orders`` or ``deliveries``.
    entries : tuple of Entry
        Also orders of which nothing was delivered yet: they have no years and no volume.
    """

    preamble: Preamble
    layout: str
    entries: tuple[Entry, ...]


def decoded(content: bytes) -> str:
    """Return the text of an export: UTF-8, or else Latin-1, in which exports were written."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def read_register(content: bytes) -> Register:
    """Read an export in either layout.

    Raises
    ------
    SourceChanged
        When the table has other columns, or a row that cannot be read.
    """
    rows = [row for row in csv.reader(StringIO(decoded(content), newline="")) if row]
    heads = {ORDERS: "orders", DELIVERIES: "deliveries"}
    at = next((i for i, row in enumerate(rows) if tuple(row) in heads), None)
    if at is None:
        raise SourceChanged(
            "sipri_arms: no table with the columns of the register; export the trade register as "
            "CSV, and keep the file as it comes."
        )
    layout = heads[tuple(rows[at])]
    preamble = read_preamble("\n".join(",".join(row) for row in rows[:at]))
    body = rows[at + 1 :]
    found = _orders(body) if layout == "orders" else _deliveries(body)
    return Register(preamble, layout, tuple(found))


def rejoined(rows: Sequence[Sequence[str]], width: int) -> Iterator[list[str]]:
    """Yield rows of `width` cells, with lines that were broken within a cell put together.

    Raises
    ------
    SourceChanged
        When the pieces do not make a row.
    """
    open_row: list[str] = []
    for row in rows:
        if open_row:
            row = [*open_row[:-1], f"{open_row[-1]} {row[0]}".strip(), *row[1:]]
        if len(row) > width:
            _stop(row, f"has {len(row)} cells where {width} are expected")
        open_row = list(row) if len(row) < width else []
        if not open_row:
            yield list(row)
    if open_row:
        _stop(open_row, "is cut off")


def _orders(rows: Sequence[Sequence[str]]) -> Iterator[Entry]:
    for row in rejoined(rows, len(ORDERS)):
        years = tuple(_year(text, row) for text in row[10].split(";") if text.strip())
        volume = _number(row[15], row) if row[15].strip() else 0.0
        if volume and not years:
            _stop(row, "has a delivered volume and no year of delivery")
        yield Entry(row[0], row[1], years, volume)


def _deliveries(rows: Sequence[Sequence[str]]) -> Iterator[Entry]:
    for row in rejoined(rows, len(DELIVERIES)):
        yield Entry(row[2], row[1], (_year(row[10], row),), _number(row[15], row))


def _year(text: str, row: Sequence[str]) -> int:
    if not (text.strip().isdecimal() and len(text.strip()) == 4):
        _stop(row, f"has {text!r} for a year of delivery")
    return int(text)


def _number(text: str, row: Sequence[str]) -> float:
    try:
        number = float(text)
    except ValueError:
        _stop(row, f"has {text!r} for a volume")
    if not 0 <= number < float("inf"):
        _stop(row, f"has a volume of {text}")
    return number


def _stop(row: Sequence[str], what: str) -> NoReturn:
    start = ", ".join(row[:3])
    raise SourceChanged(
        f"sipri_arms: the row {start!r} {what}; keep the file as it was exported, or mend "
        f"sources/sipri_arms/read.py for a new layout."
    )
