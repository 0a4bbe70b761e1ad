"""Names that are met in columns of states and name none: territories, regions, blocs, colonies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from daylight.core.names.fold import normalise
from daylight.core.states import Spell, read_spell, read_table

Kind = Literal[
    "claimed", "territory", "colony", "part", "city", "former", "pair", "continent", "region",
    "group", "bloc", "organisation",
]  # fmt: skip
_SAID: dict[Kind, str] = {
    "claimed": "is no member of the COW state system",
    "territory": "is a territory",
    "colony": "was a colony or protectorate",
    "part": "is a part of a state",
    "city": "is a city",
    "former": "was no member of the COW state system",
    "pair": "is two states in one row; give each its own",
    "continent": "is a continent",
    "region": "is a region",
    "group": "is no single place",
    "bloc": "is a bloc",
    "organisation": "is an organisation",
}
_NO_STATE = {"territory", "colony", "part", "city", "continent", "region", "organisation"}
"""Kinds of which it is added that they are no state."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place, or a group, that is no state of the registry.

    Attributes
    ----------
    name : str
    kind : str
    when : Spell
        Days for which the name means it; before them it may have named a state.
    note : str
        Whose it is, or what became of it; of a bloc its short name.
    citation : str
    """

    name: str
    kind: Kind
    when: Spell
    note: str
    citation: str

    def why(self) -> str:
        """Say in a sentence why it is no state."""
        said = f"{self.name} {_SAID[self.kind]}"
        if self.kind == "bloc":
            shown = self.note if " " not in self.note else f'"{self.note}"'
            return f"{said}, no state: see `daylight bloc {shown}`."
        whose = self.note.startswith(("of ", "in the lands"))
        if whose and self.kind in ("part", "territory", "city"):
            said, rest = f"{said.removesuffix(' of a state')} {self.note}", ""
        else:
            rest = f"; {self.note}" if self.note else ""
        told = ", no state" if self.kind in _NO_STATE and not said.endswith(" state") else ""
        return f"{said}{told}{rest}."


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Place], dict[str, Place]]:
    """Places by folded name, and by code."""
    named: dict[str, Place] = {}
    coded: dict[str, Place] = {}
    for row in read_table("places"):
        kind = cast(Kind, row["kind"])  # a test holds the table to Kind
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            place = Place(name, kind, read_spell(row), row["note"], row["citation"])
            named.setdefault(normalise(name), place)
        first = named[normalise(row["name"])]
        for code in filter(None, row["code"].split(";")):
            coded.setdefault(code, first)
    return named, coded


def place(name: str, on: date | None) -> Place | None:
    """Return the place that a folded name means that day, or today."""
    found = _tables()[0].get(name)
    if found is None:
        return None
    return found if (found.when.end is None and on is None) or _covers(found, on) else None


def by_code(code: str) -> Place | None:
    """Return the place with a code: of ISO 3166-1, or the number of a region of the UN."""
    return _tables()[1].get(code)


def all_places() -> dict[str, Place]:
    """Return every place by its folded name."""
    return dict(_tables()[0])


def _covers(found: Place, on: date | None) -> bool:
    return on is not None and found.when.covers(on)
