"""From what people write to a state: codes, numbers and names, with or without a day."""

from __future__ import annotations

import math
from datetime import date
from numbers import Integral, Real

from daylight.core.errors import AmbiguousState, StateNotThen, UnknownState
from daylight.core.names.clean import number, tidy
from daylight.core.names.fold import normalise
from daylight.core.names.index import Candidate, choose
from daylight.core.names.messages import absent, no_gw, unknown
from daylight.core.names.near import near
from daylight.core.names.reading import read
from daylight.core.names.records import Reading
from daylight.core.states import State, all_states
from daylight.core.visible import quoted

__all__ = ["near", "normalise", "resolve"]


def resolve(who: str | int | float | State, on: date | None = None) -> State:
    """Find the state that a code, number or name means.

    Accepted are ISO3 and ISO2 codes, COW abbreviations and numbers, Gleditsch-Ward
    numbers written ``GW:340``, and names in many spellings and languages; case, accents and
    spacing do not matter. Where an ISO3 code and a COW abbreviation are the same text, ISO3 wins
    (AUS is Australia, CZE Czechia, MNG Mongolia, SLV El Salvador, SWZ Eswatini); write
    ``COW:AUS`` for the other. A plain number is always COW: 970 is Nauru, ``GW:970``
    Kiribati.

    Parameters
    ----------
    who
        Code, number, name, or a ``State``, which is only checked against ``on``.
    on
        Choose among the states that the text means the one that existed that day: DEU is
        255 in 1910, 260 in 1970 and 255 in 2000. Without it the most recent one.

    Raises
    ------
    AmbiguousState
        The name means more than one state that day; the message lists them.
    UnknownState
        Nothing in the registry matches; the message says what the place is instead, or lists
        near names.
    StateNotThen
        The state was no member that day; the message says when it was and who stood there.
    """
    found = reading(who, on)
    if found.kind == "one" and found.state is not None:
        return found.state
    if found.kind == "ambiguous":
        raise AmbiguousState(found.note)
    if found.kind == "not_then":
        raise StateNotThen(found.note)
    raise UnknownState(found.note)


def reading(who: object, on: date | None = None) -> Reading:
    """Return what a code, number or name means, with the message for what is not one state."""
    if isinstance(who, State):
        return _of((Candidate(who),), who, on)
    text = written(who)
    if not text:
        return Reading(
            "unknown", note="An empty text names no state; give a name, a code or a number."
        )
    prefix, _, rest = text.partition(":")
    system = prefix.strip().casefold()
    if system == "gw" and rest.strip().isdecimal():
        return _by_gw(int(rest), who, on)
    if system == "cow":
        return _by_cow(rest.strip(), who, on)
    plain = number(text)
    if plain is not None:
        return _by_cow(str(plain), who, on)
    return _told(read(text, on), text, who, on)


def written(who: object) -> str:
    """Return a value of a column as text: a whole float is its number, a missing one empty."""
    if who is None or (isinstance(who, Real) and math.isnan(who)) or str(who) in ("NaT", "<NA>"):
        return ""
    if isinstance(who, Real) and not isinstance(who, Integral) and float(who).is_integer():
        return str(int(float(who)))
    return tidy(str(who))


def _told(found: Reading, text: str, who: object, on: date | None) -> Reading:
    """Return a reading with its message, where it is not one state."""
    shown = quoted(text)
    when = f" on {on}" if on else ""
    if found.kind == "ambiguous":
        several = " or ".join(found.choices)
        note = f"{shown}{when} may mean {several}; write one of them, by name or code."
        return Reading("ambiguous", choices=found.choices, note=note)
    if found.kind == "not_a_state":
        note = found.note if found.note.startswith(text) else f"{shown}: {found.note}"
        return Reading("not_a_state", note=note)
    if found.kind == "not_then" and on is not None:
        note = absent(who, found.candidates, on)
        return Reading("not_then", note=note, candidates=found.candidates)
    if found.kind == "unknown":
        return Reading("unknown", note=unknown(text))
    return found


def _of(candidates: tuple[Candidate, ...], who: object, on: date | None) -> Reading:
    state = choose(candidates, on)
    if state is None and on is not None:
        note = absent(who, candidates, on)
        return Reading("not_then", note=note, candidates=candidates)
    return Reading("one", state, candidates=candidates)


def _by_cow(text: str, who: object, on: date | None) -> Reading:
    for state in all_states():
        if text.casefold() == state.abbr.casefold() or text.lstrip("0") == str(state.cow):
            return _of((Candidate(state),), who, on)
    same = [s.label() for s in all_states() if text in {str(number) for number, _ in s.gw}]
    hint = f" Gleditsch-Ward {text} is {same[0]}: write GW:{text}." if same else ""
    return Reading(
        "unknown",
        note=f"No state has COW code {quoted(text)}; expected a number or abbreviation of COW State"
        f" System Membership v2016, such as 365 or RUS.{hint}",
    )


def _by_gw(wanted: int, who: object, on: date | None) -> Reading:
    candidates = tuple(
        Candidate(state, spell) for state in all_states() for n, spell in state.gw if n == wanted
    )
    if not candidates:
        return Reading(
            "unknown",
            note=f"No COW state has Gleditsch-Ward number {wanted}; expected one that COW counts"
            " too. Give a name or a COW number.",
        )
    if on is None:
        return Reading("one", choose(candidates, None), candidates=candidates)
    there = (c.state for c in candidates if c.when.covers(on) and c.state.existed(on))
    state = next(there, None)
    if state is None:
        return Reading("not_then", note=no_gw(who, candidates, on), candidates=candidates)
    return Reading("one", state, candidates=candidates)
