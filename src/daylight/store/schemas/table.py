"""What a table of the atlas is, and the columns that several of them share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Unit = Literal[
    "state_spell",
    "state_year",
    "dyad_year",
    "dyad_spell",
    "dyad_year_issue",
    "year_issue",
    "break_side",
    "bloc",
    "bloc_spell",
    "bloc_year",
    "joining",
    "bloc_call",
    "igo_spell",
    "tie_spell",
    "state_year_estimate",
    "fact",
    "shock",
    "switch",
    "attempt",
    "treaty_end",
    "statement",
    "meeting",
    "place",
    "row",
]
Presence = Literal["year", "spell", "day", "days", "un", "bloc", "none"]
Range = tuple[float, float]
COW: Range = (2, 990)
"""The lowest and the highest COW number."""
YEAR: Range = (1816, 2100)
"""Years that a row may be of; a build knows its last one better."""
PAIR: dict[str, Range] = {"a": COW, "b": COW, "year": YEAR}
"""Limits of the columns of :data:`DYAD`."""
Origin = Literal["sources", "ties", "build"]
VERSION = 3
"""Version of the table layout; an atlas of another version is refused."""
DYAD = {
    "a": ("SMALLINT", "COW number of the first state"),
    "b": ("SMALLINT", "COW number of the second state, greater than a"),
    "year": ("SMALLINT", "calendar year"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the atlas.

    Attributes
    ----------
    name : str
    unit : Unit
        What one row is. In dyad tables `a` < `b` by COW number.
    key : tuple of str
        Columns that identify a row.
    columns : dict of str to (str, str)
        DuckDB type and meaning of each column, with units.
    sources : tuple of str
        Sources that it derives from. Empty where they follow from something else, see `origin`.
    origin : {"sources", "ties", "build"}
        What its sources follow from: the names in `sources`, the measures whose ties are in
        it, or nothing but the build that writes it. The store does not know measures;
        :func:`daylight.measures.sources_of` names theirs.
    limits : dict of str to (float, float)
        Lowest and highest value that each number may have; every number has them.
    words : dict of str to tuple of str
        Words that a text may be, where they are a closed list.
    may_lack : tuple of str
        Columns that may be null. No text may be blank.
    ordered : tuple of tuple of str
        Columns that stand in rising order in every row, as the ends of an interval do.
    presence : {"year", "spell", "day", "days", "un", "bloc", "none"}
        When the states of a row must have been members of the state system: on a day of its
        `year`; on a day of every year from `start` to `end`; on a day of the year of its `day` or
        `date`; on its first and last day. Or when
        they must have been, or have had a seat that :mod:`daylight.core.seats` lists: ``un`` by
        year, ``bloc`` on the first and last day. "none" for tables of what is not known, which
        may reach back before statehood, of what states did before the system counts them, and
        for tables without states.
    later : tuple of str
        Columns that an atlas of this layout may lack, being built before there were any: they
        are null there.
    """

    name: str
    unit: Unit
    key: tuple[str, ...]
    columns: dict[str, tuple[str, str]]
    sources: tuple[str, ...] = ()
    origin: Origin = "sources"
    later: tuple[str, ...] = ()
    limits: dict[str, Range] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    may_lack: tuple[str, ...] = ()
    ordered: tuple[tuple[str, ...], ...] = ()
    presence: Presence = "none"
