"""What an export of SIPRI says of itself above its table: whose transfers, which years, when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from daylight.core.errors import SourceChanged

ALL = "All countries"
OPEN = "Not specified"
FIRST = 1950
"""First year of the register."""
RELEASE_MONTH = 4
"""SIPRI adds the deliveries of a year in March of the next; from April they are there."""
_SCOPE = re.compile(
    r"from (?P<suppliers>.+?)\s+to (?P<recipients>.+?)\s*\.\s+Deals with deliveries made for the "
    r"year range '(?P<first>[^']+)' to '(?P<last>[^']+)'"
)
_MADE = re.compile(r"Data generated:\s*(\d{1,2} [A-Z][a-z]{2} \d{4})")


@dataclass(frozen=True, slots=True)
class Preamble:
    """Scope of one export.

    Attributes
    ----------
    recipients : str
        ``All countries`` or the name of one.
    first, last : int or None
        Range of delivery years that was asked for; None where it is open.
    generated : date
        Day of the export, which is the vintage of the register.
    """

    recipients: str
    first: int | None
    last: int | None
    generated: date


def read_preamble(text: str) -> Preamble:
    """Read what stands above the table.

    Raises
    ------
    SourceChanged
        When it is missing or cut, or the export leaves suppliers out, which would make
        shares of imports wrong.
    """
    scope, made = _SCOPE.search(text), _MADE.search(text)
    if scope is None or made is None:
        raise SourceChanged(
            "sipri_arms: the lines above the table do not say whose transfers these are and when "
            "they were generated; export the register again and keep the file as it comes."
        )
    if scope["suppliers"] != ALL:
        raise SourceChanged(
            f"sipri_arms: the export has transfers from {scope['suppliers']} only; export those "
            f"from all countries, so that the rest of the imports is there too."
        )
    try:
        generated = datetime.strptime(made[1], "%d %b %Y").date()
        first, last = (None if scope[k] == OPEN else int(scope[k]) for k in ("first", "last"))
    except ValueError as error:
        raise SourceChanged(f"sipri_arms: the lines above the table: {error}.") from None
    return Preamble(scope["recipients"], first, last, generated)


def covered(preamble: Preamble, newest: int) -> tuple[int, int]:
    """Return the first and last year whose deliveries the export holds whole.

    Parameters
    ----------
    newest : int
        Latest year with a delivery in the export.
    """
    made = preamble.generated
    last = made.year - 1
    if made.month < RELEASE_MONTH and newest < last:
        last -= 1
    return max(FIRST, preamble.first or FIRST), min(last, preamble.last or last)
