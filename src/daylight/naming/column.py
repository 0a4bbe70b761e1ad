"""A column of labels to states: one rule for all, and no guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Day
from typing import Any

from daylight.core.errors import BadInput
from daylight.core.lookup import reading, written
from daylight.core.names.index import choose
from daylight.core.names.reading import Reading
from daylight.core.visible import quoted
from daylight.naming.days import Asked, asked_days
from daylight.naming.records import CodedLabel, CodedStates, Status
from daylight.naming.schemes import NAMES, SCHEMES, means, scheme_of
from daylight.naming.systems import doubts
from daylight.core.states import State, get

_STATUS: dict[str, Status] = {
    "one": "one", "ambiguous": "ambiguous", "not_a_state": "not_a_state",
    "not_then": "not_a_state", "unknown": "unknown",
}  # fmt: skip


def code_states(
    column: Iterable[Any], date: Any = None, scheme: str | None = None, *, as_of: Any = None
) -> CodedStates:
    """Find the state that each label of a column means.

    A label that may mean several states is not guessed: it is ``ambiguous``, with the choices.

    Parameters
    ----------
    column : list, tuple, Series or array
        Names, codes or numbers; None and NaN are empty labels. One text is one label.
    date : date, year, text, or a column of these, optional
        Day for which a label is read; of a year its last day, and for a state that ended in it
        its own last day. Without it labels mean what they mean today, and names of states that
        ended mean these.
    scheme : str, optional
        Say what the codes are, such as ``cow-letters``, ``gw``, ``imf`` or ``fips``; without it
        names and codes are read as people write them, and a plain number is a COW number.
    as_of : date, year or text, optional
        Another word for `date`.

    Returns
    -------
    CodedStates
        A row for each label, in order, with the report.

    Raises
    ------
    BadInput
        For an unknown scheme (the message lists all), no column, no date, or a column of dates
        that is not as long as that of labels.

    Examples
    --------
    >>> [row.status for row in code_states(["Iran", "Korea", "Hong Kong"])]
    ['one', 'ambiguous', 'not_a_state']
    """
    if date is not None and as_of is not None:
        raise BadInput("Give the date once, as date= or as as_of=.")
    labels = _labels(column)
    known = scheme_of(scheme)
    days = asked_days(date if as_of is None else as_of, len(labels))
    texts = [written(label) for label in labels]
    doubted = doubts(dict.fromkeys(texts)) if known is None else {}
    done: dict[tuple[str, Asked], CodedLabel] = {}
    rows = []
    for label, text, day in zip(labels, texts, days, strict=True):
        key = (text, day)
        if key not in done:
            done[key] = _row(text, day, known, doubted)
        found = done[key]
        shown = str(label) if text else ""
        rows.append(found if found.input == shown else _as_given(found, shown))
    return CodedStates(tuple(rows), known)


def _labels(column: Iterable[Any]) -> Sequence[Any]:
    """Return the labels of a column as a list.

    Raises
    ------
    BadInput
        When it is no column.
    """
    if isinstance(column, (str, int, float, State)):
        return [column]
    if hasattr(column, "to_list"):
        return list(column.to_list())
    if hasattr(column, "tolist"):
        return list(column.tolist())
    try:
        return list(column)
    except TypeError:
        raise BadInput(
            f"{quoted(column)} is no column of labels; give a list, a Series or an array."
        ) from None


def _as_given(found: CodedLabel, label: str) -> CodedLabel:
    return CodedLabel(
        label, found.status, found.cow, found.iso3, found.name, found.choices, found.note
    )


def _row(
    text: str, day: Asked, scheme: str | None, doubted: dict[str, tuple[str, tuple[State, ...]]]
) -> CodedLabel:
    if not text:
        return CodedLabel(text, "unknown", note="The cell is empty.")
    if day.missing:
        return CodedLabel(text, "unknown", note="The date of the row is missing.")
    if text in doubted:
        other, states = doubted[text]
        choices = tuple(state.label(day.on) for state in states)
        note = f"Other codes here are of {SCHEMES[other]}; say which with the scheme {other!r}."
        return CodedLabel(text, "ambiguous", choices=choices, note=note)
    found = _read(text, day.on, scheme)
    if found.kind == "not_then" and day.year is not None:
        found = _within(found, day.year) or found
    return _coded(text, found, day.on)


def _read(text: str, on: Day | None, scheme: str | None) -> Reading:
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
    first, last = Day(year, 1, 1), Day(year, 12, 31)
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


def _coded(text: str, found: Reading, on: Day | None) -> CodedLabel:
    state = found.state
    if found.kind == "one" and state is not None:
        name = state.name_on(on) if on else state.name
        return CodedLabel(text, "one", state.cow, state.iso3 or None, name, (), found.note)
    return CodedLabel(text, _STATUS[found.kind], choices=found.choices, note=found.note)
