"""The dated registry of states: who was a member of the state system, when, under which name.

A state is its Correlates of War (COW) number. Spells are COW's to 2016-12-31, the end of
State System Membership v2016; that Daylight carries every member of that day on to today
is our extension, not COW's. ``end`` is the last day of membership; ``None`` (empty in the
tables) means that it goes on. Texts and codes are looked up in ``daylight.core.lookup``.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from daylight.core.errors import UnknownState

REGISTRY = Path(__file__).parent / "registry"


@dataclass(frozen=True, slots=True)
class Spell:
    """Days from ``start`` to ``end``, both included; ``end=None`` goes on."""

    start: date
    end: date | None

    def covers(self, on: date) -> bool:
        """Whether the day lies in the spell."""
        return self.start <= on and (self.end is None or on <= self.end)

    def __str__(self) -> str:
        return f"{self.start} to {self.end or 'today'}"


@dataclass(frozen=True, slots=True)
class State:
    """One COW number through time.

    Attributes
    ----------
    cow, abbr
        COW number and abbreviation. ``abbr`` is not ISO: AUS is Austria, CZE Czechoslovakia.
    iso3
        Modern ISO 3166 code of the unit, empty where there is none.
    name
        The newest short name; ``name_on`` gives the name of a day.
    spells
        Membership of the state system, oldest first.
    lineage
        Token shared by the numbers that a reader follows as one state: 255 and 260 (DEU),
        678 and 679 (YEM).
    gw
        Gleditsch-Ward numbers of the unit by spell. Equal numbers do not mean equal states.
    """

    cow: int
    abbr: str
    iso3: str
    name: str
    spells: tuple[Spell, ...]
    lineage: str
    gw: tuple[tuple[int, Spell], ...]

    @property
    def code(self) -> str:
        """ISO3 code, or the COW abbreviation where there is none."""
        return self.iso3 or self.abbr

    def existed(self, on: date) -> bool:
        """Whether the state was a member of the state system that day."""
        return any(spell.covers(on) for spell in self.spells)

    def name_on(self, on: date) -> str:
        """Short name in use that day; the newest name where no other is recorded."""
        eras = _registry().eras.get(self.cow, ())
        return next((name for name, era in eras if era.covers(on)), self.name)

    def gw_on(self, on: date) -> int | None:
        """Gleditsch-Ward number of the unit that day; ``None`` where there is none."""
        return next((number for number, spell in self.gw if spell.covers(on)), None)

    def label(self, on: date | None = None) -> str:
        """Name with both codes, such as ``Soviet Union (RUS, 365)``."""
        return f"{self.name_on(on) if on else self.name} ({self.code}, {self.cow})"


@dataclass(frozen=True, slots=True)
class _Registry:
    states: dict[int, State]
    eras: dict[int, tuple[tuple[str, Spell], ...]]


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of one registry table (``states``, ``eras``, ``successions``, ``aliases``)."""
    with (REGISTRY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        for row in rows:  # not DictReader, which takes twice as long
            yield dict(zip(header, row, strict=True))


def read_spell(row: dict[str, str]) -> Spell:
    """``start`` and ``end`` of a row; an empty start means from the beginning."""
    return Spell(
        date.fromisoformat(row["start"]) if row["start"] else date.min,
        date.fromisoformat(row["end"]) if row["end"] else None,
    )


def _joined(parts: list[Spell]) -> tuple[Spell, ...]:
    """Membership spells: rows that differ only in the Gleditsch-Ward number touch."""
    out: list[Spell] = []
    for part in parts:
        last = out[-1].end if out else None
        if last is not None and (part.start - last).days == 1:
            out[-1] = Spell(out[-1].start, part.end)
        else:
            out.append(part)
    return tuple(out)


@lru_cache(maxsize=1)
def _registry() -> _Registry:
    rows: dict[int, list[dict[str, str]]] = {}
    for row in read_table("states"):
        rows.setdefault(int(row["cow"]), []).append(row)
    eras: dict[int, list[tuple[str, Spell]]] = {}
    for row in read_table("eras"):
        eras.setdefault(int(row["cow"]), []).append((row["name"], read_spell(row)))
    return _Registry(
        states={cow: _state(cow, rows[cow]) for cow in sorted(rows)},
        eras={cow: tuple(named) for cow, named in eras.items()},
    )


def _state(cow: int, rows: list[dict[str, str]]) -> State:
    parts = [read_spell(row) for row in rows]
    numbers = [(row["gw"], part) for row, part in zip(rows, parts, strict=True)]
    head = rows[0]
    return State(
        cow=cow,
        abbr=head["abbr"],
        iso3=head["iso3"],
        name=head["name"],
        spells=_joined(parts),
        lineage=head["lineage"],
        gw=tuple((int(number), part) for number, part in numbers if number),
    )


def get(cow: int) -> State:
    """Return the state with this COW number.

    Raises
    ------
    UnknownState
        No state has the number.
    """
    try:
        return _registry().states[cow]
    except KeyError:
        raise UnknownState(
            f"No state has COW number {cow}; expected a number of COW State System"
            " Membership v2016, such as 365 for Russia."
        ) from None


def all_states() -> tuple[State, ...]:
    """Every state of the registry, by COW number."""
    return tuple(_registry().states.values())


def members(year: int) -> tuple[int, ...]:
    """COW numbers of the states that were members on any day of the year.

    Years after 2016 carry the members of 2016-12-31 on.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    return tuple(
        state.cow
        for state in all_states()
        if any(s.start <= last and (s.end is None or s.end >= first) for s in state.spells)
    )


@cache
def former_codes(year: int) -> Mapping[int, str]:
    """Codes, by COW number, of members that share theirs with their successor of the same year.

    In 1990 both German and both Yemeni numbers were members for a part of the year under one
    ISO code. The one that ended goes by its COW abbreviation then: GFR, YAR.

    Examples
    --------
    >>> dict(former_codes(1990))
    {260: 'GFR', 678: 'YAR'}
    """
    there = [get(cow) for cow in members(year)]
    shared = Counter(state.code for state in there)
    ended = [state for state in there if not state.existed(date(year, 12, 31))]
    return {state.cow: state.abbr for state in ended if shared[state.code] > 1}


def code_in(cow: int, year: int) -> str:
    """Return the code of a state in a table by year, where no two share one."""
    return former_codes(year).get(cow) or get(cow).code


def lineage(state: State | int) -> tuple[tuple[int, date, date | None], ...]:
    """List the numbers and spells that continue one state, oldest first.

    Examples
    --------
    >>> [cow for cow, _, _ in lineage(255)]
    [255, 260, 255]
    """
    token = (get(state) if isinstance(state, int) else state).lineage
    spells = [
        (each.cow, spell.start, spell.end)
        for each in all_states()
        if each.lineage == token
        for spell in each.spells
    ]
    return tuple(sorted(spells, key=lambda spell: spell[1]))
