"""Workbooks of Excel: one sheet of rows, and one of what stands behind them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from daylight.core.errors import BadInput, MissingExtra
from daylight.show.about import About
from daylight.show.short import shortest

if TYPE_CHECKING:
    import polars as pl

INSTALL = "install it with the extra `tables`: pip install '.[tables]' in a clone of Daylight"
ROWS, COLUMNS = 1_048_575, 16_384
"""What a sheet holds under its heads."""
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text stays a text, whatever it looks like."""


def xlsx(frame: pl.DataFrame, about: About) -> bytes:
    """Return a frame as a workbook: the sheet `data`, and `about` where something is known of it.

    Raises
    ------
    BadInput
        For more rows or columns than a sheet holds, and for what no cell can hold.
    MissingExtra
        Without xlsxwriter.
    """
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import XlsxWriterException
    except ImportError as error:
        raise MissingExtra(f"Excel needs the extra `tables` ({error}); {INSTALL}.") from None
    if len(frame) > ROWS or frame.width > COLUMNS:
        raise BadInput(
            f"{len(frame):,} rows and {frame.width:,} columns are more than a sheet holds "
            f"({ROWS:,} and {COLUMNS:,}); ask for less, or use csv or parquet."
        )
    import polars as pl

    buffer = BytesIO()
    try:
        with Workbook(buffer, {"in_memory": True, **PLAIN}) as book:
            _rows(frame, book)
            if about.labels or about.notes:
                _rows(_sheet_about(about), book, "about")
    except (XlsxWriterException, pl.exceptions.PolarsError, TypeError, ValueError) as error:
        raise BadInput(
            f"This result cannot be written as xlsx ({error}); use csv, json or parquet."
        ) from None
    return buffer.getvalue()


def _rows(frame: pl.DataFrame, book: Any, sheet: str = "data") -> None:
    import polars.selectors as cs

    shortest(frame).write_excel(
        book,
        sheet,
        # A year is no amount, and a number has the digits that it has.
        column_formats={cs.integer(): "0", cs.float(): "General"},
        freeze_panes=(1, 0),
        autofit=len(frame) < 10_000,
    )


def _sheet_about(about: About) -> pl.DataFrame:
    import polars as pl

    notes = [("note", text) for text in about.notes]
    rows = [("title", about.title), *about.labels.items(), *notes]
    return pl.DataFrame(rows, ["what", "text"], orient="row")
