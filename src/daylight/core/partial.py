"""Dates known to the day, the month or only the year: never printed or compared as a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from daylight.core.errors import BadInput

Precision = Literal["day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as it is known.

    It has no order: a day may lie before, after, or where it cannot be told. Ask
    :meth:`surely_by`, or compare `first` and `last` and say which.

    Attributes
    ----------
    first : date
        First day that it can mean.
    precision : {"day", "month", "year"}

    Examples
    --------
    >>> when = PartialDate.read("1955-05")
    >>> str(when), when.first, when.last
    ('1955-05', datetime.date(1955, 5, 1), datetime.date(1955, 5, 31))
    """

    first: date
    precision: Precision = "day"

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Read YYYY, YYYY-MM or YYYY-MM-DD.

        Raises
        ------
        BadInput
            When the text is none of these, or names no real day.
        """
        parts = text.split("-")
        try:
            if not re.fullmatch(_PATTERN, text):
                raise ValueError("not written so")
            first = date(*[*map(int, parts), 1, 1][:3])
        except ValueError:
            raise BadInput(
                f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, as it is known."
            ) from None
        return cls(first, ("year", "month", "day")[len(parts) - 1])

    @property
    def last(self) -> date:
        """Last day that it can mean."""
        year, month = self.first.year, self.first.month
        if self.precision == "year":
            return date(year, 12, 31)
        if self.precision == "month":
            return date(year, month, monthrange(year, month)[1])
        return self.first

    def surely_by(self, day: date) -> bool | None:
        """Whether it had come by a day; None where that cannot be told."""
        if self.first > day:
            return False
        return True if self.last <= day else None

    def __str__(self) -> str:
        return self.first.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]

    def as_plain(self) -> str:
        """Return it as JSON has it: as many digits as are known."""
        return str(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Stand in JSON schemas as a text of that form."""
        from pydantic_core import core_schema  # here because only schemas need it

        return core_schema.str_schema(pattern=_PATTERN)
