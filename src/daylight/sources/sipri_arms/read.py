"""Read the two layouts of SIPRI's register: a row for each order, or for each delivery year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.core.errors import SourceChanged
from daylight.core.limits import TABLE
from daylight.core.visible import quoted
from daylight.sources.kit.columns import finite
from daylight.sources.kit.text import either, rows, text_only
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
Line = tuple[int, list[str]]
"""A row, and the number of the line on which it ends."""
_YEAR = re.compile(r"[0-9]{4}")


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


def read_register(content: bytes, name: str = "the export") -> Register:
    """Read an export in either layout; errors call it by `name`.

    Raises
    ------
    SourceChanged
        When the table has other columns, or a row that cannot be read.
    """
    text_only("sipri_arms", name, content, TABLE)
    lines = [one for one in rows("sipri_arms", name, either(content)) if one[1]]
    heads = {ORDERS: "orders", DELIVERIES: "deliveries"}
    at = next((i for i, (_, row) in enumerate(lines) if tuple(row) in heads), None)
    if at is None:
        raise SourceChanged(
            f"sipri_arms: {name} has no table with the columns of the register; export the trade "
            f"register as CSV, and keep the file as it comes."
        )
    layout = heads[tuple(lines[at][1])]
    preamble = read_preamble("\n".join(",".join(row) for _, row in lines[:at]))
    body = lines[at + 1 :]
    try:
        found = tuple(_orders(body) if layout == "orders" else _deliveries(body))
    except _Unlike as error:
        line, row, what = error.args
        raise SourceChanged(
            f"sipri_arms: {name}, line {line}: the row {quoted(', '.join(row[:3]))} {what}; keep "
            f"the file as it was exported, or mend sources/sipri_arms/read.py for a new layout."
        ) from None
    return Register(preamble, layout, found)


class _Unlike(ValueError):
    """A row that cannot be read: its line, its cells, and what is wrong."""


def rejoined(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """Yield rows of `width` cells, with lines that were broken within a cell put together.

    Raises
    ------
    ValueError
        When the pieces do not make a row.
    """
    open_row: list[str] = []
    number = 0
    for number, row in lines:
        if open_row:
            row = [*open_row[:-1], f"{open_row[-1]} {row[0]}".strip(), *row[1:]]
        if len(row) > width:
            raise _Unlike(number, row, f"has {len(row)} cells where {width} are expected")
        open_row = list(row) if len(row) < width else []
        if not open_row:
            yield number, row
    if open_row:
        raise _Unlike(number, open_row, "is cut off")


def _orders(lines: Sequence[Line]) -> Iterator[Entry]:
    for line in rejoined(lines, len(ORDERS)):
        row = line[1]
        years = tuple(_year(text, line) for text in row[10].split(";") if text.strip())
        volume = _number(row[15], line) if row[15].strip() else 0.0
        if volume and not years:
            raise _Unlike(*line, "has a delivered volume and no year of delivery")
        yield Entry(row[0], row[1], years, volume)


def _deliveries(lines: Sequence[Line]) -> Iterator[Entry]:
    for line in rejoined(lines, len(DELIVERIES)):
        row = line[1]
        yield Entry(row[2], row[1], (_year(row[10], line),), _number(row[15], line))


def _year(text: str, line: Line) -> int:
    if not _YEAR.fullmatch(text.strip()):
        raise _Unlike(*line, f"has {quoted(text)} for a year of delivery")
    return int(text)


def _number(text: str, line: Line) -> float:
    number = finite(text.strip())
    if number is None:
        raise _Unlike(*line, f"has {quoted(text)} for a volume")
    if number < 0:
        raise _Unlike(*line, f"has a volume of {text}")
    return number
