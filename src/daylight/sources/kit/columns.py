"""What a column of a declared file must hold, and where the first cell stands that does not."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

import polars as pl

from daylight.core.visible import quoted

Kind = Literal[
    "int16", "int16?", "int32", "int32?", "number", "number?", "text", "text?", "day", "day?",
    "flag", "flag?", "category", "category?",
]  # fmt: skip
"""Whole numbers of two sizes, finite numbers, texts, days (as such, or as text YYYY-MM-DD), true or
false, texts that may be stored as categories; with ``?`` a cell may be empty."""
KINDS: tuple[Kind, ...] = get_args(Kind)
SIZES = {"int16": 2**15, "int32": 2**31}
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


def wrong_cell(kind: Kind, cell: str) -> str:
    """Say what is wrong with a cell of a CSV file, or nothing."""
    plain = kind.rstrip("?")
    if not cell:
        return "" if kind.endswith("?") else "is empty"
    if plain in SIZES:
        size = SIZES[plain]
        good = _WHOLE.fullmatch(cell) is not None and -size <= int(cell) < size
    elif plain == "number":
        good = finite(cell) is not None
    elif plain == "flag":
        good = cell in ("true", "false")
    else:
        good = plain in ("text", "category") or _day(cell)
    return "" if good else f"holds {quoted(cell)}, which is no {_words(plain)}"


def finite(cell: str) -> float | None:
    """Return the finite number that a cell holds in plain digits; None for anything else.

    Python itself also takes 1_990 for a number, and digits of any script.
    """
    if _NUMBER.fullmatch(cell) is None:
        return None
    number = float(cell)
    return number if math.isfinite(number) else None


def wrong_column(kind: Kind, column: pl.Series) -> tuple[int, str] | None:
    """Return the first row (from 1) of a typed column that is wrong, and what is; or None.

    A number that is none (NaN) is an empty cell, as many programs write it.
    """
    plain, dtype = kind.rstrip("?"), column.dtype
    if plain == "flag":
        fits = dtype == pl.Boolean
    elif plain == "category":
        fits = dtype.base_type() in (pl.Categorical, pl.Enum, pl.String)
    elif plain in ("text", "day"):
        fits = dtype == pl.String or (
            plain == "day" and dtype.base_type() in (pl.Date, pl.Datetime)
        )
    else:
        fits = dtype.is_numeric()
    if not fits and not (dtype == pl.Null and kind.endswith("?")):
        return 1, f"is of type {dtype}, where a {_words(plain)} is expected"
    bad = pl.Series([False] * len(column)) if kind.endswith("?") else column.is_null()
    if dtype.is_numeric():
        numbers = column.cast(pl.Float64)
        none = numbers.is_nan().fill_null(False)
        odd = ~numbers.is_finite()
        if plain in SIZES:
            size = SIZES[plain]
            odd = odd | (numbers % 1 != 0) | ~numbers.is_between(-size, size - 1)
        odd = odd.fill_null(False) & ~none
        bad = bad | odd | (pl.Series([False] * len(column)) if kind.endswith("?") else none)
    if plain == "day" and dtype == pl.String:
        days = column.str.to_date("%Y-%m-%d", strict=False)
        bad = bad | (column.is_not_null() & (days.cast(pl.String).ne_missing(column)))
    if not bad.any():
        return None
    at = int(bad.arg_max() or 0)
    value = column[at]
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return at + 1, "is empty"
    return at + 1, f"holds {quoted(value)}, which is no {_words(plain)}"


def by_column(columns: Mapping[Kind, tuple[str, ...]]) -> dict[str, Kind]:
    """Return the kind of each column, from the columns of each kind."""
    return {name: kind for kind, names in columns.items() for name in names}


def _day(cell: str) -> bool:
    try:
        return len(cell) == len("2000-01-01") and bool(date.fromisoformat(cell))
    except ValueError:
        return False


def _words(plain: str) -> str:
    if plain in SIZES:
        size = SIZES[plain]
        return f"whole number from {-size:,} to {size - 1:,}"
    return {"number": "finite number", "text": "text", "day": "day (YYYY-MM-DD)",
            "flag": "truth value (true or false)", "category": "text"}[plain]  # fmt: skip
