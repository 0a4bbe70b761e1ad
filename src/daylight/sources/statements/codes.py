"""From codes to the states of a day: of speakers, of places, and of whoever took part."""

from __future__ import annotations

import re
from datetime import date

from daylight.core.errors import DaylightError, SourceChanged, StateNotThen
from daylight.core.lookup import resolve
from daylight.core.states import State
from daylight.core.successions import holders
from daylight.core.visible import quoted
from daylight.sources.statements.read import SOURCE

BODIES = ("ASEAN", "AU", "EU", "GCC", "NATO", "OSCE", "UN")
"""Organisations that take part as such."""
OUTSIDE = ("HKG", "PSE", "VAT")
"""Codes of those whom the state system does not count."""
CODE = re.compile(r"[A-Z]{2,5}")
GROUP = re.compile(r"(about )?[0-9]+ [a-zA-Z ]+|[A-Z][a-zA-Z]+ (states|members)|parties in [\w ]+")
"""Participants that are counted or described, and not named."""


def speaker_on(code: str | None, days: tuple[date, date]) -> int | None:
    """Return the number of a speaker's state on the first day that a date can mean, or the last.

    None for no code, for a code outside the state system, and for a state that was none then.
    """
    if code is None or _state(code) is None:
        return None
    found = next(filter(None, (_on(code, day) for day in days)), None)
    return found.cow if found else None


def place_on(code: str | None, days: tuple[date, date] | None) -> int | None:
    """Return the number of the state that held a place on the first day, or else on the last.

    Where the state named was none then, it is the one member recorded as standing there. Without
    days it is the state of today.
    """
    state = _state(code)
    if state is None or code is None or days is None:
        return state.cow if state else None
    found = next(filter(None, (_on(code, day) for day in days)), None)
    there = (found,) if found else holders(state.cow, days[0])
    return there[0].cow if len(there) == 1 else None


def check_codes(row: str, text: str) -> None:
    """Raise unless every part of a list is ``name/code``, a code, or a group in words.

    Raises
    ------
    SourceChanged
        With the first part that is none.
    """
    for part in text.split("; "):
        _, slash, code = part.rpartition("/")
        if not slash and GROUP.fullmatch(part):
            continue
        if not CODE.fullmatch(code):
            raise SourceChanged(
                f"{SOURCE}: {row} has {quoted(part)}; write name/code, or a code, with semicolons."
            )
        if code not in BODIES:
            _state(code)


def _state(code: str | None) -> State | None:
    """Return the state of today that a code means, or None for no code or one outside."""
    if code is None or code in OUTSIDE:
        return None
    try:
        return resolve(code)
    except DaylightError as error:
        raise SourceChanged(f"{SOURCE}: {error}") from None


def _on(code: str, day: date) -> State | None:
    try:
        return resolve(code, day)
    except StateNotThen:
        return None
