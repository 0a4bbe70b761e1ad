"""How results name states: short, plain records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.states import State, code_in, get


@dataclass(frozen=True, slots=True)
class StateRef:
    """A state in a result: its code (ISO3 where there is one), COW number, and name then."""

    code: str
    cow: int
    name: str


_ARTICLE = (
    "United ", "Soviet ", "Republic of", "Democratic Republic of", "Federated ", "Ottoman ",
    "Russian Empire",
)  # fmt: skip
_ENDINGS = ("Republic", "Islands", "Emirates", "States")
_PLURAL = ("Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines")


def in_text(name: str) -> str:
    """Return a state's name as it stands within a sentence: ``the United States``."""
    article = name.startswith(_ARTICLE) or name.endswith(_ENDINGS) or name in _PLURAL
    return f"the {name}" if article else name


def ref(state: State, on: date) -> StateRef:
    """Return the record of a state as it was called on a day.

    A number that ended in the year of the day has the code that tables of the year print, so that
    no list of a year holds one code for two.
    """
    code = state.code if state.existed(on) else code_in(state.cow, on.year)
    return StateRef(code, state.cow, state.name_on(on))


def ref_of(cow: int, on: date) -> StateRef:
    """Return the record for a COW number on a day."""
    return ref(get(cow), on)
