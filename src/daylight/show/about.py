"""What a file of data says of itself beside its rows: labels, words for codes, notes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = "daylight"
"""Key under which a Parquet file keeps it."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the columns of a frame and of where it is from.

    Attributes
    ----------
    title : str
        What the data are, in a line.
    labels : mapping of str to str
        By column: what it holds, with its unit.
    codes : mapping of str to tuple of str
        By column of texts that are a closed list: the words, in the order of their codes from 0.
        Stata and SPSS get the codes with the words as their labels.
    notes : tuple of str
        Sources with their citations, the atlas by its id, and what else a reader should know.
    """

    title: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_metadata(self) -> dict[str, str]:
        """Return it as keys and texts for a Parquet file; empty where nothing is known."""
        if not (self.title or self.labels or self.notes):
            return {}
        kept = {
            "title": self.title,
            "columns": dict(self.labels),
            "codes": {name: list(words) for name, words in self.codes.items()},
            "notes": list(self.notes),
        }
        return {NAME: json.dumps(kept, ensure_ascii=False)}


NOTHING = About()
"""Of a frame of which no more is known, as of a query."""
