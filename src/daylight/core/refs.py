"""How results name states: short, plain records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.states import State, get, lineage


@dataclass(frozen=True, slots=True)
class StateRef:
    """A state in a result: its code (ISO3 where there is one), COW number, and name then."""

    code: str
    cow: int
    name: str


_ARTICLE = ("United ", "Soviet ", "Republic of", "Federated ", "Ottoman ", "Russian Empire")
_ENDINGS = ("Republic", "Islands", "Emirates", "States")
_PLURAL = ("Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines")


def in_text(name: str) -> str:
    """Return a state's name as it stands within a sentence: ``the United States``."""
    article = name.startswith(_ARTICLE) or name.endswith(_ENDINGS) or name in _PLURAL
    return f"the {name}" if article else name


def ref(state: State, on: date) -> StateRef:
    """Return the record of a state as it was called on a day."""
    return StateRef(state.code, state.cow, state.name_on(on))


def ref_of(cow: int, on: date) -> StateRef:
    """Return the record for a COW number on a day."""
    return ref(get(cow), on)


def years_of_membership(cow: int, until: int) -> set[int]:
    """Return the years to `until` in which a state was in the system on any day, by lineage."""
    return {
        year
        for _, start, end in lineage(cow)
        for year in range(start.year, min(end.year if end else until, until) + 1)
    }


def numbers(cow: int, until: date) -> tuple[int, ...]:
    """Return the COW numbers under which a reader follows a state up to a day, newest last."""
    held = [number for number, start, _ in lineage(cow) if start <= until]
    return tuple(dict.fromkeys(reversed(held)))[::-1]
