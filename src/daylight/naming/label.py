"""One label of a column: its state, or the reason why it has none."""

from __future__ import annotations

import datetime as dt

from daylight.core.lookup import reading
from daylight.core.names.index import choose
from daylight.core.names.records import Reading
from daylight.core.states import State, get
from daylight.core.visible import quoted
from daylight.naming.days import Asked
from daylight.naming.records import CodedLabel, Status
from daylight.naming.schemes import NAMES, SCHEMES, means

_STATUS: dict[str, Status] = {
    "one": "one", "ambiguous": "ambiguous", "not_a_state": "not_a_state",
    "not_then": "not_a_state", "unknown": "unknown",
}  # fmt: skip


def coded(
    text: str, day: Asked, scheme: str | None, doubted: tuple[str, tuple[State, ...]] | None
) -> CodedLabel:
    """Return what one label of a column means.

    Parameters
    ----------
    text : str
    day : Asked
    scheme : str, optional
    doubted : tuple, optional
        Another scheme that the label may be a code of, with the states of both.
    """
    if not text:
        return CodedLabel(text, "unknown", note="The cell is empty.")
    if day.missing:
        return CodedLabel(text, "unknown", note="The date of the row is missing.")
    if doubted is not None:
        other, states = doubted
        choices = tuple(state.label(day.on) for state in states)
        note = f"Other codes here are of {SCHEMES[other]}; say which with the scheme {other!r}."
        return CodedLabel(text, "ambiguous", choices=choices, note=note)
    found = _read(text, day.on, scheme)
    if found.kind == "not_then" and day.year is not None:
        found = _within(found, day.year) or found
    return _coded(text, found, day.on)


def _read(text: str, on: dt.date | None, scheme: str | None) -> Reading:
    if scheme is None:
        return reading(text, on)
    if scheme in NAMES:
        pinned = NAMES[scheme].get(text)
        return reading(text if pinned is None else get(pinned), on)
    states, place = means(scheme, text)
    if place is not None:
        return Reading("not_a_state", note=place.why())
    if not states:
        note = f"{quoted(text)} is no code of a state in {SCHEMES[scheme]}."
        return Reading("unknown", note=note)
    state = choose(states, on)
    if state is not None:
        return Reading("one", state, candidates=states)
    told = reading(states[-1].state, on)
    return Reading("not_then", note=told.note, candidates=states)


def _within(found: Reading, year: int) -> Reading | None:
    """Return the one state of a name that existed on a day of the year, which ended in it."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    there = {
        c.state.cow: c.state
        for c in found.candidates
        for spell in c.state.spells
        if spell.start <= last and (spell.end is None or spell.end >= first)
        and c.when.start <= last and (c.when.end is None or c.when.end >= first)
    }  # fmt: skip
    if len(there) != 1:
        return None
    (state,) = there.values()
    end = next((s.end for s in state.spells if s.end and s.end.year == year), None)
    return Reading("one", state, note=f"a member of the state system to {end}" if end else "")


def _coded(text: str, found: Reading, on: dt.date | None) -> CodedLabel:
    state = found.state
    if found.kind == "one" and state is not None:
        name = state.name_on(on) if on else state.name
        return CodedLabel(text, "one", state.cow, state.iso3 or None, name, (), found.note)
    return CodedLabel(text, _STATUS[found.kind], choices=found.choices, note=found.note)
