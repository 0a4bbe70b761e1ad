"""What a table of the atlas is, and the columns that several of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "state_spell",
    "state_year",
    "dyad_year",
    "dyad_year_issue",
    "dyad_year_dimension",
    "dimension_measure",
    "year_issue",
    "bloc",
    "bloc_spell",
    "igo_spell",
    "tie_spell",
    "state_year_estimate",
    "row",
]
Origin = Literal["sources", "ties", "components", "build"]
VERSION = 2
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
    origin : {"sources", "ties", "components", "build"}
        What its sources follow from: the names in `sources`, the measures whose ties are in
        it, the components of a bond, or nothing but the build that writes it. The store knows
        neither measures nor components; :func:`daylight.measures.sources_of` names theirs.
    """

    name: str
    unit: Unit
    key: tuple[str, ...]
    columns: dict[str, tuple[str, str]]
    sources: tuple[str, ...] = ()
    origin: Origin = "sources"
