"""The dates of a column: one for all labels, or one for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from daylight.core.errors import BadInput
from daylight.core.periods import is_year, parse_date


@dataclass(frozen=True, slots=True)
class Asked:
    """The day for which a label is read; the year, where only that was given."""

    on: date | None = None
    year: int | None = None
    missing: bool = False


ANY = Asked()
"""No date was asked for."""


def asked_days(given: Any, count: int) -> Sequence[Asked]:
    """Return a day for each of `count` labels.

    Raises
    ------
    BadInput
        For what is no date, or another number of dates than of labels.
    """
    if given is None:
        return [ANY] * count
    if _many(given):
        listed = given.to_list() if hasattr(given, "to_list") else list(given)
        if len(listed) != count:
            raise BadInput(
                f"{len(listed):,} dates were given for {count:,} labels; give one date for all, "
                f"or one for each."
            )
        read = {text: _asked(text) for text in {_key(each): each for each in listed}.values()}
        by_key = {_key(text): asked for text, asked in read.items()}
        return [by_key[_key(each)] for each in listed]
    return [_asked(given)] * count


def _many(given: Any) -> bool:
    if isinstance(given, (str, bytes)) or getattr(given, "shape", None) == ():
        return False
    return hasattr(given, "__len__") or hasattr(given, "__iter__")


def _key(value: Any) -> tuple[str, str]:
    return type(value).__name__, str(value)


def _asked(value: Any) -> Asked:
    if value is None or value != value or str(value) in ("NaT", "<NA>", ""):
        return Asked(missing=True)
    on = parse_date(value)
    return Asked(on, on.year if is_year(value) else None)
