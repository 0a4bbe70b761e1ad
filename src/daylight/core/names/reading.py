"""What a label means on a day: one state, several, a place that is no state, or nothing known.

The only place that decides it, for a single name and for a whole column.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from daylight.core.names import foreign, languages, places
from daylight.core.names.doubtful import doubt, ever_several
from daylight.core.names.fold import normalise
from daylight.core.names.forms import bases, forms, parted
from daylight.core.names.index import Candidate, choose, names
from daylight.core.names.records import Reading
from daylight.core.names.wholes import undated, wholes
from daylight.core.states import State, all_states, get, read_table

UNKNOWN = Reading("unknown")
LONGEST = 200
"""Characters of a label; no name of a state is longer."""


@lru_cache(maxsize=65536)
def read(text: str, on: date | None) -> Reading:
    """Return what a label means on a day, or without one today."""
    if len(text) > LONGEST:
        return UNKNOWN
    for whole in wholes(text):
        found = _exact(normalise(whole), on)
        for form in forms(whole) if found is None else ():
            found = _exact(form, on)
            if found is not None:
                break
        found = found or _formal(whole, on) or _twice(whole, on)
        if found is not None:
            return found
        bare, day = undated(whole)
        if bare != whole:
            return read(bare, on or day)
    return UNKNOWN


def _exact(name: str, on: date | None) -> Reading | None:
    """Return what a folded name means, or None where nobody has it."""
    if not name:
        return None
    doubted = doubt(name, on)
    if doubted is not None and doubted.several:
        there = [s for s in doubted.states if on is None or s.existed(on)]
        if there or doubted.places:
            return Reading("ambiguous", choices=_choices(doubted.states, doubted.places, on))
    place = places.place(name, on)
    if place is not None:
        return Reading("not_a_state", note=place.why())
    candidates = names().get(name)
    if candidates is not None:
        note = doubted.note if doubted is not None and not doubted.several else ""
        return _of(candidates, on, note)
    code = languages.code(name)
    return _by_code(code, on) if code else _territory(name)


def _territory(name: str) -> Reading | None:
    """Return the place whose code of ISO 3166-1 a label is."""
    place = places.by_code(name.upper()) if name.isascii() and 2 <= len(name) <= 3 else None
    return Reading("not_a_state", note=place.why()) if place else None


def _of(candidates: tuple[Candidate, ...], on: date | None, note: str) -> Reading:
    state = choose(candidates, on)
    if state is None:
        return Reading("not_then", candidates=candidates)
    last = state.spells[-1].end
    if on is None and last is not None and not note:
        note = f"ended {last}; give a date"
    return Reading("one", state, note=note, candidates=candidates)


def _by_code(code: str, on: date | None) -> Reading | None:
    """Read a code of CLDR as the English name, so that "Allemagne" is as open as "Germany"."""
    name = _english().get(code)
    if name is not None:
        return _exact(name, on)
    place = places.by_code(code)
    return Reading("not_a_state", note=place.why()) if place else None


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    """Folded names of today's states by their ISO 3166-1 alpha-2 code."""
    today = {s.cow: normalise(s.name) for s in all_states() if s.spells[-1].end is None}
    codes = ((row["alias"], int(row["cow"])) for row in read_table("aliases"))
    return {code: today[cow] for code, cow in codes if len(code) == 2 and cow in today}


def _formal(text: str, on: date | None) -> Reading | None:
    """Read the name within a formal name, unless it has ever meant more than one state."""
    for base in (*bases(text), *foreign.bases(text)):
        if len(base) < 2 or (base.isascii() and len(base) < 4):
            continue
        if ever_several(base):
            found = _exact(base, on)
            if found is not None and found.kind == "ambiguous":
                return found
            continue
        found = _exact(base, on)
        if found is not None and found.kind != "ambiguous":
            return found
    return None


def _twice(text: str, on: date | None) -> Reading | None:
    """Read ``Burma (Myanmar)``, which names one state twice."""
    head, rest = parted(text)
    if rest is None or not normalise(rest) or not normalise(head):
        return None
    one, other = read(head, on), read(rest, on)
    same = one.kind == other.kind == "one" and one.state == other.state
    return one if same else None


def _choices(states: tuple[State, ...], codes: tuple[str, ...], on: date | None) -> tuple[str, ...]:
    labels = [get(state.cow).label(on) for state in states]
    named = (places.by_code(code) for code in codes)
    return (*labels, *(f"{place.name} (no state)" for place in named if place))
