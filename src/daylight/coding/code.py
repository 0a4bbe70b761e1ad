"""Events of a sentence, by the default coder."""

from __future__ import annotations

from datetime import date

from daylight.coding.coder import coder
from daylight.coding.records import Event


def code(sentence: str, on: date | None = None) -> tuple[Event, ...]:
    """Code one sentence.

    Parameters
    ----------
    sentence : str
        Text of one sentence in English.
    on : date, optional
        Date of the text: offices and states are read as of that day.

    Returns
    -------
    tuple of Event
        The main event first; empty where the sentence tells of none.
    """
    return coder().code(sentence, on)
