"""Names that mean more than one state, and names of a state that are taken for another place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daylight.core.names.fold import normalise
from daylight.core.states import Spell, State, get, read_spell, read_table


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is to be known of a name for some days.

    Attributes
    ----------
    when : Spell
        Days for which it holds; one that goes on holds without a day too.
    states : tuple of State
        The states that the name can mean; of one alone only `note` matters.
    places : tuple of str
        Codes of places that are no states and have the name too.
    note : str
        What to say where one state is meant.
    """

    when: Spell
    states: tuple[State, ...]
    places: tuple[str, ...]
    note: str

    def holds(self, on: date | None) -> bool:
        """Whether it holds that day, or today."""
        return self.when.end is None if on is None else self.when.covers(on)

    @property
    def several(self) -> bool:
        """Whether the name means more than one thing."""
        return len(self.states) + len(self.places) > 1


@lru_cache(maxsize=1)
def _doubts() -> dict[str, tuple[Doubt, ...]]:
    found: dict[str, tuple[Doubt, ...]] = {}
    for row in read_table("doubtful"):
        meant = row["cow"].split(";")
        doubt = Doubt(
            when=read_spell(row),
            states=tuple(get(int(each)) for each in meant if each.isdecimal()),
            places=tuple(each.removeprefix("place:") for each in meant if ":" in each),
            note=row["note"],
        )
        name = normalise(row["name"])
        found[name] = (*found.get(name, ()), doubt)
    return found


def doubt(name: str, on: date | None) -> Doubt | None:
    """Return what is to be known of a folded name that day."""
    return next((each for each in _doubts().get(name, ()) if each.holds(on)), None)


def ever_several(name: str) -> bool:
    """Whether a folded name has ever meant more than one state."""
    return any(each.several for each in _doubts().get(name, ()))


def shared(name: str) -> bool:
    """Whether another place has, or had, a folded name too."""
    return name in _doubts()
